"""The ledger before witnesses: they cosign while it only grows, and say so when it does not."""

import math
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

from server import BINARY, Server, run_bas

OFTEN = "200ms"


class Witness:
    """A real `bas ledger witness`."""

    def __init__(self, folder, log_key):
        self.folder, self.log_key = folder, log_key
        self.port = 0

    def start(self):
        self.process = subprocess.Popen(
            [BINARY, "ledger", "witness", "--data", self.folder, "--log", self.log_key, "--name",
             f"coc.example/{self.folder.name}", "--listen", f"127.0.0.1:{self.port}"],
            stdout=subprocess.PIPE, text=True)
        assert "name it to each" in self.process.stdout.readline()
        self.line = self.process.stdout.readline().strip()
        self.port = int(re.search(r":(\d+) ", self.line)[1])
        self.key = self.line.split(" ")[1]
        return self

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0
        self.process.stdout.close()


class Witnesses(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)
        self.server = Server()
        self.addCleanup(self.server.remove)
        self.server.start()
        self.witnesses = [Witness(self.folder / name, self.state()["public_key"]).start()
                          for name in ("one", "two")]
        for witness in self.witnesses:
            self.addCleanup(witness.stop)
        named = self.folder / "witnesses"
        named.write_text("# who cosigns\n" + "".join(f"{one.line}\n" for one in self.witnesses))
        self.server.add_zone()
        self.overseer = self.server.officer("coc", "overseer")
        self.server.settings = {"BAS_LEDGER__WITNESSES_FILE": str(named),
                                "BAS_LEDGER__WITNESS_EVERY": OFTEN}

    def state(self):
        return self.server.get("/api/v1/ledger")

    def restart(self):
        self.server.stop()
        self.server.start()

    def until(self, holds):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            state = self.state()
            if holds(state):
                return state
            time.sleep(0.05)  # between two looks at what is waited for
        self.fail(f"never came: {self.state()}")

    def test_a_log_is_cosigned_while_it_grows_and_checked_with_the_witness_alone(self):
        self.assertTrue(self.state()["witness_missing"])
        self.assertEqual(self.age(), math.inf)
        self.restart()
        seen = self.until(lambda state: all("seen_at" in one for one in state["witnesses"]))
        self.assertFalse(seen["witness_missing"])
        for _ in range(20):
            self.server.get("/api/v1/ledger/uses", token=self.overseer)
        grown = self.until(lambda state: min(one["size"] for one in state["witnesses"]) > 20)
        self.assertEqual([one.get("failure") for one in grown["witnesses"]], [None, None])
        note = self.server.api("GET", "/ledger/witnessed", token="").body.decode()
        self.assertEqual(note.count("\u2014 "), 3, "the log and both witnesses")

        token = self.folder / "token"
        token.write_text(self.overseer)
        token.chmod(0o600)
        asked = ("--url", f"http://127.0.0.1:{self.server.port}", "--token-file", token)
        out = self.folder / "export"
        self.assertEqual(run_bas("ledger", "export", *asked, "--witnessed", out).returncode, 0)
        for witness in self.witnesses:
            checked = run_bas("ledger", "verify", out, "--key", grown["public_key"], "--witness",
                              witness.key)
            self.assertEqual(checked.returncode, 0, checked.stderr)
        stranger = Witness(self.folder / "stranger", grown["public_key"]).start()
        stranger.stop()
        checked = run_bas("ledger", "verify", out, "--key", grown["public_key"], "--witness",
                          stranger.key)
        self.assertIn("unwitnessed", checked.stderr)

    def age(self):
        figures = self.server.api("GET", "/metrics", token="").body.decode()
        return float(re.search(r"^bas_ledger_witness_age_seconds (\S+)", figures, re.M)[1])

    def test_one_that_is_down_is_told_and_catches_up(self):
        self.restart()
        self.until(lambda state: all("seen_at" in one for one in state["witnesses"]))
        self.assertLess(self.age(), 60)
        self.witnesses[0].stop()
        self.until(lambda state: state["witnesses"][0].get("failure"))
        self.assertNotIn("failure", self.state()["witnesses"][1])
        self.witnesses[0].start()
        self.until(lambda state: "failure" not in state["witnesses"][0])

    def test_a_ledger_that_was_put_back_to_an_earlier_state_is_found_out(self):
        self.restart()
        self.server.stop()
        earlier = self.folder / "earlier"
        shutil.copytree(self.server.data / "ledger", earlier)
        self.server.start()
        for _ in range(5):
            self.server.get("/api/v1/ledger/uses", token=self.overseer)
        size = self.state()["size"]
        self.until(lambda state: min(one["size"] for one in state["witnesses"]) >= size)
        self.server.stop()
        shutil.rmtree(self.server.data / "ledger")
        shutil.copytree(earlier, self.server.data / "ledger")
        (self.server.data / "ledger-witnessed").unlink()  # who cuts the log removes that as well
        self.server.start()
        found = self.until(lambda state: all("failure" in one for one in state["witnesses"]))
        for one in found["witnesses"]:
            self.assertIn("the ledger was cut", one["failure"])


if __name__ == "__main__":
    unittest.main()
