"""The code beside the password: enrolling, signing in, recovering, resetting."""

import http.cookies
import unittest

import contract
import totp
from server import ServedTest, run_bas

PASSWORD = "correct horse battery"


class SecondFactor(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.made = 0

    def person(self):
        """A new account: its name, its id and the Cookie header of a session."""
        type(self).made += 1
        name = f"person-{self.made}"
        user = self.server.add_user(name, "operator", "5364")
        return name, user["id"], self.cookie_of(self.sign_in(name))

    def sign_in(self, name, code=None, password=PASSWORD):
        body = {"name": name, "password": password} | ({"code": code} if code else {})
        return self.server.api("POST", "/api/v1/session", body, token="")

    def cookie_of(self, answer):
        self.assertEqual(answer.status, 200, answer)
        (morsel,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        return {"Cookie": f"{morsel.key}={morsel.value}"}

    def ask(self, method, path, session, body=None):
        return self.server.api(method, path, body, token="", headers=session)

    def begin(self, session):
        answer = self.ask("POST", "/api/v1/session/second-factor", session)
        self.assertEqual(answer.status, 201, answer)
        self.assert_as_described(answer, "POST", "/api/v1/session/second-factor")
        return answer.json()

    def enrol(self, session):
        """The secret and the recovery codes."""
        secret = self.begin(session)["secret"]
        answer = self.ask("POST", "/api/v1/session/second-factor/confirm", session,
                          {"code": totp.code(secret, -1)})
        self.assertEqual(answer.status, 200, answer)
        self.assert_as_described(answer, "POST", "/api/v1/session/second-factor/confirm")
        return secret, answer.json()["recovery_codes"]

    def state(self, session):
        answer = self.ask("GET", "/api/v1/session/second-factor", session)
        self.assert_as_described(answer, "GET", "/api/v1/session/second-factor")
        return answer.json()

    def assert_as_described(self, answer, method, path):
        schema = contract.schema_of(answer, method, path)
        self.assertEqual(list(contract.faults(schema, answer.json())), [])
        self.assertEqual(answer.headers["Cache-Control"], "no-store")

    def test_an_app_is_enrolled_and_its_code_is_then_asked_for(self):
        name, _, session = self.person()
        self.assertEqual(self.state(session), {"is_on": False, "recovery_codes": 0})
        begun = self.begin(session)
        self.assertTrue(begun["url"].startswith(f"otpauth://totp/BAS:{name}?secret="))
        self.assertIn(begun["secret"], begun["url"])
        self.assertEqual(self.sign_in(name).status, 200, "not confirmed, not asked for")
        secret, _ = self.enrol(session)
        self.assertEqual(self.state(session), {"is_on": True, "recovery_codes": 10})
        self.assert_problem(self.sign_in(name), 401, "code-needed")
        code = totp.code(secret)
        self.assertEqual(self.sign_in(name, code).status, 200)
        self.assert_problem(self.sign_in(name, code), 401, "unauthenticated")

    def test_nobody_learns_whether_a_password_was_right_without_its_code(self):
        name, _, session = self.person()
        self.enrol(session)
        plain, _, _ = self.person()
        for code, slug in ((None, "code-needed"), ("000000", "unauthenticated")):
            said = []
            for who, password in ((name, PASSWORD), (name, "wrong horse battery"),
                                  (plain, "wrong horse battery"), ("nobody", PASSWORD)):
                answer = self.sign_in(who, code, password)
                problem = self.assert_problem(answer, 401, slug)
                problem.pop("request_id")
                self.assertNotIn("Set-Cookie", answer.headers)
                said.append(problem)
            self.assertEqual(said, said[:1] * 4)

    def test_a_recovery_code_signs_in_once(self):
        name, _, session = self.person()
        _, codes = self.enrol(session)
        self.assertEqual(len(set(codes)), 10)
        self.assertEqual(self.sign_in(name, codes[0].upper()).status, 200)
        self.assert_problem(self.sign_in(name, codes[0]), 401, "unauthenticated")
        self.assertEqual(self.state(session), {"is_on": True, "recovery_codes": 9})

    def test_an_administrator_ends_the_second_factor_of_who_lost_it(self):
        name, user, session = self.person()
        self.enrol(session)
        path = f"/api/v1/users/{user}/second-factor/reset"
        self.assert_problem(self.ask("POST", path, session), 403, "forbidden")
        self.assertEqual(self.server.api("POST", path).status, 204)
        self.assertEqual(self.sign_in(name).status, 200)
        self.enrol(session)
        done = run_bas("user", "reset-second-factor", name, "--data", self.server.data)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(self.state(session)["is_on"])

    def test_a_wrong_first_code_changes_nothing(self):
        name, _, session = self.person()
        secret = self.begin(session)["secret"]
        path = "/api/v1/session/second-factor/confirm"
        for code in ("000000", totp.code(secret, -3), totp.code(secret, 3), "x" * 64):
            self.assert_problem(self.ask("POST", path, session, {"code": code}), 400,
                                "bad-request")
        for body in ({}, {"code": ""}, {"code": 123456}, {"code": "1" * 65}, {"code": None}):
            self.assert_problem(self.ask("POST", path, session, body), 400, "bad-request")
        self.assertFalse(self.state(session)["is_on"])
        self.assertEqual(self.sign_in(name).status, 200)
        for code in ("1" * 65, "1" * 5000, "\u0000" * 65):
            self.assert_problem(self.sign_in(name, code), 400, "bad-request")

    def test_a_token_cannot_change_what_its_person_signs_in_with(self):
        name, _, session = self.person()
        token = self.server.token_of(name)
        for path in ("/api/v1/session/second-factor", "/api/v1/session/second-factor/confirm"):
            answer = self.server.api("POST", path, {"code": "123456"}, token=token)
            self.assert_problem(answer, 403, "forbidden")
        self.assertFalse(self.state(session)["is_on"])

    def test_no_secret_of_it_is_kept_open_or_logged(self):
        name, _, session = self.person()
        secret, codes = self.enrol(session)
        code = totp.code(secret)
        self.assertEqual(self.sign_in(name, code).status, 200)
        kept = b"".join(file.read_bytes() for file in self.server.root.rglob("*")
                        if file.is_file())
        for said in (secret, codes[0], codes[0].replace("-", "")):
            self.assertNotIn(said.encode(), kept)


if __name__ == "__main__":
    unittest.main()
