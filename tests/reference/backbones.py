"""State, outputs, gradients and batch statistics of torchvision's backbones under formula weights, in double."""

import numpy as np
import torch

import formula
from classifier import Classifier

IMAGES = (4, 3, 64, 64)


def summary(key: str, tensor: torch.Tensor) -> list:
    """L2 norm, and the product with a vector of the formula, which every element and its place take part in."""
    flat = tensor.detach().numpy().ravel()
    return [float(np.linalg.norm(flat)), float(flat @ formula.unit("probe." + key, flat.size))]


def describe(backbone: str) -> dict:
    network = Classifier(backbone).double()
    formula.fill(network)
    images = torch.from_numpy(formula.unit("images", int(np.prod(IMAGES))).reshape(IMAGES))
    labels = torch.tensor([1.0, 0.0, 0.0, 1.0], dtype=torch.float64)
    network.eval()
    with torch.no_grad():
        eval_logits = network(images).tolist()
    network.train()
    logits = network(images)
    loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels)
    loss.backward()
    return {
        "backbone_parameters": sum(p.numel() for p in network.feature_extractor.parameters()),
        "state": {key: list(tensor.shape) for key, tensor in network.state_dict().items()},
        "eval_logits": eval_logits,
        "train_logits": logits.tolist(),
        "loss": loss.item(),
        "gradients": {key: summary(key, p.grad) for key, p in network.named_parameters()},
        "buffers": {key: summary(key, b) for key, b in network.named_buffers() if b.is_floating_point()},
    }


formula.write("backbones.json", {name: describe(name) for name in ("resnet18", "resnext50_32x4d")})
