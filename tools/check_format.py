#!/usr/bin/env python3
"""Refuse C++ that clang-format 19 would write otherwise. With --fix: write it so."""
import subprocess
import sys

from sources import ROOT, finish, tracked

BATCH = 40


def main():
    names = tracked("src/*.h", "src/*.cc", "bench/*.h", "bench/*.cc", "tests/*.h", "tests/*.cc")
    mode = ["-i"] if "--fix" in sys.argv[1:] else ["--dry-run", "-Werror"]
    batches = [names[at:at + BATCH] for at in range(0, len(names), BATCH)]
    running = [subprocess.Popen(["clang-format-19", *mode, *batch], cwd=ROOT, text=True,
                                stderr=subprocess.PIPE) for batch in batches]
    lines = [line for process in running for line in process.communicate()[1].splitlines()]
    return finish("format", [line for line in lines if "error:" in line],
                  f"{len(names)} files as clang-format has them")


if __name__ == "__main__":
    sys.exit(main())
