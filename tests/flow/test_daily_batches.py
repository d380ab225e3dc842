"""Uninsured vehicles do not ring: the zone of the holder's home works through them day by day."""
import datetime
import time
import unittest
import zoneinfo

import contract
import messages as m
from server import ServedTest

BRUSSELS = zoneinfo.ZoneInfo("Europe/Brussels")


def day_before(days):
    """A noon that is over, and the name of its day."""
    at = datetime.datetime.now(BRUSSELS).replace(hour=12, minute=0, second=0, microsecond=0)
    at -= datetime.timedelta(days=days)
    return at.astimezone(datetime.UTC), at.date().isoformat()


class DailyBatches(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        server = cls.server
        cls.keys = server.add_cameras("south", "north")
        server.add_zone("5345", "Zone Zuid")
        server.made("/api/v1/sites", {"zone": "5345", "name": "Plein", "latitude": 51.1,
                                      "longitude": 4.9, "municipality_nis": "13040"})
        server.add_list("uninsured", category="uninsured", priority=3, valid_days=14)
        cls.here = server.officer("an", "operator")
        cls.home = server.officer("bo", "operator", "5345")

    def listed(self, *lines):
        rows = "".join(f"{plate},BE,{home}\n" for plate, home in lines)
        self.server.list_csv("uninsured", f"plate,country,home\n{rows}", "?mode=delta")

    def passes(self, plate, at, camera=0):
        answer = self.server.ingest(self.keys[camera], m.bas_read(plate, at))
        self.assertEqual(answer.status, 200, answer)

    def batches(self, token):
        answer = self.server.api("GET", "/api/v1/batches", token=token)
        self.assertEqual(answer.status, 200, answer)
        shown = answer.json()
        for batch in shown["items"]:
            schema = {"$ref": "#/components/schemas/Batch"}
            self.assertEqual(list(contract.faults(schema, batch)), [])
        return {batch["day"]: batch for batch in shown["items"]}

    def batch_of(self, day, token, vehicles):
        """That batch once so many vehicles are in it: nothing tells of them."""
        deadline = time.monotonic() + 5
        while True:
            batch = self.batches(token).get(day)
            if batch and batch["vehicles"] == vehicles or time.monotonic() > deadline:
                return batch
            time.sleep(0.02)  # between two looks at what is waited for

    def vehicles(self, day, token):
        page = self.server.get(f"/api/v1/incidents?batch={day}", token=token)
        return {one["plate"]: one for one in page["items"]}

    def test_a_day_of_the_batch_from_passage_to_its_end(self):
        noon, day = day_before(2)
        hour = datetime.timedelta(hours=1)
        self.listed(("1BAT001", "13040"), ("1BAT002", "13040"), ("1BAT003", "5364"))
        stream = self.server.stream(token=self.home)
        self.addCleanup(stream.close)
        for plate in ("1BAT001", "1BAT002", "1BAT003"):
            self.passes(plate, noon)
        self.passes("1BAT001", noon + 5 * hour, 1)
        self.batch_of(day, self.here, 1)
        batch = self.batch_of(day, self.home, 2)
        self.assertEqual((batch["vehicles"], batch["open"], batch["ready"]), (2, 2, True))
        mine = self.vehicles(day, self.home)
        self.assertEqual({plate: one["hits"] for plate, one in mine.items()},
                         {"1BAT001": 2, "1BAT002": 1}, "all passages of a day are one vehicle")
        self.assertEqual(set(self.vehicles(day, self.here)), {"1BAT003"})
        queue = self.server.get("/api/v1/incidents?open=true", token=self.home)["items"]
        self.assertEqual(queue, [], "nothing of it stands in the queue")

        hit = mine["1BAT001"]["last_hit"]
        answer = self.server.api("GET", f"/api/v1/hits/{hit['id']}", token=self.here)
        self.assert_problem(answer, 404, "not-found")
        self.assertEqual((hit["batch"], hit["quiet"]), (day, True))
        answer = self.server.step(hit, "verdict", {"state": "validated"}, self.home)
        self.assertEqual(answer.status, 200, answer)
        hit = answer.json()
        first = stream.wait_for(lambda e: e["event"].startswith("hit."))
        self.assertEqual(first["event"], "hit.changed", "nobody was called when it passed")
        answer = self.server.step(hit, "outcome", {"outcome": "reported"}, self.home)
        self.assertEqual(answer.status, 200, answer)
        self.assertEqual(self.batches(self.home)[day]["open"], 1)
        self.assertEqual(self.vehicles(day, self.home)["1BAT001"]["outcome"], "reported")

    def test_the_day_that_lasts_is_counted_and_not_handed_out(self):
        today = datetime.datetime.now(BRUSSELS).date().isoformat()
        self.listed(("1BAT011", "13040"))
        self.passes("1BAT011", datetime.datetime.now(datetime.UTC))
        batch = self.batch_of(today, self.home, 1)
        self.assertEqual((batch["vehicles"], batch["ready"]), (1, False))
        answer = self.server.api("GET", f"/api/v1/incidents?batch={today}", token=self.home)
        self.assert_problem(answer, 409, "conflict")
        self.assertIn(batch["ready_at"], answer.json()["detail"])

    def test_it_outlives_a_restart_and_a_home_nobody_knows_goes_to_the_owner(self):
        noon, day = day_before(1)
        self.listed(("1BAT021", "99999"))
        self.passes("1BAT021", noon)
        self.assertEqual(self.batch_of(day, self.here, 1)["vehicles"], 1)
        self.server.stop()
        self.server.start()
        self.passes("1BAT021", noon + datetime.timedelta(hours=2))
        deadline = time.monotonic() + 5
        while self.vehicles(day, self.here)["1BAT021"]["hits"] < 2 and time.monotonic() < deadline:
            time.sleep(0.02)  # between two looks at what is waited for
        self.assertEqual(self.vehicles(day, self.here)["1BAT021"]["hits"], 2)

    def test_a_day_that_is_none_is_refused(self):
        for day in ("yesterday", "2026-13-40", "2026-11-27T00:00:00Z", "-"):
            answer = self.server.api("GET", f"/api/v1/incidents?batch={day}", token=self.home)
            self.assert_problem(answer, 400, "bad-request")


if __name__ == "__main__":
    unittest.main()
