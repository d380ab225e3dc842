#!/usr/bin/env python3
"""An import of many lines while reads go on being matched: how long it takes, and what the desks
notice of it.

import_beside_matching.py [--lines N] [--rate R] [--pairs N] [--seconds S]
A fresh `bas serve`; `bas simulate` sends it R reads a second (in bodies of 100, without pictures)
and measures from the camera's last byte to the event at the desk. Turn by turn: S seconds quiet,
then S seconds with `bas list import` of N lines into a new list that begins one second later;
choose S no longer than the import takes, so that the whole of it is beside the import.
Ends with 1 when a line is not added or a read is not acknowledged.
Needs build/release/bas (make build); BAS_BINARY names another.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/flow"))
from server import BINARY, Server, environment_with  # noqa: E402


def bas(*arguments):
    return subprocess.run([str(BINARY), *map(str, arguments)], capture_output=True, text=True,
                          check=False, env=environment_with())


def simulated(server, rate, seconds):
    ran = bas("simulate", "--url", server.url, *server.simulator_tokens(), "--seconds", seconds,
              "--desks", 5, "--no-pictures", "--protocols", "bas", "--batch", 100, "--rate", rate,
              "--json")
    if ran.returncode != 0:
        sys.exit(f"simulate: {ran.stderr[-2000:]}")
    report = json.loads(ran.stdout)
    if report["failed"] or report["refused"]:
        sys.exit(f"reads were not taken: {report}")
    return report


class Import:
    """`bas list import` of lines nobody has seen, on a thread."""

    def __init__(self, server, lines, turn):
        self.server, self.lines = server, lines
        self.list = f"imported-{turn}"
        server.add_list(self.list)
        self.file = server.root / f"lines-{turn}.csv"
        with open(self.file, "w", encoding="ascii") as out:
            out.write("plate,country\n")
            for number in range(lines):
                letters = "".join(chr(65 + number // 26 ** place % 26) for place in range(4))
                out.write(f"{turn % 10}{letters}{number // 26 ** 4:04},FR\n")
        self.seconds, self.failure = 0.0, ""
        self.thread = threading.Thread(target=self._run)

    def _run(self):
        time.sleep(1)  # the simulation has begun
        began = time.monotonic()
        ran = bas("list", "import", "--list", self.list, "--url", self.server.url, "--token-file",
                  self.server.token_file("keeper"), "--json", self.file)
        self.seconds = time.monotonic() - began
        added = json.loads(ran.stdout)["added"] if ran.returncode == 0 else ran.stderr[-2000:]
        if added != self.lines:
            self.failure = f"import: {added} of {self.lines}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--rate", type=int, default=1000)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=15)
    asked = parser.parse_args()
    server = Server().start()
    try:
        server.add_zone()
        version = bas("--version").stdout.strip()
        print(f"{version}, {asked.lines:,} lines, {asked.rate} reads a second, load before "
              f"{os.getloadavg()[0]:.1f}")
        print("| turn | import | desk p50, p99 quiet | desk p50, p99 beside the import | load |\n"
              "|---|---|---|---|---|", flush=True)
        took, quiet_p99, busy_p99 = [], [], []
        for turn in range(asked.pairs):
            quiet = simulated(server, asked.rate, asked.seconds)["hit"]
            importing = Import(server, asked.lines, turn)
            importing.thread.start()
            busy = simulated(server, asked.rate, asked.seconds)["hit"]
            importing.thread.join()
            if importing.failure:
                sys.exit(importing.failure)
            took.append(importing.seconds)
            quiet_p99.append(quiet["p99_ms"])
            busy_p99.append(busy["p99_ms"])
            print(f"| {turn + 1} | {importing.seconds:.1f} s | {quiet['p50_ms']:.1f} ms, "
                  f"{quiet['p99_ms']:.1f} ms | {busy['p50_ms']:.1f} ms, {busy['p99_ms']:.1f} ms "
                  f"| {os.getloadavg()[0]:.1f} |", flush=True)
        middle = statistics.median
        print(f"| median | {middle(took):.1f} s | p99 {middle(quiet_p99):.1f} ms "
              f"| p99 {middle(busy_p99):.1f} ms "
              f"| times {middle(busy_p99) / max(middle(quiet_p99), 0.001):.2f} |")
        held = sum(item["entries"] for item in server.get("/api/v1/lists")["items"]
                   if item["name"].startswith("imported-"))
        print(f"checksum: {held} entries held")
        if held != asked.lines * asked.pairs:
            sys.exit(f"{asked.lines * asked.pairs} entries were added, {held} are held")
    finally:
        server.stop()
        server.remove()


if __name__ == "__main__":
    main()
