#!/usr/bin/env python3
"""Writes one small picture in every kind of file that is read: the fixtures of tst_ImageFile and tst_Masks.

Usage: images.py FOLDER
"""

import pathlib
import sys

import numpy as np
from PIL import Image


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    ramp = np.linspace(40, 210, 24).astype(np.uint8)
    noise = np.random.default_rng(1).integers(0, 20, (16, 24), np.uint8)
    gray = ramp[None, :] + noise
    picture = Image.fromarray(np.stack([gray, gray, gray], axis=2))
    picture.save(folder / "kind.bmp")
    picture.save(folder / "kind.tif")
    picture.save(folder / "kind.webp", quality=90)
    picture.save(folder / "kind_lossless.webp", lossless=True)
    picture.save(folder / "kind.png")
    picture.quantize(32).save(folder / "kind_palette.png")
    Image.fromarray(gray.astype(np.int32) * 257, "I").save(folder / "kind_16bit.png")
    picture.convert("L").save(folder / "kind_gray.jpg", quality=92)
    picture.save(folder / "kind_progressive.jpg", quality=92, progressive=True)
    picture.convert("CMYK").save(folder / "kind_cmyk.jpg", quality=92)
    Image.fromarray(np.array([[1, 0, 1, 1, 0, 0, 0, 0]], np.uint8) * 255).convert("1").save(folder / "one_bit.png")
    crack = np.zeros((12, 16), np.int32)
    crack[3:9, 4:12] = 1
    Image.fromarray(crack * 65535, "I").save(folder / "mask_16bit.png")
    Image.fromarray(crack * 255, "I").save(folder / "mask_16bit_low.png")
    Image.fromarray((crack * 255).astype(np.uint16)).save(folder / "mask_16bit_low.tif")
    Image.fromarray(crack.astype(np.float32)).save(folder / "mask_float.tif")
    palette = Image.fromarray(crack.astype(np.uint8), "P")
    palette.putpalette([0, 0, 0, 128, 0, 0])
    palette.save(folder / "mask_palette.png")
    alpha = (crack * 255).astype(np.uint8)
    black = np.zeros_like(alpha)
    Image.fromarray(np.stack([black, black, black, alpha], axis=2)).save(folder / "mask_alpha.png")
    Image.fromarray(np.stack([black + 255, alpha], axis=2)).save(folder / "mask_gray_alpha.png")
    Image.fromarray(np.stack([alpha, alpha, alpha, black + 255], axis=2)).save(folder / "mask_opaque.png")
    big_endian = Image.fromarray(gray.astype(">u2") * 257, "I;16B")
    big_endian.save(folder / "kind_big_endian.tif")


if __name__ == "__main__":
    main()
