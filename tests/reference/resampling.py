#!/usr/bin/env python3
"""Scales small pictures with Pillow: what tst_Resampling compares with.

Usage: resampling.py FOLDER     writes FOLDER/*.png, the results named <picture>_<kernel>_<width>x<height>.png
"""

import pathlib
import sys

import numpy as np
from PIL import Image

KERNELS = {"bilinear": Image.BILINEAR, "bicubic": Image.BICUBIC}
SIZES = ((16, 16), (7, 40), (61, 9), (90, 90), (61, 43), (1, 1))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    generator = np.random.default_rng(5)
    noise = generator.integers(0, 256, (43, 61, 3), np.uint8)
    edges = np.zeros((43, 61, 3), np.uint8)  # where a bicubic kernel overshoots at both ends
    edges[:, 20:33] = 255
    edges[11:14] = (255, 0, 128)
    for name, pixels in (("noise", noise), ("edges", edges), ("line", noise[:1, :5])):
        picture = Image.fromarray(pixels)
        picture.save(folder / f"{name}.png")
        for kernel, resample in KERNELS.items():
            for width, height in SIZES:
                picture.resize((width, height), resample).save(folder / f"{name}_{kernel}_{width}x{height}.png")


if __name__ == "__main__":
    main()
