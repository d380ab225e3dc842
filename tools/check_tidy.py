#!/usr/bin/env python3
"""Names and likely mistakes by clang-tidy 19 over every product source in a compilation database.

Tests are left out: their suites and cases are named as sentences, and they would cost minutes.
Where the build joins the sources of a folder, the joined files are read: a header once, not a
hundred times. One is looked at again only when it, a project file it reaches, its compile command
or the rules changed: what passed is remembered by digest in build/tidy-cache.
"""
import hashlib
import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

from sources import ROOT, finish

CACHE = ROOT / "build/tidy-cache"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
NOISE = re.compile(r"warnings? generated|^Suppressed |^Use -header-filter|^Error while processing")


@lru_cache(maxsize=None)
def content(path):
    return path.read_bytes() if path.is_file() else b""


@lru_cache(maxsize=None)
def includes_of(path):
    names = INCLUDE.findall(content(path).decode(errors="replace"))
    return tuple(ROOT / "src" / name for name in names if (ROOT / "src" / name).is_file())


def is_product(path):
    """A source of src, or a joined one of which no part is a test."""
    if path.is_relative_to(ROOT / "src"):
        return path.is_file() and not path.stem.endswith("_test")
    parts = includes_of(path)
    return bool(parts) and not any(part.stem.endswith("_test") for part in parts)


def reached_from(path):
    """The file and every project header it includes, directly or not."""
    seen, waiting = set(), [path]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            waiting += includes_of(at)
    return sorted(seen)


def digest_of(path, command, rules):
    digest = hashlib.sha256(rules + command.encode())
    for reached in reached_from(path):
        digest.update(str(reached.relative_to(ROOT)).encode() + b"\0" + content(reached))
    return digest.hexdigest()


def look_at(path, build):
    """The lines clang-tidy has to say; none when all is well."""
    ran = subprocess.run(["clang-tidy-19", "-p", str(build), "--quiet", str(path)], cwd=ROOT,
                         capture_output=True, text=True, check=False)
    if ran.returncode == 0:
        return []
    lines = [line for line in (ran.stdout + ran.stderr).splitlines() if not NOISE.search(line)]
    errors = [line.replace(str(ROOT) + "/", "") for line in lines if "error:" in line]
    if not errors:
        return lines[:5] or [f"{path}: clang-tidy ended with {ran.returncode}"]
    return errors


def waiting_files(build, rules):
    """(path, mark of having passed) of each source that must be looked at, and how many there are.
    """
    entries = json.loads((build / "compile_commands.json").read_text())
    pairs = []
    for entry in entries:
        path = Path(entry["file"])
        if is_product(path):
            pairs.append((path, CACHE / digest_of(path, entry["command"], rules)))
    waiting = [(path, mark) for path, mark in pairs if not mark.exists()]
    # The largest first: nobody waits for one at the end.
    return sorted(waiting, key=lambda pair: -len(includes_of(pair[0]))), len(pairs)


def main():
    build = ROOT / "build/tidy"
    subprocess.run(["cmake", "--preset", "tidy"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    version = subprocess.run(["clang-tidy-19", "--version"], capture_output=True, check=True).stdout
    CACHE.mkdir(parents=True, exist_ok=True)
    waiting, number = waiting_files(build, version + (ROOT / ".clang-tidy").read_bytes())
    faults = []

    def look(pair):
        path, mark = pair
        found = look_at(path, build)
        if not found:
            mark.touch()
        return found

    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        for found in pool.map(look, waiting):
            faults += found
    return finish("tidy", sorted(set(faults)),
                  f"{number} sources, {len(waiting)} of them looked at anew")


if __name__ == "__main__":
    sys.exit(main())
