#!/usr/bin/env python3
"""The ledger beside PostgreSQL: events that are durable, chained and signed, beside plain durable
INSERTs of the same size, in turn on the same disk.

ledger_peers.py [--seconds N] [--rounds N]
Ours is build/release/bench/ledger_load (ninja -C build/release ledger_load): threads that each wait
until their events are on disk. PostgreSQL 15 runs with its own defaults, pgbench with 64 clients,
one INSERT a transaction. Afterwards the log that was written is verified as an overseer would.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import tempfile

from postgres_cluster import POSTGRES_BIN, Cluster

LOAD = pathlib.Path(__file__).resolve().parents[1] / "build/release/bench/ledger_load"
SHAPES = ((64, 1), (64, 16), (256, 1))  # threads, events each brings at a time
EVENT_BYTES = 300


def ours(threads, batch, seconds):
    with tempfile.TemporaryDirectory(prefix="bas-ledger-") as folder:
        ran = subprocess.run([str(LOAD), folder, str(threads), str(batch), str(seconds),
                              str(EVENT_BYTES)], check=True, capture_output=True, text=True)
    return json.loads(ran.stdout)


def theirs(cluster, seconds):
    script = cluster.folder / "insert.sql"
    script.write_text(f"INSERT INTO events (body) VALUES (repeat('x', {EVENT_BYTES}));\n")
    script.chmod(0o644)
    ran = subprocess.run(
        [str(POSTGRES_BIN / "pgbench"), "-h", "127.0.0.1", "-p", str(cluster.port), "-U",
         "postgres", "-n", "-c", "64", "-j", "2", "-T", str(seconds), "-M", "prepared", "-f",
         str(script), "peers"], check=True, capture_output=True, text=True)
    return float(re.search(r"tps = ([0-9.]+)", ran.stdout)[1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}, "
          f"{EVENT_BYTES} bytes an event, {asked.rounds} rounds of {asked.seconds} s, medians")
    cluster = Cluster({})
    try:
        print(cluster.version())
        cluster.sql("CREATE TABLE events (id bigserial PRIMARY KEY, body text)")
        rounds = [(theirs(cluster, asked.seconds),
                   [ours(*shape, asked.seconds) for shape in SHAPES])
                  for _ in range(asked.rounds)]
    finally:
        cluster.stop()
    peer = statistics.median(one for one, _ in rounds)
    print(f"\n| job | events/s | median, ms | p99, ms | ratio |\n|---|---|---|---|---|\n"
          f"| PostgreSQL, 64 clients, INSERT | {peer:,.0f} | | | 1 |")
    for number, (threads, batch) in enumerate(SHAPES):
        told = [own[number] for _, own in rounds]
        rate, middle, tail = (statistics.median(one[name] for one in told)
                              for name in ("events_per_second", "median_ms", "p99_ms"))
        print(f"| ledger, {threads} threads, {batch} at a time | {rate:,.0f} | {middle:.2f} | "
              f"{tail:.2f} | {rate / peer:.1f} |")
    last = rounds[-1][1][-1]
    print(f"\nverification: {last['verified_per_second']:,.0f} events/s on one core, "
          f"{last['events']:,} events; a proof has {last['proof_bytes']} bytes and takes "
          f"{last['proof_ms']:.3f} ms")


if __name__ == "__main__":
    main()
