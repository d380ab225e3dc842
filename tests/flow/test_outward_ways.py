"""Events leave the house over a real MQTT broker and to a real mail server."""
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

from server import ServedTest

# Debian puts the broker where daemons are, and the mail server into its own Python.
BROKER = shutil.which("mosquitto") or "/usr/sbin/mosquitto"
PYTHON = "/usr/bin/python3"

MAIL_SERVER = """
import asyncio, json, sys
from aiosmtpd.smtp import SMTP

class Keep:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"
    async def handle_DATA(self, server, session, envelope):
        print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos,
                          "text": envelope.content.decode()}), flush=True)
        return "250 taken"

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Keep()), "127.0.0.1", int(sys.argv[1]))
    print("ready", flush=True)
    await server.serve_forever()

asyncio.run(main())
"""


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_until_open(port, seconds=10):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)  # between two knocks at a program that starts
    raise AssertionError(f"nobody listens on {port}")


def end(process):
    process.kill()
    process.wait()
    for pipe in (process.stdout, process.stdin):
        if pipe:
            pipe.close()


class Ways(ServedTest):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="bas-ways-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.mqtt_port, cls.smtp_port = free_port(), free_port()
        cls.broker = cls.start_broker()
        cls.addClassCleanup(lambda: end(cls.broker))
        cls.mail = subprocess.Popen([PYTHON, "-c", MAIL_SERVER, str(cls.smtp_port)],
                                    stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(end, cls.mail)
        assert cls.mail.stdout.readline() == "ready\n"
        password = cls.folder / "password"
        password.write_text("s3cret\n")
        cls.settings = {"BAS_OUTWARD__NETWORKS": "127.0.0.1",
                        "BAS_OUTWARD__MQTT_URL": f"mqtt://127.0.0.1:{cls.mqtt_port}",
                        "BAS_OUTWARD__MQTT_USER": "bas",
                        "BAS_OUTWARD__MQTT_PASSWORD_FILE": str(password),
                        "BAS_OUTWARD__SMTP_URL": f"smtp://127.0.0.1:{cls.smtp_port}",
                        "BAS_OUTWARD__SMTP_FROM": "bas@example.be"}
        super().setUpClass()

    @classmethod
    def start_broker(cls):
        users = cls.folder / "users"
        users.touch(mode=0o600)
        subprocess.run(["mosquitto_passwd", "-b", str(users), "bas", "s3cret"], check=True,
                       capture_output=True)
        subprocess.run(["mosquitto_passwd", "-b", str(users), "room", "other"], check=True,
                       capture_output=True)
        (cls.folder / "acl").write_text(
            "user bas\ntopic write bas/#\nuser room\ntopic read bas/#\n")
        (cls.folder / "broker.conf").write_text(
            f"listener {cls.mqtt_port} 127.0.0.1\nallow_anonymous false\n"
            f"password_file {users}\nacl_file {cls.folder / 'acl'}\nuser root\n")
        broker = subprocess.Popen([BROKER, "-c", str(cls.folder / "broker.conf")],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until_open(cls.mqtt_port)
        return broker

    def outlet(self, way, target):
        answer = self.server.api("POST", "/api/v1/outlets", {
            "title": way, "way": way, "target": target, "events": []})
        self.assertEqual(answer.status, 201, answer)
        return answer.json()

    def fire(self, outlet):
        answer = self.server.api("POST", f"/api/v1/outlets/{outlet['id']}/test")
        self.assertEqual(answer.status, 202, answer)
        return answer.json()

    def tried(self, outlet, seconds=20):
        """The newest delivery, once an attempt was made."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            one = self.server.get(f"/api/v1/outlets/{outlet['id']}/deliveries")["items"][0]
            if one["attempts"]:
                return one
            time.sleep(0.05)  # between two looks at what is waited for
        self.fail("no attempt was made")

    def test_an_event_reaches_a_topic(self):
        listener = subprocess.Popen(
            ["stdbuf", "-oL",  # a line at a time: what waits in a pipe is seen by nobody
             "mosquitto_sub", "-h", "127.0.0.1", "-p", str(self.mqtt_port), "-V", "5", "-u", "room",
             "-P", "other", "-t", "bas/#", "-C", "1", "-W", "15", "-d", "-F", "%t|%P|%p"],
            stdout=subprocess.PIPE, text=True)
        self.addCleanup(end, listener)
        while "SUBACK" not in listener.stdout.readline():
            self.assertIsNone(listener.poll())
        outlet = self.outlet("mqtt", "bas/5364/events")
        sent = self.fire(outlet)
        line = next(one for one in listener.stdout if one.startswith("bas/"))
        topic, properties, body = line.rstrip("\n").split("|", 2)
        self.assertEqual(topic, "bas/5364/events")
        self.assertIn(f"webhook-id:{sent['id']}", properties)
        self.assertEqual(set(json.loads(body)), {"type", "timestamp", "data"})
        self.assertEqual(json.loads(body)["data"], {"id": outlet["id"]})
        self.assertEqual(self.tried(outlet)["state"], "delivered")
        self.assertEqual(outlet["keys"], [])

    def test_a_topic_that_the_broker_refuses_is_a_failure(self):
        outlet = self.outlet("mqtt", "elsewhere/events")
        self.fire(outlet)
        tried = self.tried(outlet)
        self.assertEqual(tried["state"], "waiting")
        self.assertIn("refuses", tried["failure"])

    def test_a_broker_that_is_down_is_tried_again(self):
        end(self.broker)
        outlet = self.outlet("mqtt", "bas/later")
        self.fire(outlet)
        self.assertEqual(self.tried(outlet)["state"], "waiting")
        type(self).broker = self.start_broker()
        deadline = time.monotonic() + 20
        while self.tried(outlet)["state"] != "delivered" and time.monotonic() < deadline:
            time.sleep(0.1)  # between two looks at what is waited for
        self.assertEqual(self.tried(outlet)["state"], "delivered")

    def test_a_topic_with_wildcards_is_none(self):
        for target in ("bas/#", "bas/+/x", "$SYS/x"):
            answer = self.server.api("POST", "/api/v1/outlets", {
                "title": "t", "way": "mqtt", "target": target, "events": []})
            self.assert_problem(answer, 400, "bad-request")

    def test_an_event_reaches_a_mailbox(self):
        outlet = self.outlet("mail", "room@example.be")
        sent = self.fire(outlet)
        mail = json.loads(self.mail.stdout.readline())
        self.assertEqual((mail["from"], mail["to"]), ("bas@example.be", ["room@example.be"]))
        head, _, text = mail["text"].replace("\r\n", "\n").partition("\n\n")
        self.assertIn(f"Webhook-Id: {sent['id']}", head)
        self.assertIn("Subject: BAS: outlet.test", head)
        self.assertEqual(json.loads(text)["data"], {"id": outlet["id"]})
        self.assertEqual(self.tried(outlet)["state"], "delivered")

    def test_a_mailbox_that_is_refused_is_a_failure(self):
        outlet = self.outlet("mail", "nobody@example.be")
        self.fire(outlet)
        tried = self.tried(outlet)
        self.assertEqual((tried["state"], tried["status"]), ("waiting", 550))

    def test_no_second_address_and_no_header_is_smuggled_in(self):
        for target in ("a@b,c@d", "a@b\r\nBcc: x@y", "a b@c", "nobody"):
            answer = self.server.api("POST", "/api/v1/outlets", {
                "title": "t", "way": "mail", "target": target, "events": []})
            self.assert_problem(answer, 400, "bad-request")


if __name__ == "__main__":
    unittest.main()
