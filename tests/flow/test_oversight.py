"""Who oversees sees what stands out and what to judge; everybody sees the public numbers."""

import base64
import ctypes
import ctypes.util
import json
import unittest

from server import ServedTest, stamp

PLATE = "1ABC234"
WHY = {"purpose": "jp_crime", "case_number": "AN.17.L1.004711/2026",
       "reason": "burglary, car seen by a neighbour"}
SECRETS = (PLATE, WHY["case_number"], WHY["reason"], "inspecteur", "5364", "Plein")


class Recipient:
    """Whoever a package is sealed for, with a libsodium of his own."""

    def __init__(self):
        self.sodium = ctypes.CDLL(ctypes.util.find_library("sodium"))
        self.sodium.sodium_init()
        self.public, self.secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(32)
        self.sodium.crypto_box_keypair(self.public, self.secret)

    def key(self):
        return base64.b64encode(self.public.raw).decode()

    def opened(self, sealed):
        text = ctypes.create_string_buffer(len(sealed) - 48)
        length = ctypes.c_ulonglong(len(sealed))
        done = self.sodium.crypto_box_seal_open(text, sealed, length, self.public, self.secret)
        assert done == 0, "it does not open"
        return json.loads(text.raw)


class Oversight(ServedTest):
    @classmethod
    def set_up_server(cls):
        server = cls.server
        server.add_zone()
        cls.camera = server.add_camera(server.add_site("5364", "Plein"), "own")
        cls.who = server.officer("inspecteur", "investigator")
        server.add_user("coc", "overseer", **{key: stamp(90 * 86400) for key in
                                              ("role_until", "trained_until")})
        cls.overseer = server.token_of("coc")
        cls.officer = server.officer("dpo", "data_protection_officer")

    def search(self, **more):
        body = {**WHY, "plate": PLATE, "from": stamp(-3600), "until": stamp(60), **more}
        return self.server.api("POST", "/api/v1/searches", body, token=self.who)

    def uses(self):
        return self.server.get("/api/v1/ledger/uses", token=self.overseer)["items"]

    def test_what_stands_out_is_told_by_number_and_the_look_is_in_the_ledger(self):
        for _ in range(10):
            self.assertEqual(self.search().status, 200)
        for _ in range(5):
            self.assert_problem(self.search(purpose=""), 403, "forbidden")
        answer = self.server.api("GET", "/api/v1/ledger/patterns?days=2", token=self.overseer)
        self.assertEqual(answer.status, 200, answer)
        for secret in (PLATE, WHY["case_number"], WHY["reason"]):
            self.assertNotIn(secret.encode(), answer.body)
        found = {item["kind"]: item for item in answer.json()["items"]}
        self.assertEqual(set(found), {"same_plate", "refused_again"})
        self.assertEqual(found["refused_again"]["actor_name"], "inspecteur")
        told = {use["number"]: use for use in self.uses()}
        for number in found["same_plate"]["numbers"]:
            self.assertIn(PLATE, told[number]["details"]["predicate"])
        look = next(use for use in told.values() if use["what"] == "ledger patterns")
        self.assertEqual(look["details"]["actor_name"], "coc")
        self.assertEqual(look["results"], 2)

    def test_before_the_first_month_has_ended_there_is_no_sample(self):
        told = self.server.get("/api/v1/audits", token=self.overseer)
        self.assertEqual(told, {"months": [], "items": []})
        answer = self.server.api("POST", "/api/v1/audits", {"number": 0, "verdict": "fine"},
                                 token=self.overseer)
        self.assert_problem(answer, 404, "not-found")

    def test_the_public_numbers_need_no_account_and_name_nobody(self):
        self.search()
        answer = self.server.api("GET", "/api/v1/transparency", token="")
        page = self.server.api("GET", "/transparency?lang=nl", token="")
        for one in (answer, page):
            self.assertEqual(one.status, 200)
            for secret in SECRETS:
                self.assertNotIn(secret.encode(), one.body)
        told = answer.json()
        self.assertLess(told["month"], stamp(0)[:7], "only what is complete")
        names = [field["name"] for field in told["fields"]]
        self.assertEqual(names[:3], ["cameras", "reads", "hits_by_category"])
        self.assertIn("<html lang=\"nl\">", page.body.decode())
        self.assertNotIn(b"<script", page.body)

    def test_the_public_numbers_are_made_once_an_hour_however_often_they_are_asked_for(self):
        for _ in range(5):
            self.server.api("GET", "/api/v1/transparency", token="")
        made = [use for use in self.uses() if use["what"] == "statistics"]
        self.assertEqual(len(made), 1)
        self.assertEqual(made[0]["verb"], "disclose")
        self.assertIn("R59", made[0]["rules"])

    def test_a_holder_gets_what_is_kept_of_the_plate_in_a_box_that_only_he_opens(self):
        self.server.api("POST", self.camera["ingest_path"],
                        {"plate": "1HLD111", "country": "BE", "captured_at": stamp(-30)}, token="")
        self.assertEqual(self.search(plate="1HLD111").status, 200)
        holder = Recipient()
        wish = {"plate": "1-HLD-111", "through": "supervisor", "proof": "certificate, 20 November",
                "recipient": "holder, COC/2026/17", "public_key": holder.key()}
        path = "/api/v1/subject-packages"
        refused = self.server.api("POST", path, {**wish, "proof": ""}, token=self.officer)
        self.assert_problem(refused, 403, "forbidden")
        self.assert_problem(self.server.api("POST", path, wish, token=self.overseer), 403,
                            "forbidden")
        answer = self.server.api("POST", path, wish, token=self.officer)
        self.assertEqual(answer.status, 201, answer)
        self.assertNotIn(b"1HLD111", answer.body)
        told = holder.opened(base64.b64decode(answer.json()["sealed"]))
        self.assertEqual([read["site"] for read in told["reads"]], ["Plein"])
        self.assertEqual([use["purpose"] for use in told["consultations"]], ["jp_crime"])
        self.assertNotIn("inspecteur", json.dumps(told))
        use = next(use for use in self.uses() if use["number"] == answer.json()["ledger_number"])
        self.assertEqual((use["verb"], use["results"]), ("disclose", 2))
        self.assertEqual(use["details"]["recipients"], ["holder, COC/2026/17"])

    def test_a_change_of_the_configuration_is_a_version_of_the_register(self):
        def register(rest="", kind="processing"):
            return self.server.get(f"/api/v1/processing-registers/{kind}{rest}",
                                   token=self.overseer)

        before = register()
        self.assertIn("jp_crime", before["document"]["purposes"])
        self.server.add_zone("5352", "Noord")
        after = register()
        self.assertEqual(after["number"], before["number"] + 1)
        changes = register(f"/changes?from={before['number']}")
        self.assertEqual(changes["items"], [{"path": "/controllers/5352", "after": "Noord"}])
        self.assertEqual(register()["number"], after["number"], "nothing changed")
        written = [use for use in self.uses() if use["verb"] == "alter"
                   and use["what"] == "register of processing"]
        self.assertEqual(written[0]["results_sha256"], after["sha256"])
        camera = register(kind="cameras")["document"]["cameras"][self.camera["id"]]
        self.assertEqual((camera["zone"], camera["place"]["name"]), ("5364", "Plein"))


if __name__ == "__main__":
    unittest.main()
