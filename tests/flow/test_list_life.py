"""A list from its file to its end: import, hit, verdict, withdrawal, a wrong entry, a source."""

import datetime
import http.server
import json
import pathlib
import tempfile
import threading
import unittest

import messages as m
from server import ServedTest, run_bas


def next_week():
    return (datetime.date.today() + datetime.timedelta(days=7)).isoformat()


class Replayed:
    """A real server on loopback that answers as told: (status, headers, body), by path."""

    def __init__(self):
        self.answers, self.asked = {}, []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append((self.path, dict(self.headers)))
                status, headers, body = outer.answers.get(self.path.partition("?")[0],
                                                          (404, {}, b""))
                etag = headers.get("ETag")
                if etag and self.headers.get("If-None-Match") == etag:
                    status, body = 304, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class ListLife(ServedTest):
    @classmethod
    def setUpClass(cls):
        cls.replayed = Replayed()
        cls.addClassCleanup(cls.replayed.close)
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        registers = pathlib.Path(folder.name) / "registers.json"
        registers.write_text(json.dumps({"registers": [
            {"name": "rdw", "kind": "rdw",
             "question": {"url": f"{cls.replayed.url}/rdw"}}]}))
        cls.settings = {"BAS_LISTS__REGISTERS_FILE": str(registers),
                        "BAS_LISTS__LOOK_EVERY": "200ms"}
        super().setUpClass()

    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("north")
        cls.server.add_user("olga", "operator", "5364")
        cls.olga = cls.server.token_of("olga")

    def setUp(self):
        self.name = self.id().rpartition(".")[2].replace("_", "-")[:64]
        self.server.add_list(self.name, category="stolen", priority=2)

    def hit_of(self, stream, plate, at=None, **facts):
        self.server.ingest(self.key, m.bas_read(plate, at, **facts))
        hit = stream.hit_of(plate, 5)
        self.assertIsNotNone(hit, f"no hit of {plate}")
        return hit

    def changed(self, stream, hit):
        """The next word of the stream on a hit."""
        found = stream.wait_for(lambda event: event["event"] == "hit.changed"
                                and event["data"]["id"] == hit["id"], 5)
        self.assertIsNotNone(found, "nobody was told")
        return found["data"]

    def post(self, path, body=None, token=None, status=200):
        answer = self.server.api("POST", path, body, token=token)
        self.assertEqual(answer.status, status, answer)
        return answer.json() if answer.body else None

    def test_import_hit_withdrawal_and_wrong_entry(self):
        stream = self.open_stream()
        csv = f"plate,country,reason,valid_until\n1LIF001,BE,taken,{next_week()}\n1LIF002,BE,x,\n"
        self.assertEqual(self.server.list_csv(self.name, csv)["added"], 2)
        hit = self.hit_of(stream, "1LIF001", country="BE")
        self.assertEqual((hit["kind"], hit["quiet"], hit["state"]), ("exact", False, "candidate"))
        self.server.get(f"/api/v1/hits/{hit['id']}", token=self.olga)

        # Its source no longer holds it: the hit is withdrawn, and who saw it is told.
        full = f"plate,country,reason,valid_until\n1LIF002,BE,x,{next_week()}\n"
        self.assertEqual(self.server.list_csv(self.name, full, "?mode=full")["removed"], 1)
        self.assertEqual(self.changed(stream, hit)["state"], "withdrawn")
        told = self.server.get("/api/v1/hits/withdrawn", token=self.olga)["items"]
        self.assertEqual([one["id"] for one in told], [hit["id"]])
        self.assertEqual(self.server.get("/api/v1/hits/withdrawn")["items"], [])
        self.post(f"/api/v1/hits/{hit['id']}/withdrawal-seen", token=self.olga, status=204)
        self.assertEqual(self.server.get("/api/v1/hits/withdrawn", token=self.olga)["items"], [])

        # Somebody at a desk finds the other one wrong: off for all zones, whatever comes.
        hit = self.hit_of(stream, "1LIF002", country="BE")
        self.post(f"/api/v1/entries/{hit['entry']}/wrong", token=self.olga, status=204)
        self.assertEqual(self.changed(stream, hit)["state"], "withdrawn")
        self.assertEqual(self.server.list_csv(self.name, full)["kept_out"], 1)
        self.server.ingest(self.key, m.bas_read("1LIF002", country="BE"))
        self.assertIsNone(stream.hit_of("1LIF002", 1))
        past = self.server.get(f"/api/v1/entries/{hit['entry']}/past")["items"]
        self.assertEqual(past[0]["how"], "wrong")
        self.post(f"/api/v1/lists/{self.name}/wrong/take-back",
                  {"plate": "1-LIF-002", "country": "BE"}, status=204)
        self.server.list_csv(self.name, full)
        self.hit_of(stream, "1LIF002", country="BE")

    def test_a_full_file_that_lacks_too_much_asks_first(self):
        lines = "".join(f"2LIF{number:03d}\n" for number in range(40))
        self.server.list_csv(self.name, "plate\n" + lines, "?mode=full")
        held = self.server.import_csv(self.name, "plate\n2LIF000\n", "?mode=full")
        self.assertEqual((held["state"], held["counts"]["removed"]), ("held", 39))
        confirmed = run_bas("list", "confirm", "--data", self.server.data, "--list", self.name,
                            "--revision", str(held["number"]))
        self.assertEqual(confirmed.returncode, 0, confirmed.stderr)
        self.assertIn("39 removed", confirmed.stdout)
        entries = self.server.get(f"/api/v1/lists/{self.name}/entries")["items"]
        self.assertEqual([entry["plate"] for entry in entries], ["2LIF000"])

    def test_a_suspended_list_is_seen_to_be_and_hits_nothing(self):
        stream = self.open_stream()
        self.server.list_csv(self.name, "plate\n3LIF001\n")
        self.post(f"/api/v1/lists/{self.name}/suspend", {"because": "in doubt"})
        self.server.ingest(self.key, m.bas_read("3LIF001"))
        self.assertIsNone(stream.hit_of("3LIF001", 1))
        self.assertIn("in doubt",
                      self.server.get(f"/api/v1/lists/{self.name}")["suspended_because"])
        self.post(f"/api/v1/lists/{self.name}/resume")
        self.hit_of(stream, "3LIF001")

    def test_a_source_is_fetched_by_the_clock_and_a_stale_one_suspends(self):
        self.replayed.answers["/list.csv"] = (200, {"ETag": '"1"'}, b"plate\n4LIF001\n")
        patched = self.server.api("PATCH", f"/api/v1/lists/{self.name}", {
            "source": {"kind": "http", "url": f"{self.replayed.url}/list.csv",
                       "interval_seconds": 60}})
        self.assertEqual(patched.status, 200, patched)
        stream = self.open_stream()
        fetched = stream.wait_for(lambda event: event["event"] == "list.changed"
                                  and event["data"]["name"] == self.name and self.fresh(), 10)
        self.assertIsNotNone(fetched, "the source was not fetched")
        self.hit_of(stream, "4LIF001")
        again = self.post(f"/api/v1/lists/{self.name}/sync")
        self.assertFalse(again["changed"])
        self.replayed.answers["/list.csv"] = (500, {}, b"")
        answer = self.server.api("POST", f"/api/v1/lists/{self.name}/sync")
        self.assertEqual(answer.status, 503, answer)
        self.assertEqual(self.server.get(f"/api/v1/lists/{self.name}")["fetch"]["failures"], 1)

    def fresh(self):
        return "confirmed_at" in self.server.get(f"/api/v1/lists/{self.name}")

    def test_a_register_is_asked_when_a_hit_is_validated(self):
        stream = self.open_stream()
        for plate, answer, expected in (
                ("AB12CD", b'[{"kenteken": "AB12CD", "wam_verzekerd": "Nee"}]', "confirmed"),
                ("AB13CD", b'[{"kenteken": "AB13CD", "wam_verzekerd": "Ja"}]', "refuted"),
                ("AB14CD", b"<html>maintenance</html>", "unconfirmed")):
            kind = "text/html" if answer.startswith(b"<") else "application/json"
            self.replayed.answers["/rdw"] = (200, {"Content-Type": kind}, answer)
            self.server.list_csv(self.name, f"plate,country,category\n{plate},NL,uninsured\n")
            hit = self.hit_of(stream, plate, country="NL")
            judged = self.server.step(hit, "verdict", {"state": "validated"}, self.olga).json()
            self.assertEqual(judged["verdict"]["register"], expected, judged["verdict"])
        names = [one["name"] for one in self.server.get("/api/v1/registers")["items"]]
        self.assertEqual(names, ["rdw"])

    def test_rejected_hits_show_as_noise_and_warn(self):
        stream = self.open_stream()
        self.server.list_csv(self.name, "plate\n5LIF001\n")
        for number in range(3):
            hit = self.hit_of(stream, "5LIF001", at=m.ago(60 * (4 - number)))
            if number:
                self.assertIn("rejected", hit["warning"])
            self.server.step(hit, "verdict", {"state": "rejected", "reason": "stale_entry"},
                             self.olga)
        self.assertTrue(hit["quiet"], "two rejections, and it still rings")
        noise = self.server.get(f"/api/v1/lists/{self.name}")["noise"]
        self.assertEqual((noise["hits"], noise["rejected"], noise["rejected_share"]), (3, 3, 1))
        twice = self.server.step(hit, "verdict", {"state": "validated"}, self.olga,
                                 version=hit["version"] + 1)
        self.assert_problem(twice, 409, "conflict")

    def test_a_disqualified_holder_is_information_and_never_rings(self):
        stream = self.open_stream()
        self.server.list_csv(self.name, "plate,category\n6LIF001,disqualified\n")
        self.assertTrue(self.hit_of(stream, "6LIF001")["quiet"])

    def test_look_back_needs_a_reason_and_finds_what_was_there(self):
        self.server.ingest(self.key, m.bas_read("7LIF001", m.ago(600)))
        made = self.server.made(f"/api/v1/lists/{self.name}/entries", {
            "plate": "7LIF001", "valid_until": f"{next_week()}T00:00:00Z", "reason": "taken",
            "case_number": "AN-7"})
        today = datetime.datetime.now(datetime.timezone.utc).date()
        wish = {"from": (today - datetime.timedelta(days=1)).isoformat(),
                "to": (today + datetime.timedelta(days=1)).isoformat(), "purpose": "jp_crime",
                "case_number": "AN-7", "reason": ""}
        path = f"/api/v1/entries/{made['id']}/look-back"
        refusal = self.assert_problem(self.server.api("POST", path, wish), 403, "forbidden")
        self.assertTrue(refusal["detail"].startswith("R1:"))
        found = self.post(path, wish | {"reason": "where was it"})
        self.assertEqual([read["plate"] for read in found["items"]], ["7LIF001"])

    def test_a_preview_names_the_misreads_and_their_price(self):
        self.server.api("PATCH", f"/api/v1/lists/{self.name}",
                        {"match": {"inexact": "review", "threshold": 0.1, "uses_veto": True}})
        preview = self.post(f"/api/v1/lists/{self.name}/preview",
                            {"plate": "1LIF888", "country": "BE"})
        self.assertGreater(preview["found_share"], 0.9)
        self.assertGreater(len(preview["accepted"]), 1)
        shown = run_bas("list", "preview", "--data", self.server.data, "--list", self.name,
                        "--country", "BE", "1LIF888")
        self.assertIn("false hits a day", shown.stdout)


if __name__ == "__main__":
    unittest.main()
