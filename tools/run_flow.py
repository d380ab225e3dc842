#!/usr/bin/env python3
"""Run the tests of tests/flow, a process a file and as many at once as there are processors.

run_flow.py [PATTERN]   only the files of that pattern (default test_*.py), as of a shell

Each file starts servers of its own on free ports, so that none is in another's way. What a file
said is printed when it ends, whole.
"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed

from sources import ROOT

FOLDER = ROOT / "tests/flow"
SECONDS_MAX = 900
JOBS = int(os.environ.get("BAS_JOBS", os.cpu_count()))


def run(path):
    """(status, text) of one file's tests."""
    command = [sys.executable, "-m", "unittest", "discover", "-s", "tests/flow", "-p", path.name,
               "-v"]
    try:
        ran = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT, text=True, errors="replace",
                             timeout=SECONDS_MAX, check=False)
    except subprocess.TimeoutExpired as over:
        said = (over.stdout or b"").decode(errors="replace")
        return 1, f"{said}\n{path.name} was not over after {SECONDS_MAX} s"
    return ran.returncode, ran.stdout


def main():
    # The largest first: they tend to be the longest, and nobody waits for one at the end.
    paths = sorted(FOLDER.glob(sys.argv[1] if len(sys.argv) > 1 else "test_*.py"),
                   key=lambda path: -path.stat().st_size)
    failed = []
    with ThreadPoolExecutor(max_workers=JOBS) as pool:
        running = {pool.submit(run, path): path.name for path in paths}
        for done in as_completed(running):
            status, text = done.result()
            print(f"== {running[done]}\n{text}", flush=True)
            if status:
                failed.append(running[done])
    print(f"failed: {', '.join(sorted(failed))}" if failed else f"{len(paths)} files passed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
