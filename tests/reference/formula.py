"""Values that Python and C++ compute alike: a hash of a key and an index (see FormulaWeights.h)."""

import json
import pathlib

import numpy as np
import torch

DATA = pathlib.Path(__file__).resolve().parent.parent / "data" / "engine"


def unit(key: str, count: int) -> np.ndarray:
    """count doubles in [-0.5, 0.5)."""
    seed = 0x811C9DC5  # FNV-1a
    for letter in key.encode():
        seed = ((seed ^ letter) * 0x01000193) & 0xFFFFFFFF
    index = np.arange(count, dtype=np.uint64)
    bits = (index * 2654435761 + seed) & 0xFFFFFFFF
    bits ^= bits >> 16
    bits = (bits * 0x45D9F3B) & 0xFFFFFFFF
    bits ^= bits >> 16
    return bits.astype(np.float64) / 4294967296.0 - 0.5


def values(key: str, shape: tuple) -> np.ndarray:
    """Sensible weights: He's variance for matrices and kernels, near 1 or near 0 for the rest."""
    drawn = unit(key, int(np.prod(shape, dtype=np.int64)))
    if len(shape) > 1:
        drawn *= np.sqrt(24.0 / np.prod(shape[1:]))
    elif key.endswith("running_var") or key.endswith("weight"):
        drawn = 1.0 + 0.4 * drawn
    else:
        drawn = 0.2 * drawn
    return drawn.reshape(shape)


def fill(module: torch.nn.Module) -> None:
    """Overwrites the state of a module with formula values."""
    with torch.no_grad():
        for key, tensor in module.state_dict().items():
            if tensor.is_floating_point():
                tensor.copy_(torch.from_numpy(values(key, tuple(tensor.shape))))
            else:
                tensor.zero_()


def write(name: str, content: dict) -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    (DATA / name).write_text(json.dumps(content, separators=(",", ":")) + "\n")
