#!/usr/bin/env python3
"""Builds proposals from photographs and masks twice, as the reference work does it (Python, OpenCV and Pillow, one
process) and with `fissure-cli proposals build`, and compares seconds, peak memory and what came out.

Usage: build_proposals.py FISSURE_CLI FOLDER...     each FOLDER holds images/ and masks/

Needs Debian's python3-opencv and python3-pil. Run it on a machine that does nothing else.
"""

import collections
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import cv2
from PIL import Image

sys.path.append(str(pathlib.Path(__file__).parent.parent / "reference"))
from mask_boxes import boxes_of  # noqa: E402

LABEL_IOU = 0.5
LARGEST = 400
CROP_PX = 224
IMAGE_TYPES = {".jpg", ".jpeg", ".png", ".bmp", ".tif", ".tiff", ".webp"}


def overlap(box, other):
    """IoU of two boxes given as left, top, right and bottom, the latter two exclusive."""
    width = min(box[2], other[2]) - max(box[0], other[0])
    height = min(box[3], other[3]) - max(box[1], other[1])
    if width <= 0 or height <= 0:
        return 0.0
    common = width * height
    return common / ((box[2] - box[0]) * (box[3] - box[1]) + (other[2] - other[0]) * (other[3] - other[1]) - common)


def proposals_of(image):
    """Selective search in its fast mode, without the whole image, the largest first."""
    search = cv2.ximgproc.segmentation.createSelectiveSearchSegmentation()
    search.setBaseImage(image)
    search.switchToSelectiveSearchFast()
    height, width = image.shape[:2]
    boxes = {(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h in search.process()}
    boxes.discard((0, 0, width, height))
    return sorted(boxes, key=lambda box: ((box[0] - box[2]) * (box[3] - box[1]), box[1], box[0]))


def cuts_of(image, truth):
    """(box, IoU, label) of every positive, of the negatives among the largest and of the ground truth."""
    for rank, box in enumerate(proposals_of(image)):
        iou = max((overlap(box, other) for other in truth), default=0.0)
        label = int(iou > LABEL_IOU)
        if label or rank < LARGEST:
            yield box, iou, label
    for box in truth:
        yield box, 1.0, 1


def band_of(rounded_iou):
    return min(round(float(rounded_iou) * 100) // 10, 9)


def build_in_python(folder, out):
    counts = collections.Counter()
    for path in sorted((folder / "images").iterdir()):
        if path.suffix.lower() not in IMAGE_TYPES:
            continue
        image = cv2.imread(str(path))
        mask = cv2.imread(str(folder / "masks" / (path.stem + ".png")), cv2.IMREAD_GRAYSCALE)
        picture = Image.fromarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB))
        for number, (box, iou, label) in enumerate(cuts_of(image, boxes_of(mask))):
            rounded = f"{iou:.2f}"
            crop = picture.crop(box).resize((CROP_PX, CROP_PX))
            crop.save(out / f"{path.stem}.{number}.{rounded.replace('.', '_')}.{label}.jpg", quality=95)
            counts[label, band_of(rounded)] += 1
    return counts


def build_with_fissure(program, folder, out):
    subprocess.run([program, "proposals", "build", "--images", folder / "images", "--masks", folder / "masks",
                    "--out", out, "--ground-truth-crops"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    counts = collections.Counter()
    for crop in out.glob("*.jpg"):
        _, _, iou, label, _ = crop.name.rsplit(".", 4)
        counts[int(label), band_of(iou.replace("_", "."))] += 1
    return counts


def timed(build, *arguments):
    start = time.perf_counter()
    counts = build(*arguments)
    return time.perf_counter() - start, counts


def main():
    program, folders = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    python_seconds = fissure_seconds = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for number, folder in enumerate(folders):
            out = pathlib.Path(scratch) / f"python_{number}"
            out.mkdir()
            fissure, ours = timed(build_with_fissure, program, folder, pathlib.Path(scratch) / f"fissure_{number}")
            python, theirs = timed(build_in_python, folder, out)
            print(f"{folder}: Python {python:.1f} s, {sum(theirs.values())} crops; "
                  f"Fissure {fissure:.1f} s, {sum(ours.values())} crops; {python / fissure:.2f} times as fast")
            for label in (0, 1):
                print("  no crack" if label == 0 else "  crack   ", "by IoU band:",
                      " ".join(f"{ours[label, band]}({theirs[label, band]})" for band in range(10)))
            python_seconds += python
            fissure_seconds += fissure
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"all: {python_seconds / fissure_seconds:.2f} times as fast as Python; Fissure's peak memory {peak:.0f} MiB")


if __name__ == "__main__":
    main()
