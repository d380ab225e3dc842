"""Whatever comes in at the door: a clear answer, the bytes kept, nobody else disturbed."""

import json
import socket
import threading
import time
import unittest

import messages as m
from server import ROOT, ServedTest

BODY_BYTES_MAX = 20 << 20
RSS_GROWTH_MAX = 300 << 20
NEIGHBOUR_SECONDS_MAX = 2


def with_time(text):
    return json.dumps({"captured_at": text, "plate": "1BAD200"}).encode()


ABSURD_TIMES = ["0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z",
                "2099-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "99999-01-01T00:00:00Z",
                "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-23T25:61:61Z",
                "2026-11-23T10:00:00+99:99", "2026-11-23", "yesterday", ""]

ENTITY_BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE b [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">""" + b"".join(
    f'<!ENTITY {c} "{f"&{p};" * 32}">'.encode() for p, c in zip("abcdefgh", "bcdefghi")) + b"""]>
<EventNotificationAlert><eventType>ANPR</eventType>
<ANPR><licensePlate>&i;</licensePlate></ANPR></EventNotificationAlert>"""


class Neighbour:
    """Another camera that keeps delivering on a thread, and how long its answers took."""

    def __init__(self, server, key):
        self.waits, self.failures = [], []
        self._server, self._key = server, key
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._deliver, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._is_over.set()
        self._thread.join(60)

    def _deliver(self):
        number = 0
        while not self._is_over.is_set():
            number += 1
            began = time.monotonic()
            try:
                answer = self._server.ingest(self._key, m.bas_read(f"1NEI{number:03d}"))
                if answer.status != 200:
                    self.failures.append(answer)
            except OSError as error:
                self.failures.append(error)
            self.waits.append(time.monotonic() - began)
            self._is_over.wait(0.01)


class BadInput(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.key, cls.neighbour_key = cls.server.add_cameras("broken", "neighbour")

    def setUp(self):
        # One disturbed camera, one that must not notice, and memory that must stay bounded.
        before = self.server.rss_bytes()
        neighbour = Neighbour(self.server, self.neighbour_key)
        neighbour.__enter__()

        def nobody_was_disturbed():
            neighbour.__exit__()
            self.assertEqual(neighbour.failures, [])
            self.assertGreater(len(neighbour.waits), 0)
            self.assertLess(max(neighbour.waits), NEIGHBOUR_SECONDS_MAX)
            self.assertLess(self.server.rss_bytes() - before, RSS_GROWTH_MAX)

        self.addCleanup(nobody_was_disturbed)

    def quarantine(self):
        return self.server.get("/api/v1/quarantine?limit=1000")["items"]

    def refused(self, body, content_type="application/json", status=422, slug="undecodable"):
        """The refusal of a message, and that the quarantine keeps it whole."""
        answer = self.server.ingest(self.key, body, content_type)
        problem = self.assert_problem(answer, status, slug)
        kept = {item["id"]: item for item in self.quarantine()}.get(problem["quarantine_id"])
        self.assertIsNotNone(kept, "the message is not in quarantine")
        self.assertEqual(kept["bytes"], len(body))
        self.assertEqual(kept["state"], "waiting")
        self.assertTrue(kept["reason"])
        return problem

    # Messages.

    def test_truncated_messages_are_refused_or_taken_never_worse(self):
        picture = m.jpeg("truncated", 400)
        hikvision, hikvision_type = m.hikvision_multipart("1CUT201", picture, picture)
        whole = {
            "bas": (json.dumps(m.bas_read("1CUT202", images=[m.bas_image(picture)])).encode(),
                    "application/json"),
            "hikvision": (m.hikvision_xml("1CUT203"), "application/xml"),
            "hikvision multipart": (hikvision, hikvision_type),
            "axis": (json.dumps(m.axis_json("1CUT204")).encode(), "application/json"),
            "openalpr": (json.dumps(m.openalpr_group("1CUT205")).encode(), "application/json"),
        }
        for name, (body, content_type) in whole.items():
            refusals = 0
            for length in range(0, len(body), max(1, len(body) // 40)):
                with self.subTest(name, length=length):
                    answer = self.server.ingest(self.key, body[:length], content_type)
                    if answer.status != 200:
                        self.assert_problem(answer, 422, "undecodable")
                        refusals += 1
            self.assertGreater(refusals, 10, name)

    def test_an_empty_body_is_refused(self):
        self.refused(b"")

    def test_bytes_of_no_format_are_refused(self):
        for body in (b"\0" * 1000, b"hello", b"<html></html>", b"{}", b"[]", b"null", b"\xff" * 99,
                     m.jpeg("alone"), b"{" * 100_000, b"[" * 100_000, b"<a>" * 50_000):
            with self.subTest(body[:10]):
                self.refused(body)

    def test_wrong_encodings_are_refused_or_read_right(self):
        text = json.dumps(m.bas_read("1ENC206"))
        for encoding in ("utf-16", "utf-16-be", "utf-32"):
            with self.subTest(encoding):
                self.refused(text.encode(encoding))
        xml = m.hikvision_xml("1ENC207").decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
        answer = self.server.ingest(self.key, xml.encode("utf-16"), "application/xml")
        self.assertEqual(answer.status, 200, answer)
        self.assertEqual(self.server.read(answer.read_ids()[0])["plate"], "1ENC207")
        answer = self.server.ingest(self.key, m.bas_read("K\u00d6L815"))
        self.assertEqual(self.server.read(answer.read_ids()[0])["plate"], "K\u00d6L815")

    def test_an_entity_bomb_is_refused_at_once(self):
        began = time.monotonic()
        problem = self.refused(ENTITY_BOMB, "application/xml")
        self.assertLess(time.monotonic() - began, 1)
        self.assertIn("document type", problem["detail"])

    def test_an_external_entity_is_refused(self):
        body = (ROOT / "tests/corpus/hikvision/external_entity.xml").read_bytes()
        self.refused(body, "application/xml")

    def test_absurd_times_are_refused(self):
        for text in ABSURD_TIMES:
            with self.subTest(text):
                self.refused(with_time(text))
        for year in (1970, 2077):
            xml = m.hikvision_xml("1BAD208").replace(str(m.utc_now().year).encode(),
                                                     str(year).encode(), 1)
            with self.subTest(year):
                self.refused(xml, "application/xml")

    def test_absurd_numbers_are_refused_or_left_out(self):
        for facts in ({"speed_kmh": 1e300}, {"lane": -4}, {"confidence": 88}, {"lane": 1.5}):
            with self.subTest(facts):
                self.refused(json.dumps(m.bas_read("1BAD209", **facts)).encode())
        box = m.bas_read("1BAD210", plate_box={"x": 1e9, "y": -7, "width": 3, "height": 1e-300})
        self.assertEqual(self.server.ingest(self.key, box).status, 200)

    def test_absurd_coordinates_of_a_site_are_refused(self):
        for latitude, longitude in ((91, 5), (50, 181), (1e300, 5), ("north", 5), (None, 5)):
            with self.subTest((latitude, longitude)):
                answer = self.server.api("POST", "/api/v1/sites", {
                    "zone": "5364", "name": "nowhere", "latitude": latitude,
                    "longitude": longitude})
                self.assert_problem(answer, 400, "bad-request")

    def test_a_million_parts_are_refused(self):
        body = b"--b\r\n\r\n\r\n" * 1_000_000 + b"--b--\r\n"
        self.refused(body, "multipart/form-data; boundary=b", 413, "too-large")

    def test_a_million_lines_are_refused(self):
        body = b'{"plate":"1BAD211"}\n' * 1_000_000
        answer = self.server.ingest(self.key, body, "application/x-ndjson")
        self.assertIn(answer.status, (413, 422), answer)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")

    # Sizes and senders.

    def test_an_oversized_body_is_refused_before_it_is_taken(self):
        head = (f"POST /ingest/{self.key} HTTP/1.1\r\nHost: bas\r\n"
                f"Content-Length: {BODY_BYTES_MAX + 1}\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as sock:
            sock.sendall(head.encode())
            self.assertIn(b" 413 ", sock.recv(4096).split(b"\r\n")[0])
        for megabytes in (21, 64):
            with self.subTest(megabytes):
                self.assert_oversized(megabytes << 20, is_chunked=False)
                self.assert_oversized(megabytes << 20, is_chunked=True)

    def assert_oversized(self, size, is_chunked):
        """Sends until told to stop, as a camera would that never looks at an early answer."""
        framing = "Transfer-Encoding: chunked" if is_chunked else f"Content-Length: {size}"
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as sock:
            sock.sendall(f"POST /ingest/{self.key} HTTP/1.1\r\nHost: bas\r\n{framing}\r\n\r\n"
                         .encode())
            piece = b"x" * 65536
            chunk = b"10000\r\n" + piece + b"\r\n" if is_chunked else piece
            try:
                for _ in range(size // len(piece)):
                    sock.sendall(chunk)
            except OSError:
                pass  # told to stop
            received = b""
            try:
                while b"\r\n\r\n" not in received and (more := sock.recv(4096)):
                    received += more
            except ConnectionResetError:
                pass
            if received:
                self.assertIn(b" 413 ", received.split(b"\r\n")[0])

    def test_a_body_of_the_largest_size_is_taken(self):
        read = m.bas_read("1BIG212", filler="x" * (BODY_BYTES_MAX - 1000))
        self.assertEqual(self.server.ingest(self.key, read).status, 200)

    def test_a_sender_that_stops_half_way_costs_nobody_else(self):
        sockets = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(200)]
        for sock in sockets:
            self.addCleanup(sock.close)
            sock.sendall(f"POST /ingest/{self.key} HTTP/1.1\r\nHost: bas\r\n"
                         "Content-Length: 100000\r\n\r\n{".encode())
        self.assertEqual(self.server.ingest(self.key, m.bas_read("1HLF213")).status, 200)

    def test_bytes_that_are_no_http_are_refused(self):
        for sent in (b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"\0" * 100 + b"\r\n\r\n",
                     b"POST /ingest/x HTTP/1.1\r\nContent-Length: -1\r\n\r\n"):
            with self.subTest(sent[:8]):
                with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as sock:
                    sock.sendall(sent)
                    sock.shutdown(socket.SHUT_WR)
                    answer = sock.recv(4096)
                    self.assertIn(answer[9:12], (b"400", b""))

    # Keys.

    def test_no_key_is_no_address(self):
        for path in ("/ingest", "/ingest/"):
            answer = self.server.api("POST", path, m.bas_read("1KEY214"), token="")
            self.assertIn(answer.status, (404, 405))
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json")

    def test_a_wrong_key_is_unknown_and_keeps_nothing(self):
        before = len(self.quarantine())
        for key in ("wrong", self.key[:-1], self.key + "x", "a" * 4000, self.key.swapcase()):
            with self.subTest(key[:8]):
                answer = self.server.ingest(key, b"junk")
                self.assert_problem(answer, 404, "unknown-key")
        self.assertEqual(len(self.quarantine()), before)

    def test_a_key_is_posted_to_only(self):
        for method in ("GET", "PUT", "DELETE"):
            answer = self.server.api(method, f"/ingest/{self.key}", token="")
            self.assert_problem(answer, 405, "method-not-allowed")
            self.assertIn("POST", answer.headers["Allow"])

    def test_a_disabled_camera_is_refused_until_it_is_enabled(self):
        site = self.server.get("/api/v1/sites")["items"][0]
        camera = self.server.add_camera(site, "to be disabled")
        path = f"/api/v1/cameras/{camera['id']}"
        self.assertEqual(self.server.api("PATCH", path, {"disabled": True}).status, 200)
        answer = self.server.ingest(camera["ingest_key"], m.bas_read("1DIS215"))
        self.assert_problem(answer, 403, "camera-disabled")
        self.assertEqual(self.server.api("PATCH", path, {"disabled": False}).status, 200)
        answer = self.server.ingest(camera["ingest_key"], m.bas_read("1DIS215"))
        self.assertEqual(answer.status, 200)

    def test_an_old_key_ends_when_a_new_one_is_given(self):
        camera = self.server.add_camera(self.server.get("/api/v1/sites")["items"][0], "rekeyed")
        fresh = self.server.made(f"/api/v1/cameras/{camera['id']}/key", {})["ingest_key"]
        answer = self.server.ingest(camera["ingest_key"], m.bas_read("1OLD216"))
        self.assert_problem(answer, 404, "unknown-key")
        self.assertEqual(self.server.ingest(fresh, m.bas_read("1OLD216")).status, 200)

    # Quarantine.

    def test_a_quarantined_message_is_replayed_once_its_protocol_is_named(self):
        # The root stands too far down to be recognised, but the format can be named.
        hidden = b"<!-- " + b"x" * 5000 + b" -->"
        xml = m.hikvision_xml("1RPL217").replace(b"?>\n", b"?>\n" + hidden, 1)
        kept = self.refused(xml, "application/xml")["quarantine_id"]
        path = f"/api/v1/quarantine/{kept}/replay"
        self.assert_problem(self.server.api("POST", path), 422, "undecodable")
        self.assert_problem(self.server.api("POST", path + "?protocol=x"), 400, "bad-request")
        replayed = self.server.api("POST", path + "?protocol=hikvision")
        self.assertEqual(replayed.status, 200, replayed)
        self.assertEqual(self.server.read(replayed.read_ids()[0])["plate"], "1RPL217")
        states = {item["id"]: item["state"] for item in self.quarantine()}
        self.assertEqual(states[kept], "replayed")

    def test_refused_lines_of_a_batch_are_kept_too(self):
        before = {item["id"] for item in self.quarantine()}
        bad = b'{"plate":"1LIN218"}\n'
        answer = self.server.ingest(self.key, m.ndjson([m.bas_read("1LIN219")]) + bad,
                                    "application/x-ndjson")
        self.assertEqual(answer.status, 200)
        deadline = time.monotonic() + 5
        fresh = []
        while not fresh and time.monotonic() < deadline:
            fresh = [item for item in self.quarantine() if item["id"] not in before]
        self.assertEqual([item["bytes"] for item in fresh], [len(bad)])

    def test_a_camera_that_sends_only_junk_fills_no_more_than_its_share(self):
        camera = self.server.add_camera(self.server.get("/api/v1/sites")["items"][0], "junk")
        junk = b"j" * (16 << 20)
        kept = 0
        for _ in range(6):
            answer = self.server.ingest(camera["ingest_key"], junk, None)
            kept += "quarantine_id" in self.assert_problem(answer, 422, "undecodable")
        self.assertGreaterEqual(kept, 1)
        self.assertLessEqual(kept, 4)


if __name__ == "__main__":
    unittest.main()
