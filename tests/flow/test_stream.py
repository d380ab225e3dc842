"""The event stream: nothing missed, nothing twice, and over when it is to be over."""

import sqlite3
import time
import unittest

import messages as m
from server import Server, ServedTest, Stream

PASSWORD = "correct horse battery"


def names_of(events):
    return [event["event"] for event in events]


class StreamTest(ServedTest):
    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("north")
        cls.server.add_list("stolen")
        cls.server.list_plates(*(f"1STR{number:03d}" for number in range(300)))

    def send(self, *plates):
        answer = self.server.ingest(self.key, m.ndjson([m.bas_read(plate) for plate in plates]),
                                    "application/x-ndjson")
        self.assertEqual(answer.status, 200, answer)

    def next_hits(self, stream, count):
        events = []
        while len(events) < count:
            event = stream.wait_for(lambda e: e["event"] == "hit.created", 10)
            self.assertIsNotNone(event, f"{len(events)} of {count} hits came")
            events.append(event)
        return events

    def plates_of(self, events):
        return [event["data"]["plate"] for event in events]


class Following(StreamTest):
    settings = {"BAS_HITS__HEARTBEAT": "1s"}

    def test_it_begins_with_hello(self):
        stream = Stream(self.server.port, self.server.keeper)
        self.addCleanup(stream.close)
        self.assertEqual((stream.status, stream.content_type), (200, "text/event-stream"))
        hello = stream.next(5)
        self.assertEqual(hello["event"], "hello")
        self.assertNotIn("id", hello)  # what is resumed behind is an event with a number
        self.assertGreater(hello["data"]["seq"], 0)
        self.assertTrue(hello["data"]["version"])
        now = m.rfc3339(m.utc_now())
        self.assertEqual(hello["data"]["server_time"][:10], now[:10])

    def test_heartbeats_have_a_name_and_come_between_hits_too(self):
        stream = self.open_stream()
        for plate in ("1STR001", "1STR002"):
            beat = stream.wait_for(lambda e: e["event"] == "heartbeat", 10)
            self.assertLessEqual({"seq", "server_time"}, set(beat["data"]))
            self.assertNotIn("id", beat)
            self.send(plate)
            (hit,) = self.next_hits(stream, 1)
        beat = stream.wait_for(lambda e: e["event"] == "heartbeat", 10)
        self.assertGreaterEqual(beat["data"]["seq"], int(hit["id"]))

    def test_numbers_grow_and_are_those_of_a_snapshot(self):
        stream = self.open_stream()
        self.send("1STR003", "1STR004", "1STR005")
        numbers = [int(event["id"]) for event in self.next_hits(stream, 3)]
        self.assertEqual(numbers, sorted(set(numbers)))
        for path in ("/api/v1/hits", "/api/v1/incidents"):
            self.assertGreaterEqual(self.server.get(path)["seq"], numbers[-1])

    def test_what_was_missed_comes_after_the_last_event_and_nothing_else(self):
        plates = [f"1STR{number:03d}" for number in range(20, 30)]
        first = self.open_stream()
        self.send(*plates[:6])
        seen = self.next_hits(first, 6)
        first.close()
        self.send(*plates[6:8])
        again = self.open_stream(last_event_id=seen[3]["id"])
        self.send(*plates[8:])
        self.assertEqual(self.plates_of(self.next_hits(again, 6)), plates[4:])
        self.assertNotIn("reset", names_of(again.events))
        numbers = [event["id"] for event in again.events if "id" in event]
        self.assertEqual(numbers[:2], [event["id"] for event in seen[4:]])

    def test_a_snapshot_and_the_stream_behind_it_miss_nothing(self):
        seq = self.server.get("/api/v1/incidents")["seq"]
        self.send("1STR031", "1STR032")
        stream = self.open_stream(path=f"/api/v1/stream?since={seq}")
        self.send("1STR033")
        self.assertEqual(self.plates_of(self.next_hits(stream, 3)),
                         ["1STR031", "1STR032", "1STR033"])

    def test_who_was_there_to_the_end_is_sent_nothing_again(self):
        stream = self.open_stream()
        self.send("1STR034")
        (hit,) = self.next_hits(stream, 1)
        again = self.open_stream(last_event_id=hit["id"])
        self.send("1STR035")
        self.assertEqual(self.plates_of(self.next_hits(again, 1)), ["1STR035"])
        self.assertNotIn("reset", names_of(again.events))

    def test_a_place_that_is_unknown_is_a_reset_and_live_goes_on(self):
        ahead = self.server.get("/api/v1/incidents")["seq"] + 1_000_000
        for place in ("12", str(ahead)):
            stream = self.open_stream(last_event_id=place)
            reset = stream.next(5)
            self.assertEqual((reset["event"], reset["data"]), ("reset", {"reason": "gap"}))
            self.send("1STR036")
            self.assertEqual(self.plates_of(self.next_hits(stream, 1)), ["1STR036"])

    def test_topics_are_kept_apart(self):
        cameras = self.open_stream(path="/api/v1/stream?topics=cameras")
        hits = self.open_stream(path="/api/v1/stream?topics=cameras,hits")
        self.send("1STR037")
        self.next_hits(hits, 1)
        cameras.wait_for(lambda e: e["event"] == "heartbeat", 10)
        self.assertNotIn("hit.created", names_of(cameras.events))

    def test_only_who_may_see_hits_follows(self):
        self.server.add_user("tess", "technician")
        answer = self.server.api("GET", "/api/v1/stream", token="")
        self.assert_problem(answer, 401, "unauthenticated")
        answer = self.server.api("GET", "/api/v1/stream", token="bas_wrong")
        self.assert_problem(answer, 401, "unauthenticated")
        answer = self.server.api("GET", "/api/v1/stream", token=self.server.token_of("tess"))
        self.assert_problem(answer, 403, "forbidden")

    def test_signing_out_ends_the_streams_of_that_session_and_no_other(self):
        self.server.add_user("nadia", "operator", password=PASSWORD)
        token, other = self.server.token_of("nadia"), self.server.token_of("nadia")
        gone, kept = self.open_stream(token=token), self.open_stream(token=other)
        self.assertEqual(self.server.api("DELETE", "/api/v1/session", token=token).status, 204)
        reset = gone.wait_for(lambda e: e["event"] == "reset", 5)
        self.assertEqual(reset["data"], {"reason": "rights"})
        self.assertTrue(gone.is_over.wait(5))
        self.send("1STR038")
        self.assertEqual(self.plates_of(self.next_hits(kept, 1)), ["1STR038"])
        self.assertNotIn("hit.created", names_of(gone.events))


