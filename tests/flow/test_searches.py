"""Somebody searches: from refusal to a clipped result, all of it in a ledger that others check."""

import json
import pathlib
import tempfile
import threading
import time
import unittest

from server import Server, ServedTest, run_bas, stamp

PLATE = "1ABC234"
WHY = {"purpose": "jp_crime", "case_number": "AN.17.L1.004711/2026",
       "reason": "burglary, car seen by a neighbour"}
SECRETS = (PLATE, WHY["case_number"], WHY["reason"], "inspecteur")


def wait_until_signed(server, number):
    """The checkpoint, signed about every second, covers that entry."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        size = server.api("GET", "/ledger/checkpoint", token="").body.decode().split("\n")[1]
        if int(size) > number:
            return
        time.sleep(0.02)  # between two looks at what is waited for
    raise AssertionError(f"entry {number} is not signed")


class Searches(ServedTest):
    @classmethod
    def set_up_server(cls):
        server = cls.server
        server.add_zone()
        server.add_zone("5345", "Zuid")
        cls.own = server.add_camera(server.add_site(), "own")
        cls.others = server.add_camera(server.add_site("5345", "Plein"), "others")
        cls.who = server.officer("inspecteur", "investigator")
        server.add_user("untrained", "investigator", "5364", trained_until=stamp(-60))
        cls.untrained = server.token_of("untrained")
        cls.overseer = server.officer("coc", "overseer")
        for camera in (cls.own, cls.others):
            server.api("POST", camera["ingest_path"],
                       {"plate": PLATE, "country": "BE", "captured_at": stamp(-30)}, token="")

    def search(self, token=None, **more):
        body = {**WHY, "plate": PLATE, "from": stamp(-3600), "until": stamp(60), **more}
        return self.server.api("POST", "/api/v1/searches", body, token=token or self.who)

    def uses(self):
        return self.server.get("/api/v1/ledger/uses", token=self.overseer)["items"]

    def test_from_refusal_to_a_clipped_result_and_all_of_it_in_the_ledger(self):
        refused = self.search(token=self.untrained)
        self.assert_problem(refused, 403, "forbidden")
        self.assertIn("R58", json.loads(refused.body)["detail"])
        self.assertIn("R1", json.loads(self.search(purpose="").body)["detail"])
        older = self.search(**{"from": stamp(-200 * 86400)})
        self.assert_problem(older, 403, "forbidden")

        page = json.loads(self.search().body)
        self.assertEqual([read["camera"]["id"] for read in page["items"]], [self.own["id"]])
        by_zone = {zone["zone"]: zone for zone in page["zones"]}
        self.assertTrue(by_zone["5364"]["permitted"])
        self.assertEqual(by_zone["5345"]["reason"], "E_GRANT")

        told = [use for use in self.uses() if use["what"] == "search"]
        self.assertEqual([use["permitted"] for use in told[:4]], [True, False, False, False])
        self.assertEqual(told[0]["number"], page["ledger_number"])
        self.assertEqual(told[0]["results"], 1)
        self.assertEqual(told[0]["details"]["actor_name"], "inspecteur")
        self.assertEqual(told[0]["details"]["case_number"], WHY["case_number"])
        self.assertIn(PLATE, told[0]["details"]["predicate"])
        self.assertEqual(self.uses()[0]["what"], "ledger", "reading it is a use too")

    def test_who_may_not_search_or_look_into_the_ledger_is_refused(self):
        administrator = self.server.token
        self.assert_problem(self.search(token=administrator), 403, "forbidden")
        for path in ("/api/v1/ledger/uses", "/ledger/tile/entries/000.p/1"):
            self.assert_problem(self.server.api("GET", path, token=administrator), 403,
                                "forbidden")
            self.assert_problem(self.server.api("GET", path, token=""), 401, "unauthenticated")
        for path in ("/ledger/tile/%65ntries/000.p/1", "/ledger/tile/0/../entries/000.p/1",
                     "/ledger/tile/", "/ledger/tile/9/000"):
            self.assertIn(self.server.api("GET", path, token="").status, (401, 404), path)
        self.assert_problem(self.search(plate="1AB*"), 400, "bad-request")
        self.assert_problem(self.search(until="yesterday"), 400, "bad-request")

    def test_the_exported_ledger_is_checked_elsewhere_and_says_no_name(self):
        for _ in range(3):
            self.search()
        with tempfile.TemporaryDirectory() as folder:
            token = pathlib.Path(folder, "token")
            token.write_text(self.overseer)
            token.chmod(0o600)
            address = f"http://127.0.0.1:{self.server.port}"
            asked = ("--url", address, "--token-file", token)
            key = run_bas("ledger", "key", *asked).stdout.strip()
            wait_until_signed(self.server, self.uses()[0]["number"])
            out = pathlib.Path(folder, "export")
            exported = run_bas("ledger", "export", *asked, out)
            self.assertEqual(exported.returncode, 0, exported.stderr)
            checked = run_bas("ledger", "verify", out, "--key", key)
            self.assertEqual(checked.returncode, 0, checked.stderr)
            whole = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
            for secret in SECRETS:
                self.assertNotIn(secret.encode(), whole)
            bundle = next(out.glob("tile/entries/000*/*"))
            changed = bundle.read_bytes().replace(b'"permitted":true', b'"permitted":null', 1)
            self.assertNotEqual(changed, bundle.read_bytes())
            bundle.write_bytes(changed)
            edited = run_bas("ledger", "verify", out, "--key", key)
            self.assertEqual(edited.returncode, 1)
            self.assertIn("edited", edited.stderr)

    def test_the_verb_says_the_same_as_the_api(self):
        with tempfile.TemporaryDirectory() as folder:
            token = pathlib.Path(folder, "token")
            token.write_text(self.who)
            token.chmod(0o600)
            asked = ("search", "--url", f"http://127.0.0.1:{self.server.port}", "--token-file",
                     token, "--plate", PLATE, "--from", stamp(-3600), "--until", stamp(60),
                     "--purpose", WHY["purpose"], "--case", WHY["case_number"])
            found = run_bas(*asked, "--reason", WHY["reason"])
            self.assertEqual(found.returncode, 0, found.stderr)
            self.assertIn(PLATE, found.stdout)
            self.assertIn("written into the ledger under", found.stdout)
            self.assertIn("zone 5345: not searched", found.stderr)
            refused = run_bas(*asked)
            self.assertEqual(refused.returncode, 1)
            self.assertIn("R1: ", refused.stderr)


class KilledWhileAppending(unittest.TestCase):
    """What was answered stands in the ledger, which is whole however often the server is killed."""

    def test_nothing_that_was_answered_is_missing(self):
        server = Server()
        self.addCleanup(server.remove)
        server.start()
        server.add_zone()
        server.add_camera(server.add_site(), "own")
        who = server.officer("inspecteur", "investigator")
        overseer = server.officer("coc", "overseer")
        answered, kept = [], []
        for _ in range(4):
            self.search_until_killed(server, who, answered)
            kept.append(self.checkpoint_of(server))
        self.assertGreater(len(answered), 20)
        numbers = {use["number"]: use for use in self.all_uses(server, overseer)}
        for number in answered:
            self.assertEqual(numbers[number]["what"], "search")
        self.assertEqual(len(answered), len(set(answered)))
        wait_until_signed(server, max(numbers))
        with tempfile.TemporaryDirectory() as folder:
            self.check(server, overseer, pathlib.Path(folder), kept)

    def search_until_killed(self, server, who, answered):
        stop = threading.Event()

        def search():
            while not stop.is_set():
                try:
                    answer = server.api(
                        "POST", "/api/v1/searches",
                        {**WHY, "plate": PLATE, "from": stamp(-60), "until": stamp(60)}, token=who)
                except OSError:
                    return
                except Exception:  # noqa: BLE001 the connection was cut in the middle
                    return
                if answer.status == 200:
                    answered.append(json.loads(answer.body)["ledger_number"])

        threads = [threading.Thread(target=search) for _ in range(4)]
        for thread in threads:
            thread.start()
        time.sleep(0.7)  # the load itself, not a wait for something
        server.kill()
        stop.set()
        for thread in threads:
            thread.join()
        server.start()

    def checkpoint_of(self, server):
        return server.api("GET", "/ledger/checkpoint", token="").body

    def all_uses(self, server, overseer):
        before = 2**53
        while True:
            page = server.get(f"/api/v1/ledger/uses?limit=500&before={before}", token=overseer)
            if not page["items"]:
                return
            yield from page["items"]
            before = page["items"][-1]["number"]

    def check(self, server, overseer, folder, kept):
        token = folder / "token"
        token.write_text(overseer)
        token.chmod(0o600)
        asked = ("--url", f"http://127.0.0.1:{server.port}", "--token-file", token)
        key = run_bas("ledger", "key", *asked).stdout.strip()
        self.assertEqual(run_bas("ledger", "export", *asked, folder / "export").returncode, 0)
        earlier = []
        for number, note in enumerate(kept):
            path = folder / f"kept-{number}"
            path.write_bytes(note)
            earlier += ["--earlier", path]
        checked = run_bas("ledger", "verify", folder / "export", "--key", key, *earlier)
        self.assertEqual(checked.returncode, 0, checked.stderr)


if __name__ == "__main__":
    unittest.main()
