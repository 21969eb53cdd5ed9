#!/usr/bin/env python3
"""Draws masks and computes their crack boxes with OpenCV's Python binding: what tst_Masks compares with.

Usage: mask_boxes.py FOLDER     writes FOLDER/*.png and FOLDER/boxes.json
"""

import json
import pathlib
import sys

import cv2
import numpy as np


def boxes_of(mask):
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    binary = (closed > 127).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(binary, connectivity=8)
    # Left, top, right and bottom, the latter two exclusive.
    found = [(x, y, x + w, y + h) for x, y, w, h, area in stats[1:count] if area > 20]
    return sorted(merged(found), key=lambda box: (box[1], box[0]))


def merged(boxes):
    for i, first in enumerate(boxes):
        for other in boxes[i + 1:]:
            gap_x = max(first[0], other[0]) - min(first[2], other[2])
            gap_y = max(first[1], other[1]) - min(first[3], other[3])
            if gap_x < 10 and gap_y < 10:
                common = (min(first[0], other[0]), min(first[1], other[1]),
                          max(first[2], other[2]), max(first[3], other[3]))
                rest = [box for box in boxes if box is not first and box is not other]
                return merged(rest + [common])
    return boxes


def canvas(height=160, width=200):
    return np.zeros((height, width), np.uint8)


def cases():
    yield "empty", canvas()

    lone = canvas()
    cv2.polylines(lone, [np.array([[20, 30], [60, 45], [90, 120]], np.int32)], False, 255, 2)
    yield "line", lone

    # Gaps of 14 close, gaps above stay; 9 and 10 pixels between boxes decide about merging.
    gaps = canvas()
    for x in (10, 44, 104, 150):
        gaps[20:50, x:x + 20] = 255
    for x, y in ((10, 90), (60, 109), (111, 90), (161, 110)):
        gaps[y:y + 10, x:x + 41] = 255
    yield "gaps", gaps

    # The upright bar is close to the lying one only; their union reaches a third box, and with it a fourth.
    chain = canvas()
    chain[60:100, 10:20] = 255
    chain[95:105, 15:80] = 255
    chain[30:75, 60:70] = 255
    chain[35:45, 25:35] = 255
    yield "chain", chain

    # Components of 20 and of 21 pixels in corners the closing cannot fill.
    areas = canvas()
    areas[30:34, 30:35] = 255
    areas[100:103, 100:107] = 255
    yield "areas", areas

    # Levels about the threshold.
    levels = canvas()
    levels[20:60, 20:60] = 127
    levels[20:60, 110:150] = 128
    yield "levels", levels

    generator = np.random.default_rng(7)
    for number in range(3):
        specks = canvas(120, 120)
        for _ in range(9):
            points = np.cumsum(generator.integers(-12, 13, (5, 2)), axis=0) + generator.integers(5, 115, 2)
            cv2.polylines(specks, [points.astype(np.int32)], False, int(generator.integers(90, 256)), 1)
        yield f"cracks_{number}", specks


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, mask in cases():
        cv2.imwrite(str(folder / f"{name}.png"), mask)
        expected[name] = [[int(x0), int(y0), int(x1 - x0), int(y1 - y0)] for x0, y0, x1, y1 in boxes_of(mask)]
    lines = ",\n".join(f" {json.dumps(name)}: {json.dumps(boxes)}" for name, boxes in expected.items())
    (folder / "boxes.json").write_text("{\n" + lines + "\n}\n")


if __name__ == "__main__":
    main()
