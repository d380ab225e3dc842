"""SIGTERM: what is in hand is finished and answered, nothing else holds the server up."""

import http.client
import itertools
import json
import signal
import socket
import threading
import time
import unittest

import messages as m
from server import Server, ask_over

IN_HAND = 12
SENDERS = 4
STOP_SECONDS_MAX = 10


def refuses(port):
    """True once nothing listens any more."""
    deadline = time.monotonic() + STOP_SECONDS_MAX
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            return True
        except OSError:
            pass
    return False


class Stop(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.remove)
        self.server.start()
        (self.key,) = self.server.add_cameras("north")

    def begin(self, read):
        """A delivery that lacks its last byte, which is returned."""
        body = json.dumps(read).encode()
        connection = socket.create_connection(("127.0.0.1", self.server.port), 20)
        self.addCleanup(connection.close)
        connection.sendall(
            f"POST /ingest/{self.key} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n".encode())
        self.assertIn(b" 100 ", connection.recv(4096))  # it is in hand now
        connection.sendall(body[:-1])
        return connection, body[-1:]

    def finish(self, connection, last):
        connection.sendall(last)
        response = http.client.HTTPResponse(connection)
        response.begin()
        response.read()
        return response

    def test_requests_in_hand_are_answered_and_kept(self):
        begun = [self.begin(m.bas_read(f"1STO{number:03d}")) for number in range(IN_HAND)]
        began = time.monotonic()
        self.server.process.send_signal(signal.SIGTERM)
        self.assertTrue(refuses(self.server.port), "it still takes new connections")
        ids = []
        for connection, last in begun:
            response = self.finish(connection, last)
            self.assertEqual(response.status, 200)
            ids.append(response.headers["Bas-Reads"])
        self.assertEqual(self.server.process.wait(STOP_SECONDS_MAX), 0)
        print(f"stopped {time.monotonic() - began:.2f} s after SIGTERM", flush=True)
        self.server.stop()
        self.server.start()
        plates = [self.server.read(read_id)["plate"] for read_id in ids]
        self.assertEqual(plates, [f"1STO{number:03d}" for number in range(IN_HAND)])

    def test_who_says_nothing_or_never_finishes_does_not_hold_it_up(self):
        idle = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(20)]
        kept = http.client.HTTPConnection("127.0.0.1", self.server.port)
        self.assertEqual(ask_over(kept, "GET", "/livez").status, 200)
        stream = self.server.stream()
        for open_one in (*idle, kept, stream):
            self.addCleanup(open_one.close)
        self.begin(m.bas_read("1STO100"))
        began = time.monotonic()
        self.assertEqual(self.server.stop(), 0)
        self.assertLess(time.monotonic() - began, STOP_SECONDS_MAX)
        self.assertEqual(stream.wait_for(lambda e: e["event"] == "reset", 5)["data"],
                         {"reason": "restart"})

    def test_under_load_each_is_answered_or_was_never_taken(self):
        numbers = itertools.count()
        answered, failures, running = [], [], threading.Semaphore(0)

        def send():
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=20)
            try:
                while True:
                    read = m.bas_read(f"1STO{next(numbers) % 1000:03d}")
                    answer = ask_over(connection, "POST", f"/ingest/{self.key}", json.dumps(read),
                                      {"Content-Type": "application/json"})
                    (answered if answer.status == 200 else failures).append(answer)
                    running.release()
            except (OSError, http.client.HTTPException):
                pass  # it is gone
            finally:
                connection.close()

        senders = [threading.Thread(target=send) for _ in range(SENDERS)]
        for sender in senders:
            sender.start()
        for _ in range(200):
            self.assertTrue(running.acquire(timeout=20))
        self.assertEqual(self.server.stop(), 0)
        for sender in senders:
            sender.join(20)
            self.assertFalse(sender.is_alive())
        # Who is refused is told to come back.
        self.assertEqual([answer for answer in failures if answer.status != 503], [])
        found, code = self.server.doctor()
        self.assertEqual(code, 0)
        self.assertEqual((found["doubled_reads"], found["untold_reads"]), (0, 0))
        self.assertTrue(len(answered) <= found["reads"] <= len(answered) + SENDERS)
        self.server.start()
        for answer in answered[-50:]:
            self.assertTrue(self.server.read(answer.read_ids()[0])["plate"])

    def test_it_can_be_stopped_again_and_again(self):
        for _ in range(3):
            self.assertEqual(self.server.stop(), 0)
            self.assertEqual(list(self.server.data.glob("*address*")), [])
            self.server.start()
        self.assertEqual(self.server.kill(), -signal.SIGKILL)
        self.server.start()
        self.assertEqual(self.server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
