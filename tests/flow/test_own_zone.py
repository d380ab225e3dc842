"""What a zone keeps for itself: its lists and cameras, and whom it observes in silence."""

import datetime
import unittest

import messages as m
from server import ServedTest


def in_a_week():
    day = datetime.date.today() + datetime.timedelta(days=7)
    return f"{day.isoformat()}T00:00:00Z"


class OwnZone(ServedTest):
    @classmethod
    def set_up_server(cls):
        server = cls.server
        server.add_zone()
        server.add_zone("5345", "Zuid")
        cls.camera = server.add_camera(server.add_site(), "north")
        cls.elsewhere = server.add_camera(server.add_site("5345", "Plein"), "south")
        server.add_list("stolen", priority=2)
        cls.desk = server.officer("odette", "operator")
        cls.other_desk = server.officer("omer", "operator", "5345")
        cls.other_keeper = server.officer("ludo", "list_manager", "5345")
        cls.technician = server.officer("tine", "technician")

    def asked(self, token, method, path, body=None):
        return self.server.api(method, path, body, token=token)

    def refused(self, token, method, path, body=None):
        answer = self.asked(token, method, path, body)
        problem = self.assert_problem(answer, 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R58: it belongs to"), problem)

    def put(self, plate, token=None, **more):
        return self.asked(token, "POST", "/api/v1/lists/stolen/entries",
                          {"plate": plate, "country": "BE", "reason": "taken at night",
                           "case_number": "AN-1", "valid_until": in_a_week(), **more})

    def hit(self, stream, plate):
        self.server.ingest(self.camera["ingest_key"], m.bas_read(plate, country="BE"))
        hit = stream.hit_of(plate, 5)
        self.assertIsNotNone(hit, f"no hit of {plate}")
        return hit

    def test_the_list_of_another_zone_is_seen_and_not_changed(self):
        self.assertEqual(self.asked(self.other_keeper, "GET", "/api/v1/lists/stolen").status, 200)
        self.refused(self.other_keeper, "PATCH", "/api/v1/lists/stolen", {"title": "theirs"})
        self.refused(self.other_keeper, "POST", "/api/v1/lists/stolen/suspend", {"because": "x"})
        self.refused(self.other_keeper, "POST", "/api/v1/lists/stolen/resume")
        self.refused(self.other_keeper, "POST", "/api/v1/lists/stolen/import", "plate\n1OWN001\n")
        self.refused(self.other_keeper, "POST", "/api/v1/lists/stolen/revisions/1/confirm")
        self.refused(self.other_keeper, "POST", "/api/v1/lists",
                     {"name": "theirs", "owner_zone": "5364"})
        self.refused(self.other_keeper, "PUT", "/api/v1/known-plates?coverage=0.5", "1OWN001\n")
        problem = self.assert_problem(self.put("1OWN001", self.other_keeper), 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R58"), problem)

    def test_an_entry_says_why_and_gets_the_rest_from_its_list(self):
        made = self.put("1OWN002")
        self.assertEqual(made.status, 201, made)
        entry = made.json()
        self.assertEqual((entry["owner"], entry["source_id"]), ("5364", "AN-1"))
        self.assertIn("crimes", entry["basis"])
        problem = self.assert_problem(self.put("1OWN003", reason=""), 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R21"), problem)

    def test_a_wrong_entry_is_called_wrong_from_anywhere(self):
        entry = self.put("1OWN004").json()["id"]
        self.refused(self.other_keeper, "POST", f"/api/v1/entries/{entry}/withdraw")
        answer = self.asked(self.other_desk, "POST", f"/api/v1/entries/{entry}/wrong")
        self.assertEqual(answer.status, 204, answer)

    def test_a_technician_changes_the_cameras_of_his_zone(self):
        own, other = self.camera["id"], self.elsewhere["id"]
        made = self.asked(self.technician, "POST", f"/api/v1/cameras/{own}/key")
        self.assertEqual(made.status, 201, made)
        type(self).camera = made.json()
        self.refused(self.technician, "POST", f"/api/v1/cameras/{other}/key")
        self.refused(self.technician, "PATCH", f"/api/v1/cameras/{other}", {"disabled": True})
        self.refused(self.technician, "DELETE", f"/api/v1/cameras/{other}/misreads")
        self.refused(self.technician, "POST", "/api/v1/zones", {"code": "9999", "name": "new"})
        self.refused(self.technician, "POST", "/api/v1/sites",
                     {"zone": "5345", "name": "x", "latitude": 51, "longitude": 4})

    def test_a_technician_sees_what_was_refused_of_his_zone(self):
        kept = [self.server.ingest(camera["ingest_key"], b"{}").json()["quarantine_id"]
                for camera in (self.camera, self.elsewhere)]
        page = self.server.get("/api/v1/quarantine", token=self.technician)["items"]
        seen = [one["id"] for one in page]
        self.assertIn(kept[0], seen)
        self.assertNotIn(kept[1], seen)
        self.refused(self.technician, "POST", f"/api/v1/quarantine/{kept[1]}/replay")
        whole = [one["id"] for one in self.server.get("/api/v1/quarantine?limit=1")["items"]]
        self.assertEqual(whole, [kept[1]])
        first = self.server.get("/api/v1/quarantine?limit=1", token=self.technician)["items"]
        self.assertEqual([one["id"] for one in first], [kept[0]])

    def test_silent_observation_shows_at_its_own_desk_alone(self):
        stream = self.open_stream()
        theirs = self.server.stream(token=self.other_desk)
        self.addCleanup(theirs.close)
        self.assertEqual(self.put("1OWN005", priority=4).status, 201)
        silent = self.hit(stream, "1OWN005")
        self.assertEqual(self.put("1OWN006").status, 201)
        self.hit(stream, "1OWN006")
        self.assertEqual([hit["plate"] for hit in theirs.hits_until("1OWN006", 5)], ["1OWN006"])
        for path in (f"hits/{silent['id']}", f"incidents/{silent['incident']}"):
            answer = self.asked(self.other_desk, "GET", f"/api/v1/{path}")
            self.assert_problem(answer, 404, "not-found")
            self.assertEqual(self.asked(self.desk, "GET", f"/api/v1/{path}").status, 200)
        for listing in ("hits", "incidents"):
            page = self.server.get(f"/api/v1/{listing}", token=self.other_desk)["items"]
            self.assertNotIn("1OWN005", [one["plate"] for one in page])
        verdict = {"state": "rejected", "reason": "misread"}
        self.assert_problem(self.server.step(silent, "verdict", verdict, self.other_desk),
                            404, "not-found")

    def test_who_put_an_entry_has_its_hit_validated_by_somebody_else(self):
        stream = self.open_stream()
        self.assertEqual(self.put("1OWN007").status, 201)
        hit = self.hit(stream, "1OWN007")
        verdict = {"state": "validated"}
        problem = self.assert_problem(self.server.step(hit, "verdict", verdict), 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R26"), problem)
        self.assertEqual(self.server.step(hit, "verdict", verdict, self.other_desk).status, 200)


if __name__ == "__main__":
    unittest.main()
