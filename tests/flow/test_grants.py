"""Another zone's reads, and older ones: closed, opened by those who may, clipped, closed again."""

import json
import pathlib
import tempfile
import unittest

from server import ServedTest, run_bas, stamp

PLATE = "1GRA234"
DAY = 86400
WHY = {"purpose": "jp_crime", "case_number": "AN.17.L1.004711/2026",
       "reason": "burglary, car seen by a neighbour"}
DOCUMENT = b"%PDF-1.7 the reasoned decision \x00\xff" * 100


class GrantsAndAuthorisations(ServedTest):
    @classmethod
    def set_up_server(cls):
        server = cls.server
        server.add_zone()
        server.add_zone("5345", "Zuid")
        cls.own = server.add_camera(server.add_site(), "own")
        cls.others = server.add_camera(server.add_site("5345", "Plein"), "others")
        cls.who = server.officer("inspecteur", "investigator")
        cls.colleague = server.officer("collega", "investigator")
        cls.chief = server.officer("korpschef", "zone_administrator", "5345")
        cls.overseer = server.officer("coc", "overseer")
        for camera, ages in ((cls.own, (30, 50 * DAY, 90 * DAY)), (cls.others, (40, 60 * DAY))):
            for age in ages:
                server.api("POST", camera["ingest_path"],
                           {"plate": PLATE, "country": "BE", "captured_at": stamp(-age)}, token="")

    def post(self, path, body, token, status=201):
        answer = self.server.api("POST", path, body, token=token)
        self.assertEqual(answer.status, status, answer)
        return answer.json()

    def search(self, token=None, status=200, **more):
        body = {**WHY, "plate": PLATE, "from": stamp(-3600), "until": stamp(60), **more}
        return self.post("/api/v1/searches", body, token or self.who, status)

    def uses(self, what):
        items = self.server.get("/api/v1/ledger/uses", token=self.overseer)["items"]
        return [use for use in items if use["what"] == what]

    def grant(self):
        return {"to_zone": "5364", "purposes": ["jp_crime"], "from": stamp(-60),
                "until": stamp(90 * DAY), "reason": "agreement of 12 March",
                "impact_assessment": "2026-2"}

    def test_another_zone_is_open_from_grant_to_revocation(self):
        self.assertEqual(len(self.search()["items"]), 1)
        seen = self.post("/api/v1/grants/preview", self.grant(), self.chief, 200)
        self.assertEqual([(one["zone"]["code"], one["role"], one["purpose"], one["people"])
                          for one in seen["changes"]],
                         [("5364", "investigator", "jp_crime", 2),
                          ("5364", "intelligence", "jp_crime", 0)])
        self.assertEqual((seen["sites"], seen["cameras"]), (1, 1))
        made = self.post("/api/v1/grants", self.grant(), self.chief)
        self.assertEqual(made["state"], "living")
        zones = {read["camera"]["id"] for read in self.search()["items"]}
        self.assertEqual(zones, {self.own["id"], self.others["id"]})
        revoked = self.post(f"/api/v1/grants/{made['id']}/revoke", None, self.chief, 200)
        self.assertEqual(revoked["state"], "revoked")
        self.assertEqual(len(self.search()["items"]), 1)
        self.assertTrue(self.uses("grant") and self.uses("grant revoked"))
        self.assertEqual(self.uses("grant")[0]["details"]["recipients"], ["5364"])

    def test_who_has_not_the_data_grants_nothing(self):
        for token in (self.who, self.overseer, self.server.token):
            answer = self.server.api("POST", "/api/v1/grants", self.grant(), token=token)
            self.assert_problem(answer, 403, "forbidden")
        for change in ({"purposes": ["curiosity"]}, {"to_zone": "9999"}, {"purposes": "jp_crime"},
                       {"until": stamp(400 * DAY)}, {"until": "soon"}, {"reason": ""}):
            answer = self.server.api("POST", "/api/v1/grants", {**self.grant(), **change},
                                     token=self.chief)
            self.assert_problem(answer, 400, "bad-request")

    def decision(self, **more):
        return {"number": "2026/117", "authority": "procureur", "office": "Antwerp, J. Peeters",
                "case_number": WHY["case_number"], "dated": stamp(-DAY), "expires": stamp(30 * DAY),
                "from": stamp(-80 * DAY), "until": stamp(-40 * DAY), "plates": [PLATE],
                "penalty_years": 5, "uses_max": 1, **more}

    def test_from_refusal_over_an_authorisation_to_a_clipped_result(self):
        older = {"from": stamp(-200 * DAY), "until": stamp(-35 * DAY)}
        refused = self.search(status=403, **older)
        self.assertIn("R11", refused["detail"])
        one = self.post("/api/v1/authorisations", self.decision(), self.who)
        address = f"/api/v1/authorisations/{one['id']}"
        older["authorisation"] = one["id"]
        self.search(status=403, **older)
        put = self.server.api("PUT", f"{address}/document", DOCUMENT, token=self.who)
        self.assertEqual((put.status, put.json()["state"]), (200, "unconfirmed"))
        self.post(f"{address}/confirm", None, self.who, 403)
        shown = self.server.api("GET", f"{address}/document", token=self.colleague)
        self.assertEqual((shown.body, shown.headers["X-Content-Type-Options"]),
                         (DOCUMENT, "nosniff"))
        self.post(f"{address}/confirm", None, self.colleague, 200)

        page = self.search(**older)
        self.assertEqual([read["camera"]["id"] for read in page["items"]], [self.own["id"]],
                         "the read of 90 days ago lies outside, the other zone has granted nothing")
        self.assertEqual(len(self.search(**older)["items"]), 1, "the same question again")
        self.search(status=403, **{**older, "until": stamp(-36 * DAY)})
        told = self.uses("search")
        self.assertEqual([use["permitted"] for use in told[:5]], [False, True, True, False, False])
        self.assertEqual(told[1]["details"]["authorisation_sha256"],
                         put.json()["document_sha256"])
        self.assertEqual(told[1]["results"], 1)
        for what in ("authorisation", "authorisation confirmed", "document of an authorisation"):
            self.assertTrue(self.uses(what), what)

    def test_the_verbs_do_the_same(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            tokens = {}
            for who, token in (("chief", self.chief), ("who", self.who), ("other", self.colleague)):
                tokens[who] = folder / who
                tokens[who].write_text(token)
                tokens[who].chmod(0o600)

            def bas(who, *arguments):
                done = run_bas(*arguments, "--url", f"http://127.0.0.1:{self.server.port}",
                               "--token-file", tokens[who])
                self.assertEqual(done.returncode, 0, done.stderr)
                return done.stdout

            grant = ("--to", "5364", "--purpose", "jp_crime", "--from", stamp(-60), "--until",
                     stamp(DAY), "--reason", "agreement", "--impact-assessment", "1")
            self.assertIn("investigator", bas("chief", "grant", "preview", *grant))
            made = json.loads(bas("chief", "grant", "add", *grant, "--json"))
            self.assertIn(made["id"], bas("chief", "grant", "list"))
            self.assertIn("revoked", bas("chief", "grant", "revoke", made["id"]))
            (folder / "paper").write_bytes(DOCUMENT)
            said = self.decision()
            added = json.loads(bas(
                "who", "authorisation", "add", "--number", "2026/118",
                "--authority", "procureur", "--office", "Antwerp", "--case", "AN.1", "--dated",
                said["dated"], "--expires", said["expires"], "--from", said["from"], "--until",
                said["until"], "--penalty-years", "2", "--json", "--plate", "1ABC234",
                "--plate", "1ABC235", folder / "paper"))
            self.assertEqual(added["plates"], ["1ABC234", "1ABC235"])
            bas("other", "authorisation", "document", added["id"], folder / "copy")
            self.assertEqual((folder / "copy").read_bytes(), DOCUMENT)
            self.assertIn("in_force", bas("other", "authorisation", "confirm", added["id"]))
            self.assertIn("2026/118", bas("who", "authorisation", "list"))
            self.assertIn("revoked", bas("who", "authorisation", "revoke", added["id"]))


if __name__ == "__main__":
    unittest.main()
