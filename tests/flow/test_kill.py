"""SIGKILL under load, again and again: what was acknowledged is there, once."""

import http.client
import itertools
import os
import random
import threading
import time
import unittest

import messages as m
from server import Server, ask_over

ROUNDS = 50
SENDERS = 4
LOAD_SECONDS = (0.1, 0.5)  # how long a round's load lasts before the kill
WANTED_EVERY = 10  # one read of so many is of a listed plate
WANTED_PLATES = 8
IDS_NAMED_MAX = 100  # of one answer, in Bas-Reads
REPOST_LINES = 500
FETCHED_AGAIN = 2_000


class Sender(threading.Thread):
    """One camera, sending until its server is gone. Remembers what was sent and answered."""

    def __init__(self, port, key, seed, numbers):
        super().__init__(daemon=True)
        self.port, self.key, self.numbers = port, key, numbers
        self.random = random.Random(seed)
        self.sent = {}  # event id -> read, whether answered or not
        self.acknowledged = {}  # event id -> id of its read, or None where none was named
        self.failures = []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            while True:
                self.send_one(connection)
        except (OSError, http.client.HTTPException):
            pass  # the server was killed
        finally:
            connection.close()

    def send_one(self, connection):
        count = self.random.choice((1, 1, 5, 40, 150))
        reads = [self.make_read(has_picture=count == 1) for _ in range(count)]
        self.sent.update((read["event_id"], read) for read in reads)
        answer = ask_over(connection, "POST", f"/ingest/{self.key}", m.ndjson(reads),
                          {"Content-Type": "application/x-ndjson"})
        if answer.status != 200:
            self.failures.append(answer)
            return
        ids = answer.read_ids()
        if len(ids) != min(count, IDS_NAMED_MAX):
            self.failures.append(answer)
        for read, read_id in itertools.zip_longest(reads, ids):
            self.acknowledged[read["event_id"]] = read_id

    def make_read(self, has_picture):
        number = next(self.numbers)
        is_wanted = number % WANTED_EVERY == 0
        plate = f"1WAN{self.random.randrange(WANTED_PLATES):03d}" if is_wanted else (
            f"1KIL{number % 1000:03d}")
        more = {}
        if has_picture and self.random.random() < 0.5:
            more["images"] = [m.bas_image(m.jpeg(number, 2000))]
        return m.bas_read(plate, event_id=f"event-{number}", **more)


