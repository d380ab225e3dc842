"""Two zones pursue one vehicle, from a validated hit to its outcome."""
import time
import unittest

import contract
import messages as m
from server import ServedTest


class Pursuits(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        server = cls.server
        cls.keys = server.add_cameras("south", "north")
        server.add_zone("5345", "Zone Zuid")
        server.add_list("stolen", priority=2)
        cls.an = server.officer("an", "operator")
        cls.bo = server.officer("bo", "operator", "5345")
        cls.number = 0

    def passes(self, plate, camera=0):
        answer = self.server.ingest(self.keys[camera], m.bas_read(plate, m.utc_now()))
        self.assertEqual(answer.status, 200, answer)

    def validated(self):
        """A hit that somebody compared, and its plate."""
        type(self).number += 1
        plate = f"1PUR{self.number:03}"
        self.server.list_csv("stolen", f"plate,country\n{plate},BE\n", "?mode=delta")
        stream = self.server.stream(token=self.an)
        self.addCleanup(stream.close)
        self.passes(plate)
        hit = stream.hit_of(plate)
        answer = self.server.step(hit, "verdict", {"state": "validated"}, self.an)
        self.assertEqual(answer.status, 200, answer)
        return answer.json()

    def begin(self, hit, token=None):
        return self.server.api("POST", "/api/v1/pursuits", {"hit": hit["id"]},
                               token=token or self.an,
                               headers={"If-Match": f'"{hit["version"]}"'})

    def begun(self):
        answer = self.begin(self.validated())
        self.assertEqual(answer.status, 201, answer)
        return answer.json()

    def write(self, pursuit, verb, body=None, token=None, version=None, status=200):
        answer = self.server.api("POST", f"/api/v1/pursuits/{pursuit['id']}/{verb}", body,
                                 token=token or self.an,
                                 headers={"If-Match": f'"{version}"' if version else "*"})
        self.assertEqual(answer.status, status, answer)
        if status == 200:
            self.assert_described(answer.json())
        return answer.json()

    def assert_described(self, pursuit):
        schema = {"$ref": "#/components/schemas/PursuitWithLog"}
        self.assertEqual(list(contract.faults(schema, pursuit)), [])

    def shown(self, pursuit, token, behind=0):
        return self.server.get(f"/api/v1/pursuits/{pursuit['id']}?behind={behind}", token=token)

    def test_two_zones_pursue_a_vehicle_to_its_outcome(self):
        theirs = self.server.stream(token=self.bo)
        self.addCleanup(theirs.close)
        pursuit = self.begun()
        self.assert_described(pursuit)
        told = theirs.wait_for(lambda e: e["event"] == "pursuit.changed")["data"]
        self.assertEqual((told["id"], told["event"]), (pursuit["id"], "open"))
        self.write(pursuit, "invite", {"zone": "5345"})
        self.write(pursuit, "notes", {"note": "left at the church"})
        self.assertEqual(self.shown(pursuit, self.bo)["log"], [], "before it takes part")
        self.write(pursuit, "join", None, self.bo)
        log = self.shown(pursuit, self.bo)["log"]
        self.assertEqual([line["event"] for line in log], ["open", "invite", "note", "join"])
        self.passes(pursuit["plate"], 1)
        seen = theirs.wait_for(lambda e: e["event"] == "pursuit.changed"
                               and e["data"]["event"] == "sight")["data"]
        self.assertEqual(seen["sightings"], 1)
        sight = self.shown(pursuit, self.bo, 4)["log"][0]
        self.assertEqual((sight["camera"]["name"], "alike" in sight), ("north", False))
        self.assertEqual(len(self.shown(pursuit, self.bo, 4)["log"]), 1, "only what was missed")
        self.write(pursuit, "hand-over", {"zone": "5345"})
        self.write(pursuit, "end", {"outcome": "confirmed"}, self.an, status=409)
        ended = self.write(pursuit, "end", {"outcome": "confirmed"}, self.bo)
        self.assertEqual(ended["outcome"], "confirmed")
        hit = self.server.get(f"/api/v1/hits/{pursuit['hit']}", token=self.an)
        self.assertEqual((hit["open"], hit["outcome"]), (False, "confirmed"))

    def test_only_what_somebody_compared_is_pursued_and_once(self):
        hit = self.validated()
        self.assertEqual(self.begin(hit).status, 201)
        now = self.server.get(f"/api/v1/hits/{hit['id']}", token=self.an)
        self.assert_problem(self.begin(now, self.bo), 409, "conflict")

    def test_it_stands_after_a_restart_and_goes_on(self):
        pursuit = self.begun()
        self.server.stop()
        self.server.start()
        self.passes(pursuit["plate"], 1)
        deadline = time.monotonic() + 5
        while self.sightings_of(pursuit) == 0 and time.monotonic() < deadline:
            time.sleep(0.05)  # a sighting is written by a thread of its own
        self.assertEqual(self.sightings_of(pursuit), 1)

    def sightings_of(self, pursuit):
        running = self.server.get("/api/v1/pursuits?running=true", token=self.bo)["items"]
        return next(one for one in running if one["id"] == pursuit["id"])["sightings"]

    def test_what_says_nothing_is_refused(self):
        pursuit = self.begun()
        for verb, body in (("invite", {"zone": "0000"}), ("notes", {"note": ""}),
                           ("notes", {"note": "x" * 1001}), ("end", {"outcome": "lost"}),
                           ("extend", {"until": "2020-01-01T00:00:00Z"}), ("hand-over", {})):
            with self.subTest(verb):
                self.write(pursuit, verb, body, status=400)
        self.write(pursuit, "notes", {"note": "x"}, version=99, status=412)
        unknown = {"id": "0" * 26}
        self.write(unknown, "join", status=404)


if __name__ == "__main__":
    unittest.main()
