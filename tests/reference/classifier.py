"""The network of the reference work, giving logits."""

import torch
import torchvision


class Classifier(torch.nn.Module):
    def __init__(self, backbone: str):
        super().__init__()
        self.feature_extractor = getattr(torchvision.models, backbone)()
        self.classifier = torch.nn.Sequential(torch.nn.ReLU(), torch.nn.Linear(1000, 1))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.classifier(self.feature_extractor(images)).squeeze(1)
