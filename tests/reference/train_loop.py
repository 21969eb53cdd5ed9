"""The reference work's loop on generated crops: no augmentation, in order, so that every number follows from the
formula. BCELoss on a sigmoid, as there; losses summed over samples, as there. In double, so that the engine's own
rounding is all that stands between the two."""

import numpy as np
import torch

import formula
from classifier import Classifier

SIDE = 64
TRAIN, VALID = 10, 6
BATCH, EPOCHS, LEARNING_RATE = 4, 3, 4e-6
torch.set_default_dtype(torch.float64)
MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
STD = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)


def draw(split: str, index: int) -> torch.Tensor:
    """A grey square with noise; odd ones have a dark diagonal. See drawFormulaCrop()."""
    noise = np.floor((formula.unit(f"{split}{index}", SIDE * SIDE) + 0.5) * 60).reshape(SIDE, SIDE)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    offset = index * 7 % 32 - 16
    dark = (np.abs(x - y - offset) <= 3) & (index % 2 == 1)
    level = (np.where(dark, 60, 130) + noise).astype(np.uint8)
    image = torch.from_numpy(np.repeat(level[None], 3, axis=0)).double() / 255.0
    return (image - MEAN) / STD


def batches(split: str, count: int):
    for start in range(0, count, BATCH):
        indices = range(start, min(count, start + BATCH))
        yield torch.stack([draw(split, i) for i in indices]), torch.tensor([float(i % 2) for i in indices])


def run(backbone: str) -> dict:
    network = Classifier(backbone)
    formula.fill(network)
    criterion = torch.nn.BCELoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    history = {"train_loss": [], "train_accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(EPOCHS):
        network.train()
        running_loss, correct = 0.0, 0
        for images, labels in batches("train", TRAIN):
            optimizer.zero_grad()
            outputs = torch.sigmoid(network(images))
            correct += ((outputs >= 0.5).float() == labels).sum().item()
            loss = criterion(outputs, labels)
            loss.backward()
            optimizer.step()
            running_loss += loss.item() * images.size(0)
        history["train_loss"].append(running_loss / TRAIN)
        history["train_accuracy"].append(correct / TRAIN)
        network.eval()
        running_loss, correct = 0.0, 0
        with torch.no_grad():
            for images, labels in batches("valid", VALID):
                outputs = torch.sigmoid(network(images))
                correct += ((outputs >= 0.5).float() == labels).sum().item()
                running_loss += criterion(outputs, labels).item() * images.size(0)
        history["val_loss"].append(running_loss / VALID)
        history["val_accuracy"].append(correct / VALID)
    return history


formula.write("train_loop.json", {
    "side": SIDE, "train": TRAIN, "valid": VALID,
    "batch_size": BATCH, "epochs": EPOCHS, "learning_rate": LEARNING_RATE,
    "resnet18": run("resnet18"),
})
