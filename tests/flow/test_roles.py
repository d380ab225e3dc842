"""What each role may, address by address."""

import re
import time
import unittest

import contract
from server import ServedTest, stamp

NOTHING = "00000000000000000000000000"  # an id that names nothing
ROLES = ("operator", "investigator", "list_manager", "technician", "administrator", "overseer",
         "zone_administrator", "data_protection_officer", "magistrate_office", "traffic",
         "intelligence", "intelligence_overseer")
SIGNED_IN = frozenset(ROLES)
DESK = frozenset(("operator", "list_manager", "traffic"))
SENDS_UNITS = frozenset(("operator",))
ENDS_HITS = frozenset(("operator", "traffic"))
SEES_LISTS = DESK | {"investigator", "administrator"}
OPENS_ENTRIES = frozenset(("operator", "list_manager", "investigator", "magistrate_office"))
OPENS_READS = frozenset(("operator", "investigator", "traffic", "intelligence"))
SEARCHES = frozenset(("investigator", "intelligence"))
READS_LEDGER = frozenset(("overseer", "data_protection_officer", "zone_administrator",
                          "magistrate_office", "intelligence_overseer"))
SEES_STATISTICS = DESK | {"technician", "administrator", "overseer", "zone_administrator",
                          "data_protection_officer", "intelligence_overseer"}
GRANTS = frozenset(("zone_administrator",))
JUDICIAL = frozenset(("investigator", "magistrate_office"))
LISTS = frozenset(("list_manager",))
SETTINGS = frozenset(("technician", "administrator", "zone_administrator"))
QUARANTINE = frozenset(("technician", "administrator"))
OUTLETS = frozenset(("administrator", "zone_administrator"))
PEOPLE = frozenset(("administrator",))
NO_TOKEN = frozenset()  # for people who signed in, whatever their role; this test asks with tokens

