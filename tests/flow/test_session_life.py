"""How long a session lives, and who ends it."""

import http.cookies
import time
import unittest

import contract
import messages as m
from server import ServedTest, stamp

PASSWORD = "correct horse battery"


class SessionTest(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        for name in ("an", "bo"):
            cls.server.add_user(name, "operator", "5364")

    def signed_in(self, name="an", headers=None):
        """The Cookie header of a new session."""
        answer = self.server.api("POST", "/api/v1/session", {"name": name, "password": PASSWORD},
                                 token="", headers=headers)
        self.assertEqual(answer.status, 200, answer)
        (morsel,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        return {"Cookie": f"{morsel.key}={morsel.value}"}

    def ask(self, method, path, session, body=None):
        return self.server.api(method, path, body, token="", headers=session)

    def is_open(self, session):
        return self.ask("GET", "/api/v1/session", session).status == 200

    def own(self, session):
        answer = self.ask("GET", "/api/v1/sessions", session)
        self.assertEqual(answer.status, 200, answer)
        schema = contract.schema_of(answer, "GET", "/api/v1/sessions")
        self.assertEqual(list(contract.faults(schema, answer.json())), [])
        return answer.json()["items"]


class Own(SessionTest):
    def test_a_person_sees_and_ends_its_own_sessions(self):
        here, there, other = self.signed_in(), self.signed_in(), self.signed_in("bo")
        shown = self.own(here)
        self.assertEqual([item["address"] for item in shown[-2:]], ["127.0.0.1"] * 2)
        (this,) = [item for item in shown if item["is_this"]]
        (that,) = [item for item in self.own(there) if item["is_this"]]
        self.assertNotEqual(this["id"], that["id"])
        path = f"/api/v1/sessions/{that['id']}"
        self.assert_problem(self.ask("DELETE", path, other), 404, "not-found")
        self.assertTrue(self.is_open(there))
        self.assertEqual(self.ask("DELETE", path, here).status, 204)
        self.assertEqual((self.is_open(there), self.is_open(here)), (False, True))
        self.assert_problem(self.ask("DELETE", path, here), 404, "not-found")

    def test_what_was_put_in_a_browser_before_signing_in_opens_nothing_after_it(self):
        planted = {"Cookie": "__Host-bas=bas_" + "A" * 43}
        mine = self.signed_in(headers=planted)
        self.assertNotEqual(mine, planted)
        self.assertFalse(self.is_open(planted))
        attackers = self.signed_in("bo")
        victims = self.signed_in(headers=attackers)
        self.assertNotEqual(victims, attackers)
        self.assertFalse(self.is_open(attackers), "what the browser brought along is over")
        self.assertEqual(self.ask("GET", "/api/v1/session", victims).json()["user"]["name"], "an")


class Idle(SessionTest):
    settings = {"BAS_IDENTITY__SESSION_IDLE_MAX": "2s", "BAS_HITS__HEARTBEAT": "1s"}

    def keep(self, seconds, look):
        """Looks again and again for that long; whether the session is open behind it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            look()
            time.sleep(0.2)  # between two looks

    def test_what_pages_fetch_by_themselves_keeps_no_session_alive(self):
        session = self.signed_in()
        self.keep(2.5, lambda: [self.ask("GET", path, session) for path in
                                ("/api/v1/session", "/api/v1/hits", "/api/v1/sessions")])
        self.assert_problem(self.ask("GET", "/api/v1/session", session), 401, "unauthenticated")

    def test_what_a_person_does_keeps_it_alive(self):
        session = self.signed_in()
        nothing = "/api/v1/hits/00000000000000000000000000"
        self.keep(3, lambda: self.ask("GET", nothing, session))
        self.assertTrue(self.is_open(session))


class Short(SessionTest):
    settings = {"BAS_IDENTITY__SESSION_MAX": "3s"}

    def test_a_session_ends_however_much_it_is_used(self):
        session = self.signed_in()
        end = time.monotonic() + 3.2
        while time.monotonic() < end:
            status = self.ask("GET", "/api/v1/hits/00000000000000000000000000", session).status
            time.sleep(0.2)  # between two looks
        self.assertEqual(status, 401)


class Terms(ServedTest):
    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("north")
        cls.server.add_list("stolen")
        cls.server.list_plates("1END001", "1END002")

    def test_a_stream_ends_with_the_training_of_its_person(self):
        self.server.add_user("late", "operator", "5364", trained_until=stamp(2))
        stream = self.open_stream(token=self.server.token_of("late"))
        self.server.ingest(self.key, m.bas_read("1END001"))
        self.assertIsNotNone(stream.hit_of("1END001"))
        time.sleep(2.5)  # until the training has ended
        self.server.ingest(self.key, m.bas_read("1END002"))
        self.assertTrue(stream.is_over.wait(5))
        self.assertIsNone(stream.hit_of("1END002", 0.1))


if __name__ == "__main__":
    unittest.main()
