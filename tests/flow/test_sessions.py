"""Who may come in, and by what."""

import http.cookies
import json
import sqlite3
import statistics
import threading
import time
import unittest

import messages as m
from server import Server, ServedTest, stamp

PASSWORD = "correct horse battery"
GUESSERS = 12


class Signing(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.server.add_user("nadia", "operator", "5364", password=PASSWORD)
        cls.server.add_user("tom", "administrator", password=PASSWORD)

    def sign_in(self, name="nadia", password=PASSWORD, headers=None, source=None):
        return self.server.api("POST", "/api/v1/session", {"name": name, "password": password},
                               token="", headers=headers, source=source)

    def cookie_of(self, answer):
        self.assertEqual(answer.status, 200, answer)
        (morsel,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        return morsel

    def signed_in(self, name="nadia"):
        """The Cookie header of a new session."""
        morsel = self.cookie_of(self.sign_in(name))
        return {"Cookie": f"{morsel.key}={morsel.value}"}

    def ask(self, method, path, headers, body=None):
        return self.server.api(method, path, body, token="", headers=headers)

    def test_a_session_is_one_cookie_that_only_this_server_gets_back(self):
        answer = self.sign_in()
        self.assertEqual(len(answer.headers.get_all("Set-Cookie")), 2, "and that of the device")
        cookie = self.cookie_of(answer)
        # The prefix makes browsers insist on Secure, Path=/ and no Domain.
        self.assertEqual(cookie.key, "__Host-bas")
        self.assertGreaterEqual(len(cookie.value), 40)
        self.assertEqual((cookie["path"], cookie["domain"]), ("/", ""))
        self.assertEqual(cookie["samesite"], "Strict")
        self.assertTrue(cookie["httponly"] and cookie["secure"])
        self.assertTrue(0 < int(cookie["max-age"]) <= 24 * 3600)
        self.assertNotIn(cookie.value.encode(), answer.body)
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        session = answer.json()
        self.assertEqual(session["user"]["name"], "nadia")
        self.assertEqual(session["user"]["zone"]["code"], "5364")
        self.assertGreater(session["expires_at"], session["server_time"])

    def test_a_session_sees_what_its_account_may(self):
        session = self.signed_in()
        answer = self.ask("GET", "/api/v1/session", session)
        self.assertEqual(answer.json()["user"]["role"], "operator")
        self.assertEqual(self.ask("GET", "/api/v1/hits", session).status, 200)
        others = {"Cookie": f"theme=dark; {session['Cookie']}; x=y"}
        self.assertEqual(self.ask("GET", "/api/v1/hits", others).status, 200)
        self.assert_problem(self.ask("GET", "/api/v1/users", session), 403, "forbidden")

    def test_two_sessions_have_two_secrets(self):
        self.assertNotEqual(self.signed_in(), self.signed_in())

    def test_a_wrong_password_and_an_unknown_name_are_one_answer(self):
        answers = [self.sign_in("nadia", "wrong horse battery"), self.sign_in("nobody", PASSWORD),
                   self.sign_in("NADIA"), self.sign_in("nadia", PASSWORD + " ")]
        problems = [self.assert_problem(answer, 401, "code-needed") for answer in answers]
        for answer, problem in zip(answers, problems):
            self.assertNotIn("Set-Cookie", answer.headers)
            problem.pop("request_id")
            self.assertEqual(problem, problems[0])

    def test_an_unknown_name_takes_as_much_work_as_a_wrong_password(self):
        self.server.add_user("mila", "operator", "5364", password=PASSWORD)
        taken = {"mila": [], "mila-unknown": []}
        for _ in range(6):  # the seventh would have to wait
            for name, seconds in taken.items():
                before = self.server.cpu_seconds()
                answer = self.sign_in(name, "wrong horse battery", source="127.0.0.7")
                self.assertEqual(answer.status, 401)
                seconds.append(self.server.cpu_seconds() - before)
        known, unknown = (statistics.median(seconds) for seconds in taken.values())
        print(f"work of a refusal: known name {known * 1000:.0f} ms, unknown {unknown * 1000:.0f}"
              " ms", flush=True)
        self.assertGreaterEqual(known, 0.02)
        self.assertTrue(0.5 <= unknown / known <= 2, taken)

    def test_who_tries_many_passwords_holds_up_no_desk(self):
        tried, is_over = [], threading.Event()

        def guess(number):
            tries = 0
            while not is_over.is_set():
                tries += 1
                tried.append(self.sign_in(f"nobody-{number}-{tries}", "wrong horse battery",
                                          source=f"127.0.1.{number + 1}").status)

        guessers = [threading.Thread(target=guess, args=(number,)) for number in range(GUESSERS)]
        for guesser in guessers:
            guesser.start()
        delays = []
        while len(tried) < GUESSERS:
            began = time.monotonic()
            self.server.get("/api/v1/session")
            delays.append(time.monotonic() - began)
        is_over.set()
        for guesser in guessers:
            guesser.join()
        print(f"{GUESSERS} guess passwords: a desk waits p50 {statistics.median(delays) * 1000:.0f}"
              f" ms, at most {max(delays) * 1000:.0f} ms", flush=True)
        self.assertLess(statistics.median(delays), 0.25)
        self.assertLessEqual(set(tried), {401, 503})
        self.assertIn(401, tried)

    def test_odd_sign_ins_are_refused(self):
        for body in ({}, {"name": "nadia"}, {"name": "nadia", "password": ""},
                     {"name": 1, "password": PASSWORD}, {"name": ["nadia"], "password": PASSWORD},
                     {"name": "nadia", "password": None}, {"name": "n" * 5000, "password": "x" * 9},
                     {"name": "nadia", "password": "x" * 1025}):
            with self.subTest(str(body)[:60]):
                answer = self.server.api("POST", "/api/v1/session", body, token="")
                self.assert_problem(answer, 400, "bad-request")
        answer = self.server.api("POST", "/api/v1/session", "x" * 9000, token="",
                                 headers={"Content-Type": "application/json"})
        self.assert_problem(answer, 413, "too-large")

    def test_a_form_of_another_site_cannot_sign_in(self):
        """What a page can send without asking first is a form or plain text, never JSON."""
        body = json.dumps({"name": "nadia", "password": PASSWORD})
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            answer = self.server.api("POST", "/api/v1/session", body, token="",
                                     headers={"Content-Type": kind})
            self.assert_problem(answer, 400, "bad-request")

    def test_signing_out_ends_this_session_and_no_other(self):
        gone, kept = self.signed_in(), self.signed_in()
        answer = self.ask("DELETE", "/api/v1/session", gone)
        self.assertEqual((answer.status, answer.body), (204, b""))
        (cleared,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        self.assertEqual((cleared.key, cleared.value, cleared["max-age"]), ("__Host-bas", "", "0"))
        self.assert_problem(self.ask("GET", "/api/v1/session", gone), 401, "unauthenticated")
        self.assertEqual(self.ask("GET", "/api/v1/session", kept).status, 200)

    def test_who_brings_nothing_or_something_unknown_is_nobody(self):
        for headers in ({}, {"Cookie": "__Host-bas=bas_" + "A" * 43}, {"Cookie": "__Host-bas="},
                        {"Cookie": "bas=x"}, {"Authorization": "Bearer "},
                        {"Authorization": "Bearer bas_" + "A" * 43},
                        {"Authorization": "Basic eDp4"},
                        {"Authorization": f"Bearer {self.server.token}x"},
                        {"Authorization": f"Bearer {self.server.token[:-1]}"}):
            with self.subTest(headers):
                answer = self.ask("GET", "/api/v1/hits", headers)
                self.assert_problem(answer, 401, "unauthenticated")
                self.assertIn("Bearer", answer.headers["WWW-Authenticate"])

    def test_an_oversized_or_misplaced_credential_is_nobodys(self):
        token = self.server.token
        for headers in ({"Authorization": "Bearer bas_" + "A" * 8000},
                        {"Cookie": "__Host-bas=" + "A" * 8000},
                        {"Cookie": f"bas={token}"}, {"Cookie": f"__host-bas={token}"},
                        {"Authorization": f"bearer{token}"}, {"Authorization": token},
                        {"Authorization": f"Bearer  {token}"},
                        {"Authorization": f"Bearer {token},x"},
                        {"X-Authorization": f"Bearer {token}"}, {"X-Forwarded-User": "tom"},
                        {"X-Original-URL": "/livez"}, {"X-HTTP-Method-Override": "OPTIONS"},
                        {"Proxy-Authorization": f"Bearer {token}"}):
            with self.subTest(str(headers)[:50]):
                answer = self.ask("GET", "/api/v1/hits", headers)
                self.assert_problem(answer, 401, "unauthenticated")
        for path in (f"/api/v1/hits?access_token={token}", f"/api/v1/hits?token={token}"):
            self.assert_problem(self.ask("GET", path, {}), 401, "unauthenticated")
        answer = self.ask("GET", "/api/v1/hits", {"Authorization": "Bearer " + "A" * 40_000})
        self.assert_problem(answer, 431, "headers-too-large")

    def test_a_bad_token_is_not_helped_by_a_good_cookie(self):
        headers = self.signed_in() | {"Authorization": "Bearer bas_wrong"}
        self.assert_problem(self.ask("GET", "/api/v1/hits", headers), 401, "unauthenticated")

    def test_a_write_of_another_site_with_our_cookie_is_refused(self):
        session = self.signed_in("tom")
        here = f"127.0.0.1:{self.server.port}"
        for number, (said, is_ours) in enumerate((
                ({"Origin": "https://evil.example"}, False), ({"Origin": "null"}, False),
                ({"Origin": f"https://{here}.evil.example"}, False),
                ({"Origin": f"https://evil-{here}"}, False),
                ({"Sec-Fetch-Site": "cross-site"}, False), ({"Sec-Fetch-Site": "same-site"}, False),
                ({"Sec-Fetch-Site": "cross-site", "Origin": f"http://{here}"}, False),
                ({"Sec-Fetch-Site": "same-origin", "Origin": f"http://{here}"}, True),
                ({"Origin": f"http://{here}"}, True), ({}, True))):
            with self.subTest(said):
                zone = {"code": f"csrf-{number}", "name": "x"}
                answer = self.ask("POST", "/api/v1/zones", session | said, zone)
                if is_ours:
                    self.assertEqual(answer.status, 201, answer)
                else:
                    self.assert_problem(answer, 403, "forbidden")
                codes = {kept["code"] for kept in self.server.get("/api/v1/zones")["items"]}
                self.assertEqual(f"csrf-{number}" in codes, is_ours)
        evil = {"Origin": "https://evil.example"}
        self.assert_problem(self.ask("DELETE", "/api/v1/session", session | evil), 403, "forbidden")
        self.assertEqual(self.ask("GET", "/api/v1/session", session).status, 200)

    def test_a_token_is_no_cookie_and_needs_no_such_care(self):
        answer = self.server.api("POST", "/api/v1/zones", {"code": "program", "name": "x"},
                                 headers={"Origin": "https://elsewhere.example"})
        self.assertEqual(answer.status, 201)

    def test_no_other_site_may_read_an_answer(self):
        answer = self.ask("GET", "/api/v1/hits",
                          self.signed_in() | {"Origin": "https://evil.example"})
        names = [name.lower() for name in answer.headers]
        self.assertEqual([name for name in names if name.startswith("access-")], [])

    def test_a_token_ends_when_it_signs_out(self):
        token = self.server.token_of("nadia")
        other = self.server.token_of("nadia")
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=token).status, 200)
        self.assertEqual(self.server.api("DELETE", "/api/v1/session", token=token).status, 204)
        answer = self.server.api("GET", "/api/v1/hits", token=token)
        self.assert_problem(answer, 401, "unauthenticated")
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=other).status, 200)

    def test_a_token_is_for_a_known_account_and_a_sensible_time(self):
        for wanted, status, slug in (({"user": "nobody"}, 404, "not-found"),
                                     ({"user": "nadia", "days": 0}, 400, "bad-request"),
                                     ({"user": "nadia", "days": 4000}, 400, "bad-request"),
                                     ({}, 400, "bad-request")):
            answer = self.server.api("POST", "/api/v1/tokens", wanted)
            self.assert_problem(answer, status, slug)
        earliest = m.rfc3339(m.ago(-86_400))
        made = self.server.made("/api/v1/tokens", {"user": "nadia", "days": 1})
        self.assertTrue(earliest <= made["expires_at"] <= m.rfc3339(m.ago(-86_400)))

    def test_an_account_is_named_once_and_has_a_password(self):
        ends = {"role_until": stamp(9), "trained_until": stamp(9)}
        for body, status in (({"name": "nadia", "role": "operator", "password": PASSWORD, **ends},
                              409),
                             ({"name": "x", "role": "operator", "password": "short"}, 400),
                             ({"name": "x", "role": "king", "password": PASSWORD}, 400),
                             ({"name": "x", "role": "operator"}, 400)):
            self.assertEqual(self.server.api("POST", "/api/v1/users", body).status, status, body)
        for user in self.server.get("/api/v1/users")["items"]:
            self.assertFalse([name for name in user if "password" in name or "hash" in name])


