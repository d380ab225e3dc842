"""The running server is the one that api/openapi.yaml and api/errors.yaml describe."""

import base64
import datetime
import json
import re
import unittest
import zoneinfo

import contract
import messages as m
from server import ROOT, ServedTest, stamp

NOTHING = "00000000000000000000000000"
# Addresses beside the contract: they describe or show it.
BESIDE = {"/api/openapi.json", "/api/docs", "/api/{path...}", "/ingest/{path...}",
          "/scim/{path...}", "/{path...}", ""}
ROUTE_IN_SOURCE = re.compile(
    r'"(/(?:(?:api|ingest|ledger|scim)/|livez|readyz|healthz|metrics|transparency)[^"\s?]*)"')


def filled(path):
    """An address of a path of the contract that names nothing."""
    return path.replace("{id}", NOTHING).replace("{number}", "0").replace("{name}", "none").replace(
        "{key}", "unknown").replace("{path}", "0/000").replace("{delivery}", NOTHING)


def next_week():
    return (datetime.date.today() + datetime.timedelta(days=7)).isoformat()


def today():
    return datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Brussels")).date().isoformat()


class Contract(ServedTest):
    settings = {"BAS_OUTWARD__NETWORKS": "127.0.0.1"}

    @classmethod
    def set_up_server(cls):
        server = cls.server
        cls.camera = server.add_camera({"id": cls.set_up_site()}, "north")
        server.add_user("nadia", "operator", "5364")
        cls.desk = server.token_of("nadia")
        cls.overseer = server.officer("coc", "overseer")
        cls.officer = server.officer("dpo", "data_protection_officer")
        cls.investigator = server.officer("inspecteur", "investigator")
        cls.colleague = server.officer("collega", "investigator")
        cls.chief = server.officer("korpschef", "zone_administrator")
        server.add_zone("5345", "Zuid")
        server.add_list("stolen", category="stolen", priority=1, title="Stolen in Carma")
        server.list_csv("stolen", "plate,country,reason,source_id,valid_from,valid_until\n"
                        f"1CON501,BE,taken at night,A-1,2026-01-01,{next_week()}\n1CON502,,,,,\n")
        server.import_csv("stolen", "plate,priority\n1CON509,9\n1CON508,1\n")
        cls.entry = server.get("/api/v1/lists/stolen/entries")["items"][0]["id"]
        cls.ended = server.made("/api/v1/lists/stolen/entries",
                                {"plate": "1CON507", "valid_until": f"{next_week()}T00:00:00Z",
                                 "reason": "taken", "case_number": "A-2"})
        cls.wrong = server.made("/api/v1/lists/stolen/entries",
                                {"plate": "1CON506", "valid_until": f"{next_week()}T00:00:00Z",
                                 "reason": "taken", "case_number": "A-3"})
        cls.reads = server.ingest(cls.camera["ingest_key"], m.axis_json(
            "1CON501", pictures=[("plate", m.jpeg("plate"))])).read_ids()
        cls.reads += server.ingest(cls.camera["ingest_key"], m.bas_read(
            "1CON502", confidence=0.5, lane=1, images=[m.bas_image(m.jpeg("scene"))])).read_ids()
        cls.refused = server.ingest(cls.camera["ingest_key"], b"{}").json()
        cls.hits = server.get("/api/v1/hits")["items"]
        cls.withdraw_a_hit_that_was_seen()
        cls.register_papers()
        cls.make_outlet()
        cls.be_refused()

    @classmethod
    def register_papers(cls):
        cls.grant = {"to_zone": "5345", "purposes": ["jp_crime"], "from": stamp(0),
                     "until": stamp(86400), "reason": "x", "impact_assessment": "1"}
        cls.decision = {"number": "1", "authority": "procureur", "office": "x", "case_number": "x",
                        "dated": stamp(-60), "expires": stamp(86400), "from": stamp(-86400),
                        "until": stamp(0), "plates": ["1CON501"]}
        cls.wide = {"plate": "1CON501", "from": stamp(-20 * 86400), "until": stamp(0),
                    "purpose": "jp_crime", "case_number": "x", "reason": "x" * 30}
        made = cls.server.api("POST", "/api/v1/agreements", cls.wide, token=cls.investigator)
        cls.agreement = made.json()["id"]
        stated = cls.server.api("POST", "/api/v1/purposes",
                                {"purpose": "jp_crime", "case_number": "x", "reason": "x" * 30},
                                token=cls.investigator)
        cls.purpose = stated.json()["id"]
        cls.new_hold = {"for": cls.purpose, "report_number": "1", "review_at": stamp(86400),
                        "reads": [cls.reads[1]]}
        cls.hold, cls.ended_hold = (
            cls.server.api("POST", "/api/v1/holds", cls.new_hold, token=cls.investigator)
            .json()["id"] for _ in range(2))
        made = cls.server.api("POST", "/api/v1/grants", cls.grant, token=cls.chief)
        cls.granted = made.json()["id"]
        made = cls.server.api("POST", "/api/v1/authorisations", cls.decision,
                              token=cls.investigator)
        cls.authorisation = made.json()["id"]
        cls.server.api("PUT", f"/api/v1/authorisations/{cls.authorisation}/document", b"paper",
                       token=cls.investigator)

    @classmethod
    def make_outlet(cls):
        """Nobody listens there."""
        cls.new_outlet = {"title": "x", "target": "http://127.0.0.1:9/", "events": []}
        cls.outlet = cls.server.made("/api/v1/outlets", cls.new_outlet)["id"]
        tested = cls.server.api("POST", f"/api/v1/outlets/{cls.outlet}/test").json()
        cls.told = tested["id"]

    @classmethod
    def be_refused(cls):
        """So that something stands out in the ledger."""
        for _ in range(5):
            answer = cls.server.api("POST", "/api/v1/searches", {
                "plate": "1CON501", "from": stamp(-60), "until": stamp(0)}, token=cls.investigator)
            assert answer.status == 403, answer

    def whose(self, path):
        """The token of somebody who may."""
        return next((token for part, token in (
            ("ledger", self.overseer), ("audits", self.overseer),
            ("subject-packages", self.officer), ("/hits/{id}/", self.desk),
            ("rejections", self.desk),
            ("}/agree", self.colleague), ("agreements", self.investigator),
            ("processing-registers", self.overseer),
            ("authorisations", self.investigator), ("holds", self.investigator),
            ("searches", self.investigator), ("grants", self.chief)) if part in path), None)

    @classmethod
    def withdraw_a_hit_that_was_seen(cls):
        server = cls.server
        server.ingest(cls.camera["ingest_key"], m.bas_read("1CON507"))
        hit = server.get("/api/v1/hits?limit=1")["items"][0]
        server.get(f"/api/v1/hits/{hit['id']}")
        for entry, act in ((cls.ended, "withdraw"), (cls.wrong, "wrong")):
            answer = server.api("POST", f"/api/v1/entries/{entry['id']}/{act}")
            assert answer.status == 204, answer

    @classmethod
    def set_up_site(cls):
        cls.server.add_zone()
        return cls.server.add_site()["id"]

    def assert_as_described(self, answer, method, path):
        kind = answer.headers.get("Content-Type", "").partition(";")[0]
        schema = contract.schema_of(answer, method, path)
        self.assertIsNotNone(schema, f"{method} {path} does not name {kind} for {answer}")
        if kind.endswith("json"):
            self.assertEqual(list(contract.faults(schema, answer.json())), [], f"{method} {path}")

    def test_the_server_tells_the_contract_of_the_repository(self):
        answer = self.server.api("GET", "/api/openapi.json", token="")
        self.assertEqual(answer.headers["Content-Type"], "application/json")
        self.assertEqual(answer.json(), json.loads(json.dumps(contract.CONTRACT, default=str)))

    def test_every_address_takes_the_methods_of_the_contract_and_no_other(self):
        methods = {}
        for method, path, _ in contract.operations():
            methods.setdefault(path, set()).add(method)
        self.assertGreater(len(methods), 20)
        for path, named in methods.items():
            with self.subTest(path):
                answer = self.server.api("OPTIONS", filled(path))
                self.assert_problem(answer, 405, "method-not-allowed")
                allowed = set(answer.headers["Allow"].split(", "))
                self.assertEqual(allowed, named | ({"HEAD"} if "GET" in named else set()))

    def test_the_server_has_no_address_that_the_contract_does_not_name(self):
        sources = "".join(file.read_text() for file in (ROOT / "src/api").glob("*.cc")
                          if not file.stem.endswith("_test"))
        served = {path.replace("{path...}", "{path}") if path.startswith("/ledger/") else path
                  for path in ROUTE_IN_SOURCE.findall(sources)
                  if path != "/ingest/" and "{}" not in path}  # those are built, not served
        self.assertEqual(served - BESIDE, set(contract.CONTRACT["paths"]))

    def test_an_unknown_address_below_the_api_is_a_problem(self):
        for path in ("/api", "/api/", "/api/v1", "/api/v1/", "/api/v1/nothing", "/api/v2/hits",
                     "/api/v1/hits/", "/ingest", "/ingest/", "/ingest/a/b",
                     "/api/v1/lists//import"):
            for method in ("GET", "POST", "DELETE"):
                with self.subTest(f"{method} {path}"):
                    answer = self.server.api(method, path)
                    self.assertIn(answer.status, (404, 405))
                    self.assertEqual(answer.headers["Content-Type"], "application/problem+json")

    def test_what_is_shown_is_as_described(self):
        (read, other), hit = self.reads, self.hits[0]
        shown = {
            "/api/v1/session": "", "/api/v1/session/second-factor": "", "/api/v1/sign-in": "",
            "/api/v1/hits": "", "/api/v1/incidents": "", "/api/v1/zones": "", "/api/v1/sites": "",
            "/api/v1/cameras": "", "/api/v1/lists": "", "/api/v1/users": "",
            "/api/v1/quarantine": "", "/api/v1/stats": "",
            "/api/v1/transparency": "", "/transparency": "",
            "/api/v1/outlets": "", "/api/v1/outlets/{id}": self.outlet,
            "/api/v1/outlets/{id}/deliveries": self.outlet,
            "/livez": "", "/readyz": "", "/healthz": "", "/metrics": "",
            "/api/v1/users/{id}/close-plates": self.server.get("/api/v1/users")["items"][0]["id"],
            "/api/v1/hits/{id}": hit["id"], "/api/v1/incidents/{id}": hit["incident"],
            "/api/v1/hits/{id}/steps": hit["id"],
            "/api/v1/reads/{id}": read, "/api/v1/reads/{id}/pictures/{number}": other,
            "/api/v1/hits/{id}/pictures/{number}": hit["id"], "/api/v1/purposes": "",
            "/api/v1/lists/{name}/entries": "stolen", "/api/v1/lists/{name}": "stolen",
            "/api/v1/lists/{name}/revisions": "stolen", "/api/v1/lists/{name}/preview": "stolen",
            "/api/v1/lists/{name}/revisions/{number}": "stolen",
            "/api/v1/lists/{name}/revisions/{number}/rejects": "stolen",
            "/api/v1/lists/{name}/revisions/{number}/changes": "stolen",
            "/api/v1/lists/{name}/wrong": "stolen", "/api/v1/entries/{id}": self.entry,
            "/api/v1/entries/{id}/past": self.ended["id"], "/api/v1/profiles": "",
            "/api/v1/known-plates": "", "/api/v1/system": "",
            "/api/v1/cameras/{id}/activity": self.camera["id"],
            "/api/v1/cameras/{id}/misreads": self.camera["id"],
            "/api/v1/hits/withdrawn": "", "/api/v1/grants": "", "/api/v1/regime": "",
            "/api/v1/authorisations": "", "/api/v1/agreements": "", "/api/v1/holds": "",
            "/api/v1/holds/{id}": self.hold,
            "/api/v1/holds/{id}/reads/{read}/pictures/{number}": self.hold,
            "/api/v1/authorisations/{id}/document": self.authorisation,
            "/api/v1/ledger": "", "/api/v1/ledger/uses": "",
            "/api/v1/ledger/patterns": "",
            "/api/v1/processing-registers/{name}": "cameras",
            "/api/v1/processing-registers/{name}/changes": "processing",
            "/ledger/checkpoint": "", "/ledger/tile/{path}": "0/000.p/1",
            "/ledger/tile/entries/{path}": "000.p/1"}
        for path, name in shown.items():
            with self.subTest(path):
                number = "2" if "revisions" in path else "0"
                address = re.sub("{(id|name|path)}", name, path).replace("{number}", number)
                address = address.replace("{read}", other)
                if "holds/" in path:
                    address += f"?for={self.purpose}"
                if path.endswith("stats"):
                    address += f"?from={today()}&to={today()}"
                answer = self.server.api("GET", address, token=self.whose(path))
                self.assertEqual(answer.status, 200, answer)
                self.assert_as_described(answer, "GET", path)
                if answer.headers["Content-Type"] == "application/json":
                    self.assertNotEqual(answer.json().get("items"), [], "nothing to compare")
                    self.assertEqual(answer.headers["Cache-Control"], "no-store")
        followed = {path for method, path, _ in contract.operations() if method == "GET"}
        self.assertEqual(followed - set(shown), {"/api/v1/stream", "/api/v1/registers",
                                                 "/api/v1/presence", "/api/v1/hits/{id}/next",
                                                 "/api/v1/batches",
                                                 "/api/v1/pursuits", "/api/v1/pursuits/{id}",
                                                 "/api/v1/sessions", "/api/v1/audits",
                                                 "/api/v1/sign-in/provider",
                                                 "/api/v1/sign-in/provider/return",
                                                 "/api/v1/sign-in/provider/proof",
                                                 "/scim/v2/ServiceProviderConfig",
                                                 "/scim/v2/Users", "/scim/v2/Users/{id}",
                                                 "/ledger/witnessed"})

    def test_what_is_made_is_as_described(self):
        site = self.server.get("/api/v1/sites")["items"][0]["id"]
        for path, name, body in (
                ("/api/v1/zones", "", {"code": "5363", "name": "x"}),
                ("/api/v1/sites", "", {"zone": "5364", "name": "x", "latitude": 1,
                                       "longitude": -1.5}),
                ("/api/v1/cameras", "", {"site": site, "name": "south", "heading_deg": 90}),
                ("/api/v1/cameras/{id}/key", self.camera["id"], None),
                ("/api/v1/lists", "", {"name": "watched", "owner_zone": "5364"}),
                ("/api/v1/lists/{name}/import", "watched", "plate\n1CON503\n"),
                ("/api/v1/lists/{name}/suspend", "watched", {"because": "a test"}),
                ("/api/v1/lists/{name}/resume", "watched", None),
                ("/api/v1/lists/{name}/entries", "watched",
                 {"plate": "1CON505", "country": "BE", "valid_until": f"{next_week()}T00:00:00Z",
                  "reason": "taken", "source_id": "A-4", "vehicle": {"make": "x"},
                  "procedure": {"nl": "x"}}),
                ("/api/v1/lists/{name}/preview", "watched", {"plate": "1CON505", "country": "BE"}),
                ("/api/v1/entries/{id}/look-back", self.entry,
                 {"from": "2026-11-20", "to": "2026-11-25", "purpose": "jp_crime",
                  "case_number": "x", "reason": "x" * 30}),
                ("/api/v1/hits/{id}/claim", self.hits[0]["id"], {}),
                ("/api/v1/hits/{id}/release", self.hits[0]["id"], None),
                ("/api/v1/hits/{id}/verdict", self.hits[0]["id"],
                 {"state": "rejected", "reason": "misread"}),
                ("/api/v1/hits/{id}/undo", self.hits[0]["id"], None),
                ("/api/v1/hits/{id}/verdict", self.hits[0]["id"], {"state": "validated"}),
                ("/api/v1/hits/{id}/dispatch", self.hits[0]["id"], None),
                ("/api/v1/hits/{id}/stop", self.hits[0]["id"], None),
                ("/api/v1/hits/{id}/outcome", self.hits[0]["id"], {"outcome": "cleared"}),
                ("/api/v1/rejections", "",
                 {"reason": "duplicate", "hits": [{"id": self.hits[0]["id"], "version": 1}]}),
                ("/api/v1/users", "", {"name": "tom", "role": "technician", "password": "x" * 8,
                                       "role_until": stamp(9), "trained_until": stamp(9)}),
                ("/api/v1/tokens", "", {"user": "tom", "days": 1}),
                ("/api/v1/agreements", "", self.wide),
                ("/api/v1/agreements/{id}/agree", self.agreement, None),
                ("/api/v1/holds", "", self.new_hold),
                ("/api/v1/holds/{id}/review", self.hold,
                 {"review_at": stamp(86400), "reason": "x"}),
                ("/api/v1/holds/{id}/release", self.ended_hold, {"reason": "x"}),
                ("/api/v1/grants", "", self.grant),
                ("/api/v1/grants/preview", "", self.grant),
                ("/api/v1/grants/{id}/revoke", self.granted, None),
                ("/api/v1/authorisations", "", self.decision),
                ("/api/v1/authorisations/{id}/revoke", self.authorisation, None),
                ("/api/v1/purposes", "", {"purpose": "jp_crime", "case_number": "x",
                                          "reason": "x" * 30}),
                ("/api/v1/searches", "", {"purpose": "jp_crime", "case_number": "x",
                                          "reason": "x" * 30, "plate": "1CON501",
                                          "from": stamp(-60), "until": stamp(0)}),
                ("/api/v1/subject-packages", "",
                 {"plate": "1CON501", "through": "dpo", "proof": "x", "recipient": "x",
                  "public_key": base64.b64encode(b"\x09" + bytes(31)).decode()}),
                ("/api/v1/outlets", "", self.new_outlet),
                ("/api/v1/outlets/{id}/key", self.outlet, None),
                ("/api/v1/outlets/{id}/enable", self.outlet, None),
                ("/api/v1/outlets/{id}/test", self.outlet, None),
                ("/api/v1/outlets/{id}/replay", self.outlet,
                 {"from": stamp(-60), "until": stamp(60)}),
                ("/api/v1/outlets/{id}/deliveries/{delivery}/replay", self.outlet, None),
                ("/api/v1/quarantine/{id}/replay", self.refused["quarantine_id"], None)):
            with self.subTest(path):
                address = re.sub("{(id|name|path)}", name, path).replace("{delivery}", self.told)
                answer = self.server.api("POST", address, body,
                                         token=self.whose(path), headers={"If-Match": "*"})
                expected = (422,) if "quarantine" in path else (200, 201, 202)
                self.assertIn(answer.status, expected, answer)
                self.assert_as_described(answer, "POST", path)
        path = "/api/v1/cameras/{id}"
        answer = self.server.api("PATCH", path.replace("{id}", self.camera["id"]),
                                 {"disabled": False})
        self.assertEqual(answer.status, 200)
        self.assert_as_described(answer, "PATCH", path)

    def test_an_event_is_as_described(self):
        stream = self.open_stream()
        key = self.server.add_camera(self.server.get("/api/v1/sites")["items"][0],
                                     "events")["ingest_key"]
        self.server.ingest(key, m.bas_read("1CON501"))
        hit = stream.hit_of("1CON501", 10)
        self.assertEqual(list(contract.faults({"$ref": "#/components/schemas/Hit"}, hit)), [])

    def test_a_receipt_is_as_described(self):
        key = self.server.add_camera(self.server.get("/api/v1/sites")["items"][0],
                                     "receipts")["ingest_key"]
        body = m.ndjson([m.bas_read("1CON504")]) + b"{}\n"
        answer = self.server.ingest(key, body, "application/x-ndjson")
        self.assertEqual(answer.json()["rejected"][0]["line"], 2)
        self.assert_as_described(answer, "POST", "/ingest/{key}")

    def test_every_problem_of_the_api_is_as_described(self):
        made = {"bad-request": ("POST", "/api/v1/zones", {"code": 1}),
                "not-found": ("GET", f"/api/v1/hits/{NOTHING}", None),
                "conflict": ("POST", "/api/v1/zones", {"code": "5364", "name": "x"}),
                "unknown-key": ("POST", "/ingest/unknown", {}),
                "undecodable": ("POST", self.camera["ingest_path"], {})}
        for slug, (method, path, body) in made.items():
            with self.subTest(slug):
                answer = self.server.api(method, path, body)
                row = contract.PROBLEMS[f"/problems/{slug}"]
                problem = self.assert_problem(answer, row["status"], slug)
                schema = {"$ref": "#/components/schemas/Problem"}
                self.assertEqual(list(contract.faults(schema, problem)), [])
                self.assertEqual((problem["title"], problem["code"]), (row["title"], row["code"]))
                self.assertEqual(problem["request_id"], answer.headers["X-Request-Id"])

    def test_pages_follow_each_other_and_end(self):
        for path in ("/api/v1/hits", "/api/v1/incidents"):
            seen, address = [], f"{path}?limit=1"
            while (page := self.server.get(address)) and page["items"]:
                seen += [item["id"] for item in page["items"]]
                if "next" not in page:
                    break
                address = f"{path}?limit=1&before={page['next']}"
            whole = [item["id"] for item in self.server.get(path)["items"]]
            self.assertEqual(seen, whole)
            self.assertGreater(len(seen), 1)
            for query in ("limit=0", "limit=1001", "limit=x", "before=x", "state=odd"):
                answer = self.server.api("GET", f"{path}?{query}")
                self.assert_problem(answer, 400, "bad-request")


if __name__ == "__main__":
    unittest.main()
