"""One gate of `make test`: a command, its log, and how many tests its log speaks of."""
import os
import re
import subprocess
import time
from dataclasses import dataclass, field

from sources import ROOT

LOGS = ROOT / "build/test-logs"
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
# (passed, failed) of each kind of test report; a pattern counts every time it occurs.
REPORTS = (
    (r"\[  PASSED  \] (\d+) tests?\.", r"\[  FAILED  \] (\d+) tests?, listed below"),
    (r"^\s+Tests .*?(\d+) passed", r"^\s+Tests\s+(\d+) failed"),
    (r"^\s+(\d+) passed \([\d.]+m?s?\)", r"^\s+(\d+) failed$"),
    (r"^fuzz: (\d+) targets passed", r"^fuzz: (\d+) targets failed"),
)
UNITTEST = re.compile(r"^Ran (\d+) tests? in .*\n\n(?:OK|FAILED)(?: \((.*)\))?", re.M)


@dataclass
class Gate:
    """`needs`: gates that must have passed; `also`: more variables for its environment."""
    name: str
    command: list
    stage: str
    needs: tuple = ()
    also: dict = field(default_factory=dict)


@dataclass
class Outcome:
    """`passed` and `failed` count tests; a gate without tests counts as one."""
    passed: int
    failed: int
    seconds: float
    tail: list


def sum_of(pattern, text):
    return sum(int(number) for number in re.findall(pattern, text, re.M))


def counted(text):
    """(passed, failed) of all test reports in a log."""
    passed = sum(sum_of(good, text) for good, _ in REPORTS)
    failed = sum(sum_of(bad, text) for _, bad in REPORTS)
    for number, remarks in UNITTEST.findall(text):
        bad = sum_of(r"(?:failures|errors)=(\d+)", remarks)
        skipped = sum_of(r"skipped=(\d+)", remarks)
        passed += int(number) - bad - skipped
        failed += bad
    return passed, failed


def run(gate):
    """Runs the gate's command to its end, with all it says in build/test-logs/<name>.log."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{gate.name.replace(' ', '-')}.log"
    began = time.monotonic()
    with log.open("wb") as out:
        status = subprocess.run(gate.command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT,
                                stdin=subprocess.DEVNULL, env={**os.environ, **gate.also},
                                check=False).returncode
    seconds = time.monotonic() - began
    text = ANSI.sub("", log.read_text(errors="replace"))
    passed, failed = counted(text)
    if passed + failed == 0:
        passed, failed = (1, 0) if status == 0 else (0, 1)
    if status != 0 and failed == 0:
        failed = 1
    return Outcome(passed, failed, seconds, text.splitlines()[-40:])