class Keeping(unittest.TestCase):
    def test_no_secret_is_kept_as_it_was_given(self):
        server = Server()
        self.addCleanup(server.remove)
        server.start()
        (key,) = server.add_cameras("north")
        server.add_user("nadia", "operator", password=PASSWORD)
        signed_in = server.api("POST", "/api/v1/session", {"name": "nadia", "password": PASSWORD},
                               token="")
        (cookie,) = http.cookies.SimpleCookie(signed_in.headers["Set-Cookie"]).values()
        self.assertEqual(server.ingest(key, m.bas_read("1SES401")).status, 200)
        made = server.token_of("nadia")
        self.assertEqual(server.stop(), 0)
        secrets = {"token": made, "cookie": cookie.value, "password": PASSWORD, "key": key}
        kept = {file: file.read_bytes() for file in server.root.rglob("*") if file.is_file()}
        self.assertIn(b"nadia", b"".join(kept.values()))  # the search finds what is there
        for what, secret in secrets.items():
            core = secret.removeprefix("bas_").encode()
            for file, content in kept.items():
                self.assertNotIn(core, content, f"{what} in {file.name}")

    def change(self, server, statement, *values):
        """What the store says from now on; the server is stopped."""
        control = sqlite3.connect(server.data / "control.sqlite")
        with control:
            self.assertGreater(control.execute(statement, values).rowcount, 0)
        control.close()

    def signed_in(self, server):
        """What a session and a token of one account bring along."""
        answer = server.api("POST", "/api/v1/session", {"name": "nadia", "password": PASSWORD},
                            token="")
        return [{"Cookie": answer.headers["Set-Cookie"].partition(";")[0]},
                {"Authorization": f"Bearer {server.token_of('nadia')}"}]

    def test_what_has_expired_opens_nothing(self):
        server = Server()
        self.addCleanup(server.remove)
        server.start()
        server.add_user("nadia", "operator", password=PASSWORD)
        brought = self.signed_in(server)
        server.stop()
        self.change(server, "UPDATE credentials SET expires_at = ? WHERE user_id = "
                    "(SELECT id FROM users WHERE name = 'nadia')", m.epoch_ms(m.ago(1)))
        server.start()
        for headers in brought:
            answer = server.api("GET", "/api/v1/hits", token="", headers=headers)
            self.assertEqual(answer.status, 401, answer)
        self.assertEqual(server.api("GET", "/api/v1/hits").status, 200)

    def test_a_disabled_account_opens_nothing_and_is_told_no_more_than_others(self):
        server = Server()
        self.addCleanup(server.remove)
        server.start()
        server.add_user("nadia", "operator", password=PASSWORD)
        brought = self.signed_in(server)
        server.stop()
        self.change(server, "UPDATE users SET is_disabled = 1 WHERE name = 'nadia'")
        server.start()
        for headers in brought:
            answer = server.api("GET", "/api/v1/hits", token="", headers=headers)
            self.assertEqual(answer.status, 401, answer)
        right, wrong = (server.api("POST", "/api/v1/session", {"name": "nadia", "password": word},
                                   token="") for word in (PASSWORD, "wrong horse battery"))
        self.assertEqual((right.status, right.json()["detail"]),
                         (wrong.status, wrong.json()["detail"]))
        self.assertEqual(right.status, 401)

    def test_sessions_and_tokens_outlive_a_restart(self):
        server = Server()
        self.addCleanup(server.remove)
        server.start()
        server.add_user("nadia", "operator", password=PASSWORD)
        signed_in = server.api("POST", "/api/v1/session", {"name": "nadia", "password": PASSWORD},
                               token="")
        cookie = signed_in.headers["Set-Cookie"].partition(";")[0]
        server.kill()
        server.start()
        answer = server.api("GET", "/api/v1/session", token="", headers={"Cookie": cookie})
        self.assertEqual(answer.status, 200)
        self.assertEqual(server.api("GET", "/api/v1/hits").status, 200)


if __name__ == "__main__":
    unittest.main()
