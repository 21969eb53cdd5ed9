#!/usr/bin/python3
"""Writes tests/data/classification_reports.json: what scikit-learn's classification_report prints for some confusion
matrices. Needs Debian's python3-sklearn (1.2.1). Run from the root of the project; the result is committed."""

import json
import random
import warnings

from sklearn.metrics import classification_report

# true positives, false positives, true negatives, false negatives; crack is the positive class
CASES = [
    (3, 1, 4, 2),
    (9969, 4910, 32201, 5368),  # of the size of the reference work
    (0, 0, 5, 5),  # nothing predicted as crack
    (5, 5, 0, 0),  # everything predicted as crack
    (0, 4, 6, 0),  # no crack among the labels
    (6, 0, 0, 4),  # nothing but crack among the labels
    (7, 0, 13, 0),  # everything right
    (1, 7, 1, 7),  # 0.125: halves are rounded to even
]


def random_cases():
    rng = random.Random(7)
    for limit in (4, 12, 40, 200, 5000):
        for _ in range(40):
            case = tuple(rng.randrange(limit) for _ in range(4))
            tp, fp, tn, fn = case
            # With one class in neither labels nor predictions scikit-learn prints another table, and where nothing
            # at all is right it prints supports as fractions.
            if tp + fp + fn > 0 and fp + tn + fn > 0 and tp + tn > 0:
                yield case


def report_of(case):
    tp, fp, tn, fn = case
    labels = [1] * tp + [0] * fp + [0] * tn + [1] * fn
    predicted = [1] * tp + [1] * fp + [0] * tn + [0] * fn
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return classification_report(labels, predicted, target_names=["no crack", "crack"], zero_division=0)


def main():
    cases = CASES + list(random_cases())
    reports = [{"counts": list(case), "report": report_of(case)} for case in cases]
    with open("tests/data/classification_reports.json", "w", encoding="utf-8") as file:
        json.dump(reports, file, indent=1)
        file.write("\n")


main()
