#!/usr/bin/env python3
"""Checks that a catalogue translates every text of the sources.

Usage: check_translations.py CATALOGUE.ts LUPDATE [LUPDATE-ARGUMENT...]

Brings a copy of the catalogue up to date with the sources, as `ninja update_translations` does, and fails where a
text is not translated, or where a translation lacks a placeholder (%1, %n) of its text or has one of its own.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

PLACEHOLDER = re.compile(r"%(?:L?\d+|n)")


def slips_of(catalogue):
    """Sentences about the texts of an up-to-date catalogue."""
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.find("source").text
            translation = message.find("translation")
            where = f'{context.find("name").text}: "{source}"'
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            if translation.get("type") == "unfinished" or not all(forms):
                yield f"{where} is not translated"
                continue
            wanted = set(PLACEHOLDER.findall(source))
            for form in forms:
                # A form for one thing may leave its number out.
                if set(PLACEHOLDER.findall(form)) | {"%n"} != wanted | {"%n"}:
                    yield f'{where} has other placeholders than "{form}"'


def main(catalogue, lupdate):
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / pathlib.Path(catalogue).name
        shutil.copy(catalogue, copy)
        subprocess.run([*lupdate, "-silent", "-ts", str(copy)], check=True)
        slips = list(slips_of(copy))
    for slip in slips:
        print(slip)
    print(f"{catalogue}: {len(slips)} slips")
    return 1 if slips else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
