"""The directory of the identity provider says who has left (SCIM 2.0)."""

import unittest

import contract
import provider as p
from server import ServedTest, Stream, ask, stamp

TOKEN = "directory-secret-" + "x" * 32
USERS = "/scim/v2/Users"
USER_SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User"
PATCH_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
ERROR_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error"
PEOPLE = {f"u-{number}": {"name": f"Person {number}", "groups": ["carma-desk"]}
          for number in range(1, 9)}


class Scim(ServedTest):
    @classmethod
    def setUpClass(cls):
        cls.provider = p.Provider("provider.mjs", p.groups({"group": "carma-desk"}))
        cls.addClassCleanup(cls.provider.stop)
        cls.settings = cls.provider.settings | {
            "BAS_SCIM__TOKEN_FILE": cls.provider.file("scim-token", TOKEN + "\n")}
        super().setUpClass()

    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.provider.tell("/setup", client_id=p.CLIENT, client_secret=p.SECRET, people=PEOPLE,
                          redirect_uri=p.REDIRECT, logout_uri=f"{cls.server.url}/unused")

    def scim(self, method, path, body=None, token=TOKEN):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        if body is not None:
            headers["Content-Type"] = "application/scim+json"
        answer = self.server.api(method, path, body, token="", headers=headers)
        if answer.body:
            self.assertEqual(answer.headers["Content-Type"], "application/scim+json", answer)
        return answer

    def api_as_told(self, answer, method, path):
        schema = contract.schema_of(answer, method, path)
        self.assertEqual(list(contract.faults(schema, answer.json())), [], answer)

    def assert_error(self, answer, status, kind=None):
        self.assertEqual(answer.status, status, answer)
        error = answer.json()
        self.assertEqual((error["schemas"], error["status"], error.get("scimType")),
                         ([ERROR_SCHEMA], str(status), kind))
        self.assertTrue(error["detail"])

    def signed_in(self, subject):
        browser = p.Browser(self.server)
        self.assertEqual(browser.sign_in(subject), "/")
        return browser

    def found(self, subject, name="userName"):
        """The only resource of that name, or None."""
        answer = self.scim("GET", f'{USERS}?filter={name}%20eq%20%22{subject}%22')
        self.assertEqual(answer.status, 200, answer)
        self.api_as_told(answer, "GET", USERS)
        page = answer.json()
        self.assertEqual(page["totalResults"], len(page["Resources"]))
        return page["Resources"][0] if page["Resources"] else None

    def set_active(self, subject, value):
        body = {"schemas": [PATCH_SCHEMA],
                "Operations": [{"op": "replace", "path": "active", "value": value}]}
        return self.scim("PATCH", f"{USERS}/{self.found(subject)['id']}", body)

    def test_who_leaves_is_out_at_once(self):
        browser = self.signed_in("u-1")
        token = self.server.token_of(browser.user()["name"])
        stream = Stream(self.server.port, browser.session)
        self.addCleanup(stream.close)
        self.assertEqual(stream.next(5)["event"], "hello")
        answer = self.set_active("u-1", False)
        self.assertEqual((answer.status, answer.json()["active"]), (200, False))
        self.assertTrue(stream.is_over.wait(5))
        self.assertEqual(browser.own("GET", "/api/v1/session").status, 401)
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=token).status, 401)
        self.assertEqual(p.Browser(self.server).sign_in("u-1"), "/?sign-in=no-role")
        self.assertEqual(self.set_active("u-1", True).json()["active"], True)
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=token).status, 401,
                         "what has ended does not come back")
        self.assertEqual(self.signed_in("u-1").user()["role"], "operator")

    def test_directories_word_it_in_their_own_ways(self):
        self.signed_in("u-2")
        one = f"{USERS}/{self.found('u-2')['id']}"
        for operations, active in (
                ([{"op": "Replace", "path": "active", "value": "False"}], False),
                ([{"op": "add", "value": {"active": True}}], True),
                ([{"op": "replace", "path": "Active", "value": False},
                  {"op": "replace", "path": "title", "value": "x"}], False),
                ([{"op": "replace", "value": {"displayName": "An", "active": "true"}}], True),
                ([{"op": "remove", "path": "title"}], True)):
            with self.subTest(str(operations)):
                answer = self.scim("PATCH", one, {"Operations": operations})
                self.assertEqual((answer.status, answer.json()["active"]), (200, active))
                self.api_as_told(answer, "PATCH", USERS + "/{id}")
        self.assertEqual(self.found("u-2", "externalId")["displayName"], "An")
        answer = self.scim("PUT", one, {"userName": "u-2", "active": False})
        self.assertEqual((answer.status, answer.json()["active"]), (200, False))
        answer = self.scim("PUT", one, {"userName": "u-2"})
        self.assertEqual(answer.json()["active"], True)
        self.assert_error(self.scim("PUT", one, {"userName": "u-3"}), 400, "mutability")

    def test_somebody_is_known_before_signing_in_and_has_no_role_by_it(self):
        answer = self.scim("POST", USERS, {"schemas": [USER_SCHEMA], "userName": "u-4",
                                           "externalId": "u-4", "displayName": "Ria"})
        self.assertEqual(answer.status, 201, answer)
        self.api_as_told(answer, "POST", USERS)
        made = answer.json()
        self.assertEqual(answer.headers["Location"], f"{USERS}/{made['id']}")
        self.assertEqual((made["userName"], made["displayName"], made["active"]),
                         ("u-4", "Ria", True))
        user = next(user for user in self.server.get("/api/v1/users")["items"]
                    if user["id"] == made["id"])
        self.assertLessEqual(user["role_until"], stamp(1))
        self.assertNotIn("trained_until", user)
        self.assert_error(self.scim("POST", USERS, {"userName": "u-4"}), 409, "uniqueness")
        self.assertEqual(self.signed_in("u-4").user()["id"], made["id"])

    def test_who_is_not_active_from_the_start_never_comes_in(self):
        self.assertEqual(self.scim("POST", USERS, {"userName": "u-5", "active": False}).status, 201)
        self.assertEqual(p.Browser(self.server).sign_in("u-5"), "/?sign-in=no-role")

    def test_who_is_taken_away_is_gone_and_stays_out(self):
        browser = self.signed_in("u-6")
        one = f"{USERS}/{self.found('u-6')['id']}"
        answer = self.scim("DELETE", one)
        self.assertEqual((answer.status, answer.body), (204, b""))
        self.assertEqual(browser.own("GET", "/api/v1/session").status, 401)
        self.assertEqual(p.Browser(self.server).sign_in("u-6"), "/?sign-in=no-role")
        self.assertIsNone(self.found("u-6"))
        for method, body in (("GET", None), ("DELETE", None), ("PUT", {"userName": "u-6"}),
                             ("PATCH", {"Operations": [{"op": "add", "value": {}}]})):
            self.assert_error(self.scim(method, one, body), 404)
        user = next(user for user in self.server.get("/api/v1/users")["items"]
                    if user.get("provider", {}).get("subject") == "u-6")
        self.assertEqual((user["disabled"], user["display_name"]), (True, user["name"]))
        again = self.scim("POST", USERS, {"userName": "u-6"})
        self.assertEqual((again.status, again.json()["id"]), (201, user["id"]))
        self.signed_in("u-6")

    def test_only_accounts_of_the_provider_are_there(self):
        local = self.server.add_user("nadia", "operator", "5364")
        self.assertIsNone(self.found("nadia"))
        one = f"{USERS}/{local['id']}"
        for method, body in (("GET", None), ("DELETE", None), ("PUT", {"userName": "nadia"}),
                             ("PATCH", {"Operations": [{"op": "replace", "path": "active",
                                                        "value": False}]})):
            self.assert_error(self.scim(method, one, body), 404)
        answer = self.server.api("POST", "/api/v1/session", {
            "name": "nadia", "password": "correct horse battery"}, token="")
        self.assertEqual(answer.status, 200)
        made = self.scim("POST", USERS, {"userName": "nadia"})
        self.assertEqual(made.status, 201, "a subject is no name of an account")
        self.assertNotEqual(made.json()["id"], local["id"])

    def test_pages_hold_what_is_asked_for(self):
        for number in range(3):
            self.scim("POST", USERS, {"userName": f"page-{number}"})
        whole = self.scim("GET", USERS).json()
        self.assertEqual(whole["totalResults"], len(whole["Resources"]))
        self.assertGreaterEqual(whole["totalResults"], 3)
        page = self.scim("GET", f"{USERS}?startIndex=2&count=1").json()
        self.assertEqual((page["startIndex"], page["itemsPerPage"], page["totalResults"]),
                         (2, 1, whole["totalResults"]))
        self.assertEqual(page["Resources"], whole["Resources"][1:2])
        self.assertEqual(self.scim("GET", f"{USERS}?count=0").json()["Resources"], [])
        self.assertEqual(self.scim("GET", f"{USERS}?startIndex=9999").json()["Resources"], [])

    def test_nobody_else_may(self):
        administrator = self.server.token
        for token in (None, "", "x", TOKEN[:-1], TOKEN + "x", administrator):
            for method, path in (("GET", USERS), ("POST", USERS),
                                 ("GET", "/scim/v2/ServiceProviderConfig"),
                                 ("DELETE", f"{USERS}/00000000000000000000000000")):
                with self.subTest(f"{token} {method} {path}"):
                    answer = self.scim(method, path, {} if method == "POST" else None, token)
                    self.assert_error(answer, 401)
                    self.assertEqual(answer.headers["WWW-Authenticate"], "Bearer")
        answer = self.server.api("GET", "/api/v1/hits", token=TOKEN)
        self.assertEqual(answer.status, 401, "and it opens nothing else")

    def test_odd_requests_are_refused_in_its_words(self):
        for filter_ in ("x", "userName", "userName%20eq", "userName%20eq%20x", "a%20eq%20%22b%22",
                        "userName%20co%20%22u%22", "userName%20eq%20%22a%22%20or%20x%20pr"):
            with self.subTest(filter_):
                self.assert_error(self.scim("GET", f"{USERS}?filter={filter_}"), 400,
                                  "invalidFilter")
        for body in ({}, {"userName": ""}, {"userName": 1}, {"userName": "x" * 256},
                     {"userName": "a", "externalId": "b"}, {"userName": "a", "active": "maybe"}):
            with self.subTest(str(body)[:40]):
                self.assert_error(self.scim("POST", USERS, body), 400, "invalidValue")
        self.scim("POST", USERS, {"userName": "odd"})
        one = f"{USERS}/{self.found('odd')['id']}"
        for body in ({}, {"Operations": []}, {"Operations": [1]}, {"Operations": [{"op": "x"}]},
                     {"Operations": [{"op": "replace", "path": "active", "value": 2}]},
                     {"Operations": [{"op": "replace", "path": "active"}]},
                     {"Operations": [{"op": "remove", "path": "active"}]},
                     {"Operations": [{"op": "add", "value": True}]},
                     {"Operations": [{"op": "add", "value": {}}] * 51}):
            with self.subTest(str(body)[:60]):
                self.assert_error(self.scim("PATCH", one, body), 400, "invalidValue")
        for path in ("/scim/v2/Groups", "/scim/v2/", "/scim/v1/Users", f"{USERS}/x/y"):
            self.assert_error(self.scim("GET", path), 404)
        for text in ("", "{", "[]", "null", "{}"):
            self.assert_error(self.scim("POST", USERS, text), 400, "invalidValue")
        answer = self.server.api("POST", USERS, "{}" * 40_000, token=TOKEN)
        self.assert_problem(answer, 413, "too-large")

    def test_it_says_what_it_speaks(self):
        answer = self.scim("GET", "/scim/v2/ServiceProviderConfig")
        self.assertEqual(answer.status, 200)
        config = answer.json()
        self.assertEqual([config[name]["supported"] for name in (
            "patch", "filter", "bulk", "sort", "etag", "changePassword")],
            [True, True, False, False, False, False])

    def test_the_ledger_knows_who_was_let_go(self):
        auditor = self.server.officer("auditor", "overseer")
        self.scim("POST", USERS, {"userName": "told"})
        self.set_active("told", False)
        uses = self.server.get("/api/v1/ledger/uses?limit=50", token=auditor)["items"]
        told = next(use for use in uses if use["what"] == "account disabled by a provider")
        self.assertEqual((told["verb"], told["details"]["actor"]), ("alter", "identity provider"))
        self.assertIn('"disabled":true', told["details"]["predicate"])

    def test_another_token_needs_no_restart(self):
        self.provider.file("scim-token", "another-" + "y" * 32)
        self.addCleanup(self.provider.file, "scim-token", TOKEN + "\n")
        self.assert_error(self.scim("GET", USERS), 401)
        self.assertEqual(self.scim("GET", USERS, token="another-" + "y" * 32).status, 200)


class NoScim(ServedTest):
    def test_without_a_token_there_is_no_directory(self):
        answer = ask(self.server.port, "GET", USERS, headers={"Authorization": "Bearer "})
        self.assertEqual((answer.status, answer.json()["schemas"]), (404, [ERROR_SCHEMA]))


if __name__ == "__main__":
    unittest.main()
