#!/usr/bin/env python3
"""Trains from a file as torchvision publishes them, by the reference work's loop, and prints the history as JSON.
tst_OfficialRun compares it with that of a run which starts from the same file on the same crops. The head is in no such
file: HEAD is the network that the run begins with, of which classifier.* is taken.

Usage: official_run.py WEIGHTS.pth HEAD.safetensors CROPS_FOLDER
"""

import json
import sys

import torch

import crops
import safetensors_file
import train_loop
from classifier import Classifier

weights, head, folder = sys.argv[1:]


def samples(split: str) -> list:
    return [(crops.read(file), crops.label(file)) for file in crops.in_order(f"{folder}/{split}")]


network = Classifier("resnet18")
network.feature_extractor.load_state_dict(torch.load(weights))
own = {name: tensor for name, tensor in safetensors_file.read(head).items() if name.startswith("classifier.")}
network.classifier.load_state_dict({name.removeprefix("classifier."): tensor for name, tensor in own.items()})
print(json.dumps(train_loop.history(network, samples("train"), samples("valid"))))
