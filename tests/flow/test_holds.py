"""A case keeps what it needs: copied before the term ends, opened for that case, and let go."""

import json
import pathlib
import unittest

import messages as m
from server import Server, run_bas, stamp

DAY = 86400
CASE = "AN.17.L1.004711/2026"


class Holds(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.remove)
        self.server.start()
        (self.key,) = self.server.add_cameras("north")
        self.who = self.server.officer("inspecteur", "investigator")
        self.overseer = self.server.officer("coc", "overseer")
        self.scene = m.jpeg("scene", 5_000)
        self.read = self.server.ingest(self.key, m.bas_read(
            "1HLD001", captured_at=stamp(-3 * DAY),
            images=[m.bas_image(self.scene, "overview")])).read_ids()[0]

    def purpose(self, case=CASE):
        stated = self.server.api("POST", "/api/v1/purposes", {
            "purpose": "jp_crime", "case_number": case,
            "reason": "a burglary seen by a neighbour"}, token=self.who)
        return stated.json()["id"]

    def hold(self, **more):
        body = {"for": self.purpose(), "report_number": "AN.L1.77/2026",
                "review_at": stamp(90 * DAY), "reads": [self.read], **more}
        return self.server.api("POST", "/api/v1/holds", body, token=self.who)

    def get(self, path, case=CASE, more=""):
        return self.server.api("GET", f"{path}?for={self.purpose(case)}{more}", token=self.who)

    def test_what_is_held_outlives_its_day_until_it_is_released(self):
        made = self.hold()
        self.assertEqual(made.status, 201, made)
        path = f"/api/v1/holds/{made.json()['id']}"
        self.server.stop()
        days = json.loads(run_bas("day", "list", "--data", self.server.data, "--json").stdout)
        run_bas("day", "drop", "--data", self.server.data, "--yes", days["days"][0])
        self.server.start()
        self.assertIn(self.get(f"/api/v1/reads/{self.read}").status, (404, 410))

        opened = self.get(path).json()
        self.assertTrue(opened["whole"])
        self.assertEqual([read["plate"] for read in opened["items"]], ["1HLD001"])
        picture = opened["items"][0]["pictures"][0]["url"].split("?")[0]
        self.assertNotEqual(self.get(picture).body, self.scene, "people are concealed")
        unblurred = self.get(picture, more="&unblur=the+driver+is+described+as+tall")
        self.assertEqual(unblurred.body, self.scene)
        self.assertEqual(self.get(path, case="AN.2/2026").status, 403)

        kept = self.server.api("POST", f"{path}/review",
                               {"review_at": stamp(180 * DAY), "reason": "on appeal"},
                               token=self.who)
        self.assertEqual(kept.status, 200, kept)
        (listed,) = self.server.api("GET", "/api/v1/holds", token=self.who).json()["items"]
        self.assertFalse(listed["overdue"])
        self.assertIn("reviewed_at", listed)
        files = list(pathlib.Path(self.server.data).glob("holds/*/*"))
        self.assertEqual(len(files), 2, "a read and its picture")

        released = self.server.api("POST", f"{path}/release", {"reason": "the court has spoken"},
                                   token=self.who)
        self.assertEqual(released.status, 200, released)
        self.assertEqual(self.get(path).status, 404)
        self.assertEqual(list(pathlib.Path(self.server.data).glob("holds/*")), [])
        self.assertEqual(list(pathlib.Path(self.server.data).glob("keys/hold-*")), [])
        uses = self.server.get("/api/v1/ledger/uses?limit=200", token=self.overseer)["items"]
        told = [use["what"] for use in reversed(uses) if "h" in use["what"]]
        for what in ("read for a hold", "hold made", "held reads", "held picture",
                     "held picture with people", "hold reviewed", "hold released"):
            self.assertIn(what, told)

    def test_what_says_too_little_is_refused_with_what_is_missing(self):
        for odd, says in (({"report_number": ""}, "report"), ({"reads": []}, "read"),
                          ({"review_at": stamp(-1)}, "review"),
                          ({"review_at": stamp(400 * DAY)}, "review"),
                          ({"reads": ["x"]}, ""), ({"for": ""}, "")):
            with self.subTest(odd):
                answer = self.hold(**odd)
                self.assertIn(answer.status, (400, 422), answer)
                self.assertIn(says, answer.json()["detail"])
        unknown = self.hold(reads=["00000000000000000000000001"])
        self.assertEqual(unknown.status, 404, unknown)
        self.assertEqual(self.server.api("GET", "/api/v1/holds", token=self.who).json()["items"],
                         [])


if __name__ == "__main__":
    unittest.main()
