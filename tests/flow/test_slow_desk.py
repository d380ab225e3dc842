"""One desk that does not read slows no other and costs little."""

import re
import selectors
import socket
import time
import unittest

import messages as m
from server import ServedTest

DESKS = 50
HITS_OF_A_RUSH = 1_500
HITS_AT_ONCE = 100
REASON = "long reason of a busy list " * 70  # makes an event of some 3.5 kB
RUSH_SECONDS_MAX = 60
MEMORY_GROWTH_BYTES_MAX = 96 << 20
NAME = b"\nevent: hit.created\n"
EVENT = re.compile(rb"^id: (\d+)\nevent: hit\.created$", re.M)


class Desk:
    """A desk on a bare socket: what was sent to it, unread until it is told to read."""

    def __init__(self, port, token, receive_bytes=None):
        self.socket = socket.socket()
        if receive_bytes:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
        self.socket.connect(("127.0.0.1", port))
        self.socket.sendall(f"GET /api/v1/stream HTTP/1.0\r\nAuthorization: Bearer {token}\r\n\r\n"
                            .encode())
        self.parts = []
        self.end = b""
        self.hits = 0
        self.is_over = False

    def read(self):
        """Takes what has come; of 1.0, so that no chunk borders lie in it."""
        try:
            part = self.socket.recv(1 << 18)
        except OSError:
            part = b""
        self.is_over = self.is_over or not part
        seen = self.end + part
        self.hits += seen.count(NAME)
        self.end = seen[-len(NAME) + 1:]  # a border may cut a name
        self.parts.append(part)

    def ids(self):
        return [int(number) for number in EVENT.findall(b"".join(self.parts))]


class Rush:
    """Reads many desks on one thread."""

    def __init__(self, desks):
        self.desks = desks
        self.selector = selectors.DefaultSelector()
        for desk in desks:
            self.selector.register(desk.socket, selectors.EVENT_READ, desk)

    def read_until(self, is_done, seconds):
        deadline = time.monotonic() + seconds
        while not is_done() and (left := deadline - time.monotonic()) > 0:
            for key, _ in self.selector.select(left):
                key.data.read()
                if key.data.is_over:
                    self.selector.unregister(key.fileobj)
        return is_done()


class Slow(ServedTest):
    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("north")
        cls.server.add_list("stolen")
        cls.server.list_csv("stolen", f"plate,reason\n1RUSH00,{REASON}\n")

    def send(self, count):
        body = m.ndjson([m.bas_read("1RUSH00") for _ in range(count)])
        answer = self.server.ingest(self.key, body, "application/x-ndjson")
        self.assertEqual(answer.status, 200, answer)

    def metric(self, name):
        text = self.server.api("GET", "/metrics").body.decode()
        return float(re.search(rf"^{name} (\S+)$", text, re.M).group(1))

    def test_one_that_does_not_read_slows_nobody_and_is_cut(self):
        slow = Desk(self.server.port, self.server.keeper, receive_bytes=4096)
        desks = [Desk(self.server.port, self.server.keeper) for _ in range(DESKS)]
        for desk in [slow, *desks]:
            self.addCleanup(desk.socket.close)
        rush = Rush(desks)
        self.assertTrue(rush.read_until(
            lambda: all(b"event: hello" in b"".join(desk.parts) for desk in desks), 10))
        before, began = self.server.rss_bytes(), time.monotonic()
        for sent in range(HITS_AT_ONCE, HITS_OF_A_RUSH + 1, HITS_AT_ONCE):
            self.send(HITS_AT_ONCE)
            self.assertTrue(rush.read_until(
                lambda: all(desk.hits >= sent for desk in desks), RUSH_SECONDS_MAX))
        grown = self.server.rss_bytes() - before
        print(f"{HITS_OF_A_RUSH} hits to {DESKS} desks in {time.monotonic() - began:.1f} s, memory "
              f"grew by {grown >> 20} MiB", flush=True)
        expected = desks[0].ids()
        self.assertEqual(len(expected), HITS_OF_A_RUSH)
        self.assertEqual(expected, sorted(set(expected)))
        for desk in desks:
            self.assertFalse(desk.is_over)
            self.assertEqual(desk.ids(), expected)
        self.assertLess(grown, MEMORY_GROWTH_BYTES_MAX)
        self.assert_cut(slow)

    def assert_cut(self, slow):
        self.assertGreaterEqual(self.metric("bas_stream_resets"), 1)
        self.assertTrue(Rush([slow]).read_until(lambda: slow.is_over, 20))
        self.assertLess(len(slow.ids()), HITS_OF_A_RUSH)
        self.assertEqual(self.metric("bas_stream_clients"), DESKS)


if __name__ == "__main__":
    unittest.main()
