"""The files a gate looks at: what git knows and what is new, without what is generated or ours not.
"""
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATED_MARK = "Generated from "


def tracked(*patterns):
    """Paths relative to the root: tracked and new ones, not ignored ones, that still exist."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = sorted({name for name in listed.split("\0") if name})
    return [name for name in names if "/generated/" not in name and (ROOT / name).is_file()]


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def is_generated(text):
    return GENERATED_MARK in "\n".join(text.splitlines()[:3])


def finish(gate, faults, summary):
    """Print the faults or the summary; the exit status of the gate."""
    for fault in faults:
        print(fault)
    print(f"{gate}: {len(faults)} faults" if faults else f"{gate}: {summary}")
    return 1 if faults else 0
