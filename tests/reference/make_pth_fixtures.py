#!/usr/bin/env python3
"""Writes small files of weights with torch.save, and what PyTorch has in them: the fixtures of tst_PthFile.

Usage: make_pth_fixtures.py FOLDER

Each NAME.pth stands in tensors.json as a list of its tensors: name, type as safetensors call it, shape, and the
elements in row-major order as hexadecimal bytes. Those in refused.json must not be read; it says what has to be named.
Needs Debian's python3-torch (1.13).
"""

import collections
import io
import json
import os
import pathlib
import pickle
import struct
import sys
import zipfile
import zlib

import torch

TYPES = {
    torch.bool: "BOOL",
    torch.uint8: "U8",
    torch.int8: "I8",
    torch.int16: "I16",
    torch.int32: "I32",
    torch.int64: "I64",
    torch.float16: "F16",
    torch.bfloat16: "BF16",
    torch.float32: "F32",
    torch.float64: "F64",
}
LEGACY = {"_use_new_zipfile_serialization": False}


def numbers(*shape, dtype=torch.float32, first=0):
    """Numbers that every type can hold exactly."""
    count = torch.Size(shape).numel()
    return (torch.arange(count) + first).remainder(100).to(dtype).reshape(shape)


def small_network():
    network = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 2), torch.nn.BatchNorm2d(3), torch.nn.Linear(3, 1))
    with torch.no_grad():
        for i, tensor in enumerate(network.state_dict().values()):
            tensor.copy_(numbers(*tensor.shape, first=i))
    return network


def of_all_types():
    return {f"as_{name}": numbers(2, 2, dtype=dtype) for dtype, name in TYPES.items()}


def views():
    whole = numbers(4, 5)
    return {
        "transposed": numbers(3, 2).t(),
        "channels_last": numbers(2, 3, 2, 2).contiguous(memory_format=torch.channels_last),
        "rows": whole[1:3],
        "columns": whole[:, 1:4],
        "every_other": whole[::2, ::2],
        "turned_rows": whole[1:3].t(),
        "expanded": numbers(1, 8).expand(1, 8),
        "scalar": torch.tensor(7.5),
        "one": torch.tensor([[[3.0]]]).transpose(0, 2),
        "none": torch.zeros(2, 0, 3),
    }


def shared():
    weight = numbers(3, 4)
    return {"encoder.weight": weight, "decoder.weight": weight, "decoder.turned": weight.t(), "last": weight[2]}


def description(tensors):
    entries = []
    for name, tensor in tensors.items():
        dense = tensor.detach().clone(memory_format=torch.contiguous_format).reshape(-1)
        if dense.dtype == torch.bfloat16:
            dense = dense.view(torch.int16)
        entries.append({"name": name, "type": TYPES[tensor.dtype], "shape": list(tensor.shape),
                        "bytes": dense.numpy().tobytes().hex()})
    return entries


def readable():
    """Name, object, its tensors, and how to save it."""
    network = small_network()
    state = network.state_dict()
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    parallel = torch.nn.DataParallel(network).state_dict()
    parameters = collections.OrderedDict(network.named_parameters())
    yield "zip", state, state, {}
    yield "legacy", state, state, LEGACY
    for protocol in (3, 4, 5):
        yield f"zip_protocol{protocol}", state, state, {"pickle_protocol": protocol}
        yield f"legacy_protocol{protocol}", state, state, {"pickle_protocol": protocol, **LEGACY}
    checkpoint = {"epoch": 3, "best": 0.5, "note": "a\u00e9", "optimizer": optimiser.state_dict(), "ema": None}
    for form, options in (("zip", {}), ("legacy", LEGACY)):
        yield f"{form}_state_dict", {**checkpoint, "state_dict": state}, state, options
        yield f"{form}_model", {**checkpoint, "model": state}, state, options
        yield f"{form}_parallel", parallel, state, options
        yield f"{form}_parameters", parameters, parameters, options
        yield f"{form}_types", of_all_types(), of_all_types(), options
        yield f"{form}_views", views(), views(), options
        yield f"{form}_shared", shared(), shared(), options


class Call:
    """Pickles as a call of function."""

    def __init__(self, function, *arguments):
        self.call = (function, arguments)

    def __reduce__(self):
        return self.call


