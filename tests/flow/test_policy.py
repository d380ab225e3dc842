#!/usr/bin/env python3
"""`bas policy`: decisions and regimes as a jurist or an engineer would ask for them."""
import json
import pathlib
import tempfile
import unittest

from server import run_bas

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "tests/policy"
NOW = "2026-11-25T12:00:00+01:00"
NAMES = ["be", "nl", "uk", "de", "generic"]


class PolicyCheck(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.requests = json.loads((CASES / "requests.json").read_text(encoding="utf-8"))

    def file(self, name, text):
        path = pathlib.Path(self.folder.name, name)
        path.write_text(text, encoding="utf-8")
        return str(path)

    def check(self, request, *arguments, regime="be"):
        text = request if isinstance(request, str) else json.dumps(request)
        ran = run_bas("policy", "check", "--regime", regime, "--now", NOW, *arguments,
                      self.file("request.json", text))
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return json.loads(ran.stdout)

    def test_a_search_is_permitted_with_the_rules_that_were_asked(self):
        decision = self.check(self.requests["search"])
        self.assertTrue(decision["permit"])
        self.assertIn("R1", decision["rules"])
        self.assertEqual(decision["obligations"], ["log"])
        self.assertEqual(len(decision["regime_sha256"]), 64)

    def test_a_refusal_names_its_rule_and_says_what_is_missing(self):
        request = dict(self.requests["search"])
        del request["purpose"]
        decision = self.check(request)
        self.assertEqual((decision["permit"], decision["rules"], decision["reason"]),
                         (False, ["R1"], "E_PURPOSE"))
        self.assertIn("purpose", decision["text"])

    def test_an_older_search_is_clipped_to_its_document(self):
        clip = self.check(self.requests["older_search"])["clip"]
        self.assertEqual(clip["plates"], ["1ABC123"])

    def test_what_cannot_be_read_is_refused(self):
        for text in ("{", "[]", '{"act":"search","actor":{"shoe_size":44}}'):
            decision = self.check(text)
            self.assertEqual((decision["permit"], decision["reason"]), (False, "E_SCHEMA"), text)

    def test_each_country_has_its_own_answer(self):
        answers = {name: self.check(self.requests["search"], regime=name)["permit"]
                   for name in NAMES}
        self.assertEqual(answers, {"be": True, "nl": False, "uk": False, "de": False,
                                   "generic": False})

    def test_the_schema_takes_every_request_of_the_cases(self):
        ran = run_bas("policy", "check", "--schema")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        schema = json.loads(ran.stdout)
        for name, request in self.requests.items():
            self.assertLessEqual(set(request), set(schema["properties"]), name)

    def test_missing_files_and_unknown_regimes_are_told(self):
        self.assertEqual(run_bas("policy", "check").returncode, 1)
        request = self.file("request.json", "{}")
        ran = run_bas("policy", "check", "--regime", "fr", request)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("be, nl, uk, de, generic", ran.stderr)


class PolicyRegime(unittest.TestCase):
    def test_every_regime_says_what_a_jurist_has_to_check(self):
        for name in NAMES:
            ran = run_bas("policy", "regime", name)
            self.assertEqual(ran.returncode, 0, ran.stderr)
            self.assertIn("to be checked", ran.stdout)

    def test_a_typing_error_in_a_file_is_told_with_its_line(self):
        text = (ROOT / "regimes/be.toml").read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "mine.toml")
            path.write_text(text.replace("store_max", "stoer_max", 1), encoding="utf-8")
            ran = run_bas("policy", "regime", str(path))
            self.assertEqual(ran.returncode, 1)
            self.assertRegex(ran.stderr, r"line \d+: stoer_max is no parameter")
            path.write_text(text, encoding="utf-8")
            self.assertEqual(run_bas("policy", "regime", str(path)).returncode, 0)


if __name__ == "__main__":
    unittest.main()
