"""Signing in with the account of one's zone, at a real provider of OpenID Connect."""

import time
import unittest
import urllib.parse

import contract
import provider as p
from server import ServedTest, Stream, stamp

PEOPLE = {
    "u-jan": {"name": "Jan Peeters", "locale": "fr-BE", "groups": ["everybody", "carma-desk"]},
    "u-ria": {"name": "Ria", "groups": ["bas-administrators"]},
    "u-both": {"name": "Both", "groups": ["carma-desk", "bas-administrators"]},
    "u-none": {"name": "None", "groups": ["everybody", "Carma-Desk", "carma-desk "]},
    "u-bare": {"name": "Bare"},
    "u-late": {"name": "Late", "groups": ["untrained"]},
    "u-lost": {"name": "Lost", "groups": ["nowhere"]},
    "u-mover": {"name": "Mover", "groups": ["carma-desk"]},
    "u-leaver": {"name": "Leaver", "groups": ["carma-desk"]},
    "u-off": {"name": "Off", "groups": ["carma-desk"]},
    "u-out": {"name": "Out", "groups": ["carma-desk"]},
}
MAPPING = p.groups(
    {"group": "bas-administrators", "role": "administrator", "zone": ""},
    {"group": "carma-desk", "role_days": 7},
    {"group": "carma-search", "role": "investigator"},
    {"group": "untrained", "trained_until": stamp(-60)},
    {"group": "nowhere", "zone": "9999"})


