#!/usr/bin/env python3
"""Augments a small crop with torchvision (on PIL images): what tst_Augmentation compares with.

Usage: augmentation.py FOLDER     writes FOLDER/*.png and FOLDER/normalised.json
"""

import json
import pathlib
import sys

import numpy as np
from PIL import Image
from torchvision.transforms import functional as F
from torchvision.transforms import InterpolationMode

BRIGHTNESS = (0.0, 0.37, 0.5, 0.999, 1.0, 1.21, 1.5)
ANGLES = (-180.0, -133.7, -90.0, -45.0, -0.4, 0.0, 12.5, 90.0, 123.456, 180.0)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    generator = np.random.default_rng(3)
    for name, size in (("even", 24), ("odd", 23)):
        crop = Image.fromarray(generator.integers(0, 256, (size, size, 3), np.uint8))
        crop.save(folder / f"{name}.png")
        F.hflip(crop).save(folder / f"{name}_flip.png")
        for factor in BRIGHTNESS:
            F.adjust_brightness(crop, factor).save(folder / f"{name}_brightness_{factor}.png")
        for angle in ANGLES:
            F.rotate(crop, angle, InterpolationMode.NEAREST, fill=0).save(folder / f"{name}_rotation_{angle}.png")
        both = F.rotate(F.hflip(F.adjust_brightness(crop, 1.3)), 30.0, InterpolationMode.NEAREST, fill=0)
        both.save(folder / f"{name}_all.png")
    levels = Image.fromarray(np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2))
    tensor = F.normalize(F.to_tensor(levels), [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    table = [[float(f"{value:.9g}") for value in channel] for channel in tensor[:, 0, :].tolist()]
    (folder / "normalised.json").write_text(json.dumps(table, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
