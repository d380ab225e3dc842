"""A camera as who connects it sees it: its clock, its hours, its period and what was refused."""
import datetime
import unittest

import messages as m
from server import ServedTest, stamp


class ConnectedCameras(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.site = cls.server.add_site()
        cls.server.add_zone("5345", "Zuid")
        cls.server.add_user("tom", "technician", "5364")
        cls.technician = cls.server.token_of("tom")
        cls.server.add_user("zoe", "technician", "5345")
        cls.of_another_zone = cls.server.token_of("zoe")

    def added(self, name):
        return self.server.add_camera(self.site, name)

    def shown(self, made):
        return next(one for one in self.server.get("/api/v1/cameras")["items"]
                    if one["id"] == made["id"])

    def change(self, made, body, token=None):
        return self.server.api("PATCH", f"/api/v1/cameras/{made['id']}", body,
                               token=token or self.technician)

    def activity(self, made):
        return self.server.get(f"/api/v1/cameras/{made['id']}/activity")

    def test_its_messages_tell_its_clock_its_format_and_its_name(self):
        made = self.added("clock")
        self.assertNotIn("clock_behind_ms", self.shown(made))
        for seconds in (300, 120, 200):
            read = m.bas_read("1CLK001", m.ago(seconds), device_id="paal-7")
            self.assertEqual(self.server.ingest(made["ingest_key"], read).status, 200)
        shown = self.shown(made)
        self.assertAlmostEqual(shown["clock_behind_ms"], 120_000, delta=20_000)
        self.assertEqual((shown["protocol"], shown["device_id"]), ("bas", "paal-7"))

    def test_a_clock_ahead_is_told_although_its_reads_are_put_aside(self):
        made = self.added("ahead")
        read = m.bas_read("1CLK002", m.ago(-600))
        self.assertEqual(self.server.ingest(made["ingest_key"], read).status, 422)
        self.assertAlmostEqual(self.shown(made)["clock_behind_ms"], -600_000, delta=20_000)

    def test_its_reads_are_counted_by_the_hour(self):
        made = self.added("hours")
        self.assertEqual(self.activity(made)["hours"], [])
        for number in range(3):
            self.server.ingest(made["ingest_key"], m.bas_read(f"1HRS00{number}"))
        activity = self.activity(made)
        self.assertEqual(sum(hour["reads"] for hour in activity["hours"]), 3)
        self.assertTrue(activity["hours"][0]["from"].endswith(":00:00.000Z"))
        self.assertNotIn("1HRS", str(activity))

    def test_outside_its_period_a_read_is_refused_and_not_kept(self):
        made = self.added("period")
        decision = {"from": stamp(-3600), "until": stamp(3600), "area": "centre of Malle",
                    "reference": "GR 2026-14"}
        self.assertEqual(self.change(made, {"decision": decision}).status, 200)
        inside = self.server.ingest(made["ingest_key"], m.bas_read("1PER001"))
        self.assertEqual(inside.status, 200)
        before = self.server.ingest(made["ingest_key"], m.bas_read("1PER002", m.ago(7200)))
        self.assert_problem(before, 403, "camera-unauthorised")
        shown = self.shown(made)
        self.assertEqual((shown["reads"], shown["refused"], shown["quarantined"]), (1, 1, 0))
        self.assertEqual(self.activity(made)["refusals"][0]["reason"], "outside_period")
        self.assertEqual(shown["decision"]["area"], "centre of Malle")
        self.assertEqual(self.change(made, {"decision": None}).status, 200)
        self.assertNotIn("decision", self.shown(made))
        again = self.server.ingest(made["ingest_key"], m.bas_read("1PER003", m.ago(7200)))
        self.assertEqual(again.status, 200)

    def test_what_a_disabled_camera_sends_is_told_as_refused(self):
        made = self.added("off")
        self.change(made, {"disabled": True})
        self.assertEqual(self.server.ingest(made["ingest_key"], m.bas_read("1OFF001")).status, 403)
        self.assertEqual(self.activity(made)["refusals"][0]["reason"], "disabled")

    def test_it_is_edited_and_keeps_that_over_a_restart(self):
        made = self.added("old name")
        until = stamp(3600)
        changed = self.change(made, {"name": "new name", "heading_deg": 90, "lanes": 2,
                                     "maintenance_until": until})
        self.assertEqual(changed.status, 200, changed)
        self.server.stop()
        self.server.start()
        shown = self.shown(made)
        self.assertEqual((shown["name"], shown["heading_deg"], shown["lanes"]),
                         ("new name", 90, 2))
        self.assertEqual(datetime.datetime.fromisoformat(shown["maintenance_until"]),
                         datetime.datetime.fromisoformat(until))
        self.change(made, {"heading_deg": None, "maintenance_until": None})
        self.assertNotIn("heading_deg", self.shown(made))
        self.assertNotIn("maintenance_until", self.shown(made))

    def test_a_change_that_is_not_well_formed_changes_nothing(self):
        made = self.added("firm")
        for body in ({}, {"name": ""}, {"lanes": 0}, {"heading_deg": 360}, {"decision": 1},
                     {"decision": {"from": stamp(0), "until": stamp(-1), "area": "x",
                                   "reference": "y"}}, {"maintenance_until": "soon"}):
            with self.subTest(body):
                self.assert_problem(self.change(made, body), 400, "bad-request")
        self.assertEqual(self.shown(made)["name"], "firm")

    def test_another_zone_does_not_change_it(self):
        made = self.added("ours")
        answer = self.change(made, {"name": "theirs"}, token=self.of_another_zone)
        self.assertEqual(answer.status, 403)
        self.assertEqual(self.shown(made)["name"], "ours")

    def test_what_lies_aside_is_asked_camera_by_camera(self):
        made, other = self.added("aside"), self.added("beside")
        for camera in (made, other):
            self.server.ingest(camera["ingest_key"], b"{}")
        items = self.server.get(f"/api/v1/quarantine?camera={made['id']}")["items"]
        self.assertEqual([item["camera"] for item in items], [made["id"]])

    def test_an_administrator_sees_how_the_server_fares(self):
        system = self.server.get("/api/v1/system")
        self.assertTrue(all(check["ok"] for check in system["checks"]), system["checks"])
        self.assertGreater(system["disk"]["free_bytes"], 0)
        self.assertGreater(system["disk"]["bytes"], system["disk"]["free_bytes"])
        self.assertEqual({store["name"] for store in system["stores"]},
                         {"reads", "pictures", "holds", "control", "ledger"})
        self.assertLessEqual(system["started_at"], system["now"])
        self.assertEqual(self.server.api("GET", "/api/v1/system",
                                         token=self.technician).status, 403)


if __name__ == "__main__":
    unittest.main()
