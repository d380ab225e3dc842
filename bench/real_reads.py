#!/usr/bin/env python3
"""Matching on what real recognisers read from photographs, against the truth.

real_reads.py [--folder F] [--listed N] [--seed S] [--threshold P]
Every second vehicle of a data set is listed, among N other plates of the same make-up; the others
drive past unlisted, and a register knows nine of ten plates. Beside `bas match`: exact matches
alone, and the rule of the trade (one glyph may be replaced by another of its class). Glyphs that a
publisher masked are left out on both sides. Found: the read matches its own entry. False: it
matches another's. Nothing of the method was chosen in view of these sets. Where the folder is
missing it says so and ends with 0. Needs build/release/bas (make build); BAS_BINARY names another.
"""
import argparse
import csv
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = pathlib.Path(os.environ.get("BAS_BINARY", ROOT / "build/release/bas"))
SETS = [
    ("European plates, PP-OCRv4", "ocr-reads-eu-ppocr.csv", "truth", "ppocr_read"),
    ("European plates, Tesseract 5.3", "ocr-reads-eu-tesseract.csv", "truth", "tesseract_read"),
    ("Spanish plates, masked, PP-OCRv4", "ocr-reads-es-ppocr.csv", "truth_masked", "ppocr_read"),
]
CLASSES = ["0ODQ", "1I", "2Z", "5S", "8B", "6G"]
KNOWN_SHARE = 0.9


def glyphs(text):
    return "".join(c for c in text.upper() if c.isalnum())


def plain_rule(listed, read):
    """Equal but for at most one glyph, which is of the same class."""
    if len(listed) != len(read):
        return False
    apart = [(a, b) for a, b in zip(listed, read) if a != b]
    return not apart or (len(apart) == 1 and
                         any(apart[0][0] in c and apart[0][1] in c for c in CLASSES))


def another_like(plate, chance):
    """A plate of the same make-up: digits for digits, letters for letters."""
    return "".join(chance.choice("0123456789") if c.isdigit() else
                   chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if c.isalpha() else c
                   for c in plate)


def matches_of(listed, known, reads, threshold):
    """The listed plates that `bas match` finds for each read."""
    with tempfile.TemporaryDirectory() as folder:
        entries = pathlib.Path(folder, "entries.csv")
        entries.write_text("plate\n" + "".join(f"{plate}\n" for plate in listed))
        register = pathlib.Path(folder, "known.csv")
        register.write_text("".join(f"{plate}\n" for plate in known))
        ran = subprocess.run(
            [str(BINARY), "match", "--entries", str(entries), "--known", str(register),
             "--coverage", str(KNOWN_SHARE), "--min-probability", str(threshold)],
            input="".join(f"{read}\n" for read in sorted(set(reads))), capture_output=True,
            text=True, check=True)
    found = {}
    for line in ran.stdout.splitlines():
        match = json.loads(line)
        found.setdefault(match["plate"], set()).add(match["entry"]["plate"])
    return found


def measured(rows, asked, chance):
    vehicles = [(glyphs(truth), glyphs(read)) for truth, read in rows]
    vehicles = [(truth, read) for truth, read in vehicles if truth]
    listed = [truth for truth, _ in vehicles[::2]]
    others = [another_like(chance.choice(vehicles)[0], chance)
              for _ in range(asked.listed)]
    on_road = [truth for truth, _ in vehicles] + others
    known = [plate for plate in on_road if chance.random() < KNOWN_SHARE]
    found = matches_of(listed + others, known, [read for _, read in vehicles if read],
                       asked.threshold)
    every = set(listed + others)
    rules = {
        "exact": lambda read: {read} & every,
        "plain": lambda read: {one for one in every if plain_rule(one, read)},
        "bas": lambda read: found.get(read, set()),
    }
    result = {"vehicles": len(vehicles), "listed": len(listed),
              "read right": sum(truth == read for truth, read in vehicles)}
    for name, rule in rules.items():
        right = false = 0
        for number, (truth, read) in enumerate(vehicles):
            hits = rule(read) if read else set()
            right += number % 2 == 0 and truth in hits
            false += len(hits - {truth}) if number % 2 == 0 else len(hits)
        result[name] = (right, false)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=pathlib.Path, default=ROOT.parent / "shared/datasets")
    parser.add_argument("--listed", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--threshold", type=float, default=0.5)
    asked = parser.parse_args()
    if not asked.folder.is_dir():
        print(f"{asked.folder} is not there: nothing measured")
        return 0
    print(f"seed {asked.seed}, threshold {asked.threshold}, {asked.listed:,} other entries\n")
    print("| set | read right | found and false: exact | plain rule | bas |\n|---|---|---|---|---|")
    for title, file, truth, read in SETS:
        with open(asked.folder / file, encoding="utf-8") as opened:
            rows = [(row[truth], row[read]) for row in csv.DictReader(opened)]
        result = measured(rows, asked, random.Random(asked.seed))
        cells = " | ".join(f"{right} of {result['listed']}, {false}"
                           for right, false in (result[name] for name in ("exact", "plain", "bas")))
        print(f"| {title} | {result['read right']} of {result['vehicles']} | {cells} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