# Each guarded address and the roles that may. A body that is refused as ill-formed, and an id that
# names nothing, show that the door was passed and change nothing.
MATRIX = {
    ("GET", "/api/v1/session"): SIGNED_IN,
    ("POST", "/api/v1/session/proof"): NO_TOKEN,
    ("GET", "/api/v1/sign-in/provider/proof"): NO_TOKEN,
    ("POST", "/api/v1/sign-in/provider/try"): PEOPLE,
    ("GET", "/api/v1/sessions"): SIGNED_IN,
    ("DELETE", f"/api/v1/sessions/{NOTHING}"): SIGNED_IN,
    ("GET", "/api/v1/session/second-factor"): SIGNED_IN,
    ("POST", "/api/v1/session/second-factor"): NO_TOKEN,
    ("POST", "/api/v1/session/second-factor/confirm"): NO_TOKEN,
    ("GET", "/api/v1/stream"): DESK,
    ("GET", "/api/v1/hits"): DESK,
    ("GET", f"/api/v1/hits/{NOTHING}"): DESK,
    ("GET", f"/api/v1/hits/{NOTHING}/pictures/0"): DESK,
    ("GET", "/api/v1/hits/withdrawn"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/claim"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/release"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/verdict"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/undo"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/dispatch"): SENDS_UNITS,
    ("POST", f"/api/v1/hits/{NOTHING}/stop"): ENDS_HITS,
    ("POST", f"/api/v1/hits/{NOTHING}/outcome"): ENDS_HITS,
    ("GET", "/api/v1/pursuits"): DESK,
    ("POST", "/api/v1/pursuits"): SENDS_UNITS,
    ("GET", f"/api/v1/pursuits/{NOTHING}"): DESK,
    ("POST", f"/api/v1/pursuits/{NOTHING}/invite"): SENDS_UNITS,
    ("POST", f"/api/v1/pursuits/{NOTHING}/join"): SENDS_UNITS,
    ("POST", f"/api/v1/pursuits/{NOTHING}/leave"): SENDS_UNITS,
    ("POST", f"/api/v1/pursuits/{NOTHING}/hand-over"): SENDS_UNITS,
    ("POST", f"/api/v1/pursuits/{NOTHING}/notes"): SENDS_UNITS,
    ("POST", f"/api/v1/pursuits/{NOTHING}/extend"): SENDS_UNITS,
    ("POST", f"/api/v1/pursuits/{NOTHING}/end"): ENDS_HITS,
    ("GET", "/api/v1/outlets"): OUTLETS,
    ("POST", "/api/v1/outlets"): OUTLETS,
    ("GET", f"/api/v1/outlets/{NOTHING}"): OUTLETS,
    ("PATCH", f"/api/v1/outlets/{NOTHING}"): OUTLETS,
    ("DELETE", f"/api/v1/outlets/{NOTHING}"): OUTLETS,
    ("POST", f"/api/v1/outlets/{NOTHING}/key"): OUTLETS,
    ("POST", f"/api/v1/outlets/{NOTHING}/enable"): OUTLETS,
    ("POST", f"/api/v1/outlets/{NOTHING}/test"): OUTLETS,
    ("GET", f"/api/v1/outlets/{NOTHING}/deliveries"): OUTLETS,
    ("POST", f"/api/v1/outlets/{NOTHING}/replay"): OUTLETS,
    ("POST", f"/api/v1/outlets/{NOTHING}/deliveries/{NOTHING}/replay"): OUTLETS,
    ("POST", "/api/v1/rejections"): DESK,
    ("GET", f"/api/v1/hits/{NOTHING}/steps"): DESK,
    ("GET", f"/api/v1/hits/{NOTHING}/next"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/withdrawal-seen"): DESK,
    ("GET", "/api/v1/incidents"): DESK,
    ("GET", "/api/v1/presence"): DESK,
    ("GET", "/api/v1/batches"): DESK,
    ("PUT", "/api/v1/presence"): DESK,
    ("GET", f"/api/v1/incidents/{NOTHING}"): DESK,
    ("GET", f"/api/v1/reads/{NOTHING}"): OPENS_READS,
    ("GET", f"/api/v1/reads/{NOTHING}/pictures/0"): OPENS_READS,
    ("GET", "/api/v1/purposes"): SIGNED_IN,
    ("POST", "/api/v1/purposes"): OPENS_READS,
    ("GET", "/api/v1/zones"): SIGNED_IN,
    ("POST", "/api/v1/zones"): SETTINGS,
    ("GET", "/api/v1/sites"): SIGNED_IN,
    ("POST", "/api/v1/sites"): SETTINGS,
    ("GET", "/api/v1/cameras"): SIGNED_IN,
    ("POST", "/api/v1/cameras"): SETTINGS,
    ("PATCH", f"/api/v1/cameras/{NOTHING}"): SETTINGS,
    ("POST", f"/api/v1/cameras/{NOTHING}/key"): SETTINGS,
    ("GET", f"/api/v1/cameras/{NOTHING}/activity"): SIGNED_IN,
    ("GET", "/api/v1/system"): PEOPLE,
    ("GET", f"/api/v1/cameras/{NOTHING}/misreads"): SIGNED_IN,
    ("PUT", f"/api/v1/cameras/{NOTHING}/misreads"): SETTINGS,
    ("DELETE", f"/api/v1/cameras/{NOTHING}/misreads"): SETTINGS,
    ("POST", f"/api/v1/cameras/{NOTHING}/misreads/draft"): SETTINGS,
    ("POST", f"/api/v1/cameras/{NOTHING}/misreads/approve"): SETTINGS,
    ("GET", "/api/v1/lists"): SEES_LISTS,
    ("POST", "/api/v1/lists"): LISTS,
    ("GET", "/api/v1/lists/none"): SEES_LISTS,
    ("PATCH", "/api/v1/lists/none"): LISTS,
    ("POST", "/api/v1/lists/none/suspend"): LISTS,
    ("POST", "/api/v1/lists/none/resume"): LISTS,
    ("POST", "/api/v1/lists/none/sync"): LISTS,
    ("POST", "/api/v1/lists/none/import"): LISTS,
    ("GET", "/api/v1/lists/none/revisions"): SEES_LISTS,
    ("GET", "/api/v1/lists/none/revisions/1"): SEES_LISTS,
    ("POST", "/api/v1/lists/none/revisions/1/confirm"): LISTS,
    ("POST", "/api/v1/lists/none/revisions/1/discard"): LISTS,
    ("POST", "/api/v1/lists/none/revisions/1/cancel"): LISTS,
    ("GET", "/api/v1/lists/none/revisions/1/rejects"): LISTS,
    ("GET", "/api/v1/lists/none/revisions/1/changes"): OPENS_ENTRIES,
    ("GET", "/api/v1/lists/none/entries"): OPENS_ENTRIES,
    ("POST", "/api/v1/lists/none/entries"): LISTS,
    ("GET", "/api/v1/agreements"): JUDICIAL | {"list_manager"},
    ("POST", "/api/v1/agreements"): JUDICIAL | {"list_manager"},
    ("POST", f"/api/v1/agreements/{NOTHING}/agree"): JUDICIAL,
    ("GET", "/api/v1/holds"): JUDICIAL,
    ("POST", "/api/v1/holds"): frozenset(("investigator",)),
    ("GET", f"/api/v1/holds/{NOTHING}"): JUDICIAL,
    ("GET", f"/api/v1/holds/{NOTHING}/reads/{NOTHING}/pictures/0"): JUDICIAL,
    ("POST", f"/api/v1/holds/{NOTHING}/review"): JUDICIAL,
    ("POST", f"/api/v1/holds/{NOTHING}/release"): JUDICIAL,
    ("GET", f"/api/v1/users/{NOTHING}/close-plates"): PEOPLE,
    ("PUT", f"/api/v1/users/{NOTHING}/close-plates"): PEOPLE,
    ("GET", "/api/v1/lists/none/wrong"): OPENS_ENTRIES,
    ("POST", "/api/v1/lists/none/wrong/take-back"): LISTS,
    ("GET", "/api/v1/lists/none/preview"): OPENS_ENTRIES,
    ("POST", "/api/v1/lists/none/preview"): SEES_LISTS,
    ("GET", f"/api/v1/entries/{NOTHING}"): OPENS_ENTRIES,
    ("GET", f"/api/v1/entries/{NOTHING}/past"): OPENS_ENTRIES,
    ("POST", f"/api/v1/entries/{NOTHING}/withdraw"): LISTS | {"data_protection_officer"},
    ("POST", f"/api/v1/entries/{NOTHING}/wrong"): DESK | {"data_protection_officer"},
    ("POST", f"/api/v1/entries/{NOTHING}/look-back"): LISTS,
    ("GET", "/api/v1/known-plates"): SEES_LISTS,
    ("PUT", "/api/v1/known-plates"): LISTS,
    ("GET", "/api/v1/profiles"): SEES_LISTS,
    ("GET", "/api/v1/registers"): SEES_LISTS,
    ("POST", "/api/v1/checks"): LISTS,
    ("POST", "/api/v1/searches"): SEARCHES,
    ("GET", "/api/v1/regime"): SIGNED_IN,
    ("GET", "/api/v1/grants"): SIGNED_IN,
    ("POST", "/api/v1/grants"): GRANTS,
    ("POST", "/api/v1/grants/preview"): GRANTS,
    ("POST", f"/api/v1/grants/{NOTHING}/revoke"): GRANTS,
    ("GET", "/api/v1/authorisations"): JUDICIAL | {"data_protection_officer"},
    ("POST", "/api/v1/authorisations"): JUDICIAL,
    ("GET", f"/api/v1/authorisations/{NOTHING}/document"): JUDICIAL | {"data_protection_officer"},
    ("PUT", f"/api/v1/authorisations/{NOTHING}/document"): JUDICIAL,
    ("POST", f"/api/v1/authorisations/{NOTHING}/confirm"): JUDICIAL,
    ("POST", f"/api/v1/authorisations/{NOTHING}/revoke"): JUDICIAL,
    ("GET", "/api/v1/stats"): SEES_STATISTICS,
    ("GET", "/api/v1/ledger"): SIGNED_IN,
    ("GET", "/api/v1/ledger/uses"): READS_LEDGER,
    ("GET", "/api/v1/ledger/patterns"): READS_LEDGER,
    ("GET", "/api/v1/audits"): READS_LEDGER,
    ("POST", "/api/v1/audits"): READS_LEDGER,
    ("POST", "/api/v1/subject-packages"): frozenset(("data_protection_officer",)),
    ("GET", "/api/v1/processing-registers/none"): READS_LEDGER,
    ("GET", "/api/v1/processing-registers/none/changes"): READS_LEDGER,
    ("GET", "/ledger/tile/entries/000.p/1"): READS_LEDGER,
    ("GET", "/api/v1/users"): PEOPLE,
    ("POST", "/api/v1/users"): PEOPLE,
    ("PATCH", f"/api/v1/users/{NOTHING}"): PEOPLE,
    ("POST", "/api/v1/session/password"): NO_TOKEN,
    ("POST", f"/api/v1/users/{NOTHING}/second-factor/reset"): PEOPLE,
    ("POST", "/api/v1/tokens"): PEOPLE,
    ("GET", "/api/v1/quarantine"): QUARANTINE,
    ("POST", f"/api/v1/quarantine/{NOTHING}/replay"): QUARANTINE,
}


# What policy is not asked of: nobody has signed in yet, a camera or the directory of the provider
# shows its key, or the answer is the same for everybody.
OPEN = {("POST", "/ingest/{key}"), ("POST", "/api/v1/session"), ("GET", "/ledger/checkpoint"),
        ("GET", "/ledger/witnessed"), ("GET", "/ledger/tile/{path}"), ("GET", "/livez"),
        ("GET", "/readyz"), ("GET", "/healthz"), ("GET", "/api/v1/transparency"),
        ("GET", "/transparency"), ("GET", "/api/v1/sign-in"),
        ("GET", "/api/v1/sign-in/provider"), ("GET", "/api/v1/sign-in/provider/return"),
        ("POST", "/api/v1/sign-in/provider/logout"), ("GET", "/scim/v2/ServiceProviderConfig"),
        *((method, "/scim/v2/Users") for method in ("GET", "POST")),
        *((method, "/scim/v2/Users/{id}") for method in ("GET", "PUT", "PATCH", "DELETE"))}


def as_in_contract(path):
    path = re.sub("/none(?=/|$)", "/{name}", path).replace(NOTHING, "{id}")
    path = path.replace("/pictures/0", "/pictures/{number}")
    path = path.replace("/holds/{id}/reads/{id}", "/holds/{id}/reads/{read}")
    path = path.replace("/deliveries/{id}/", "/deliveries/{delivery}/")
    return path.replace("/revisions/1", "/revisions/{number}").replace("000.p/1", "{path}")


def refused_name(role):
    """What policy calls it."""
    return {"administrator": "system_administrator",
            "intelligence_overseer": "overseer"}.get(role, role)


class Roles(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.tokens = {}
        cls.addresses = {(method, as_in_contract(path)): path for method, path in MATRIX}
        cls.addresses["GET", "/metrics"] = "/metrics"
        cls.addresses["DELETE", "/api/v1/session"] = "/api/v1/session"
        cls.server.add_zone()
        for role in ROLES:
            cls.tokens[role] = cls.server.officer(role, role)

    def answer_to(self, role, method, path):
        """The problem that a role is answered, if any. What is refused behind the door, for want of
        a purpose or a document, was let in."""
        if path.endswith("/stream") and role in DESK:
            return {"status": self.open_stream(token=self.tokens[role]).status}
        body = {} if method in ("POST", "PATCH", "PUT") else None
        answer = self.server.api(method, path, body, token=self.tokens[role])
        if not answer.headers.get("Content-Type", "").endswith(("/json", "+json")):
            return {"status": answer.status}
        self.assertIn(answer.status, (200, 201, 400, 403, 404, 428), answer)
        return answer.json()

    def test_each_role_may_what_it_needs_and_no_more(self):
        for (method, path), allowed in MATRIX.items():
            for role in ROLES:
                with self.subTest(f"{role} {method} {path}"):
                    answer = self.answer_to(role, method, path)
                    is_at_the_door = "may not" in answer.get("detail", "")
                    self.assertEqual(is_at_the_door, role not in allowed, answer)

    def test_nobody_may_nothing(self):
        for method, path in MATRIX:
            with self.subTest(f"{method} {path}"):
                body = {} if method in ("POST", "PATCH", "PUT") else None
                answer = self.server.api(method, path, body, token="")
                self.assert_problem(answer, 401, "unauthenticated")

    def test_every_request_is_a_question_to_policy(self):
        """Whoever may not is told by the rule which act it is; whoever may is refused by the same
        rule once the training has ended. Only what shows nothing of anybody is asked of nobody."""
        self.server.add_user("lapsed", "operator", "5364", trained_until=stamp(1))
        late = self.server.token_of("lapsed")
        time.sleep(1.2)  # until the training has ended
        asked = {}
        for method, path, operation in contract.operations():
            act = asked[method, path] = operation["x-policy"]
            if act == "none":
                self.assertIn((method, path), OPEN)
                continue
            address = self.addresses[method, path]
            refused = next((role for role in ROLES
                            if role not in MATRIX.get((method, address), SIGNED_IN)), None)
            with self.subTest(f"{method} {path}: {act}"):
                if refused and act != "use_account":
                    answer = self.answer_to(refused, method, address)
                    self.assertEqual(answer["detail"].partition(":")[0], "R58")
                    self.assertIn(f"{refused_name(refused)} may not {act}:", answer["detail"])
                elif act != "use_account" and path != "/metrics":  # the machine asks that itself
                    body = {} if method in ("POST", "PATCH", "PUT") else None
                    answer = self.server.api(method, address, body, token=late)
                    problem = self.assert_problem(answer, 403, "forbidden")
                    self.assertTrue(problem["detail"].startswith("R58: the training"), problem)
        self.assertEqual({key for key, act in asked.items() if act == "none"}, OPEN)

    def test_what_is_done_with_data_stands_in_the_ledger_and_so_does_who_was_refused(self):
        size = self.server.get("/api/v1/ledger")["size"]
        self.answer_to("list_manager", "POST", "/api/v1/lists/none/suspend")
        self.answer_to("administrator", "GET", "/api/v1/hits")
        self.answer_to("technician", "GET", "/api/v1/cameras")
        uses = self.server.get("/api/v1/ledger/uses?limit=2",
                               token=self.tokens["overseer"])["items"]
        self.assertEqual([(use["what"], use["role"], use["permitted"]) for use in uses],
                         [("share_hit", "administrator", False),
                          ("change_list", "list_manager", True)])
        self.assertEqual(uses[0]["number"], size + 1, "cameras are nobody's data")
        self.assertIn("/api/v1/lists/none/suspend", uses[1]["details"]["predicate"])

    def test_the_table_names_every_guarded_address_of_the_contract(self):
        contract = self.server.api("GET", "/api/openapi.json", token="").json()
        guarded = {(method.upper(), path) for path, item in contract["paths"].items()
                   for method in ("get", "post", "put", "patch", "delete")
                   if method in item and item[method]["x-policy"] != "none"}
        named = {(method, as_in_contract(path)) for method, path in MATRIX}
        self.assertEqual(named, guarded - {("GET", "/metrics"), ("DELETE", "/api/v1/session")})


if __name__ == "__main__":
    unittest.main()
