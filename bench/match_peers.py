#!/usr/bin/env python3
"""Matching beside Redis and PostgreSQL: the same entries, the same questions, the same client.

match_peers.py [--entries N] [--pairs N] [--seed S] [--no-postgres] [--tiny] [ROW…]
rows: exact, best, alike, memory (default: all)
  exact   plates a second, batches of 1,000, one batch in flight on each of the connections
  best    the same, each side with the batch, connections and depth that suit it best
  alike   reads a second with look-alikes, a missing or extra character and scoring, one connection
          (so at most one core of ours), beside PostgreSQL asked for every neighbour by `= ANY`
  memory  of each side, in MiB: process, and for PostgreSQL the table and its index on disk
A fresh `bas serve` takes the list through `bas list import`; what it then holds is fetched and
loaded into the others, so that all answer with the same entry ids. Answers are compared by count
and checksum before a time counts; a difference ends the run with 1. Every row is of alternating
pairs, fresh questions each. Needs build/release/bas (make build; BAS_BINARY names another),
build/release/bench/match_client, redis-server and PostgreSQL 15.
"""
import argparse
import contextlib
import json
import os
import pathlib
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/flow"))
import server as flow  # noqa: E402
from postgres_cluster import Cluster, free_port, wait_until_open  # noqa: E402

CLIENT = ROOT / "build/release/bench/match_client"
LIST = "peers"
TO_PYTHON_DIGITS = str.maketrans("ABCDEFGHJKMNPQRSTVWXYZ", "ABCDEFGHIJKLMNOPQRSTUV")
# What each side may choose from for its best form: (plates a batch, connections, batches ahead).
REDIS_FORMS = [(1000, 1, 1), (1000, 1, 4), (1000, 2, 4), (100, 2, 16), (10_000, 2, 2)]
POSTGRES_FORMS = [(1000, 1, 1), (1000, 2, 1), (1000, 2, 4), (10_000, 2, 2)]
BAS_FORMS = [(1000, 2, 4), (1000, 4, 4), (10_000, 2, 2), (100_000, 2, 1),
             (50_000, 4, 1), (12_500, 8, 1)]


def load():
    return f"{os.getloadavg()[0]:.1f}"


def client(*words):
    ran = subprocess.run([str(CLIENT), *map(str, words)], capture_output=True, text=True,
                         check=False)
    if ran.returncode != 0:
        sys.exit(f"match_client {' '.join(map(str, words[:2]))}: {ran.stderr[-2000:]}")
    return ran.stdout


def rss_mib(pids):
    """Proportional memory, so that what processes share counts once."""
    total = 0
    for pid in pids:
        try:
            text = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text()
        except FileNotFoundError:  # it ended meanwhile
            continue
        total += int(re.search(r"^Pss:\s+(\d+) kB", text, re.M).group(1))
    return total / 1024


class Bas:
    name = "bas"

    def __init__(self, plates):
        flow.READY_SECONDS_MAX = 1800  # ten million entries are read at a start
        self.server = flow.Server()
        self.server.start()
        self.empty_mib = rss_mib([self.server.process.pid])
        self.server.add_zone()
        self.server.add_list(LIST)
        began = time.monotonic()
        ran = subprocess.run(
            [str(flow.BINARY), "list", "import", "--list", LIST, "--url", self.server.url,
             "--token-file", str(self.server.token_file("keeper")), str(plates)],
            capture_output=True, text=True, check=False, env=flow.environment_with())
        if ran.returncode != 0:
            sys.exit(f"import: {ran.stderr[-2000:]}{ran.stdout[-2000:]}")
        print(f"bas: imported in {time.monotonic() - began:.0f} s", file=sys.stderr)

    @property
    def port(self):
        return self.server.port

    def options(self):
        return [f"token={self.server.keeper}"]

    def match_all_forms(self, threshold):
        """From the next start on the list is matched inexactly too."""
        self.server.stop()
        with contextlib.closing(sqlite3.connect(self.server.data / "control.sqlite")) as store:
            store.execute("UPDATE lists SET inexact = 'review', threshold = ?", (threshold,))
            store.commit()
        self.server.start()

    def memory(self):
        return rss_mib([self.server.process.pid])

    def version(self):
        return subprocess.run([str(flow.BINARY), "--version"], capture_output=True, text=True,
                              check=False).stdout.strip()

    def stop(self):
        self.server.stop()
        self.server.remove()


