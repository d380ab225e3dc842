#!/usr/bin/env python3
"""The whole server under load: a fresh `bas serve`, a load beside it, one table row a run.

whole_server.py [--seconds S] [RUN…]     runs: pictures, batches, posts (default: all)
  pictures  300 reads a second of four makes with pictures, 20 desks listening
  batches   12,000 reads a second in bodies of 100, no pictures, 20 desks
  posts     as many single posts as 64 connections get answered, server on core 0, wrk on core 1
Needs build/release/bas (make build), and wrk for posts. BAS_BINARY names another binary.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/flow"))
from server import BINARY, Server, environment_with  # noqa: E402

RUNS = {
    "pictures": ["--rate", "300"],
    "batches": ["--rate", "12000", "--no-pictures", "--protocols", "bas", "--batch", "100"],
}
DESKS = 20


class Watch:
    """What the server uses while a run lasts: cores on average, most memory at any moment."""

    def __init__(self, server):
        self.server, self.most_bytes, self.is_over = server, 0, threading.Event()
        self.began, self.cpu_began = time.monotonic(), server.cpu_seconds()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def _look(self):
        while not self.is_over.wait(0.2):
            self.most_bytes = max(self.most_bytes, self.server.rss_bytes())

    def end(self):
        cores = (self.server.cpu_seconds() - self.cpu_began) / (time.monotonic() - self.began)
        self.is_over.set()
        self.thread.join()
        return cores, self.most_bytes


def row(name, rate, acknowledged, answer, desk, used):
    cores, most_bytes = used
    print(f"| {name} | {rate} | {acknowledged:,.0f} | {answer} | {desk} "
          f"| {cores:.2f} | {most_bytes / 2**20:.0f} MiB |", flush=True)


def quantiles(delays):
    return f"{delays['p50_ms']:.1f} ms, {delays['p99_ms']:.1f} ms"


def simulated(name, seconds):
    server = Server().start()
    try:
        tokens = map(str, server.simulator_tokens())
        watch = Watch(server)
        ran = subprocess.run(
            [str(BINARY), "simulate", "--url", server.url, *tokens,
             "--seconds", str(seconds), "--desks", str(DESKS), "--json", *RUNS[name]],
            capture_output=True, text=True, check=False, env=environment_with())
        used = watch.end()
        if ran.returncode != 0:
            sys.exit(f"{name}: {ran.stderr[-2000:]}")
        report = json.loads(ran.stdout)
        row(name, RUNS[name][1], report["acknowledged"] / report["seconds"],
            quantiles(report["answer"]), quantiles(report["hit"]), used)
    finally:
        server.stop()
        server.remove()


def posts(seconds):
    server = Server()
    try:
        server.start()
        os.sched_setaffinity(server.process.pid, {0})
        for task in pathlib.Path(f"/proc/{server.process.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {0})
        keys = server.add_cameras("C1", "C2", "C3", "C4")
        watch = Watch(server)
        ran = subprocess.run(
            ["taskset", "-c", "1", "wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", "-s",
             str(ROOT / "bench/single_posts.lua"), server.url, "--", *keys],
            capture_output=True, text=True, check=False)
        used = watch.end()
        if ran.returncode != 0 or "Non-2xx" in ran.stdout or "Socket errors" in ran.stdout:
            sys.exit(f"posts: {ran.stdout[-2000:]} {ran.stderr[-2000:]}")
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", ran.stdout).group(1))
        middle, high = (re.search(rf"^\s+{share}%\s+(\S+)$", ran.stdout, re.M).group(1)
                        for share in (50, 99))
        metrics = server.api("GET", "/metrics").body.decode()
        counted = re.findall(r"^bas_reads_total\S* (\d+)", metrics, re.M)
        stored = sum(int(count) for count in counted)
        answered = int(re.search(r"(\d+) requests in", ran.stdout).group(1))
        if not answered <= stored <= answered + 64:
            sys.exit(f"posts: {answered} answered, {stored} stored")
        row("posts", "as many as go", rate, f"{middle}, {high}", "–", used)
    finally:
        server.stop()
        server.remove()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("runs", nargs="*", metavar="RUN", default=["pictures", "batches", "posts"])
    asked = parser.parse_args()
    print(f"load before: {os.getloadavg()[0]:.1f}", file=sys.stderr)
    print("| run | offered a second | acknowledged a second | answer p50, p99 "
          "| hit at desk p50, p99 | cores of the server | most memory |\n"
          "|---|---|---|---|---|---|---|", flush=True)
    for name in asked.runs:
        if name == "posts":
            posts(asked.seconds)
        else:
            simulated(name, asked.seconds)


if __name__ == "__main__":
    main()