class Ends(unittest.TestCase):
    def setUp(self):
        self.server = Server({"BAS_HITS__STREAM_RING_EVENTS": "100"})
        self.addCleanup(self.server.remove)
        self.server.start()
        (self.key,) = self.server.add_cameras("north")
        self.server.add_list("stolen")
        self.server.list_plates("1END001")

    def follow(self, **options):
        stream = self.server.stream(**options)
        self.addCleanup(stream.close)
        return stream

    def send(self, count):
        reads = [m.bas_read("1END001", m.ago(count - number)) for number in range(count)]
        self.server.ingest(self.key, m.ndjson(reads), "application/x-ndjson")

    def test_who_was_away_longer_than_is_kept_hears_reset(self):
        stream = self.follow()
        self.send(1)
        first = stream.wait_for(lambda e: e["event"] == "hit.created", 10)
        for _ in range(11):  # in portions that the stream keeps up with
            self.send(10)
            last = self.nth_hit(stream, 10)
        again = self.follow(last_event_id=first["id"])
        self.assertEqual(again.next(5)["data"], {"reason": "gap"})
        within = self.follow(last_event_id=int(last["id"]) - 50)
        self.assertEqual(self.nth_hit(within, 50)["id"], last["id"])
        self.assertNotIn("reset", names_of(within.events))

    def nth_hit(self, stream, number):
        for _ in range(number):
            event = stream.wait_for(lambda e: e["event"] == "hit.created", 10)
            self.assertIsNotNone(event)
        return event

    def test_stopping_ends_every_stream_and_its_places_are_unknown_afterwards(self):
        streams = [self.follow() for _ in range(5)]
        self.send(1)
        place = self.nth_hit(streams[0], 1)["id"]
        began = time.monotonic()
        self.assertEqual(self.server.stop(), 0)
        self.assertLess(time.monotonic() - began, 10)
        for stream in streams:
            reset = stream.wait_for(lambda e: e["event"] == "reset", 5)
            self.assertEqual(reset["data"], {"reason": "restart"})
            self.assertTrue(stream.is_over.wait(5))
        self.server.start()
        again = self.follow(last_event_id=place)
        self.assertEqual(again.next(5)["data"], {"reason": "gap"})

    def test_a_stream_is_over_when_its_token_is(self):
        self.server.add_user("nadia", "operator", password=PASSWORD)
        made = self.server.made("/api/v1/tokens", {"user": "nadia"})
        self.server.stop()
        until = m.epoch_ms(m.ago(-3))
        with sqlite3.connect(self.server.data / "control.sqlite") as control:
            self.assertEqual(control.execute(
                "UPDATE credentials SET expires_at = ? WHERE id = ?",
                (until, made["id"])).rowcount, 1)
        control.close()
        self.server.start()
        stream = self.follow(token=made["token"])
        reset, deadline = None, time.monotonic() + 20
        while reset is None and time.monotonic() < deadline:
            self.send(1)
            reset = stream.wait_for(lambda e: e["event"] == "reset", 0.3)
        self.assertEqual(reset["data"], {"reason": "rights"})
        hits = [event for event in stream.events if event["event"] == "hit.created"]
        self.assertTrue(hits)
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=made["token"]).status, 401)


if __name__ == "__main__":
    unittest.main()
