"""A receiver of webhooks as a stranger would write one: it checks signatures with openssl."""
import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import queue
import subprocess
import tempfile
import threading
import time

# SubjectPublicKeyInfo of an Ed25519 key (RFC 8410), before its 32 bytes.
SPKI = bytes.fromhex("302a300506032b6570032100")
TOLERANCE_SECONDS = 300


def is_ed25519_signed(public_key, message, signature):
    """By the openssl program."""
    with tempfile.TemporaryDirectory() as folder:
        files = {name: pathlib.Path(folder) / name for name in ("key", "message", "signature")}
        for name, content in (("key", SPKI + public_key), ("message", message),
                              ("signature", signature)):
            files[name].write_bytes(content)
        done = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey",
             files["key"], "-rawin", "-in", files["message"], "-sigfile", files["signature"]],
            capture_output=True, check=False)
    return done.returncode == 0


def is_signed(key, headers, body):
    """`key`: whpk_... or whsec_...; whether one of the signatures is of it."""
    message = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    secret = base64.b64decode(key.partition("_")[2])
    for one in headers["webhook-signature"].split(" "):
        version, _, text = one.partition(",")
        signature = base64.b64decode(text)
        if key.startswith("whpk_") and version == "v1a":
            if is_ed25519_signed(secret, message, signature):
                return True
        elif key.startswith("whsec_") and version == "v1":
            made = hmac.new(secret, message, hashlib.sha256).digest()
            if hmac.compare_digest(made, signature):
                return True
    return False


class Delivery:
    def __init__(self, path, headers, body):
        self.path, self.headers, self.body = path, headers, body
        self.at = time.time()

    def json(self):
        return json.loads(self.body)

    @property
    def id(self):
        return self.headers["webhook-id"]


class Receiver:
    """Answers what `answers` says next, then 204. An answer: status, headers, seconds to wait."""

    def __init__(self, host="127.0.0.1"):
        self.answers = []
        self._arrived = queue.Queue()
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status, headers, wait = receiver.take_answer()
                receiver._arrived.put(Delivery(self.path, dict(
                    (name.lower(), value) for name, value in self.headers.items()), body))
                if wait:
                    receiver.released.wait(wait)
                try:
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("content-length", "0")
                    self.end_headers()
                except OSError:
                    pass  # the server gave up waiting

            def log_message(self, *_):
                pass

        self.released = threading.Event()
        self._server = http.server.ThreadingHTTPServer((host, 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self.url = f"http://{host}:{self.port}/hooks"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def take_answer(self):
        answer = self.answers.pop(0) if self.answers else 204
        return answer if isinstance(answer, tuple) else (answer, {}, 0)

    def next(self, timeout=8):
        try:
            return self._arrived.get(timeout=timeout)
        except queue.Empty:
            return None

    def close(self):
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
