"""Tokens that no honest provider makes, and what else may be tried at the door of one."""

import base64
import time
import unittest
import urllib.parse

import contract
import provider as p
from server import ServedTest, run_bas

SUBJECT = "u-17"
GROUP = "carma-desk"
EVENT = "http://schemas.openid.net/event/backchannel-logout"


class ProviderAttacks(ServedTest):
    @classmethod
    def setUpClass(cls):
        cls.forger = p.Provider("forger.mjs", p.groups({"group": GROUP}, {"group": "far",
                                                                          "zone": "9999"}))
        cls.addClassCleanup(cls.forger.stop)
        cls.settings = cls.forger.settings
        super().setUpClass()

    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()

    def claims(self, **other):
        """Good ones, but for what is said; None leaves one out."""
        now = int(time.time())
        made = {"iss": self.forger.issuer, "aud": p.CLIENT, "sub": SUBJECT, "iat": now,
                "exp": now + 120, "groups": [GROUP]} | other
        return {name: value for name, value in made.items() if value is not None}

    def signed(self, how="honest", header=None, **claims):
        return self.forger.tell("/sign", how=how, header=header or {},
                                claims=self.claims(**claims))["token"]

    def begun(self):
        """A browser that was sent away, and what with."""
        browser = p.Browser(self.server)
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(browser.begin()).query))
        return browser, query

    def come_back(self, browser, query, token):
        self.forger.tell("/give", token=token)
        answer = browser.own("GET", f"{p.BACK}?code=c-1&state={query['state']}")
        return answer.headers["Location"]

    def sign_in(self, how="honest", header=None, **claims):
        """Where one ends up with such a token."""
        browser, query = self.begun()
        token = self.signed(how, header, **({"nonce": query["nonce"]} | claims))
        place = self.come_back(browser, query, token)
        self.assertEqual(browser.session is not None, place == "/")
        return place

    def assert_refused(self, **given):
        self.assertEqual(self.sign_in(**given), "/?sign-in=failed")

    def test_an_honest_token_signs_in(self):
        self.assertEqual(self.sign_in(), "/")

    def test_a_token_that_is_not_signed_by_the_provider_does_not(self):
        for how in ("none", "stranger", "stranger with its key", "mac"):
            with self.subTest(how):
                self.assert_refused(how=how)

    def test_a_token_of_or_for_somebody_else_does_not(self):
        for claims in ({"iss": "https://elsewhere.example"}, {"iss": self.forger.issuer + "/"},
                       {"iss": None}, {"aud": "other"}, {"aud": [p.CLIENT, "other"]},
                       {"aud": None}, {"azp": "other"}, {"sub": None}, {"sub": ""},
                       {"nonce": "other"}, {"nonce": None}):
            with self.subTest(str(claims)):
                self.assert_refused(**claims)

    def test_a_token_too_early_or_too_late_does_not(self):
        now = int(time.time())
        for claims in ({"exp": now - 61}, {"iat": now + 90}, {"nbf": now + 90}, {"exp": None},
                       {"iat": None}, {"exp": "tomorrow"}, {"exp": -1}):
            with self.subTest(str(claims)):
                self.assert_refused(**claims)
        self.assertEqual(self.sign_in(exp=now - 20, iat=now - 80), "/", "clocks differ a little")

    def test_an_oversized_token_is_not_looked_at(self):
        self.assert_refused(padding="x" * 16384)
        self.assertEqual(self.sign_in(padding="x" * 4096), "/")

    def test_what_is_no_token_is_refused(self):
        for token in ("", "x", "..", "a.b.c", "{}", "A" * 100_000, None, 17, ["x"], {"a": 1}):
            with self.subTest(str(token)[:20]):
                browser, query = self.begun()
                self.assertEqual(self.come_back(browser, query, token), "/?sign-in=failed")
                self.assertIsNone(browser.session)

    def test_a_token_cut_anywhere_or_changed_is_refused(self):
        browser, query = self.begun()
        whole = self.signed(nonce=query["nonce"])
        head, claims, signature = whole.split(".")
        more = base64.urlsafe_b64encode(b'{"sub":"u-1"}').decode().rstrip("=")
        for token in (whole[:-20], f"{head}.{claims}.", f"{head}.{claims}", f"{head}..{signature}",
                      f"{head}.{more}.{signature}", f".{claims}.{signature}"):
            with self.subTest(token[:20]):
                browser, query = self.begun()
                self.assertEqual(self.come_back(browser, query, token), "/?sign-in=failed")

    def test_a_token_of_another_sign_in_is_refused(self):
        first, first_query = self.begun()
        token = self.signed(nonce=first_query["nonce"])
        second, second_query = self.begun()
        self.assertEqual(self.come_back(second, second_query, token), "/?sign-in=failed")
        self.assertEqual(self.come_back(first, first_query, token), "/")
        self.assertEqual(self.come_back(first, first_query, token), "/?sign-in=failed", "but once")

    def test_the_provider_is_asked_with_the_proof_that_it_was_us_who_began(self):
        self.sign_in()
        asked = self.forger.tell("/asked")["token"][-1]
        scheme, _, secret = asked["authorization"].partition(" ")
        self.assertEqual(scheme, "Basic")
        name, _, word = base64.b64decode(secret).decode().partition(":")
        self.assertEqual((urllib.parse.unquote(name), urllib.parse.unquote(word)),
                         (p.CLIENT, p.SECRET))
        form = asked["form"]
        self.assertEqual((form["grant_type"], form["code"], form["redirect_uri"]),
                         ("authorization_code", "c-1", p.REDIRECT))
        self.assertRegex(form["code_verifier"], r"^[A-Za-z0-9_-]{43}$")
        _, query = self.begun()
        self.assertEqual(query["code_challenge_method"], "S256")
        self.assertEqual((query["response_type"], query["redirect_uri"], query["client_id"]),
                         ("code", p.REDIRECT, p.CLIENT))
        self.assertEqual(len({query["state"], query["nonce"], query["code_challenge"]}), 3)

    def test_no_secret_and_no_person_stands_in_the_log(self):
        self.sign_in()
        self.assert_refused(how="stranger", name="Jan Peeters")
        log = self.server.log.read_text()
        self.assertIn("the signature of the token is not the provider's", log)
        for word in (p.SECRET, SUBJECT, "Jan Peeters", "c-1", "eyJ", GROUP):
            self.assertNotIn(word, log)

    def test_new_keys_are_fetched_when_they_are_needed_and_not_for_anybody(self):
        self.assertEqual(self.sign_in(), "/")
        before = self.forger.tell("/asked")["keys"]
        self.forger.tell("/rotate")
        self.assertEqual(self.sign_in(), "/", "the new key is fetched")
        self.assertEqual(self.forger.tell("/asked")["keys"], before + 1)
        for number in range(5):
            self.assert_refused(header={"kid": f"unknown-{number}"})
        self.assertEqual(self.forger.tell("/asked")["keys"], before + 1, "once a minute at most")

    def try_token(self, **body):
        answer = self.server.api("POST", "/api/v1/sign-in/provider/try", body)
        self.assertEqual(answer.status, 200, answer)
        schema = contract.schema_of(answer, "POST", "/api/v1/sign-in/provider/try")
        self.assertEqual(list(contract.faults(schema, answer.json())), [])
        return answer.json()

    def test_an_administrator_sees_what_a_token_comes_to(self):
        trial = self.try_token(token=self.signed(groups=["all", "far", GROUP], name="Jan"))
        self.assertNotIn("refusal", trial)
        self.assertEqual((trial["issuer"], trial["subject"], trial["name"]),
                         (self.forger.issuer, SUBJECT, "Jan"))
        nothing, far, desk = trial["groups"]
        self.assertEqual(nothing, {"group": "all"})
        self.assertFalse(far["zone_known"])
        self.assertTrue(desk["zone_known"])
        self.assertEqual((desk["stands_for"]["role"], desk["stands_for"]["zone"]),
                         ("operator", "5364"))
        self.assertEqual(trial["decides"]["group"], GROUP, "the row that stands first")
        users = self.server.get("/api/v1/users")["items"]
        self.assertEqual([user for user in users if user["display_name"] == "Jan"], [])

    def test_an_administrator_sees_why_a_token_is_refused(self):
        for how, claims, word in (("stranger", {}, "signature"), ("honest", {"exp": 17}, "exp"),
                                  ("honest", {"aud": "other"}, "aud"), ("none", {}, "RS256")):
            trial = self.try_token(token=self.signed(how, **claims))
            self.assertIn(word, trial["refusal"])
            self.assertNotIn("decides", trial)
        trial = self.try_token(claims={"sub": "x", "groups": [GROUP]})
        self.assertIn("iss", trial["refusal"])
        self.assertEqual([one["group"] for one in trial["groups"]], [GROUP])
        trial = self.try_token(claims=self.claims())
        self.assertEqual(trial["decides"]["role"], "operator")
        for odd in ({}, {"token": ""}, {"token": "x", "claims": {}}, {"claims": []},
                    {"token": "x" * 16385}):
            with self.subTest(str(odd)[:30]):
                answer = self.server.api("POST", "/api/v1/sign-in/provider/try", odd)
                self.assert_problem(answer, 400, "bad-request")

    def test_the_command_line_tries_a_token(self):
        tried = run_bas("identity", "test-token", "--data", self.server.data,
                        stdin=self.signed() + "\n")
        self.assertEqual(tried.returncode, 0, tried.stderr)
        self.assertIn(SUBJECT, tried.stdout)
        self.assertIn("operator", tried.stdout)
        tried = run_bas("identity", "test-token", "--data", self.server.data, "--json",
                        stdin=self.signed("stranger"))
        self.assertEqual(tried.returncode, 1)
        self.assertIn("refusal", tried.stdout)

    # Back-channel logout.

    def logout(self, token):
        body = urllib.parse.urlencode({"logout_token": token})
        return self.server.api("POST", "/api/v1/sign-in/provider/logout", body, token="",
                               headers=p.FORM)

    def logout_token(self, how="honest", header=None, **claims):
        usual = {"jti": f"j-{time.monotonic_ns()}", "events": {EVENT: {}}, "groups": None}
        return self.signed(how, {"typ": "logout+jwt"} | (header or {}), **(usual | claims))

    def signed_in(self, **claims):
        browser, query = self.begun()
        token = self.signed(nonce=query["nonce"], **claims)
        self.assertEqual(self.come_back(browser, query, token), "/")
        return browser

    def is_in(self, browser):
        return browser.own("GET", "/api/v1/session").status == 200

    def test_the_provider_ends_the_sessions_it_names(self):
        first = self.signed_in(sub="u-one", sid="s-1")
        second = self.signed_in(sub="u-one", sid="s-2")
        other = self.signed_in(sub="u-two", sid="s-1")
        answer = self.logout(self.logout_token(sub="u-one", sid="s-1"))
        self.assertEqual((answer.status, answer.headers["Cache-Control"]), (200, "no-store"))
        self.assertEqual([self.is_in(b) for b in (first, second, other)], [False, True, True])
        self.assertEqual(self.logout(self.logout_token(sub="u-one")).status, 200)
        self.assertEqual([self.is_in(b) for b in (first, second, other)], [False, False, True])
        self.assertEqual(self.logout(self.logout_token(sub=None, sid="s-1")).status, 200)
        self.assertFalse(self.is_in(other))
        self.assertEqual(self.logout(self.logout_token(sub="u-nobody")).status, 200,
                         "who has no account here is signed out")

    def test_nothing_else_ends_them(self):
        browser = self.signed_in(sub="u-stays", sid="s-9")
        now = int(time.time())
        of = {"sub": "u-stays", "sid": "s-9"}
        for given in ({"how": "none"}, {"how": "stranger"}, {"how": "mac"}, {"nonce": "x"},
                      {"events": None}, {"events": {}}, {"events": {EVENT: "x"}}, {"jti": None},
                      {"sub": None, "sid": None}, {"aud": "other"}, {"iss": "https://x.example"},
                      {"exp": now - 61}, {"iat": now + 90}, {"header": {"typ": "at+jwt"}}):
            with self.subTest(str(given)):
                answer = self.logout(self.logout_token(**(of | given)))
                self.assert_problem(answer, 400, "bad-request")
        for body in ("", "x", "A" * 20_000):
            self.assert_problem(self.logout(body), 400, "bad-request")
        self.assert_problem(self.logout(self.signed(**of)), 400, "bad-request")
        self.assertTrue(self.is_in(browser))

    def test_a_token_to_sign_out_is_good_once(self):
        token = self.logout_token(sub="u-again")
        browser = self.signed_in(sub="u-again")
        self.assertEqual(self.logout(token).status, 200)
        self.assertFalse(self.is_in(browser))
        browser = self.signed_in(sub="u-again")
        self.assert_problem(self.logout(token), 400, "bad-request")
        self.assertTrue(self.is_in(browser))