class ProviderSignIn(ServedTest):
    @classmethod
    def setUpClass(cls):
        cls.provider = p.Provider("provider.mjs", MAPPING)
        cls.addClassCleanup(cls.provider.stop)
        cls.settings = cls.provider.settings | {"BAS_IDENTITY__PROOF_MAX": "3s"}
        super().setUpClass()

    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.provider.tell("/setup", client_id=p.CLIENT, client_secret=p.SECRET, people=PEOPLE,
                          redirect_uri=p.REDIRECT,
                          logout_uri=f"{cls.server.url}/api/v1/sign-in/provider/logout")

    def browser(self):
        return p.Browser(self.server)

    def signed_in(self, subject):
        browser = self.browser()
        self.assertEqual(browser.sign_in(subject), "/")
        self.assertTrue(browser.session)
        return browser

    def account_of(self, subject):
        users = self.server.get("/api/v1/users")["items"]
        return next((user for user in users
                     if user.get("provider", {}).get("subject") == subject), None)

    def has_group(self, subject, *groups):
        """From now on, at the provider."""
        PEOPLE[subject]["groups"] = list(groups)
        self.provider.tell("/people", **PEOPLE)

    def test_the_group_at_the_provider_is_the_role_here(self):
        browser = self.signed_in("u-jan")
        user = browser.user()
        self.assertEqual((user["display_name"], user["role"], user["capacity"], user["language"]),
                         ("Jan Peeters", "operator", "both", "fr"))
        self.assertEqual(user["zone"]["code"], "5364")
        self.assertEqual(user["provider"],
                         {"issuer": self.provider.issuer, "subject": "u-jan"})
        self.assertTrue(stamp(6 * 86400) < user["role_until"] < stamp(8 * 86400), user)
        self.assertEqual(browser.own("GET", "/api/v1/hits").status, 200)
        self.assertEqual(browser.own("GET", "/api/v1/users").status, 403)

    def test_the_session_is_one_like_others(self):
        browser = self.browser()
        answer = browser.ask("GET", browser.way_back(browser.begin(), "u-jan"))
        self.assertEqual((answer.status, answer.headers["Cache-Control"]), (303, "no-store"))
        given = [line for line in answer.headers.get_all("Set-Cookie")
                 if line.startswith(f"{p.SESSION}=")]
        self.assertEqual(len(given), 1)
        for word in ("Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=43"):
            self.assertIn(word, given[0])
        session = browser.own("GET", "/api/v1/session").json()
        self.assertLess(session["idle_until"], stamp(4 * 3600 + 5))
        self.assertLess(session["expires_at"], stamp(12 * 3600 + 5))
        self.assertEqual(browser.own("DELETE", "/api/v1/session").status, 204)
        self.assertEqual(browser.own("GET", "/api/v1/session").status, 401)

    def test_who_comes_again_is_the_same_account_with_another_session(self):
        first, second = self.signed_in("u-jan"), self.signed_in("u-jan")
        self.assertNotEqual(first.session, second.session)
        self.assertEqual(first.user()["id"], second.user()["id"])
        again = first.session
        self.assertEqual(first.sign_in("u-jan"), "/")
        self.assertNotEqual(first.session, again)

    def test_a_session_put_there_before_opens_nothing_after(self):
        browser = self.browser()
        browser.cookies(self.server.port)[p.SESSION] = "bas_planted"
        browser.sign_in("u-jan")
        self.assertNotEqual(browser.session, "bas_planted")
        thief = self.signed_in("u-ria")
        planted = thief.session
        victim = self.browser()
        victim.cookies(self.server.port)[p.SESSION] = planted
        victim.sign_in("u-jan")
        self.assertNotEqual(victim.session, planted)
        self.assertEqual(thief.own("GET", "/api/v1/session").status, 401, "it is over")

    def test_the_row_that_stands_first_decides(self):
        self.assertEqual(self.signed_in("u-both").user()["role"], "administrator")

    def test_a_group_that_stands_for_nothing_lets_nobody_in(self):
        for subject in ("u-none", "u-bare"):
            with self.subTest(subject):
                browser = self.browser()
                self.assertEqual(browser.sign_in(subject), "/?sign-in=no-role")
                self.assertIsNone(browser.session)
                self.assertIsNone(self.account_of(subject), "no account is made")

    def test_a_zone_that_is_not_here_lets_nobody_in(self):
        browser = self.browser()
        self.assertEqual(browser.sign_in("u-lost"), "/?sign-in=failed")
        self.assertIsNone(browser.session)

    def test_who_is_not_trained_is_in_and_may_nothing(self):
        browser = self.signed_in("u-late")
        problem = self.assert_problem(browser.own("GET", "/api/v1/hits"), 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R58: the training"), problem)

    def test_who_declines_or_tells_no_code_is_sent_back(self):
        browser = self.browser()
        url = browser.begin()
        while p.BACK not in url:
            url = browser.sent_by(browser.ask("GET", url), url)  # nobody says who it is
        self.assertIn("error=access_denied", url)
        self.assertEqual(browser.ask("GET", url).headers["Location"], "/?sign-in=failed")
        self.assertIsNone(browser.session)

    def test_what_a_browser_brings_back_is_good_once(self):
        browser = self.browser()
        back = browser.way_back(browser.begin(), "u-jan")
        pending = dict(browser.cookies(self.server.port))
        self.assertEqual(browser.ask("GET", back).headers["Location"], "/")
        self.assertNotIn(p.PENDING, browser.cookies(self.server.port))
        replayed = self.browser()
        replayed.cookies(self.server.port).update(pending)
        self.assertEqual(replayed.ask("GET", back).headers["Location"], "/?sign-in=failed")
        self.assertIsNone(replayed.session)

    def test_what_one_browser_began_no_other_ends(self):
        mine, other = self.browser(), self.browser()
        back = mine.way_back(mine.begin(), "u-jan")
        self.assertEqual(other.ask("GET", back).headers["Location"], "/?sign-in=failed")
        other.begin()
        self.assertEqual(other.ask("GET", back).headers["Location"], "/?sign-in=failed")
        self.assertIsNone(other.session)
        self.assertEqual(mine.ask("GET", back).headers["Location"], "/", "and it still can")

    def test_what_is_changed_on_the_way_back_is_refused(self):
        for name in ("state", "code", "iss"):
            with self.subTest(name):
                browser = self.browser()
                back = urllib.parse.urlsplit(browser.way_back(browser.begin(), "u-jan"))
                values = dict(urllib.parse.parse_qsl(back.query))
                values[name] += "x"
                changed = back._replace(query=urllib.parse.urlencode(values)).geturl()
                self.assertEqual(browser.ask("GET", changed).headers["Location"],
                                 "/?sign-in=failed")
                self.assertIsNone(browser.session)

    def test_odd_ways_back_are_refused(self):
        for query in ("", "?code=x", "?state=x", "?code=&state=", "?code=x&state=x",
                      "?error=server_error", "?code=" + "x" * 4000 + "&state=x"):
            with self.subTest(query[:30]):
                browser = self.browser()
                browser.begin()
                answer = browser.own("GET", p.BACK + query)
                self.assertEqual(answer.headers["Location"], "/?sign-in=failed")
        for kept in ("", "x", "%00", "A" * 5000, "a.b.c", "=" * 30):
            with self.subTest(kept[:10]):
                browser = self.browser()
                browser.cookies(self.server.port)[p.PENDING] = kept
                answer = browser.own("GET", p.BACK + "?code=x&state=x")
                self.assertEqual(answer.headers["Location"], "/?sign-in=failed")

    def test_another_group_is_another_role_and_streams_of_the_old_one_end(self):
        first = self.signed_in("u-mover")
        stream = self.stream_of(first)
        self.has_group("u-mover", "carma-search")
        self.assertEqual(self.signed_in("u-mover").user()["role"], "investigator")
        self.assertTrue(stream.is_over.wait(5), "it shows what the role might see before")
        self.assertEqual(first.own("GET", "/api/v1/hits").status, 403)

    def stream_of(self, browser):
        """As a program may: with the secret of the session."""
        stream = Stream(self.server.port, browser.session)
        self.addCleanup(stream.close)
        self.assertEqual(stream.next(5)["event"], "hello")
        return stream

    def test_who_has_no_group_any_more_is_out_at_its_next_try(self):
        browser = self.signed_in("u-leaver")
        token = self.server.token_of(browser.user()["name"])
        stream = self.stream_of(browser)
        self.has_group("u-leaver", "everybody")
        self.assertEqual(self.browser().sign_in("u-leaver"), "/?sign-in=no-role")
        self.assertTrue(stream.is_over.wait(5))
        self.assertEqual(browser.own("GET", "/api/v1/session").status, 401)
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=token).status, 401)
        self.has_group("u-leaver", "carma-desk")
        self.assertEqual(self.signed_in("u-leaver").user()["role"], "operator")

    def changed(self, path, change):
        return self.server.api("PATCH", path, change, headers={"If-Match": "*"})

    def test_who_is_disabled_stays_out_and_learns_nothing(self):
        browser = self.signed_in("u-off")
        path = f"/api/v1/users/{browser.user()['id']}"
        self.assertEqual(self.changed(path, {"disabled": True}).status, 200)
        self.assertEqual(browser.own("GET", "/api/v1/session").status, 401)
        self.assertEqual(self.browser().sign_in("u-off"), "/?sign-in=no-role")
        self.assertEqual(self.changed(path, {"disabled": False}).status, 200)
        self.signed_in("u-off")

    def test_there_is_no_password_and_what_the_provider_says_is_not_changed_here(self):
        browser = self.signed_in("u-ria")
        user = browser.user()
        for password in ("", "none", "correct horse battery"):
            answer = self.server.api("POST", "/api/v1/session",
                                     {"name": user["name"], "password": password}, token="")
            self.assertIn(answer.status, (400, 401), answer)
        path = f"/api/v1/users/{user['id']}"
        for change in ({"password": "correct horse battery"}, {"role": "operator"},
                       {"zone": "5364"}, {"trained_until": stamp(9)}, {"role_until": stamp(9)},
                       {"capacity": "both"}):
            with self.subTest(str(change)):
                self.assert_problem(self.changed(path, change), 409, "conflict")
        body = {"name": "provider:x", "role": "operator", "password": "correct horse battery",
                "role_until": stamp(9), "trained_until": stamp(9)}
        self.assert_problem(self.server.api("POST", "/api/v1/users", body), 400, "bad-request")

    def test_accounts_of_the_server_sign_in_as_ever(self):
        self.server.add_user("nadia", "operator", "5364")
        browser = self.browser()
        answer = browser.own("POST", "/api/v1/session",
                             {"name": "nadia", "password": "correct horse battery"})
        self.assertEqual(answer.status, 200)
        self.assertNotIn("provider", answer.json()["user"])
        answer = browser.own("GET", "/api/v1/sign-in/provider/proof")
        self.assert_problem(answer, 409, "conflict")

    def test_a_grave_act_asks_the_provider_again(self):
        browser = self.signed_in("u-ria")
        self.wait_for_proof_to_end(browser)
        self.assertEqual(browser.own("POST", "/api/v1/tokens", {"user": "x"}).status, 403)
        url = browser.begin("/api/v1/sign-in/provider/proof")
        self.assertIn("prompt=login", url)
        back = browser.way_back(url, "u-ria")
        session = browser.session
        self.assertEqual(browser.ask("GET", back).headers["Location"], "/")
        self.assertEqual(browser.session, session, "it is the same one")
        self.assertEqual(browser.own("POST", "/api/v1/tokens", {"user": "x"}).status, 404)

    def wait_for_proof_to_end(self, browser):
        deadline = time.monotonic() + 10
        while browser.own("POST", "/api/v1/users", {}).status != 403:
            self.assertLess(time.monotonic(), deadline, "the proof never ends")
            time.sleep(0.1)  # between two looks at what is waited for

    def test_somebody_else_proves_nothing(self):
        browser = self.signed_in("u-ria")
        self.wait_for_proof_to_end(browser)
        back = browser.way_back(browser.begin("/api/v1/sign-in/provider/proof"), "u-jan")
        self.assertEqual(browser.ask("GET", back).headers["Location"], "/?sign-in=failed")
        self.assertEqual(browser.own("POST", "/api/v1/users", {}).status, 401,
                         "the provider has ended her session, and said so")

    def test_signing_out_at_the_provider_signs_out_here(self):
        browser, elsewhere = self.signed_in("u-out"), self.signed_in("u-out")
        token = self.server.token_of(browser.user()["name"])
        stream = self.stream_of(browser)
        url = f"{self.provider.issuer}/session/end"
        browser.next_place(browser.ask("GET", url), url)
        self.assertTrue(stream.is_over.wait(5))
        self.assertEqual(browser.own("GET", "/api/v1/session").status, 401)
        self.assertEqual(elsewhere.own("GET", "/api/v1/session").status, 200,
                         "another session at the provider goes on")
        self.assertEqual(self.server.api("GET", "/api/v1/hits", token=token).status, 200,
                         "a program goes on")

    def test_the_ledger_knows_who_was_let_in_and_by_what(self):
        auditor = self.server.officer("auditor", "overseer")
        user = self.signed_in("u-jan").user()
        uses = self.server.get("/api/v1/ledger/uses?limit=50", token=auditor)["items"]
        told = [use for use in uses if use["details"]["actor"] == user["id"]]
        self.assertIn(told[0]["what"], ("account of a provider", "account changed by a provider"))
        self.assertEqual((told[0]["verb"], told[0]["role"], told[0]["zone"]),
                         ("alter", "operator", "5364"))
        self.assertIn('"subject":"u-jan"', told[0]["details"]["predicate"])

    def test_the_page_knows_that_a_zone_account_will_do(self):
        answer = self.server.api("GET", "/api/v1/sign-in", token="")
        self.assertEqual(answer.json(), {"provider": True})
        schema = contract.schema_of(answer, "GET", "/api/v1/sign-in")
        self.assertEqual(list(contract.faults(schema, answer.json())), [])


if __name__ == "__main__":
    unittest.main()
