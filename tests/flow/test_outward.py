"""Events leave the house as webhooks, by the rules of Standard Webhooks, to a real receiver."""
import time
import unittest

import messages as m
from receiver import Receiver, TOLERANCE_SECONDS, is_signed
from server import ServedTest

ALL = ["hit.validated", "hit.withdrawn", "pursuit.joined", "pursuit.changed", "list.suspended",
       "outlet.disabled"]
LOOPBACK = {"BAS_OUTWARD__NETWORKS": "127.0.0.1", "BAS_OUTWARD__HOSTS": "localhost"}


class Outward(ServedTest):
    settings = LOOPBACK

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        server = cls.server
        cls.keys = server.add_cameras("south")
        server.add_zone("5345", "Zone Zuid")
        server.add_list("stolen", priority=2)
        server.add_list("watched", priority=4)
        cls.an = server.officer("an", "operator")
        cls.bo = server.officer("bo", "operator", "5345")
        cls.ward = server.officer("ward", "zone_administrator")
        cls.number = 0

    def setUp(self):
        super().setUp()
        self.receiver = Receiver()
        self.addCleanup(self.receiver.close)
        self.addCleanup(self.remove_outlets)

    def remove_outlets(self):
        for one in self.server.get("/api/v1/outlets")["items"]:
            answer = self.server.api("DELETE", f"/api/v1/outlets/{one['id']}")
            self.assertEqual(answer.status, 204, answer)

    def outlet(self, token=None, **more):
        body = {"title": "control room", "target": self.receiver.url, "events": ALL, **more}
        answer = self.server.api("POST", "/api/v1/outlets", body, token=token)
        self.assertEqual(answer.status, 201, answer)
        return answer.json()

    def act(self, outlet, verb, body=None, status=202):
        answer = self.server.api("POST", f"/api/v1/outlets/{outlet['id']}/{verb}", body)
        self.assertEqual(answer.status, status, answer)
        return answer.json()

    def deliveries(self, outlet, query=""):
        return self.server.get(f"/api/v1/outlets/{outlet['id']}/deliveries{query}")["items"]

    def settled(self, outlet, state, timeout=8):
        """The deliveries in that state, once there is one: they are noted after the answer."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            found = [one for one in self.deliveries(outlet) if one["state"] == state]
            if found:
                return found
            time.sleep(0.05)  # between two looks at what is waited for
        self.fail(f"no delivery became {state}: {self.deliveries(outlet)}")

    def hit(self, of="stolen"):
        """A candidate, as the desk sees it."""
        type(self).number += 1
        plate = f"1OUT{self.number:03}"
        self.server.list_csv(of, f"plate,country\n{plate},BE\n", "?mode=delta")
        stream = self.server.stream(token=self.an)
        self.addCleanup(stream.close)
        answer = self.server.ingest(self.keys[0], m.bas_read(plate, m.utc_now()))
        self.assertEqual(answer.status, 200, answer)
        return stream.hit_of(plate)

    def judge(self, hit, verb="verdict", body=None):
        answer = self.server.step(hit, verb, body, self.an)
        self.assertEqual(answer.status, 200, answer)
        return answer.json()

    def validated(self, of="stolen"):
        return self.judge(self.hit(of), "verdict", {"state": "validated"})

    def assert_signed(self, delivery, key):
        self.assertTrue(is_signed(key, delivery.headers, delivery.body), delivery.headers)
        age = abs(time.time() - int(delivery.headers["webhook-timestamp"]))
        self.assertLess(age, TOLERANCE_SECONDS)

    def test_a_validated_hit_is_told_signed_and_thin(self):
        outlet = self.outlet()
        hit = self.hit()
        self.assertIsNone(self.receiver.next(1.5), "a candidate leaves no house")
        self.judge(hit, "verdict", {"state": "validated"})
        told = self.receiver.next()
        self.assert_signed(told, outlet["verification_key"])
        self.assertEqual(told.headers["content-type"], "application/json")
        self.assertEqual(set(told.json()), {"type", "timestamp", "data"})
        self.assertEqual((told.json()["type"], told.json()["data"]),
                         ("hit.validated", {"id": hit["id"]}))
        self.assertLess(len(told.body), 200)
        done = self.settled(outlet, "delivered")[0]
        self.assertEqual((done["id"], done["status"], done["attempts"]), (told.id, 204, 1))
        self.assertIn("duration_ms", done)

    def test_a_forged_body_or_key_is_found_out(self):
        outlet, other = self.outlet(), self.outlet(events=[])
        self.act(outlet, "test")
        told = self.receiver.next()
        self.assert_signed(told, outlet["verification_key"])
        self.assertFalse(is_signed(outlet["verification_key"], told.headers, told.body + b" "))
        self.assertFalse(is_signed(other["verification_key"], told.headers, told.body))
        later = dict(told.headers)
        later["webhook-timestamp"] = str(int(later["webhook-timestamp"]) + 1)
        self.assertFalse(is_signed(outlet["verification_key"], later, told.body))

    def test_hmac_is_there_for_who_asks(self):
        outlet = self.outlet(signing="v1")
        self.assertTrue(outlet["verification_key"].startswith("whsec_"))
        self.act(outlet, "test")
        self.assert_signed(self.receiver.next(), outlet["verification_key"])
        shown = self.server.get(f"/api/v1/outlets/{outlet['id']}")
        self.assertNotIn("verification_key", shown)
        self.assertNotIn(outlet["verification_key"][6:], str(shown))

    def test_a_failure_is_tried_again_with_the_same_id_and_a_new_time(self):
        self.receiver.answers = [500, 204]
        outlet = self.outlet()
        self.act(outlet, "test")
        first = self.receiver.next()
        waiting = self.settled(outlet, "waiting")[0]
        self.assertEqual((waiting["status"], waiting["attempts"]), (500, 1))
        second = self.receiver.next(12)
        self.assertEqual(first.id, second.id)
        self.assertEqual(first.body, second.body)
        self.assertGreaterEqual(second.at - first.at, 5)
        self.assertGreater(int(second.headers["webhook-timestamp"]),
                           int(first.headers["webhook-timestamp"]))
        self.assert_signed(second, outlet["verification_key"])
        self.assertEqual(self.settled(outlet, "delivered")[0]["attempts"], 2)

    def test_a_slow_receiver_holds_up_no_other_and_no_hit(self):
        slow = Receiver()
        self.addCleanup(slow.close)
        slow.answers = [(204, {}, 30)]
        held = self.outlet(target=slow.url)
        self.outlet()
        self.act(held, "test")
        self.assertIsNotNone(slow.next())
        began = time.monotonic()
        hit = self.validated()
        told = self.receiver.next()
        self.assertEqual(told.json()["data"]["id"], hit["id"])
        self.assertLess(time.monotonic() - began, 5)
        late = self.settled_late(held)
        self.assertGreater(late["duration_ms"], 14_000)
        self.assertIn("15000 ms", late["failure"])

    def settled_late(self, outlet):
        deadline = time.monotonic() + 25
        while time.monotonic() < deadline:
            for one in self.deliveries(outlet):
                if one.get("failure") and one["type"] == "outlet.test":
                    return one
            time.sleep(0.1)  # between two looks at what is waited for
        self.fail("the slow attempt never ended")

    def test_gone_is_the_end_and_others_are_told(self):
        other = Receiver()
        self.addCleanup(other.close)
        self.receiver.answers = [410]
        outlet = self.outlet()
        self.outlet(target=other.url, events=["outlet.disabled"])
        self.act(outlet, "test")
        notice = other.next()
        self.assertEqual((notice.json()["type"], notice.json()["data"]["id"]),
                         ("outlet.disabled", outlet["id"]))
        shown = self.server.get(f"/api/v1/outlets/{outlet['id']}")
        self.assertTrue(shown["disabled"])
        self.assertIn("410", shown["disabled_because"])
        self.act(outlet, "test", status=409)
        self.receiver.next()
        hit = self.validated()
        self.assertIsNone(self.receiver.next(1.5), "nothing goes to what is out of use")
        kept = self.settled(outlet, "dead")
        self.assertIn(hit["id"], [one["object"] for one in kept])
        self.act(outlet, "enable", status=200)
        self.assertEqual(self.replayed(outlet), 2)
        objects = {self.receiver.next().json()["data"]["id"] for _ in range(2)}
        self.assertIn(hit["id"], objects)

    def replayed(self, outlet):
        return self.act(outlet, "replay", {"from": "2020-01-01T00:00:00Z",
                                           "until": "2100-01-01T00:00:00Z"})["deliveries"]

    def test_a_redirect_is_a_failure_and_not_followed(self):
        trap = Receiver()
        self.addCleanup(trap.close)
        self.receiver.answers = [(302, {"location": trap.url}, 0)]
        outlet = self.outlet()
        self.act(outlet, "test")
        self.receiver.next()
        self.assertEqual(self.settled(outlet, "waiting")[0]["status"], 302)
        self.assertIsNone(trap.next(1))

    def test_who_is_busy_is_left_alone_as_long_as_he_says(self):
        self.receiver.answers = [(429, {"retry-after": "9"}, 0)]
        outlet = self.outlet()
        self.act(outlet, "test")
        first = self.receiver.next()
        second = self.receiver.next(20)
        self.assertGreaterEqual(second.at - first.at, 9)
        self.assertEqual(first.id, second.id)

    def test_a_rotated_key_signs_beside_the_older_one(self):
        outlet = self.outlet()
        newer = self.act(outlet, "key", status=201)
        self.assertNotEqual(newer["verification_key"], outlet["verification_key"])
        self.assertEqual(len(newer["keys"]), 2)
        self.act(outlet, "test")
        told = self.receiver.next()
        self.assertEqual(len(told.headers["webhook-signature"].split(" ")), 2)
        for key in (outlet["verification_key"], newer["verification_key"]):
            self.assert_signed(told, key)

    def test_a_delivery_is_replayed_with_its_first_id(self):
        outlet = self.outlet()
        self.act(outlet, "test")
        first = self.receiver.next()
        self.settled(outlet, "delivered")
        self.act(outlet, f"deliveries/{first.id}/replay")
        again = self.receiver.next()
        self.assertEqual((first.id, first.body), (again.id, again.body))
        answer = self.server.api("POST", f"/api/v1/outlets/{outlet['id']}/deliveries/{'0' * 26}/"
                                         "replay")
        self.assert_problem(answer, 404, "not-found")

    def test_what_waits_survives_a_kill_and_a_restart(self):
        self.receiver.answers = [503]
        outlet = self.outlet()
        hit = self.validated()
        first = self.receiver.next()
        self.settled(outlet, "waiting")
        self.server.kill()
        self.server.start()
        second = self.receiver.next(15)
        self.assertEqual((first.id, second.json()["data"]["id"]), (second.id, hit["id"]))
        self.assert_signed(second, outlet["verification_key"])
        self.server.stop()
        self.server.start()
        self.assertIsNone(self.receiver.next(2), "what was delivered is not sent again")

    def test_nothing_of_what_is_watched_in_silence_leaves(self):
        self.outlet()
        self.validated("watched")
        hit = self.validated()
        self.assertEqual(self.receiver.next().json()["data"]["id"], hit["id"])
        self.assertIsNone(self.receiver.next(1))

    def test_a_verdict_that_is_taken_back_is_withdrawn(self):
        self.outlet()
        hit = self.validated()
        self.assertEqual(self.receiver.next().json()["type"], "hit.validated")
        self.judge(hit, "undo")
        told = self.receiver.next()
        self.assertEqual((told.json()["type"], told.json()["data"]["id"]),
                         ("hit.withdrawn", hit["id"]))

    def test_a_rejected_hit_is_nobodys_business(self):
        self.outlet()
        self.judge(self.hit(), "verdict", {"state": "rejected", "reason": "misread"})
        self.assertIsNone(self.receiver.next(1.5))

    def test_loopback_and_unknown_hosts_are_refused(self):
        for target in ("http://127.0.0.2:9/", "https://169.254.169.254/", "https://example.be/",
                       "https://[::1]/", "http://localhost.example/", "http://10.0.0.1/"):
            with self.subTest(target):
                answer = self.server.api("POST", "/api/v1/outlets", {
                    "title": "t", "target": target, "events": ALL})
                self.assertIn(answer.status, (400, 403), answer)

    def test_an_outlet_is_made_once_for_one_key(self):
        body = {"title": "once", "target": self.receiver.url, "events": []}
        made = [self.server.api("POST", "/api/v1/outlets", body,
                                headers={"Idempotency-Key": "k1"}) for _ in range(2)]
        self.assertEqual([one.status for one in made], [201, 200])
        self.assertEqual(made[0].json()["id"], made[1].json()["id"])
        self.assertNotIn("verification_key", made[1].json())

    def test_a_zone_keeps_its_own_outlets_alone(self):
        whole = self.outlet()
        own = self.outlet(token=self.ward, zone="5364")
        for body in ({}, {"zone": "5345"}):
            answer = self.server.api("POST", "/api/v1/outlets", {
                "title": "t", "target": self.receiver.url, "events": ALL, **body},
                token=self.ward)
            self.assertEqual(answer.status, 403, answer)
        shown = self.server.get("/api/v1/outlets", token=self.ward)["items"]
        self.assertEqual([one["id"] for one in shown], [own["id"]])
        answer = self.server.api("GET", f"/api/v1/outlets/{whole['id']}", token=self.ward)
        self.assertEqual(answer.status, 403, answer)

    def test_a_pursuit_is_told_to_the_zones_in_it(self):
        elsewhere = Receiver()
        self.addCleanup(elsewhere.close)
        self.outlet(zone="5364")
        self.outlet(zone="5345", target=elsewhere.url)
        hit = self.validated()
        self.assertEqual(self.receiver.next().json()["type"], "hit.validated")
        self.assertEqual(elsewhere.next().json()["type"], "hit.validated")
        answer = self.server.api("POST", "/api/v1/pursuits", {"hit": hit["id"]}, token=self.an,
                                 headers={"If-Match": "*"})
        pursuit = answer.json()
        told = self.receiver.next().json()
        self.assertEqual((told["type"], told["data"]["id"]), ("pursuit.changed", pursuit["id"]))
        self.assertIsNone(elsewhere.next(1), "it has no part in it")
        for verb, body, token in (("invite", {"zone": "5345"}, self.an), ("join", None, self.bo)):
            answer = self.server.api("POST", f"/api/v1/pursuits/{pursuit['id']}/{verb}", body,
                                     token=token, headers={"If-Match": "*"})
            self.assertEqual(answer.status, 200, answer)
        self.assertEqual([elsewhere.next().json()["type"] for _ in range(2)],
                         ["pursuit.changed", "pursuit.joined"])


class Rebound(ServedTest):
    """A name that stands for an address which the configuration does not name."""
    settings = {"BAS_OUTWARD__NETWORKS": "192.0.2.0/24", "BAS_OUTWARD__HOSTS": "localhost"}

    def test_its_address_is_checked_when_it_is_connected_to(self):
        trap = Receiver()
        self.addCleanup(trap.close)
        answer = self.server.api("POST", "/api/v1/outlets", {
            "title": "t", "target": f"http://localhost:{trap.port}/", "events": []})
        self.assertEqual(answer.status, 201, answer)
        outlet = answer.json()
        self.server.api("POST", f"/api/v1/outlets/{outlet['id']}/test")
        self.assertIsNone(trap.next(2))
        items = self.server.get(f"/api/v1/outlets/{outlet['id']}/deliveries")["items"]
        self.assertIn("may not be reached", items[0]["failure"])


if __name__ == "__main__":
    unittest.main()
