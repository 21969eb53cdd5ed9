"""Crops as the reference work reads them, for tests that run beside it."""

import pathlib

import numpy as np
import PIL.Image
import torch

MEAN = torch.tensor([0.485, 0.456, 0.406], dtype=torch.float64).view(3, 1, 1)
STD = torch.tensor([0.229, 0.224, 0.225], dtype=torch.float64).view(3, 1, 1)


def normalised(pixels: np.ndarray) -> torch.Tensor:
    """Bytes [H, W, 3] to [3, H, W], in the default type."""
    image = torch.from_numpy(pixels.copy()).permute(2, 0, 1).double() / 255.0
    return ((image - MEAN) / STD).to(torch.get_default_dtype())


def read(file: pathlib.Path) -> torch.Tensor:
    return normalised(np.asarray(PIL.Image.open(file).convert("RGB")))


def in_order(folder: str) -> list:
    """The files of a folder by the counter in their names (source.counter.iou.label.ext)."""
    return sorted(pathlib.Path(folder).iterdir(), key=lambda file: int(file.name.split(".")[1]))


def label(file: pathlib.Path) -> float:
    return float(file.name.split(".")[3])
