#!/usr/bin/python3
"""Writes tests/data/classification_reports.json: what scikit-learn's classification_report prints for some confusion
matrices. Needs Debian's python3-sklearn (1.2.1). Run from the root of the project; the result is committed."""

import json
import random
import re
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
    (0, 0, 9, 0),  # no crack anywhere
    (9, 0, 0, 0),  # nothing but crack anywhere
    (0, 4, 0, 3),  # nothing right
    (0, 4, 0, 0),
    (0, 0, 0, 3),
    # A single proposal
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 0, 1, 0),
    (0, 0, 0, 1),
]


def random_cases():
    rng = random.Random(7)
    for limit in (4, 12, 40, 200, 5000):
        for _ in range(40):
            case = tuple(rng.randrange(limit) for _ in range(4))
            if sum(case) > 0:
                yield case


def report_of(case):
    tp, fp, tn, fn = case
    labels = [1] * tp + [0] * fp + [0] * tn + [1] * fn
    predicted = [1] * tp + [1] * fp + [0] * tn + [0] * fn
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = classification_report(labels, predicted, labels=[0, 1], target_names=["no crack", "crack"],
                                       zero_division=0)
    # Two quirks that ours does not share. With a class in neither labels nor predictions scikit-learn names the
    # accuracy "micro avg", which is the same number three times; where nothing is right it prints counts as fractions.
    report = re.sub(r"   micro avg {7}\d\.\d\d {6}\d\.\d\d(.*)", rf"    accuracy{'':21}\1", report)
    return re.sub(r"(\d+)\.0$", r"  \1", report, flags=re.MULTILINE) if tp + tn == 0 else report


def main():
    cases = CASES + list(random_cases())
    reports = [{"counts": list(case), "report": report_of(case)} for case in cases]
    with open("tests/data/classification_reports.json", "w", encoding="utf-8") as file:
        json.dump(reports, file, indent=1)
        file.write("\n")


main()
