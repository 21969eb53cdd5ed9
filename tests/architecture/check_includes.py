#!/usr/bin/env python3
"""Checks the invariants of ARCHITECTURE.md that can be read off the sources.

Usage: check_includes.py PROJECT. Prints one line a slip and exits with 1 where there is one.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)

# folder -> folders of the project whose headers it may include besides its own
ALLOWED = {
    "core/base": set(),
    "core/config": {"core/base"},
    "core/metrics": {"core/base"},
    "core/net": {"core/base"},
    "core/data": {"core/base", "core/config", "core/metrics"},
    "core/store": {"core/base", "core/config", "core/metrics"},
    "core/engine": {"core/base", "core/config", "core/metrics", "core/data"},
    "core/session": {"core/base", "core/config", "core/metrics", "core/data", "core/store", "core/engine"},
    "ui": {"core/base", "core/config", "core/metrics", "core/net", "core/data", "core/store", "core/session"},
    "app/cli": {"core/base", "core/config", "core/metrics", "core/net", "core/data", "core/store", "core/session"},
    "app/gui": {"ui", "core/base", "core/config", "core/metrics", "core/net", "core/data", "core/store", "core/session"},
}

# A feature of the window may use what all share, and no other feature.
SHARED_UI = {"common", "run"}
FEATURES = {"launch", "live", "runs", "gallery", "data", "settings"}

TORCH = re.compile(r"^(torch|ATen|c10|caffe2)/")
OPENCV = re.compile(r"^opencv2/")
SQLITE = re.compile(r"^(SQLiteCpp/|sqlite3)")
QT = re.compile(r"^Q[A-Z]|^Qt[A-Z]")
CURL = re.compile(r"^curl/")
SQL = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|PRAGMA)\b')


def room_of(path):
    """The longest known folder the path lies in, or None."""
    return max((room for room in ALLOWED if path.startswith(room + "/")), key=len, default=None)


def library_slips(path, name):
    if TORCH.match(name) and not path.startswith("core/engine/"):
        yield f"{path}: <{name}>: LibTorch belongs into core/engine only"
    if OPENCV.match(name) and not (path.startswith("core/data/") and path.endswith(".cpp")):
        yield f"{path}: <{name}>: OpenCV belongs into sources of core/data only"
    if SQLITE.match(name) and not path.startswith("core/store/"):
        yield f"{path}: <{name}>: SQLite belongs into core/store only"
    if CURL.match(name) and not (path.startswith("core/net/") and path.endswith(".cpp")):
        yield f"{path}: <{name}>: libcurl belongs into sources of core/net only"
    if QT.match(name) and path.startswith(("core/", "app/cli/")):
        yield f"{path}: <{name}>: core and the command line know no Qt"


def project_slips(path, name):
    room, target = room_of(path), room_of(name)
    if target is None:
        yield f'{path}: "{name}": project headers are included from the project\'s root'
    elif target != room and target not in ALLOWED[room]:
        yield f'{path}: "{name}": {room} may not include {target}'
    elif room == "ui" and target == "ui":
        own, other = path.split("/")[1], name.split("/")[1]
        if own in FEATURES and other not in SHARED_UI | {own}:
            yield f'{path}: "{name}": features of the window do not include each other'
        if own in SHARED_UI and other in FEATURES:
            yield f'{path}: "{name}": what features share does not know them'


def slips_in(path, text):
    for kind, name in INCLUDE.findall(text):
        yield from library_slips(path, name) if kind == "<" else project_slips(path, name)
    if not path.startswith("core/store/") and SQL.search(text):
        yield f"{path}: SQL belongs into core/store only"
    if len(text.splitlines()) > 600:
        yield f"{path}: {len(text.splitlines())} lines; a file holds one idea"


def sources(project):
    for top in ("app", "core", "ui"):
        for file in sorted((project / top).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                yield file.relative_to(project).as_posix(), file.read_text(encoding="utf-8")


def main(project):
    found = [slip for path, text in sources(project) for slip in slips_in(path, text)]
    files = sum(1 for _ in sources(project))
    print(*found, f"{files} files, {len(found)} slips", sep="\n")
    return 1 if found or files == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
