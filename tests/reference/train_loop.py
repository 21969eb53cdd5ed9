"""The reference work's loop on generated crops: no augmentation, in order, so that every number follows from the
formula. BCELoss on a sigmoid, as there; losses summed over samples, as there. In double, so that the engine's own
rounding is all that stands between the two."""

import numpy as np
import torch

import crops
import formula
from classifier import Classifier

SIDE = 64
TRAIN, VALID = 10, 6
BATCH, EPOCHS, LEARNING_RATE = 4, 3, 4e-6
torch.set_default_dtype(torch.float64)


def draw(split: str, index: int) -> torch.Tensor:
    """A grey square with noise; odd ones have a dark diagonal. See drawFormulaCrop()."""
    noise = np.floor((formula.unit(f"{split}{index}", SIDE * SIDE) + 0.5) * 60).reshape(SIDE, SIDE)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    offset = index * 7 % 32 - 16
    dark = (np.abs(x - y - offset) <= 3) & (index % 2 == 1)
    level = (np.where(dark, 60, 130) + noise).astype(np.uint8)
    return crops.normalised(np.repeat(level[..., None], 3, axis=2))


def drawn(split: str, count: int) -> list:
    return [(draw(split, i), float(i % 2)) for i in range(count)]


def batches(samples: list):
    for start in range(0, len(samples), BATCH):
        images, labels = zip(*samples[start:start + BATCH])
        yield torch.stack(images), torch.tensor(labels)


def history(network: torch.nn.Module, train: list, valid: list) -> dict:
    """Trains the network on pairs of image and label."""
    criterion = torch.nn.BCELoss()
    optimizer = torch.optim.Adam(network.parameters(), lr=LEARNING_RATE)
    told = {"train_loss": [], "train_accuracy": [], "val_loss": [], "val_accuracy": []}
    for _ in range(EPOCHS):
        network.train()
        running_loss, correct = 0.0, 0
        for images, labels in batches(train):
            optimizer.zero_grad()
            outputs = torch.sigmoid(network(images))
            correct += ((outputs >= 0.5).float() == labels).sum().item()
            loss = criterion(outputs, labels)
            loss.backward()
            optimizer.step()
            running_loss += loss.item() * images.size(0)
        told["train_loss"].append(running_loss / len(train))
        told["train_accuracy"].append(correct / len(train))
        network.eval()
        running_loss, correct = 0.0, 0
        with torch.no_grad():
            for images, labels in batches(valid):
                outputs = torch.sigmoid(network(images))
                correct += ((outputs >= 0.5).float() == labels).sum().item()
                running_loss += criterion(outputs, labels).item() * images.size(0)
        told["val_loss"].append(running_loss / len(valid))
        told["val_accuracy"].append(correct / len(valid))
    return told


if __name__ == "__main__":
    resnet18 = Classifier("resnet18")
    formula.fill(resnet18)
    formula.write("train_loop.json", {
        "side": SIDE, "train": TRAIN, "valid": VALID,
        "batch_size": BATCH, "epochs": EPOCHS, "learning_rate": LEARNING_RATE,
        "resnet18": history(resnet18, drawn("train", TRAIN), drawn("valid", VALID)),
    })
