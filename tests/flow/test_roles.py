"""What each role may, address by address."""

import re
import unittest

from server import ServedTest

NOTHING = "00000000000000000000000000"  # an id that names nothing
ROLES = ("operator", "investigator", "list_manager", "technician", "administrator", "overseer",
         "zone_administrator", "data_protection_officer", "magistrate_office")
SIGNED_IN = frozenset(ROLES)
DESK = frozenset(("operator", "list_manager", "administrator"))
SEES = DESK | {"investigator"}
SEARCHES = frozenset(("operator", "investigator"))
OVERSIGHT = frozenset(("overseer", "data_protection_officer"))
GRANTS = frozenset(("zone_administrator",))
JUDICIAL = frozenset(("investigator", "magistrate_office"))
LISTS = frozenset(("list_manager", "administrator"))
TECHNIQUE = frozenset(("technician", "administrator"))
ADMINISTRATION = frozenset(("administrator",))

# Each guarded address and the roles that may. A body that is refused as ill-formed, and an id that
# names nothing, show that the door was passed and change nothing.
MATRIX = {
    ("GET", "/api/v1/session"): SIGNED_IN,
    ("GET", "/api/v1/stream"): SEES,
    ("GET", "/api/v1/hits"): SEES,
    ("GET", f"/api/v1/hits/{NOTHING}"): SEES,
    ("GET", "/api/v1/hits/withdrawn"): SEES,
    ("POST", f"/api/v1/hits/{NOTHING}/verdict"): DESK,
    ("POST", f"/api/v1/hits/{NOTHING}/withdrawal-seen"): SEES,
    ("GET", "/api/v1/incidents"): SEES,
    ("GET", f"/api/v1/incidents/{NOTHING}"): SEES,
    ("GET", f"/api/v1/reads/{NOTHING}"): SEES,
    ("GET", f"/api/v1/reads/{NOTHING}/pictures/0"): SEES,
    ("GET", "/api/v1/zones"): SIGNED_IN,
    ("POST", "/api/v1/zones"): TECHNIQUE,
    ("GET", "/api/v1/sites"): SIGNED_IN,
    ("POST", "/api/v1/sites"): TECHNIQUE,
    ("GET", "/api/v1/cameras"): SIGNED_IN,
    ("POST", "/api/v1/cameras"): TECHNIQUE,
    ("PATCH", f"/api/v1/cameras/{NOTHING}"): TECHNIQUE,
    ("POST", f"/api/v1/cameras/{NOTHING}/key"): TECHNIQUE,
    ("GET", f"/api/v1/cameras/{NOTHING}/misreads"): SIGNED_IN,
    ("PUT", f"/api/v1/cameras/{NOTHING}/misreads"): TECHNIQUE,
    ("DELETE", f"/api/v1/cameras/{NOTHING}/misreads"): TECHNIQUE,
    ("POST", f"/api/v1/cameras/{NOTHING}/misreads/draft"): TECHNIQUE,
    ("POST", f"/api/v1/cameras/{NOTHING}/misreads/approve"): TECHNIQUE,
    ("GET", "/api/v1/lists"): SEES,
    ("POST", "/api/v1/lists"): LISTS,
    ("GET", "/api/v1/lists/none"): SEES,
    ("PATCH", "/api/v1/lists/none"): LISTS,
    ("POST", "/api/v1/lists/none/suspend"): LISTS,
    ("POST", "/api/v1/lists/none/resume"): LISTS,
    ("POST", "/api/v1/lists/none/sync"): LISTS,
    ("POST", "/api/v1/lists/none/import"): LISTS,
    ("GET", "/api/v1/lists/none/revisions"): SEES,
    ("GET", "/api/v1/lists/none/revisions/1"): SEES,
    ("POST", "/api/v1/lists/none/revisions/1/confirm"): LISTS,
    ("POST", "/api/v1/lists/none/revisions/1/discard"): LISTS,
    ("POST", "/api/v1/lists/none/revisions/1/cancel"): LISTS,
    ("GET", "/api/v1/lists/none/revisions/1/rejects"): LISTS,
    ("GET", "/api/v1/lists/none/revisions/1/changes"): SEES,
    ("GET", "/api/v1/lists/none/entries"): SEES,
    ("POST", "/api/v1/lists/none/entries"): LISTS,
    ("GET", "/api/v1/lists/none/wrong"): SEES,
    ("POST", "/api/v1/lists/none/wrong/take-back"): LISTS,
    ("GET", "/api/v1/lists/none/preview"): SEES,
    ("POST", "/api/v1/lists/none/preview"): SEES,
    ("GET", f"/api/v1/entries/{NOTHING}"): SEES,
    ("GET", f"/api/v1/entries/{NOTHING}/past"): SEES,
    ("POST", f"/api/v1/entries/{NOTHING}/withdraw"): LISTS,
    ("POST", f"/api/v1/entries/{NOTHING}/wrong"): DESK,
    ("POST", f"/api/v1/entries/{NOTHING}/look-back"): LISTS,
    ("GET", "/api/v1/known-plates"): SEES,
    ("PUT", "/api/v1/known-plates"): LISTS,
    ("GET", "/api/v1/profiles"): SEES,
    ("GET", "/api/v1/registers"): SEES,
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
    ("GET", "/api/v1/ledger"): SIGNED_IN,
    ("GET", "/api/v1/ledger/uses"): OVERSIGHT,
    ("GET", "/api/v1/ledger/patterns"): OVERSIGHT,
    ("GET", "/api/v1/audits"): OVERSIGHT,
    ("POST", "/api/v1/subject-packages"): OVERSIGHT,
    ("GET", "/api/v1/processing-registers/none"): OVERSIGHT,
    ("GET", "/api/v1/processing-registers/none/changes"): OVERSIGHT,
    ("POST", "/api/v1/audits"): OVERSIGHT,
    ("GET", "/ledger/tile/entries/000.p/1"): OVERSIGHT,
    ("GET", "/api/v1/users"): ADMINISTRATION,
    ("POST", "/api/v1/users"): ADMINISTRATION,
    ("POST", "/api/v1/tokens"): ADMINISTRATION,
    ("GET", "/api/v1/quarantine"): TECHNIQUE,
    ("POST", f"/api/v1/quarantine/{NOTHING}/replay"): TECHNIQUE,
}