def refused():
    """Name, object, how to save it, and what the error has to name."""
    state = small_network().state_dict()
    for form, options in (("zip", {}), ("legacy", LEGACY)):
        yield f"{form}_system", {**state, "x": Call(os.system, "touch /tmp/executed")}, options, "posix.system"
        yield f"{form}_eval", Call(eval, "1 + 1"), options, "eval"
        yield f"{form}_network", torch.nn.Linear(2, 1), options, "Linear"
        yield f"{form}_complex", {"x": torch.zeros(2, dtype=torch.complex64)}, options, "torch.ComplexFloatStorage"
        yield f"{form}_list", [numbers(2)], options, "no dictionary"
        yield f"{form}_numbers", {"weight": numbers(2), "epoch": 3}, options, "\"epoch\""
        yield f"{form}_empty", {}, options, "no dictionary"
    yield "expanded", {"weight": numbers(1).expand(10**6)}, {}, "more memory"


def streamed(source, target):
    """The same archive as a program writes it that cannot seek: with data descriptors, and all in zip64."""

    class Stream(io.RawIOBase):
        def __init__(self):
            self.written = io.BytesIO()

        def writable(self):
            return True

        def write(self, data):
            return self.written.write(data)

    stream = Stream()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            with new.open(name, "w", force_zip64=True) as entry:
                entry.write(old.read(name))
    target.write_bytes(stream.written.getvalue())


def in_zip64(source, target):
    """The same archive with all sizes and offsets of its directory in zip64, as beyond 4 GiB."""
    with zipfile.ZipFile(source) as old:
        entries = [(entry.filename.encode(), old.read(entry)) for entry in old.infolist()]
    data, directory = b"", b""
    for name, content in entries:
        checksum, offset = zlib.crc32(content), len(data)
        data += struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0, 0, 0, 0, checksum, len(content), len(content),
                            len(name), 0) + name + content
        extra = struct.pack("<HHQQQ", 1, 24, len(content), len(content), offset)
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0, 0, 0, 0, checksum, 0xFFFFFFFF, 0xFFFFFFFF,
                                 len(name), len(extra), 0, 0, 0, 0, 0xFFFFFFFF) + name + extra
    record = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, len(entries), len(entries), len(directory),
                         len(data))
    locator = struct.pack("<IIQI", 0x07064B50, 0, len(data) + len(directory), 1)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 4) + b"note"
    target.write_bytes(data + directory + record + locator + end)


def repacked(source, target, change=lambda name, data: (name, data), method=zipfile.ZIP_STORED):
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", method) as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    tensors, causes = {}, {}
    for name, saved, state, options in readable():
        torch.save(saved, folder / f"{name}.pth", **options)
        tensors[name] = description(state)
    for name, saved, options, cause in refused():
        torch.save(saved, folder / f"{name}.pth", **options)
        causes[name] = cause
    source = folder / "zip.pth"
    streamed(source, folder / "zip_streamed.pth")
    in_zip64(source, folder / "zip_zip64.pth")
    for order in ("little", "big"):
        target = folder / f"zip_{order}_endian.pth"
        repacked(source, target)
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr(f"{source.stem}/byteorder", order)
    repacked(source, folder / "zip_compressed.pth", method=zipfile.ZIP_DEFLATED)
    torch.jit.script(torch.nn.Linear(2, 1)).save(str(folder / "script.pth"))
    legacy = (folder / "legacy.pth").read_bytes()
    little = b"little_endianq\x02\x88"
    assert legacy.count(little) == 1
    (folder / "legacy_big_endian.pth").write_bytes(legacy.replace(little, b"little_endianq\x02\x89"))
    (folder / "plain_pickle.pth").write_bytes(pickle.dumps({"weight": [1.0, 2.0]}, protocol=2))
    for name in ("zip_streamed", "zip_zip64", "zip_little_endian"):
        tensors[name] = tensors["zip"]
    causes |= {"zip_big_endian": "\"big\"", "legacy_big_endian": "\"big\"", "zip_compressed": "compressed",
               "script": "TorchScript", "plain_pickle": "torch.save did not write"}
    for name, content in (("tensors", tensors), ("refused", causes)):
        lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in content.items())
        (folder / f"{name}.json").write_text(f"{{\n{lines}\n}}\n")


if __name__ == "__main__":
    torch.manual_seed(0)
    main(pathlib.Path(sys.argv[1]))
