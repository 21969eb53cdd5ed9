#!/usr/bin/env python3
"""Writes weights in the form of torchvision's published files, zip.pth and legacy.pth: random ones, the same in both.

Usage: official_weights.py FOLDER
"""

import pathlib
import sys

import torch
import torchvision

torch.manual_seed(7)
folder = pathlib.Path(sys.argv[1])
state = torchvision.models.resnet18().state_dict()
torch.save(state, folder / "zip.pth")
torch.save(state, folder / "legacy.pth", _use_new_zipfile_serialization=False)
