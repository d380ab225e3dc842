"""The sums of the coordination cell, held against a count of its own."""
import datetime
import math
import unittest
import zoneinfo

import contract
import messages as m
from server import ServedTest

BRUSSELS = zoneinfo.ZoneInfo("Europe/Brussels")
MISREAD = {"state": "rejected", "reason": "misread"}
OTHER = {"state": "rejected", "reason": "vehicle_differs"}
VALID = {"state": "validated"}


def day(ago=0):
    return (datetime.datetime.now(BRUSSELS).date() - datetime.timedelta(days=ago)).isoformat()


def time_of(text):
    return datetime.datetime.fromisoformat(text)


def ranked(times, hundredths):
    return sorted(times)[math.ceil(len(times) * hundredths / 100) - 1]


class Statistics(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        server = cls.server
        cls.noisy, cls.fine, _ = server.add_cameras("noisy", "fine", "blind")
        server.add_zone("5345", "Zone Zuid")
        site = server.add_site("5345", "Zuid")
        cls.south = server.add_camera(site, "south")["ingest_key"]
        server.add_list("stolen", priority=2)
        server.add_list("found", priority=3)
        server.add_list("likely", priority=2, match={"inexact": "review", "threshold": 0.01})
        cls.asked_of_province("/api/v1/lists",
                              {"name": "silent", "owner_zone": "5345", "priority": 4})
        cls.an = server.officer("an", "operator")
        cls.bo = server.officer("bo", "operator", "5345")
        cls.stream = server.stream(token=cls.an)
        cls.hits, cls.number = [], 0
        for _ in range(6):
            cls.judged(cls.noisy, "stolen", MISREAD)
        for _ in range(5):
            cls.judged(cls.noisy, "stolen", VALID)
        for _ in range(3):
            cls.judged(cls.fine, "found", VALID, "dispatch")
        cls.judged(cls.fine, "found", VALID, "dispatch", "stop", {"outcome": "confirmed"})
        cls.judged(cls.south, "found", OTHER)
        cls.taken_back = cls.judged(cls.fine, "stolen", MISREAD, "undo")
        cls.judged(cls.fine, "stolen")
        cls.look_alike()
        cls.steps = {hit["id"]: server.get(f"/api/v1/hits/{hit['id']}/steps",
                                           token=cls.an)["items"] for hit in cls.hits}

    @classmethod
    def tearDownClass(cls):
        cls.stream.close()
        super().tearDownClass()

    @classmethod
    def asked_of_province(cls, path, body):
        """Its people set up the lists of every zone."""
        answer = cls.server.api("POST", path, body, token=cls.server.province_keeper)
        assert answer.status == 201, answer

    @classmethod
    def judged(cls, key, name, *steps):
        """A new hit of a plate of that list, with what is done with it."""
        cls.number += 1
        plate = f"1STA{cls.number:03}"
        cls.server.list_csv(name, f"plate,country\n{plate},BE\n", "?mode=delta")
        cls.server.ingest(key, m.bas_read(plate, m.utc_now()))
        return cls.stepped(cls.stream.hit_of(plate), steps)

    @classmethod
    def stepped(cls, hit, steps):
        for step in steps:
            verb = step if isinstance(step, str) else "outcome" if "outcome" in step else "verdict"
            answer = cls.server.step(hit, verb, None if step == verb else step, cls.an)
            assert answer.status == 200, answer
            hit = answer.json()
        cls.hits.append(hit)
        return hit

    @classmethod
    def look_alike(cls):
        cls.server.list_csv("likely", "plate,country\n1BKX808,BE\n")
        cls.server.ingest(cls.noisy, m.bas_read("1BKX8O8".replace("O", "D"), m.utc_now()))
        hit = next((one for one in cls.server.get("/api/v1/hits", token=cls.an)["items"]
                    if one["list"]["name"] == "likely"), None)
        assert hit, "no look-alike was made"
        cls.near = cls.stepped(hit, [MISREAD])

    def stats(self, query="", token=None):
        return self.server.get(f"/api/v1/stats?from={day()}&to={day()}{query}",
                               token=token or self.an)

    def kinds_of(self, hit):
        return [step["kind"] for step in self.steps[hit["id"]]]

    def in_state(self, *states):
        return [hit for hit in self.hits if hit["state"] in states]

    def test_it_is_as_the_contract_says(self):
        schema = {"$ref": "#/components/schemas/Statistics"}
        self.assertEqual(list(contract.faults(schema, self.stats())), [])

    def test_the_funnel_counts_every_hit(self):
        has = {kind: sum(kind in self.kinds_of(hit) for hit in self.hits)
               for kind in ("dispatch", "stop", "close")}
        touched = sum(bool(self.steps[hit["id"]]) for hit in self.hits)
        self.assertEqual(self.stats()["funnel"], {
            "hits": len(self.hits), "claimed": touched,
            "validated": len(self.in_state("validated")), "dispatched": has["dispatch"],
            "stopped": has["stop"], "with_outcome": has["close"]})
        self.assertEqual((has["dispatch"], has["stop"], has["close"]), (4, 1, 1))

    def test_states_reasons_and_outcomes(self):
        told = self.stats()
        for name, count in ((one["name"], one["count"]) for one in told["states"]):
            self.assertEqual(count, len(self.in_state(name)), name)
        self.assertEqual(sum(one["count"] for one in told["states"]), len(self.hits))
        self.assertEqual({one["name"]: one["count"] for one in told["reasons"]},
                         {"misread": 7, "vehicle_differs": 1})
        self.assertEqual(told["outcomes"], [{"name": "confirmed", "count": 1}])
        valid = len(self.in_state("validated"))
        self.assertEqual(told["followed_up"],
                         {"count": 4, "of": valid} if valid < told["fewest"] else
                         {"count": 4, "of": valid, "share": 4 / valid})

    def test_times_are_those_of_the_steps(self):
        told, waits = self.stats(), []
        for hit in self.in_state("validated", "rejected"):
            if hit["quiet"]:
                continue
            verdict = [step for step in self.steps[hit["id"]]
                       if step["kind"] in ("validate", "reject")][-1]
            made = time_of(hit["created_at"])
            waits.append((time_of(verdict["at"]) - made).total_seconds())
        self.assertEqual(told["to_verdict"]["count"], len(waits))
        self.assertAlmostEqual(told["to_verdict"]["median_s"], ranked(waits, 50), places=3)
        self.assertAlmostEqual(told["to_verdict"]["p90_s"], ranked(waits, 90), places=3)
        self.assertEqual(told["to_unit"], {"count": 4}, "four are too few for a middle")

    def test_false_alarms_by_list_and_camera_the_worst_first(self):
        told = self.stats()
        for group in ("list", "camera"):
            rows = told[f"{group}s"]
            for row in rows:
                mine = [hit for hit in self.hits if hit[group]["id"] == row[group]["id"]]
                states = [hit["state"] for hit in mine]
                rejected, valid = states.count("rejected"), states.count("validated")
                self.assertEqual((row["hits"], row["rejected"], row["validated"]),
                                 (len(mine), rejected, valid), row)
                judged = rejected + valid
                self.assertEqual(row["false_alarms"].get("share"),
                                 rejected / judged if judged >= told["fewest"] else None)
            self.assertEqual(sum(row["hits"] for row in rows), len(self.hits))
            shares = [row["false_alarms"].get("share", -1) for row in rows]
            self.assertEqual(shares, sorted(shares, reverse=True))
        self.assertEqual(told["cameras"][0]["camera"]["name"], "noisy")

    def test_look_alikes_are_told_by_pair_of_characters(self):
        told = self.stats()
        self.assertEqual(self.near["reasons"]["kind"], "look_alike", self.near["reasons"])
        pairs = {(one["listed"], one["read"]) for one in self.near["reasons"]["differing"]}
        self.assertEqual({(one["listed"], one["read"]) for one in told["pairs"]}, pairs)
        self.assertEqual([one["misread"] for one in told["pairs"]], [1] * len(pairs))
        kinds = {one["kind"]: one["rejected"] + one["validated"] for one in told["kinds"]}
        judged = len(self.in_state("validated", "rejected"))
        self.assertEqual(kinds, {"exact": judged - 1, "look_alike": 1})

    def test_a_zone_is_that_of_the_cameras(self):
        told = self.stats("&zone=5345")
        self.assertEqual((told["funnel"]["hits"], told["verdicts"]["rejected"]), (1, 1))
        self.assertEqual(told["zone"]["code"], "5345")
        self.assertEqual([one["camera"]["name"] for one in told["coverage"]["cameras"]], ["south"])

    def test_who_saw_nothing_is_told_and_what_was_not_counted_is_not_nothing(self):
        coverage = self.stats()["coverage"]
        seen = {one["camera"]["name"]: one["passages"] for one in coverage["cameras"]}
        expected = {}
        for hit in self.hits:
            name = hit["camera"]["name"]
            expected[name] = expected.get(name, 0) + 1
        self.assertEqual(seen.pop("blind"), 0)
        self.assertEqual(coverage["cameras"][0]["camera"]["name"], "blind")
        self.assertNotIn("last_on", coverage["cameras"][0])
        for name, count in expected.items():
            self.assertGreaterEqual(seen[name], count, name)
        before = self.server.get(f"/api/v1/stats?from={day(9)}&to={day(2)}", token=self.an)
        for camera in before["coverage"]["cameras"]:
            self.assertNotIn("passages", camera)

    def test_silent_observation_counts_for_its_owner_alone(self):
        self.asked_of_province("/api/v1/lists/silent/entries", {
            "plate": "1SIL001", "country": "BE", "priority": 4, "reason": "observed",
            "source_id": "S-1", "valid_until": f"{day(-1)}T00:00:00Z"})
        mine, theirs = (self.stats(token=token)["funnel"]["hits"] for token in (self.an, self.bo))
        self.server.ingest(self.fine, m.bas_read("1SIL001", m.utc_now()))
        self.assertEqual(self.stats()["funnel"]["hits"], mine)
        self.assertEqual(self.stats(token=self.bo)["funnel"]["hits"], theirs + 1)

    def test_no_plate_is_told(self):
        answer = self.server.api("GET", f"/api/v1/stats?from={day()}&to={day()}", token=self.an)
        for part in (b"1STA", b"STA0", b"BKX"):
            self.assertNotIn(part, answer.body)

    def test_what_cannot_be_told_says_what_to_ask(self):
        for query, says in ((f"from={day()}&to={day(3)}", "turn them round"),
                            (f"from={day(92)}&to={day()}", "92 at most"),
                            (f"from={day()}&to={day(-2)}", "still to come"),
                            (f"from={day(900)}&to={day(890)}", "is erased: ask from"),
                            (f"from={day()}&to={day()}&zone=1", "there is no zone"),
                            ("", "from is needed"), (f"from={day()}", "to is needed"),
                            (f"from=x&to={day()}", "such as 2026-11-23")):
            with self.subTest(query):
                answer = self.server.api("GET", f"/api/v1/stats?{query}", token=self.an)
                self.assertIn(says, self.assert_problem(answer, 400, "bad-request")["detail"])

    def test_who_asked_stands_in_the_ledger(self):
        overseer = self.server.officer("coc", "overseer")
        self.stats("&zone=5345")
        use = self.server.get("/api/v1/ledger/uses?limit=1", token=overseer)["items"][0]
        self.assertEqual((use["what"], use["role"]), ("see_statistics", "operator"))
        self.assertIn("GET /api/v1/stats", use["details"]["predicate"])

    def test_passages_are_counted_across_a_restart(self):
        def seen():
            return sum(one["passages"] for one in self.stats()["coverage"]["cameras"])
        self.server.ingest(self.fine, m.bas_read("1STA999", m.utc_now()))
        before, since = seen(), self.stats()["coverage"]["counted_since"]
        self.server.stop()
        self.server.start()
        self.assertEqual(seen(), before)
        self.assertEqual(self.stats()["coverage"]["counted_since"], since)


if __name__ == "__main__":
    unittest.main()
