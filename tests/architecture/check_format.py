#!/usr/bin/env python3
"""Checks that every source is formatted as .clang-format says. Usage: check_format.py PROJECT CLANG_FORMAT."""
import pathlib
import subprocess
import sys


def main(project, clang_format):
    files = [str(file) for top in ("app", "core", "ui", "tests") for file in sorted((project / top).rglob("*"))
             if file.suffix in (".h", ".cpp")]
    checked = subprocess.run([clang_format, "--dry-run", "--Werror", "--ferror-limit=1", *files], check=False)
    print(f"{len(files)} files")
    return 1 if checked.returncode or not files else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2]))
