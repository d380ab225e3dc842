"""A hit from its arrival to its outcome, at two desks at once."""
import time
import unittest

import contract
import messages as m
from server import ServedTest


class HitLife(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        server = cls.server
        cls.key = server.add_cameras("south")[0]
        server.add_zone("5345", "Zone Zuid")
        server.add_list("stolen", priority=2)
        server.add_list("found", priority=3)
        cls.an = server.officer("an", "operator")
        cls.bo = server.officer("bo", "operator", "5345")
        cls.number = 0

    def plate(self, name="stolen"):
        """One that is on the list and was not seen yet."""
        type(self).number += 1
        plate = f"1LIV{self.number:03}"
        self.server.list_csv(name, f"plate,country\n{plate},BE\n", "?mode=delta")
        return plate

    def hit_of(self, stream, plate):
        self.server.ingest(self.key, m.bas_read(plate, m.utc_now()))
        return stream.hit_of(plate)

    def stream_of(self, token):
        stream = self.server.stream(token=token)
        self.addCleanup(stream.close)
        return stream

    def new_hit(self, name="stolen"):
        return self.hit_of(self.stream_of(self.an), self.plate(name))

    def took(self, hit, verb, body=None, token=None, **more):
        answer = self.server.step(hit, verb, body, token or self.an, **more)
        self.assertEqual(answer.status, 200, answer)
        return answer.json()

    def test_a_claim_is_seen_at_every_desk_at_once(self):
        mine, theirs = self.stream_of(self.an), self.stream_of(self.bo)
        plate = self.plate()
        hit = self.hit_of(mine, plate)
        self.assertEqual(theirs.hit_of(plate)["state"], "candidate")
        began = time.monotonic()
        self.took(hit, "claim", {})
        seen = theirs.wait_for(lambda e: e["event"] == "hit.changed"
                               and e["data"]["id"] == hit["id"])
        self.assertLess(time.monotonic() - began, 1)
        self.assertEqual(seen["data"]["claim"]["by"]["zone"]["code"], "5364")
        self.assertEqual(seen["data"]["of_incident"]["state"], "claimed")
        again = self.hit_of(theirs, plate)
        self.assertEqual((again["state"], again["claim"]), ("claimed", seen["data"]["claim"]))

    def test_who_comes_second_is_told_who_was_first(self):
        hit = self.new_hit()
        self.took(hit, "claim", {})
        late = self.server.step(hit, "claim", {}, self.bo)
        problem = self.assert_problem(late, 412, "version-changed")
        self.assertEqual(problem["last_step"]["kind"], "claim")
        now = self.server.get(f"/api/v1/hits/{hit['id']}", token=self.bo)
        problem = self.assert_problem(self.server.step(now, "claim", {}, self.bo), 409, "conflict")
        self.assertIn("has claimed this hit", problem["detail"])
        taken = self.took(now, "claim", {"take_over": True}, self.bo)
        self.assertEqual(taken["claim"]["by"]["zone"]["code"], "5345")

    def test_a_step_is_taken_once_however_often_it_is_sent(self):
        hit = self.new_hit()
        first = self.took(hit, "claim", {}, key="6f1d")
        again = self.took(hit, "claim", {}, key="6f1d")
        self.assertEqual(first["version"], again["version"])
        steps = self.server.get(f"/api/v1/hits/{hit['id']}/steps", token=self.bo)["items"]
        self.assertEqual([step["kind"] for step in steps], ["claim"])

    def test_a_step_names_what_it_was_decided_on(self):
        hit = self.new_hit()
        path = f"/api/v1/hits/{hit['id']}/claim"
        bare = self.server.api("POST", path, {}, token=self.an)
        self.assert_problem(bare, 428, "precondition-required")
        for tag in ('"0"', '"x"', "1", 'W/"1"', '"99999999999999999999"'):
            answer = self.server.api("POST", path, {}, token=self.an, headers={"If-Match": tag})
            self.assert_problem(answer, 412, "version-changed")
        star = self.server.api("POST", path, {}, token=self.an, headers={"If-Match": "*"})
        self.assertEqual(star.status, 200, star)
        self.assertEqual(star.headers["ETag"], '"2"')

    def test_from_validation_to_outcome(self):
        hit = self.new_hit()
        early = self.server.step(hit, "dispatch", None, self.an)
        problem = self.assert_problem(early, 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R25"), problem)
        for verb, body in (("verdict", {"state": "validated"}), ("dispatch", None), ("stop", None),
                           ("outcome", {"outcome": "confirmed"})):
            hit = self.took(hit, verb, body)
        self.assertEqual((hit["open"], hit["outcome"]), (False, "confirmed"))
        steps = self.server.get(f"/api/v1/hits/{hit['id']}/steps", token=self.an)["items"]
        self.assertEqual([step["kind"] for step in steps],
                         ["validate", "dispatch", "stop", "close"])
        open_ones = self.server.get("/api/v1/incidents?open=true", token=self.an)["items"]
        self.assertNotIn(hit["incident"], [one["id"] for one in open_ones])
        for outcome in ("", "none", "not_recorded", "lost"):
            answer = self.server.step(hit, "outcome", {"outcome": outcome}, self.an)
            self.assert_problem(answer, 400, "bad-request")

    def test_a_verdict_is_taken_back_and_everybody_is_told(self):
        hit, theirs = self.new_hit(), self.stream_of(self.bo)
        judged = self.took(hit, "verdict", {"state": "rejected", "reason": "misread"})
        self.assertEqual(judged["verdict"]["reason"], "misread")
        other = self.server.step(judged, "undo", None, self.bo)
        self.assert_problem(other, 409, "conflict")
        self.assertEqual(self.took(judged, "undo")["state"], "claimed")
        told = [theirs.next()["data"]["state"] for _ in range(2)]
        self.assertEqual(told, ["rejected", "claimed"])

    def test_several_are_rejected_at_once_each_for_itself(self):
        hits = [self.new_hit("found") for _ in range(3)]
        urgent = self.new_hit()
        self.took(hits[1], "claim", {}, self.bo)
        asked = {"reason": "duplicate",
                 "hits": [{"id": hit["id"], "version": 1} for hit in (*hits, urgent)]}
        answer = self.server.api("POST", "/api/v1/rejections", asked, token=self.an)
        self.assertEqual(answer.status, 200, answer)
        done = answer.json()["items"]
        self.assertEqual([one["rejected"] for one in done], [True, False, True, False])
        self.assertIn("one by one", done[3]["why_not"])
        for body in ({}, {"reason": "duplicate"}, {"reason": "duplicate", "hits": []},
                     {"reason": "x", "hits": asked["hits"]},
                     {"reason": "duplicate", "hits": [{"id": "x", "version": 1}]},
                     {"reason": "duplicate", "hits": asked["hits"] * 30}):
            refused = self.server.api("POST", "/api/v1/rejections", body, token=self.an)
            self.assert_problem(refused, 400, "bad-request")

    def test_a_withdrawn_entry_ends_what_is_validated(self):
        hit = self.new_hit()
        self.took(hit, "verdict", {"state": "validated"})
        gone = self.server.api("POST", f"/api/v1/entries/{hit['entry']}/wrong", {}, token=self.an)
        self.assertEqual(gone.status, 204, gone)
        now = self.server.get(f"/api/v1/hits/{hit['id']}", token=self.an)
        self.assertEqual((now["state"], now["open"]), ("withdrawn", False))
        late = self.server.step(now, "dispatch", None, self.an)
        self.assert_problem(late, 403, "forbidden")

    def look(self, token, hit=None):
        answer = self.server.api("PUT", "/api/v1/presence", {"hit": hit["id"]} if hit else {},
                                 token=token)
        self.assertEqual(answer.status, 204, answer)

    def test_who_has_a_hit_open_is_seen_at_the_other_desk(self):
        hit, theirs = self.new_hit(), self.stream_of(self.bo)
        self.look(self.an, hit)
        seen = theirs.wait_for(lambda e: e["event"] == "hit.viewed")["data"]
        self.assertEqual(list(contract.faults({"$ref": "#/components/schemas/Viewed"}, seen)), [])
        self.assertEqual((seen["hit"], len(seen["viewers"])), (hit["id"], 1))
        self.assertEqual(self.server.get("/api/v1/presence", token=self.bo)["items"], [seen])
        self.look(self.an)
        gone = theirs.wait_for(lambda e: e["event"] == "hit.viewed")["data"]
        self.assertEqual(gone, {"hit": hit["id"], "viewers": []})
        unknown = self.server.api("PUT", "/api/v1/presence", {"hit": "0" * 26}, token=self.an)
        self.assert_problem(unknown, 404, "not-found")

    def test_all_of_it_stands_after_a_restart(self):
        hit = self.took(self.new_hit(), "claim", {})
        self.server.stop()
        self.server.start()
        now = self.server.get(f"/api/v1/hits/{hit['id']}", token=self.an)
        self.assertEqual((now["claim"], now["version"]), (hit["claim"], 2))


if __name__ == "__main__":
    unittest.main()
