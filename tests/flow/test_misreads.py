"""How a camera misreads: taught by one person, approved by another, then part of every match."""

import json
import time
import pathlib
import tempfile
import unittest

from server import ServedTest, run_bas

SERIALS = range(1000)


def verified_reads():
    """Of a camera that reads every third B as 8."""
    lines = []
    for number in SERIALS:
        letter, seen = chr(ord("A") + number % 26), "8" if number % 3 == 0 else "B"
        lines.append(f"1{letter}BC{number:03},1-{letter}{seen}C-{number:03}")
    return "\n".join(lines)


class Misreads(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        site = cls.server.add_site()
        cls.cameras = [cls.server.add_camera(site, name) for name in ("taught", "other")]
        cls.server.add_list("urgent", category="stolen", priority=1)
        cls.server.api("PATCH", "/api/v1/lists/urgent",
                       {"match": {"inexact": "review", "threshold": 0}})
        cls.server.list_csv("urgent", "plate,country\n1XBC999,BE\n")
        cls.colleague = cls.server.token_of(
            cls.server.add_user("colleague", "administrator")["name"])

    def misreads(self, method="GET", path="", body=None, camera=0, **options):
        return self.server.api(
            method, f"/api/v1/cameras/{self.cameras[camera]['id']}/misreads{path}", body, **options)

    def probability(self, camera, second):
        """Of the hit that a misread makes when that camera sends it."""
        sent = self.server.api(
            "POST", self.cameras[camera]["ingest_path"],
            {"plate": "1X8C999", "country": "BE", "captured_at": f"2026-11-20T10:{second:02}:00Z"},
            token="")
        self.assertEqual(sent.status, 200, sent)
        hits = self.server.get("/api/v1/hits?limit=1")["items"]
        return hits[0]["probability"]

    def test_a_model_is_learned_approved_used_and_forgotten(self):
        before = self.probability(0, 0)
        answer = self.misreads("PUT", body=verified_reads())
        self.assertEqual(answer.status, 200, answer)
        draft = json.loads(answer.body)["draft"]
        self.assertGreater(draft["gain"], 0)
        self.assertLess(draft["perplexity"], draft["perplexity_in_general"])
        self.assertAlmostEqual(draft["learned_from"] + draft["held_out"], len(SERIALS))
        self.assertAlmostEqual(self.probability(0, 1), before)

        wish = {"version": draft["version"]}
        self.assert_problem(self.misreads("POST", "/approve", wish), 409, "conflict")
        answer = self.misreads("POST", "/approve", wish, token=self.colleague)
        self.assertEqual(answer.status, 200, answer)
        self.assertNotIn("draft", json.loads(answer.body))
        approved = self.probability(0, 2)
        self.assertGreater(approved, before)
        self.assertAlmostEqual(self.probability(1, 3), before)

        self.server.stop()
        self.server.start()
        self.assertAlmostEqual(self.probability(0, 4), approved)
        self.assertEqual(self.misreads("DELETE").status, 200)
        self.assertAlmostEqual(self.probability(0, 5), before)

    def test_the_verbs_say_the_same_as_the_api(self):
        camera = self.cameras[1]["id"]
        with tempfile.TemporaryDirectory() as folder:
            reads = pathlib.Path(folder) / "reads.csv"
            reads.write_text(verified_reads() + "\nno plate here\n")
            learned = run_bas("misreads", "learn", "--data", self.server.data, camera, reads)
        self.assertEqual(learned.returncode, 0, learned.stderr)
        self.assertIn("draft      version 1", learned.stdout)
        self.assertIn(": better", learned.stdout)
        self.assertIn("in force   none", learned.stdout)
        self.assertIn("1 lines held no two plates", learned.stderr)
        shown = run_bas("misreads", "show", "--data", self.server.data, camera, "--json")
        self.assertEqual(json.loads(shown.stdout),
                         json.loads(self.misreads(camera=1).body))
        again = run_bas("misreads", "approve", "--data", self.server.data, camera, "--version", "9")
        self.assertNotEqual(again.returncode, 0)
        self.assertIn("does not wait for approval", again.stderr)

    def settled_tally(self, camera):
        """Once the verdict can no longer be taken back."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            tally = json.loads(self.misreads(camera=camera).body).get("tally")
            if tally:
                return tally
            time.sleep(0.5)  # between two looks at what is waited for
        return self.fail("the verdict taught nothing")

    def test_what_every_day_tells_is_counted_and_can_be_learned_from(self):
        camera = self.cameras[1]
        self.server.api("PATCH", "/api/v1/lists/urgent", {"match": {"inexact": "review"}})
        sent = self.server.api(
            "POST", camera["ingest_path"],
            {"plate": "1XBC999", "country": "BE", "captured_at": "2026-11-20T11:00:00Z"}, token="")
        self.assertEqual(sent.status, 200, sent)
        hit = self.server.get("/api/v1/hits?limit=1")["items"][0]
        judged = self.server.step(hit, "verdict", {"state": "validated"},
                                  self.server.officer("odette", "operator"))
        self.assertEqual(judged.status, 200, judged)
        tally = self.settled_tally(camera=1)
        self.assertEqual((tally["by_verdict"], tally["by_passage"]), (1, 0))
        self.assert_problem(self.misreads("POST", "/draft", camera=1), 409, "conflict")
        refused = run_bas("misreads", "learn", "--data", self.server.data, camera["id"])
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("wait for more confirmed hits", refused.stderr)
        shown = run_bas("misreads", "show", "--data", self.server.data, camera["id"])
        self.assertIn("1 reads by verdicts and 0 by repeated passages", shown.stdout)

    def test_what_cannot_teach_is_refused_in_words(self):
        self.assert_problem(self.misreads("PUT", body="1ABC123,1ABC123\n"), 400, "bad-request")
        swapped = "\n".join(f"1A8C{number:03},1ABC{number:03}" for number in SERIALS)
        self.assert_problem(self.misreads("PUT", body=swapped), 400, "bad-request")
        missing = self.server.api("GET", "/api/v1/cameras/01KAS7ZK5V8Q3M4N6P7R8S9T0V/misreads")
        self.assert_problem(missing, 404, "not-found")


if __name__ == "__main__":
    unittest.main()
