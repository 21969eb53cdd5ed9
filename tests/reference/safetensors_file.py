"""Reads the safetensors files that Fissure writes, without the library of that name, which Debian 12 lacks."""

import json

import numpy as np
import torch

TYPES = {"F32": np.float32, "I64": np.int64}


def read(path: str) -> dict:
    """The tensors by name."""
    with open(path, "rb") as file:
        content = file.read()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8:8 + length])
    header.pop("__metadata__", None)
    data = content[8 + length:]
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        array = np.frombuffer(data[begin:end], TYPES[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(array.copy())
    return tensors
