#!/usr/bin/python3
"""Writes tests/data/curves.json: ROC and precision-recall curves, their areas, Brier score and reliability diagram as
scikit-learn computes them. Needs Debian's python3-sklearn (1.2.1). Run from the root of the project; the result is
committed."""

import json
import random

import numpy
from sklearn.calibration import calibration_curve
from sklearn.metrics import (
    average_precision_score,
    brier_score_loss,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)

BINS = (10, 15)

# Labels (1: crack) and probabilities.
CASES = {
    "two": ([0, 1], [0.25, 0.75]),
    "perfect": ([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]),
    "everything wrong": ([1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9]),
    "all of one probability": ([0, 1, 1, 0, 0], [0.5] * 5),
    "ties across the classes": ([0, 1, 0, 1, 1, 0], [0.4, 0.4, 0.7, 0.7, 0.7, 0.1]),
    "ends of the range": ([0, 0, 1, 1, 0, 1], [0.0, 1.0, 0.0, 1.0, 0.0, 1.0]),
    # Edges of bins, of which some (0.3, 0.6, 0.7) are not where numpy's linspace has them.
    "edges of bins": ([0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1], [i / 10 for i in range(11)]),
}


def random_cases():
    rng = random.Random(11)
    for count in (3, 5, 8, 13, 21, 34):
        for share, decimals in ((0.5, 1), (0.2, 17)):
            labels = [int(rng.random() < share) for _ in range(count)]
            labels[:2] = [0, 1]
            yield f"{count} at random, {decimals} decimals", labels, scores(rng, labels, decimals)


def scores(rng, labels, decimals):
    """Of a classifier that is better than chance and too sure of itself."""
    draw = lambda label: 1.0 / (1.0 + numpy.exp(-rng.gauss(2.0 if label else -2.0, 3.0)))
    return [round(float(draw(label)), decimals) for label in labels]


def relabelled_cases():
    """One set of proposals with exact IoUs, labelled by four thresholds."""
    rng = random.Random(12)
    ious = [round(rng.betavariate(1.0, 1.5), 4) for _ in range(60)]
    probabilities = scores(rng, [int(iou > 0.5) for iou in ious], 3)
    for label_iou in (0.2, 0.35, 0.5, 0.7):
        labels = [int(iou > label_iou) for iou in ious]
        yield {"name": f"labels at IoU {label_iou}", "ious": ious, "label_iou": label_iou,
               **measured(labels, probabilities)}


def calibration_error(labels, probabilities, bins):
    """scikit-learn 1.2 has none of its own; the bins are those of its calibration_curve."""
    labels, probabilities = numpy.array(labels), numpy.array(probabilities)
    ids = numpy.searchsorted(numpy.linspace(0.0, 1.0, bins + 1)[1:-1], probabilities)
    counts = numpy.bincount(ids, minlength=bins)
    error = sum(abs(labels[ids == i].mean() - probabilities[ids == i].mean()) * counts[i]
                for i in range(bins) if counts[i]) / len(labels)
    return float(error), counts.tolist()


def reliability(labels, probabilities, bins):
    error, counts = calibration_error(labels, probabilities, bins)
    fractions, means = calibration_curve(labels, probabilities, n_bins=bins)
    return {"bins": bins, "error": error, "counts": counts,
            "filled": [list(pair) for pair in zip(means.tolist(), fractions.tolist())]}


def measured(labels, probabilities):
    false_rates, true_rates, thresholds = roc_curve(labels, probabilities, drop_intermediate=False)
    precisions, recalls, rising = precision_recall_curve(labels, probabilities)
    return {
        "labels": labels,
        "probabilities": probabilities,
        # The first point is at a threshold that nothing reaches: highest + 1 here, infinity in later versions.
        "roc": [list(point) for point in
                zip([None] + thresholds[1:].tolist(), false_rates.tolist(), true_rates.tolist())],
        "precision_recall": [list(point) for point in
                             zip(rising.tolist() + [None], precisions.tolist(), recalls.tolist())],
        "roc_auc": float(roc_auc_score(labels, probabilities)),
        "average_precision": float(average_precision_score(labels, probabilities)),
        "brier": float(brier_score_loss(labels, probabilities)),
        "reliability": [reliability(labels, probabilities, bins) for bins in BINS],
    }


def main():
    cases = [{"name": name, **measured(*case)} for name, case in CASES.items()]
    cases += [{"name": name, **measured(labels, chosen)} for name, labels, chosen in random_cases()]
    cases += relabelled_cases()
    with open("tests/data/curves.json", "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


main()
