"""Changing accounts: what counts at once, and for whom."""

import http.cookies
import unittest

import contract
from server import ServedTest, run_bas, stamp

PASSWORD = "correct horse battery"


class Changing(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.server.add_zone("5345", "Zuid")
        cls.overseer = cls.server.officer("coc", "overseer")
        cls.made = 0

    def person(self, role="operator", zone="5364"):
        type(self).made += 1
        return self.server.add_user(f"person-{self.made}", role, zone)

    def sign_in(self, name, password=PASSWORD):
        return self.server.api("POST", "/api/v1/session", {"name": name, "password": password},
                               token="")

    def session_of(self, name, password=PASSWORD):
        answer = self.sign_in(name, password)
        self.assertEqual(answer.status, 200, answer)
        (morsel,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        return {"Cookie": f"{morsel.key}={morsel.value}"}

    def ask(self, method, path, session, body=None):
        return self.server.api(method, path, body, token="", headers=session)

    def change(self, user, seen="*", **change):
        headers = {} if seen is None else {"If-Match": seen}
        return self.server.api("PATCH", f"/api/v1/users/{user['id']}", change, headers=headers)

    def changed(self, user, **change):
        answer = self.change(user, **change)
        self.assertEqual(answer.status, 200, answer)
        schema = contract.schema_of(answer, "PATCH", "/api/v1/users/{id}")
        self.assertEqual(list(contract.faults(schema, answer.json())), [])
        return answer.json()

    def status_by(self, session):
        return self.ask("GET", "/api/v1/session", session).status

    def test_each_thing_said_of_an_account_can_be_changed(self):
        user = self.person()
        until = stamp(86400)
        now = self.changed(user, role="investigator", zone="5345", capacity="both", language="fr",
                           display_name="An", role_until=until, trained_until=until)
        self.assertEqual((now["role"], now["zone"]["code"], now["capacity"], now["language"],
                          now["display_name"]), ("investigator", "5345", "both", "fr", "An"))
        self.assertEqual(now["role_until"][:19], until[:19])
        now = self.changed(user, role_until=None, zone="")
        self.assertNotIn("role_until", now)
        self.assertNotIn("zone", now)
        self.assertEqual(now["trained_until"][:19], until[:19], "what is not named stays")
        self.assertEqual(self.session_of(user["name"]).keys(), {"Cookie"})

    def test_a_new_role_counts_from_the_next_request_on(self):
        user = self.person("technician")
        session = self.session_of(user["name"])
        self.assert_problem(self.ask("GET", "/api/v1/hits", session), 403, "forbidden")
        self.changed(user, role="operator")
        self.assertEqual(self.ask("GET", "/api/v1/hits", session).status, 200)

    def test_a_disabled_account_is_out_at_once_with_all_it_had_open(self):
        user = self.person()
        session, token = self.session_of(user["name"]), self.server.token_of(user["name"])
        stream = self.open_stream(token=token)
        self.assertTrue(self.changed(user, disabled=True)["disabled"])
        self.assertTrue(stream.is_over.wait(5), "the stream goes on")
        self.assertEqual(self.status_by(session), 401)
        answer = self.server.api("GET", "/api/v1/session", token=token)
        self.assert_problem(answer, 401, "unauthenticated")
        self.assert_problem(self.sign_in(user["name"]), 401, "code-needed")
        answer = self.server.api("POST", "/api/v1/tokens", {"user": user["name"]})
        self.assert_problem(answer, 409, "conflict")
        self.assertNotIn("disabled", self.changed(user, disabled=False))
        self.assertEqual(self.status_by(session), 401, "what had ended stays so")
        self.assertEqual(self.sign_in(user["name"]).status, 200)

    def test_an_administrator_sets_a_password_and_ends_the_sessions(self):
        user = self.person()
        session = self.session_of(user["name"])
        self.changed(user, password="another horse battery")
        self.assertEqual(self.status_by(session), 401)
        self.assert_problem(self.sign_in(user["name"]), 401, "code-needed")
        self.session_of(user["name"], "another horse battery")

    def test_a_person_changes_its_own_password(self):
        user = self.person()
        here, there = self.session_of(user["name"]), self.session_of(user["name"])
        path = "/api/v1/session/password"
        for body in ({}, {"password": "short"}, {"password": "x" * 1025}, {"password": 12345678}):
            self.assert_problem(self.ask("POST", path, here, body), 400, "bad-request")
        answer = self.ask("POST", path, here, {"password": "another horse battery"})
        self.assertEqual(answer.status, 204, answer)
        self.assertEqual((self.status_by(here), self.status_by(there)), (200, 401))
        self.session_of(user["name"], "another horse battery")
        token = self.server.token_of(user["name"])
        answer = self.server.api("POST", path, {"password": PASSWORD}, token=token)
        self.assert_problem(answer, 403, "forbidden")

    def test_what_was_done_with_accounts_stands_in_the_ledger_without_a_secret(self):
        user = self.person()
        self.changed(user, role="investigator", password="another horse battery")
        self.server.token_of(user["name"])
        self.server.api("POST", f"/api/v1/users/{user['id']}/second-factor/reset")
        uses = self.server.get("/api/v1/ledger/uses", self.overseer)["items"]
        words = ("account", "account changed", "token", "second factor reset")
        told = [(use["verb"], use["what"], use["details"]["predicate"]) for use in uses
                if use["what"] in words][:len(words)]
        self.assertEqual([(verb, what) for verb, what, _ in reversed(told)],
                         [("alter", what) for what in words])
        said = str(told)
        self.assertIn("investigator", said)
        self.assertIn(user["id"], said)
        for secret in (PASSWORD, "another horse battery", "bas_"):
            self.assertNotIn(secret, said)

    def test_odd_changes_change_nothing(self):
        user = self.person()
        for change, status in (({"role": "king"}, 400), ({"zone": "0000"}, 404),
                               ({"capacity": "royal"}, 400), ({"disabled": "yes"}, 400),
                               ({"role_until": "tomorrow"}, 400), ({"language": "xx"}, 400),
                               ({"display_name": ""}, 400), ({"password": "short"}, 400)):
            with self.subTest(str(change)):
                self.assertEqual(self.change(user, language="de", **change).status
                                 if "language" not in change else
                                 self.change(user, **change).status, status)
        (kept,) = [one for one in self.server.get("/api/v1/users")["items"]
                   if one["id"] == user["id"]]
        self.assertEqual(kept, user)
        nobody = {"id": "00000000000000000000000000"}
        self.assert_problem(self.change(nobody, language="de"), 404, "not-found")

    def test_nobody_disables_itself_or_takes_another_role(self):
        boss = self.person("administrator")
        session = self.session_of(boss["name"])
        path = f"/api/v1/users/{boss['id']}"
        session["If-Match"] = '"1"'
        for change in ({"disabled": True}, {"role": "investigator"}):
            self.assert_problem(self.ask("PATCH", path, session, change), 409, "conflict")
        self.assertEqual(self.ask("PATCH", path, session, {"language": "fr"}).status, 200)

    def test_of_two_who_change_the_same_the_second_is_told(self):
        user = self.person()
        first = self.change(user, seen='"1"', language="fr")
        self.assertEqual((first.status, first.headers["ETag"], first.json()["version"]),
                         (200, '"2"', 2))
        for late in ('"1"', 'W/"2"', "2", '"22"', "nothing"):
            with self.subTest(seen=late):
                self.assert_problem(self.change(user, seen=late, language="de"), 412,
                                    "version-changed")
        self.assert_problem(self.change(user, seen=None, language="de"), 428,
                            "precondition-required")
        self.assertEqual(self.changed(user, seen='"1", "2"', role="investigator")["version"], 3)
        self.assertEqual(self.changed(user, language="nl")["version"], 4)
        session = self.session_of(user["name"])
        changed = self.ask("POST", "/api/v1/session/password", session,
                           {"password": "another horse"})
        self.assertEqual(changed.status, 204, changed)
        self.assert_problem(self.change(user, seen='"4"', language="fr"), 412, "version-changed")

    def test_the_command_line_does_the_same(self):
        user = self.person()
        for arguments, member, wanted in (
                (("change", user["name"], "--role", "investigator", "--display-name", "Jan"),
                 "role", "investigator"),
                (("disable", user["name"]), "disabled", True),
                (("enable", user["name"]), "disabled", None)):
            done = run_bas("user", *arguments, "--data", self.server.data)
            self.assertEqual(done.returncode, 0, done.stderr)
            (now,) = [one for one in self.server.get("/api/v1/users")["items"]
                      if one["id"] == user["id"]]
            self.assertEqual(now.get(member), wanted)
        self.assertEqual(now["display_name"], "Jan")
        shown = run_bas("user", "list", "--data", self.server.data)
        self.assertIn(user["name"], shown.stdout)
        unknown = run_bas("user", "disable", "nobody", "--data", self.server.data)
        self.assertEqual(unknown.returncode, 1)
        self.assertIn("nobody", unknown.stderr)


class BreakGlass(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.overseer = cls.server.officer("coc", "overseer")

    def uses(self):
        (line,) = [line for line in self.server.api("GET", "/metrics").body.decode().splitlines()
                   if line.startswith("bas_break_glass_uses_total")]
        return float(line.split()[-1])

    def test_the_command_line_of_the_machine_is_never_locked_out_by_terms(self):
        (own,) = [user for user in self.server.get("/api/v1/users")["items"]
                  if user["name"] == "local-administrator"]
        ended = self.server.api("PATCH", f"/api/v1/users/{own['id']}", {"role_until": None},
                                headers={"If-Match": "*"})
        self.assertEqual(ended.status, 200, ended)
        self.assertEqual(self.server.api("GET", "/api/v1/zones").status, 403)
        shown = run_bas("zone", "list", "--data", self.server.data)
        self.assertEqual(shown.returncode, 0, shown.stderr)
        self.assertEqual(self.server.api("GET", "/api/v1/zones").status, 200)

    def test_breaking_glass_alarms_and_ends_by_itself(self):
        secret = self.server.root / "glass"
        secret.write_text(PASSWORD)
        made = run_bas("user", "add", "--name", "glass", "--role", "administrator",
                       "--break-glass", "--password-file", secret, "--data", self.server.data)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertEqual(self.uses(), 0)
        self.assertEqual(self.server.get("/api/v1/ledger", self.overseer)["break_glass"], [])
        answer = self.server.api("POST", "/api/v1/session",
                                 {"name": "glass", "password": PASSWORD}, token="")
        self.assertEqual(answer.status, 200, answer)
        self.assertLessEqual(answer.json()["expires_at"], stamp(3601))
        self.assertEqual(self.uses(), 1)
        shown = self.server.api("GET", "/api/v1/ledger", token=self.overseer)
        (open_now,) = shown.json()["break_glass"]
        self.assertEqual(open_now["until"], answer.json()["expires_at"])
        schema = contract.schema_of(shown, "GET", "/api/v1/ledger")
        self.assertEqual(list(contract.faults(schema, shown.json())), [])
        told = [use for use in self.server.get("/api/v1/ledger/uses", self.overseer)["items"]
                if use["what"] == "break glass"]
        self.assertEqual(len(told), 1)
        refused = self.server.api("POST", "/api/v1/tokens", {"user": "glass"})
        self.assert_problem(refused, 409, "conflict")


if __name__ == "__main__":
    unittest.main()
