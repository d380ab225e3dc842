"""Grave acts ask again who it is."""

import http.cookies
import time
import unittest

import contract
from server import ServedTest

PASSWORD = "correct horse battery"
PROOF_SECONDS = 2


class Proof(ServedTest):
    settings = {"BAS_IDENTITY__PROOF_MAX": f"{PROOF_SECONDS}s"}

    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        for name in ("tom", "ann", "ria"):
            cls.server.add_user(name, "administrator")
        cls.nadia = cls.server.add_user("nadia", "operator", "5364")

    def left_open(self, name):
        """The Cookie header of a session that was opened a while ago."""
        answer = self.server.api("POST", "/api/v1/session", {"name": name, "password": PASSWORD},
                                 token="")
        self.assertEqual(answer.status, 200, answer)
        (morsel,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        session = {"Cookie": f"{morsel.key}={morsel.value}"}
        deadline = time.monotonic() + PROOF_SECONDS + 5
        while self.ask("POST", "/api/v1/users", session, {}).status != 403:
            self.assertLess(time.monotonic(), deadline, "the proof never ends")
            time.sleep(0.1)  # between two looks at what is waited for
        return session

    def ask(self, method, path, session, body=None):
        return self.server.api(method, path, body, token="", headers=session)

    def prove(self, session, **given):
        return self.ask("POST", "/api/v1/session/proof", session, given)

    def test_a_session_that_was_left_open_can_read_and_change_no_account(self):
        session = self.left_open("tom")
        for method, path, body in (
                ("POST", "/api/v1/users", {"name": "x", "role": "operator", "password": PASSWORD}),
                ("POST", "/api/v1/tokens", {"user": "nadia"}),
                ("POST", f"/api/v1/users/{self.nadia['id']}/second-factor/reset", None),
                ("POST", "/api/v1/session/second-factor", None)):
            with self.subTest(path):
                self.assert_problem(self.ask(method, path, session, body), 403, "proof-needed")
        self.assertEqual(self.ask("GET", "/api/v1/users", session).status, 200)

    def test_a_password_opens_them_again_for_a_while(self):
        session = self.left_open("ann")
        self.assert_problem(self.prove(session, password="wrong horse battery"), 403,
                            "proof-needed")
        self.assert_problem(self.prove(session, code="123456"), 403, "proof-needed")
        self.assert_problem(self.ask("POST", "/api/v1/tokens", session, {"user": "nadia"}), 403,
                            "proof-needed")
        answer = self.prove(session, password=PASSWORD)
        self.assertEqual(answer.status, 200, answer)
        schema = contract.schema_of(answer, "POST", "/api/v1/session/proof")
        self.assertEqual(list(contract.faults(schema, answer.json())), [])
        self.assertEqual(self.ask("POST", "/api/v1/tokens", session, {"user": "nadia"}).status, 201)

    def test_guessing_here_is_slowed_as_it_is_at_the_door(self):
        session = self.left_open("ria")
        statuses = [self.prove(session, password=f"guess {number}").status for number in range(8)]
        self.assertEqual(statuses, [403] * 6 + [429] * 2)
        self.assertEqual(self.ask("GET", "/api/v1/session", session).status, 200)

    def test_odd_proofs_are_refused(self):
        session = self.left_open("tom")
        for body in ({}, {"password": ""}, {"password": 1}, {"code": ["1"]}, {"code": "1" * 65},
                     {"password": "x" * 1025}):
            with self.subTest(str(body)[:40]):
                self.assert_problem(self.prove(session, **body), 400, "bad-request")
        token = self.server.token_of("tom")
        answer = self.server.api("POST", "/api/v1/session/proof", {"password": PASSWORD},
                                 token=token)
        self.assert_problem(answer, 403, "forbidden")


if __name__ == "__main__":
    unittest.main()