class Roles(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.tokens = {}
        cls.server.add_zone()
        for role in ROLES:
            cls.tokens[role] = cls.server.officer(role, role)

    def status_of(self, role, method, path):
        """What a role is answered; of a stream, before its first event."""
        if path.endswith("/stream") and role in SEES:
            return self.open_stream(token=self.tokens[role]).status
        body = {} if method in ("POST", "PATCH", "PUT") else None
        answer = self.server.api(method, path, body, token=self.tokens[role])
        if answer.status == 403:
            self.assert_problem(answer, 403, "forbidden")
        return answer.status

    def test_each_role_may_what_it_needs_and_no_more(self):
        for (method, path), allowed in MATRIX.items():
            for role in ROLES:
                with self.subTest(f"{role} {method} {path}"):
                    status = self.status_of(role, method, path)
                    if role in allowed:
                        self.assertIn(status, (200, 204, 400, 404))
                    else:
                        self.assertEqual(status, 403)

    def test_nobody_may_nothing(self):
        for method, path in MATRIX:
            with self.subTest(f"{method} {path}"):
                body = {} if method in ("POST", "PATCH", "PUT") else None
                answer = self.server.api(method, path, body, token="")
                self.assert_problem(answer, 401, "unauthenticated")

    def test_the_table_names_every_guarded_address_of_the_contract(self):
        contract = self.server.api("GET", "/api/openapi.json", token="").json()
        guarded = {(method.upper(), path) for path, item in contract["paths"].items()
                   for method in ("get", "post", "put", "patch", "delete")
                   if method in item and item[method].get("security") != []}
        named = {(method, re.sub("/none(?=/|$)", "/{name}", path).replace(NOTHING, "{id}")
                  .replace("/pictures/0", "/pictures/{number}")
                  .replace("/revisions/1", "/revisions/{number}")
                  .replace("000.p/1", "{path}")) for method, path in MATRIX}
        self.assertEqual(named, guarded - {("GET", "/metrics"), ("DELETE", "/api/v1/session")})


if __name__ == "__main__":
    unittest.main()