class Redis:
    name = "redis"

    def __init__(self, entries):
        self.folder = tempfile.mkdtemp(prefix="bas-redis-")
        self.port = free_port()
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "",
             "--appendonly", "no", "--dir", self.folder, "--protected-mode", "no"],
            stdout=subprocess.DEVNULL)
        wait_until_open(self.port)
        self.empty_mib = rss_mib([self.process.pid])
        client("load", "redis", entries, self.port)

    def options(self):
        return []

    def memory(self):
        return rss_mib([self.process.pid])

    def version(self):
        return subprocess.run(["redis-server", "--version"], capture_output=True, text=True,
                              check=False).stdout.strip()

    def stop(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Postgres(Cluster):
    """A cluster of its own, tuned to have everything in memory and to look nothing up twice."""
    name = "postgres"
    SETTINGS = {"shared_buffers": "4GB", "work_mem": "256MB", "maintenance_work_mem": "1GB",
                "effective_cache_size": "12GB", "random_page_cost": "1.0", "jit": "off",
                "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
                "max_wal_size": "8GB", "autovacuum": "off", "listen_addresses": "127.0.0.1",
                "plan_cache_mode": "force_generic_plan", "max_parallel_workers_per_gather": "0",
                "huge_pages": "try"}

    def __init__(self, entries):
        super().__init__(self.SETTINGS)
        self.empty_mib = self.memory()
        self.sql("CREATE EXTENSION pg_trgm; CREATE EXTENSION fuzzystrmatch;"
                 "CREATE TABLE entries (key text COLLATE \"C\", entry uuid, list smallint,"
                 " priority smallint)")
        with open(entries, encoding="ascii") as lines:
            copy = subprocess.Popen([*self.psql(), "-c",
                                     "COPY entries FROM STDIN (FORMAT csv)"],
                                    stdin=subprocess.PIPE, text=True)
            for line in lines:
                entry, plate, country, priority = line.rstrip("\n").split(",")
                copy.stdin.write(f"{country}{plate},{uuid_of(entry)},0,{priority}\n")
            copy.stdin.close()
            if copy.wait() != 0:
                sys.exit("postgres: the entries were not copied")
        self.sql("CREATE UNIQUE INDEX entries_key ON entries (key) INCLUDE (entry, list, priority)")
        self.sql("VACUUM (FREEZE, ANALYZE) entries")
        self.sql("CREATE EXTENSION pg_prewarm; SELECT pg_prewarm('entries_key')")

    def options(self):
        return []

    def memory(self):
        return rss_mib(self.pids())

    def disk_mib(self):
        return int(self.sql("SELECT pg_total_relation_size('entries')")) / 2**20


def uuid_of(entry):
    """An id of ours, 26 digits to the base of 32, as PostgreSQL reads a uuid."""
    return f"{int(entry.translate(TO_PYTHON_DIGITS), 32):032x}"


class Runs:
    """Runs sides turn by turn over one file of entries."""

    def __init__(self, entries, seed, pairs):
        self.entries, self.seed, self.pairs = entries, seed, pairs

    def run(self, side, plates, shape, seed, *more):
        batch, connections, depth = shape
        batches = max(plates // batch, connections)
        batches -= batches % connections
        return json.loads(client(
            "run", side.name, self.entries, side.port, f"batch={batch}", f"batches={batches}",
            f"connections={connections}", f"depth={depth}", f"seed={seed}", *side.options(), *more))

    def best_shape(self, side, shapes, plates):
        rates = {}
        # All sides have to answer for equally many plates.
        for shape in [shape for shape in shapes if plates % (shape[0] * shape[1]) == 0]:
            done = self.run(side, plates, shape, self.seed)
            rates[shape] = done["plates"] / done["seconds"]
        chosen = max(rates, key=rates.get)
        told = ", ".join(f"{shape} {rate:,.0f}" for shape, rate in rates.items())
        print(f"{side.name}: (batch, connections, ahead) {told}; taken: {chosen}", file=sys.stderr)
        return chosen

    def same(self, what, answers):
        if len({(answer["found"], answer["checksum"]) for answer in answers.values()}) != 1:
            sys.exit(f"{what}: the answers differ: {answers}")

    def compare(self, sides, plates, shapes):
        """The rates of each side in alternating pairs of the same questions."""
        rates = {side.name: [] for side in sides}
        answer = {}
        for pair in range(self.pairs):
            answers = {}
            for side in sides:
                done = self.run(side, plates, shapes[side.name], self.seed + pair)
                rates[side.name].append(done["plates"] / done["seconds"])
                answers[side.name] = done
            self.same(f"pair {pair}", answers)
            answer = answers[sides[0].name]
        return rates, answer


def row(name, rates, answer, before):
    ours = statistics.median(rates["bas"])
    for peer, values in rates.items():
        if peer == "bas":
            continue
        theirs = statistics.median(values)
        print(f"| {name} | {ours:,.0f} | {peer} {theirs:,.0f} | {ours / theirs:.1f} "
              f"| {answer['found']:,} found, checksum {answer['checksum']} "
              f"| {before}, {load()} |", flush=True)


def exact_rows(asked, runs, sides, plates):
    if "exact" in asked.rows:
        before = load()
        shapes = {side.name: (1000, 1, 1) for side in sides}
        for name, connections in (("exact, batches of 1,000, one connection", 1),
                                  ("exact, batches of 1,000, two connections", 2)):
            shapes = {side.name: (1000, connections, 1) for side in sides}
            row(name, *runs.compare(sides, plates, shapes), before)
    if "best" in asked.rows:
        before = load()
        forms = {"bas": BAS_FORMS, "redis": REDIS_FORMS, "postgres": POSTGRES_FORMS}
        shapes = {side.name: runs.best_shape(side, forms[side.name], plates) for side in sides}
        row("exact, each in its best form", *runs.compare(sides, plates, shapes), before)


def alike_row(runs, bas, postgres, reads):
    """Ours with the threshold of the product; the answers are compared with none."""
    if postgres:
        bas.match_all_forms(0)
        few = (100, 1, 1)
        runs.same("look-alikes", {side.name: runs.run(side, 200, few, runs.seed, "form=neighbours",
                                                      "verify=1") for side in (bas, postgres)})
    bas.match_all_forms(0.5)
    before = load()
    rates = {"bas": []} | ({"postgres": []} if postgres else {})
    cores = []
    for pair in range(runs.pairs):
        cpu = bas.server.cpu_seconds()
        answer = runs.run(bas, reads, (1000, 1, 2), runs.seed + pair, "form=neighbours")
        cores.append((bas.server.cpu_seconds() - cpu) / answer["plates"] * 1e6)
        rates["bas"].append(answer["plates"] / answer["seconds"])
        if postgres:
            done = runs.run(postgres, 200, (100, 1, 1), runs.seed + pair, "form=neighbours")
            rates["postgres"].append(done["plates"] / done["seconds"])
    if postgres:
        row("look-alike, missing, extra, scored", rates, answer, before)
    print(f"| look-alike, ours alone | {statistics.median(rates['bas']):,.0f} "
          f"| server CPU a read: {statistics.median(cores):.2f} µs | | {answer['found']:,} found "
          f"| {before}, {load()} |", flush=True)


def memory_row(name, sides):
    told = ", ".join(f"{side.name} {side.memory():,.0f} (empty {side.empty_mib:,.0f})"
                     for side in sides)
    disk = "".join(f"; postgres on disk {side.disk_mib():,.0f}" for side in sides
                   if side.name == "postgres")
    print(f"| memory, MiB, {name} | {told}{disk} | | | | |", flush=True)


def head(asked, sides):
    print(f"entries {asked.entries:,}, seed {asked.seed}, {asked.pairs} pairs, "
          f"{platform.platform()}, {os.cpu_count()} cores, load before {load()}")
    for side in sides:
        print(f"{side.name}: {side.version()}")
    print("postgres settings:", ", ".join(f"{k}={v}" for k, v in Postgres.SETTINGS.items()))
    print("\n| row | ours | peer | ratio | answers | load before, after |\n"
          "|---|---|---|---|---|---|", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=10_000_000)
    parser.add_argument("--plates", type=int, default=1_000_000, help="asked a run")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--no-postgres", action="store_true")
    parser.add_argument("--tiny", action="store_true", help="only to see that it runs")
    parser.add_argument("rows", nargs="*", metavar="ROW",
                        default=["exact", "best", "alike", "memory"])
    asked = parser.parse_args()
    if asked.tiny:
        asked.entries, asked.plates, asked.pairs, asked.no_postgres = 20_000, 20_000, 1, True
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bas-peers-")))
        client("make", folder / "plates.csv", asked.entries, asked.seed)
        bas = Bas(folder / "plates.csv")
        stack.callback(bas.stop)
        entries = folder / "entries.csv"
        client("fetch", entries, bas.port, bas.server.keeper, LIST)
        with open(entries, encoding="ascii") as lines:
            held = sum(1 for _ in lines)
        if held != asked.entries:
            sys.exit(f"the server holds {held} entries instead of {asked.entries}")
        sides = [bas, Redis(entries)]
        stack.callback(sides[-1].stop)
        if not asked.no_postgres:
            sides.append(Postgres(entries))
            stack.callback(sides[-1].stop)
        head(asked, sides)
        runs = Runs(entries, asked.seed, asked.pairs)
        exact_rows(asked, runs, sides, asked.plates)
        if "memory" in asked.rows:
            memory_row("exact forms", sides)
        if "alike" in asked.rows:
            alike_row(runs, bas, sides[2] if len(sides) > 2 else None,
                      max(asked.plates // 5, 2_000))
            if "memory" in asked.rows:
                memory_row("all forms", [bas])


if __name__ == "__main__":
    main()
