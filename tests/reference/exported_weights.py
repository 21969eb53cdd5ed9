#!/usr/bin/env python3
"""Prints what the network of the reference work, in PyTorch, says with weights that a run exported: the probability of
crack by file, as JSON. tst_ExportCommand compares it with what the program says itself.

Usage: exported_weights.py WEIGHTS.safetensors CROPS_FOLDER
"""

import json
import sys

import torch

import crops
import safetensors_file
from classifier import Classifier

weights, folder = sys.argv[1:]
network = Classifier("resnet18")
network.load_state_dict(safetensors_file.read(weights))  # strict: every name has to be there, and no other
network.eval()
files = crops.in_order(folder)
with torch.no_grad():
    outputs = torch.sigmoid(network(torch.stack([crops.read(file) for file in files])))
print(json.dumps({file.name: output.item() for file, output in zip(files, outputs)}))
