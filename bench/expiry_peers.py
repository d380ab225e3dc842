#!/usr/bin/env python3
"""The end of a day beside PostgreSQL: until nothing of it opens any more, until its files are gone,
beside DELETE with VACUUM and beside dropping a partition; and what is left to read on the disk.

expiry_peers.py [--reads N [N …]] [--rounds N]
Ours is build/release/bench/expiry_load (ninja -C build/release expiry_load). PostgreSQL 15 with its
own defaults keeps rows of the same size in one table with an index on plate and time, and in one
that is partitioned by day. Both hold two days; one is ended.
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

from postgres_cluster import Cluster

LOAD = pathlib.Path(__file__).resolve().parents[1] / "build/release/bench/expiry_load"
PLATE = "1EXP777"  # of one read of the day
SEALED_BYTES = 220
FIRST, SECOND = "2025-10-23", "2025-10-24"


def files_with(folder, text):
    """Which files below a folder hold that text as it is."""
    found = subprocess.run(["grep", "-rlaF", text, str(folder)], check=False, capture_output=True,
                           text=True)
    return len(found.stdout.splitlines())


def ours(reads, pictures):
    with tempfile.TemporaryDirectory(prefix="bas-expiry-") as folder:
        ran = subprocess.run([str(LOAD), folder, str(reads), str(pictures), PLATE], check=True,
                             capture_output=True, text=True)
        return json.loads(ran.stdout) | {"left": files_with(folder, PLATE)}


def fill(cluster, table, reads):
    for day in (FIRST, SECOND):
        cluster.sql(
            f"INSERT INTO {table} SELECT '{day}', '1' || lpad(to_hex(i), 6, '0'), "
            f"'{day}'::timestamptz + i * interval '70 ms', repeat('x', {SEALED_BYTES}) "
            f"FROM generate_series(1, {reads}) i")
    cluster.sql(f"INSERT INTO {table} VALUES ('{FIRST}', '{PLATE}', '{FIRST}', ''); CHECKPOINT")


def timed(cluster, *statements):
    """What the server took, as psql measures it: without the start of psql."""
    script = "\\timing on\n" + "".join(f"{one};\n" for one in statements)
    ran = subprocess.run(cluster.psql(), input=script, check=True, capture_output=True, text=True)
    return sum(float(ms) for ms in re.findall(r"^Time: ([0-9.]+) ms", ran.stdout, re.M))


def theirs(reads):
    cluster = Cluster({})
    try:
        columns = "(day date, plate text, captured_at timestamptz, body text)"
        cluster.sql(f"CREATE TABLE plain {columns}; CREATE INDEX ON plain (plate, captured_at); "
                    f"CREATE TABLE parted {columns} PARTITION BY LIST (day)")
        for name, day in (("first", FIRST), ("second", SECOND)):
            cluster.sql(f"CREATE TABLE {name} PARTITION OF parted FOR VALUES IN ('{day}')")
        cluster.sql("CREATE INDEX ON parted (plate, captured_at)")
        fill(cluster, "plain", reads)
        fill(cluster, "parted", reads)
        told = {"delete_ms": timed(cluster, f"DELETE FROM plain WHERE day = '{FIRST}'",
                                   "VACUUM plain"),
                "partition_ms": timed(cluster, "DROP TABLE first")}
        cluster.sql("CHECKPOINT")
        return told | {"left": files_with(cluster.folder / "data", PLATE)}
    finally:
        cluster.stop()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--reads", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    print(f"{platform.platform()}, {os.cpu_count()} cores, load before {os.getloadavg()[0]:.1f}, "
          f"medians of {asked.rounds} rounds")
    print("\n| reads of the day | unreadable, ms | erased, ms | DELETE + VACUUM, ms | DROP of a "
          "partition, ms | ratio to DELETE |\n|---|---|---|---|---|---|")
    left_here, left_there = [], []
    for reads in asked.reads:
        rounds = [(ours(reads, reads // 100), theirs(reads)) for _ in range(asked.rounds)]
        middle = lambda side, name: statistics.median(one[side][name] for one in rounds)
        unreadable, deleted = middle(0, "unreadable_ms"), middle(1, "delete_ms")
        print(f"| {reads:,} | {unreadable:.1f} | {middle(0, 'erased_ms'):.0f} | {deleted:,.0f} | "
              f"{middle(1, 'partition_ms'):.0f} | {deleted / unreadable:,.0f} |", flush=True)
        left_here += [own["left"] for own, _ in rounds]
        left_there += [peer["left"] for _, peer in rounds]
    print(f"\nfiles in which the erased plate can still be read: here {max(left_here)}, PostgreSQL "
          f"{min(left_there)} to {max(left_there)}")


if __name__ == "__main__":
    main()