class ProviderDown(ServedTest):
    """The provider cannot be asked, or says that it is another."""

    @classmethod
    def setUpClass(cls):
        cls.forger = p.Provider("forger.mjs", p.groups({"group": GROUP}))
        cls.addClassCleanup(cls.forger.stop)
        cls.settings = cls.forger.settings | {
            "BAS_OIDC__ISSUER": cls.forger.issuer.replace("127.0.0.1", "localhost")}
        super().setUpClass()

    def test_a_provider_of_another_name_is_not_believed_and_one_that_is_down_is_said_to_be(self):
        answer = self.server.api("GET", "/api/v1/sign-in/provider", token="")
        self.assertEqual((answer.status, answer.headers["Location"]), (303, "/?sign-in=failed"))
        self.assertIn("calls itself otherwise", self.server.log.read_text())
        self.forger.process.kill()
        self.forger.process.wait()
        answer = self.server.api("GET", "/api/v1/sign-in/provider", token="")
        self.assertEqual(answer.headers["Location"], "/?sign-in=unavailable")


class NoProvider(ServedTest):
    """Nothing of it is there where none is configured."""

    def test_nobody_is_sent_anywhere(self):
        answer = self.server.api("GET", "/api/v1/sign-in", token="")
        self.assertEqual(answer.json(), {"provider": False})
        for path in ("/api/v1/sign-in/provider", p.BACK + "?code=x&state=y"):
            answer = self.server.api("GET", path, token="")
            self.assertEqual(answer.headers["Location"], "/?sign-in=failed")
        answer = self.server.api("POST", "/api/v1/sign-in/provider/logout", "logout_token=x",
                                 token="")
        self.assert_problem(answer, 404, "not-found")
        answer = self.server.api("POST", "/api/v1/sign-in/provider/try", {"token": "x"})
        self.assert_problem(answer, 404, "not-found")


if __name__ == "__main__":
    unittest.main()
