"""Binary cross-entropy and torchvision's focal loss, a sample each, with the gradient of their mean."""

import torch
from torchvision.ops import sigmoid_focal_loss

import formula

LOGITS = [-30.0, -4.0, -1.5, -0.25, 0.0, 0.1, 0.75, 2.0, 5.0, 30.0]
LABELS = [0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0]


def case(alpha=None, gamma=None) -> dict:
    logits = torch.tensor(LOGITS, dtype=torch.float64, requires_grad=True)
    labels = torch.tensor(LABELS, dtype=torch.float64)
    if gamma is None:
        losses = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels, reduction="none")
    else:
        losses = sigmoid_focal_loss(logits, labels, alpha=alpha, gamma=gamma)
    losses.mean().backward()
    return {"alpha": alpha, "gamma": gamma, "losses": losses.tolist(), "gradient": logits.grad.tolist()}


formula.write("losses.json", {
    "logits": LOGITS,
    "labels": LABELS,
    "bce": case(),
    "focal": [case(0.25, 2.0), case(-1.0, 2.0), case(0.6, 2.0), case(0.25, 0.0), case(0.5, 3.5)],
})