class Kill(unittest.TestCase):
    def setUp(self):
        self.seed = int(os.environ.get("BAS_SEED", time.time_ns() % 1_000_000))
        print(f"seed {self.seed} (BAS_SEED repeats it)", flush=True)
        self.random = random.Random(self.seed)
        self.server = Server()
        self.addCleanup(self.server.remove)
        self.server.start()
        self.keys = self.server.add_cameras(*(f"camera {n}" for n in range(SENDERS)))
        self.server.add_list("stolen")
        self.server.list_plates(*(f"1WAN{n:03d}" for n in range(WANTED_PLATES)))
        self.sent = [{} for _ in self.keys]
        self.acknowledged = [{} for _ in self.keys]
        self.slowest_start = 0.0

    def test_acknowledged_reads_are_there_exactly_once_after_fifty_kills(self):
        numbers = itertools.count(1)  # next() of it is one step, so threads may share it
        for number in range(ROUNDS):
            self.one_round(number, numbers)
            self.server.start()
            self.slowest_start = max(self.slowest_start, self.server.ready_seconds)
        acknowledged = sum(map(len, self.acknowledged))
        sent = sum(map(len, self.sent))
        print(f"{ROUNDS} kills: {sent} reads sent, {acknowledged} acknowledged, "
              f"slowest restart {self.slowest_start:.2f} s", flush=True)
        self.assertGreater(acknowledged, 10 * ROUNDS)
        self.assert_acknowledged_reads_open()
        stored_before = self.assert_all_is_known_when_sent_again()
        self.assertEqual(self.server.stop(), 0)
        self.assert_doctor_finds_each_once(sent, stored_before)

    def one_round(self, number, numbers):
        senders = [Sender(self.server.port, key, f"{self.seed}/{number}/{camera}", numbers)
                   for camera, key in enumerate(self.keys)]
        for sender in senders:
            sender.start()
        time.sleep(self.random.uniform(*LOAD_SECONDS))  # the load itself, not a wait for something
        self.server.kill()
        for camera, sender in enumerate(senders):
            sender.join(30)
            self.assertFalse(sender.is_alive())
            self.assertEqual(sender.failures, [])
            self.sent[camera].update(sender.sent)
            self.acknowledged[camera].update(sender.acknowledged)

    def assert_acknowledged_reads_open(self):
        """Every named id is another read; a sample of them is opened and compared."""
        named = [(self.sent[camera][event], read_id)
                 for camera, events in enumerate(self.acknowledged)
                 for event, read_id in events.items() if read_id]
        ids = [read_id for _, read_id in named]
        self.assertEqual(len(ids), len(set(ids)), "two events were given one read")
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
        self.addCleanup(connection.close)
        headers = {"Authorization": f"Bearer {self.server.token_for('/api/v1/reads')}"}
        # The latest of them stood next to a kill: all of those, and others by chance.
        chosen = named[-FETCHED_AGAIN // 2:] + self.random.sample(
            named, min(FETCHED_AGAIN // 2, len(named)))
        for sent, read_id in chosen:
            answer = ask_over(connection, "GET",
                              self.server.for_a_purpose(f"/api/v1/reads/{read_id}"),
                              headers=headers)
            self.assertEqual(answer.status, 200, f"an acknowledged read is gone: {answer}")
            read = answer.json()
            self.assertEqual(read["plate_raw"], sent["plate"])
            self.assertEqual(read["captured_at"], sent["captured_at"])
            self.assertEqual(len(read["pictures"]), len(sent.get("images", [])))

    def assert_all_is_known_when_sent_again(self):
        """Sends everything once more. What was acknowledged is a repeat, under the same id; what
        was never answered may be either. Returns how many of those had been stored unanswered."""
        unanswered_stored = 0
        for camera, key in enumerate(self.keys):
            acknowledged = self.acknowledged[camera]
            answered = [self.sent[camera][event] for event in acknowledged]
            others = [read for event, read in self.sent[camera].items()
                      if event not in acknowledged]
            for at in range(0, len(answered), IDS_NAMED_MAX):
                self.assert_repeats(key, answered[at:at + IDS_NAMED_MAX], acknowledged)
            for at in range(0, len(others), REPOST_LINES):
                receipt = self.send_again(key, others[at:at + REPOST_LINES]).json()
                unanswered_stored += receipt["repeated"]
        return unanswered_stored

    def assert_repeats(self, key, reads, acknowledged):
        answer = self.send_again(key, reads)
        self.assertEqual((answer.json()["stored"], answer.json()["repeated"]), (0, len(reads)),
                         "an acknowledged read was lost")
        for read, read_id in zip(reads, answer.read_ids()):
            known = acknowledged[read["event_id"]]
            if known:
                self.assertEqual(read_id, known)

    def send_again(self, key, reads):
        answer = self.server.ingest(key, m.ndjson(reads), "application/x-ndjson")
        self.assertEqual(answer.status, 200, answer)
        return answer

    def assert_doctor_finds_each_once(self, sent, unanswered_stored):
        found, code = self.server.doctor()
        print(f"doctor: {found} ({unanswered_stored} had been stored without an answer)",
              flush=True)
        self.assertEqual(code, 0)
        self.assertEqual(found["doubled_reads"], 0)
        self.assertEqual(found["unreadable_reads"], 0)
        self.assertEqual(found["unreadable_pictures"], 0)
        self.assertEqual(found["reads"], sent)
        everything = [read for reads in self.sent for read in reads.values()]
        self.assertEqual(found["pictures"], sum("images" in read for read in everything))
        # One hit for each read of a listed plate: none is lost, none is made twice.
        wanted = sum(read["plate"].startswith("1WAN") for read in everything)
        self.assertEqual(found["hits"], wanted)
        self.assertEqual(found["untold_reads"], 0)


if __name__ == "__main__":
    unittest.main()
