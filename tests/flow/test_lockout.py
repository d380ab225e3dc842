"""Guessing gets slower and slower, and locks nobody out but the guesser."""

import http.cookies
import unittest

from server import ServedTest

PASSWORD = "correct horse battery"
FREE = 6  # failures before the first wait: five that cost nothing, and the one that costs


class Lockout(ServedTest):
    """Each test has accounts and addresses of its own: what is counted outlives it."""

    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        for name in ("an", "bo", "cis", "dora", "eva"):
            cls.server.add_user(name, "operator", "5364")

    def sign_in(self, name, source, password=PASSWORD, headers=None):
        return self.server.api("POST", "/api/v1/session", {"name": name, "password": password},
                               token="", headers=headers, source=source)

    def guess(self, name, source, times=FREE, headers=None):
        return [self.sign_in(name, source, "wrong horse battery", headers).status
                for _ in range(times)]

    def assert_waits(self, answer):
        problem = self.assert_problem(answer, 429, "too-many-attempts")
        self.assertGreaterEqual(int(answer.headers["Retry-After"]), 1)
        self.assertNotIn("Set-Cookie", answer.headers)
        problem.pop("request_id")
        return problem

    def test_a_known_and_an_unknown_name_are_slowed_alike(self):
        said = []
        for name, source in (("an", "127.0.0.11"), ("nobody", "127.0.0.12")):
            self.assertEqual(self.guess(name, source), [401] * FREE)
            said.append(self.assert_waits(self.sign_in(name, source)))
        self.assertEqual(said[0], said[1])

    def test_strangers_do_not_slow_who_came_in_from_there_before(self):
        self.assertEqual(self.sign_in("bo", "127.0.0.21").status, 200)
        self.assertEqual(self.guess("bo", "127.0.0.22"), [401] * FREE)
        self.assert_waits(self.sign_in("bo", "127.0.0.23"))
        self.assertEqual(self.sign_in("bo", "127.0.0.21").status, 200)
        self.assert_waits(self.sign_in("bo", "127.0.0.23"))

    def test_a_device_that_came_in_before_is_not_slowed_wherever_it_is(self):
        answer = self.sign_in("cis", "127.0.0.31")
        kept = [next(iter(http.cookies.SimpleCookie(said).values()))
                for said in answer.headers.get_all("Set-Cookie")]
        self.assertEqual([morsel.key for morsel in kept], ["__Host-bas", "__Host-bas-device"])
        device = kept[1]
        self.assertTrue(device["httponly"] and device["secure"])
        self.assertEqual((device["samesite"], device["path"], device["domain"]),
                         ("Strict", "/", ""))
        self.guess("cis", "127.0.0.32")
        known = {"Cookie": f"__Host-bas-device={device.value}"}
        self.assert_waits(self.sign_in("cis", "127.0.0.33"))
        self.assertEqual(self.sign_in("cis", "127.0.0.33", headers=known).status, 200)
        for forged in (device.value[:-1], "0" * len(device.value), device.value + "0"):
            odd = {"Cookie": f"__Host-bas-device={forged}"}
            self.assert_waits(self.sign_in("cis", "127.0.0.34", headers=odd))
        # It opens nothing by itself, and is nobody else's.
        answer = self.server.api("GET", "/api/v1/session", token="", headers=known)
        self.assert_problem(answer, 401, "unauthenticated")
        self.assertEqual(self.sign_in("cis", "127.0.0.33", "wrong horse", known).status, 401)

    def test_what_a_header_says_of_the_address_changes_nothing(self):
        statuses = []
        for number in range(FREE + 2):
            claimed = {name: f"198.51.100.{number}" for name in
                       ("X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP")}
            statuses += self.guess("dora", "127.0.0.41", 1, claimed)
        self.assertEqual(statuses, [401] * FREE + [429] * 2)

    def test_an_address_is_slowed_whatever_names_it_tries(self):
        statuses = [self.guess(f"name-{number}", "127.0.0.51", 1)[0] for number in range(25)]
        self.assertEqual(statuses[:21], [401] * 21)
        self.assertIn(429, statuses[21:])
        self.assertEqual(self.sign_in("eva", "127.0.0.52").status, 200)


if __name__ == "__main__":
    unittest.main()
