"""A day's end: its key is destroyed, and nothing of it opens again."""

import datetime
import json
import unittest
import zoneinfo

import messages as m
from server import Server, run_bas

PLATE = "1DAY100"


def day_of(moment):
    return moment.astimezone(zoneinfo.ZoneInfo("Europe/Brussels")).date().isoformat()


class DayDrop(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.remove)
        self.now = m.utc_now()
        self.before = self.now - datetime.timedelta(days=2)
        self.server.start()
        (self.key,) = self.server.add_cameras("north")
        self.server.add_list()
        self.server.list_plates(PLATE)
        self.old = self.send(self.before)
        self.new = self.send(self.now)
        self.day = day_of(self.before)

    def send(self, captured_at):
        picture = m.bas_image(m.jpeg("day"))
        answer = self.server.ingest(self.key, m.bas_read(PLATE, captured_at, images=[picture]))
        self.assertEqual(answer.status, 200, answer)
        return answer.read_ids()[0]

    def drop(self, *words):
        return run_bas("day", "drop", *words, "--data", self.server.data)

    def test_its_reads_pictures_and_hits_are_gone_and_the_others_are_not(self):
        self.assertEqual(len(self.server.get("/api/v1/hits")["items"]), 2)
        self.server.stop()
        listed = run_bas("day", "list", "--data", self.server.data, "--json")
        self.assertEqual(json.loads(listed.stdout)["days"], [self.day, day_of(self.now)])
        dropped = self.drop(self.day, "--yes", "--json")
        self.assertEqual(dropped.returncode, 0, dropped.stderr)
        self.assertEqual(json.loads(dropped.stdout),
                         {"day": self.day, "destroyed": True, "reads": 1})
        self.assertEqual(self.drop(self.day, "--yes").returncode, 0, "repeating changes nothing")
        self.assertEqual(list((self.server.data / "keys").glob(f"{self.day}.key")), [])
        self.server.start()
        for path in ("", "/pictures/0"):
            gone = self.server.api("GET", f"/api/v1/reads/{self.old}{path}")
            self.assertIn(gone.status, (404, 410))
            kept = self.server.api("GET", f"/api/v1/reads/{self.new}{path}")
            self.assertEqual(kept.status, 200)
        hits = self.server.get("/api/v1/hits")["items"]
        self.assertEqual([hit["read"] for hit in hits], [self.new])
        self.server.stop()
        figures, code = self.server.doctor()
        self.assertEqual((figures["reads"], figures["pictures"], code), (1, 1, 0))

    def test_a_day_that_is_not_over_needs_force(self):
        self.server.stop()
        for moment in (self.now, self.now + datetime.timedelta(days=3)):
            refused = self.drop(day_of(moment), "--yes")
            self.assertEqual(refused.returncode, 1)
            self.assertIn("--force", refused.stderr)
        self.assertEqual(self.drop(day_of(self.now), "--yes", "--force").returncode, 0)

    def test_it_has_to_be_meant_and_named_rightly(self):
        self.server.stop()
        unsure = self.drop(self.day)
        self.assertEqual(unsure.returncode, 1)
        self.assertIn("--yes", unsure.stderr)
        for wrong in ("yesterday", "2026-02-30", "1999-01-01"):
            self.assertEqual(self.drop(wrong, "--yes").returncode, 1, wrong)
        listed = run_bas("day", "list", "--data", self.server.data)
        self.assertIn(self.day, listed.stdout.split())

    def test_a_running_server_has_to_be_stopped_first(self):
        refused = self.drop(self.day, "--yes")
        self.assertEqual(refused.returncode, 1)
        self.assertIn("stop it", refused.stderr)
        self.assertEqual(self.server.api("GET", f"/api/v1/reads/{self.old}").status, 200)


if __name__ == "__main__":
    unittest.main()
