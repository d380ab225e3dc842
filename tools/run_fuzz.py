#!/usr/bin/env python3
"""Run every fuzz target of build/asan for some seconds: run_fuzz.py [SECONDS] (default 10).

A target starts from tests/corpus/<its name without _fuzz>, or from all of tests/corpus when it has
no folder of its own. What it finds new stays in build/fuzz/corpus; a crash in build/fuzz/crashes.
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from sources import ROOT

CORPUS = ROOT / "tests/corpus"


def seeds_of(name):
    own = CORPUS / name.removesuffix("_fuzz")
    if own.is_dir():
        return [own]
    return sorted(path for path in CORPUS.glob("*") if path.is_dir())


def fuzz(binary, seconds):
    """None, or the end of what a failing target said."""
    name = binary.name
    found, crashes = ROOT / "build/fuzz/corpus" / name, ROOT / "build/fuzz/crashes"
    found.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(parents=True, exist_ok=True)
    ran = subprocess.run(
        [str(binary), f"-max_total_time={seconds}", "-timeout=5", "-rss_limit_mb=2048",
         "-max_len=65536", "-print_final_stats=1", f"-artifact_prefix={crashes}/{name}-",
         str(found), *map(str, seeds_of(name))],
        cwd=ROOT, capture_output=True, text=True, errors="replace", check=False)
    runs = next((line.split()[-1] for line in ran.stderr.splitlines()
                 if line.startswith("stat::number_of_executed_units")), "?")
    print(f"{'ok' if ran.returncode == 0 else 'FAILED'}  {name}: {runs} inputs", flush=True)
    return None if ran.returncode == 0 else "\n".join(ran.stderr.splitlines()[-30:])


def main():
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    sources = sorted((ROOT / "src").glob("*/*_fuzz.cc"))
    binaries = [ROOT / "build/asan/src" / path.parent.name / path.stem for path in sources]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        failures = [text for text in pool.map(lambda path: fuzz(path, seconds), binaries) if text]
    print("\n".join(failures))
    print(f"fuzz: {len(binaries) - len(failures)} targets passed")
    if failures:
        print(f"fuzz: {len(failures)} targets failed")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
