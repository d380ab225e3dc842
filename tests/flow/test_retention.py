"""The end of what cameras saw: unreadable when its term is over, erased soon after, and told."""

import json
import time
import unittest

from server import Server, run_bas, stamp

DAY = 86400
PLATE = "1RET234"
WHY = {"purpose": "jp_crime", "case_number": "AN.17.L1.004711/2026",
       "reason": "burglary, car seen by a neighbour"}


class Retention(unittest.TestCase):
    def setUp(self):
        self.server = Server({"BAS_POLICY__ERASE_EVERY": "200ms"})
        self.addCleanup(self.server.remove)
        self.server.start()
        (self.key,) = self.server.add_cameras("north")
        self.overseer = self.server.officer("coc", "overseer")
        self.who = self.server.officer("inspecteur", "investigator")

    def restart_under(self, term):
        self.server.stop()
        self.server.keep_for(term)
        self.server.start()

    def delivered(self, age):
        answer = self.server.ingest(self.key, {"plate": PLATE, "country": "BE",
                                               "captured_at": stamp(-age)})
        return answer

    def erasures(self):
        uses = self.server.get("/api/v1/ledger/uses?limit=500", token=self.overseer)["items"]
        return [use for use in uses if use["verb"] == "erase"]

    def until_erased(self, count):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and len(self.erasures()) < count:
            time.sleep(0.05)  # between two looks at what is waited for
        self.assertEqual(len(self.erasures()), count)

    def found(self):
        """Of four weeks, one at a time: nobody has to agree to that."""
        count = 0
        for week in range(4):
            body = {**WHY, "plate": PLATE, "from": stamp(-(week + 1) * 7 * DAY + 60),
                    "until": stamp(-week * 7 * DAY + 60)}
            answer = self.server.api("POST", "/api/v1/searches", body, token=self.who)
            self.assertEqual(answer.status, 200, answer)
            count += len(answer.json()["items"])
        return count

    def test_a_shorter_law_ends_what_is_there_and_a_longer_one_brings_nothing_back(self):
        self.server.add_list("stolen")
        self.server.list_plates(PLATE)
        (old,) = self.delivered(9 * DAY).read_ids()
        (young,) = self.delivered(2 * DAY).read_ids()
        self.assertEqual(self.found(), 2)
        self.assertEqual(self.erasures(), [])
        self.restart_under("7 days")
        self.assertEqual(self.server.api("GET", f"/api/v1/reads/{young}").status, 200)
        self.assertIn(self.server.api("GET", f"/api/v1/reads/{old}").status, (404, 410))
        self.until_erased(1)
        self.assertEqual([use["results"] for use in self.erasures()], [1])
        self.assertEqual([hit["read"] for hit in self.server.get("/api/v1/hits")["items"]],
                         [young])
        self.assertEqual(self.delivered(10 * DAY).status, 410)
        self.restart_under("24 months")
        self.assertEqual(self.found(), 1)
        self.assertEqual(self.delivered(10 * DAY).status, 410, "its term was over")
        self.assertIn("bas_erasure_overdue_seconds 0",
                      self.server.api("GET", "/metrics", token="").body.decode())

    def test_what_a_camera_of_the_camera_act_saw_ends_before_the_rest_of_its_day(self):
        site = self.server.get("/api/v1/sites")["items"][0]["id"]
        camera = self.server.made("/api/v1/cameras", {"site": site, "name": "square",
                                                      "legal_source": "camera_act"})
        told = {one["name"]: one["legal_source"]
                for one in self.server.get("/api/v1/cameras")["items"]}
        self.assertEqual(told, {"north": "police_act", "square": "camera_act"})

        def seen_there(age):
            return self.server.ingest(camera["ingest_key"], {
                "plate": PLATE, "country": "BE", "captured_at": stamp(-age)})

        (ours,) = self.delivered(9 * DAY).read_ids()
        (theirs,) = seen_there(9 * DAY + 60).read_ids()
        self.assertEqual(self.found(), 2)
        self.server.stop()
        self.server.keep_for("7 days", of="camera_act_max")
        self.server.start()
        self.until_erased(1)
        self.assertEqual([(use["what"], use["results"]) for use in self.erasures()],
                         [("day of the camera act", 1)])
        self.assertEqual(self.server.api("GET", f"/api/v1/reads/{ours}").status, 200)
        self.assertIn(self.server.api("GET", f"/api/v1/reads/{theirs}").status, (404, 410))
        self.assertEqual(self.found(), 1)
        self.assertEqual(seen_there(8 * DAY).status, 410, "its term was over")
        self.assertEqual(self.delivered(8 * DAY).status, 200)
        changed = self.server.api("PATCH", f"/api/v1/cameras/{camera['id']}",
                                  {"legal_source": "police_act"})
        self.assertEqual(changed.json()["legal_source"], "police_act")
        self.assertEqual(seen_there(8 * DAY).status, 200)

    def test_the_end_of_a_day_by_hand_is_told_like_that_by_law(self):
        self.delivered(3 * DAY)
        self.server.stop()
        days = json.loads(run_bas("day", "list", "--data", self.server.data, "--json").stdout)
        dropped = run_bas("day", "drop", "--data", self.server.data, "--yes", days["days"][0])
        self.assertEqual(dropped.returncode, 0, dropped.stderr)
        self.server.start()
        self.until_erased(1)
        self.assertEqual(self.found(), 0)


if __name__ == "__main__":
    unittest.main()
