"""The verbs of bas as a person or a script uses them."""

import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import messages as m
from server import BINARY, READY, ROOT, Server, ServedTest, Stream, run_bas, terms

CORPUS = ROOT / "tests" / "corpus"
TIMELESS = ("recorder_with_prefix.xml",)  # messages without a time: that of their arrival counts
HIT_SECONDS_MAX = 15


def verbs_below(*words):
    """(verb …) of every verb that the help of a verb names, and those below it."""
    yield words
    text = run_bas(*words, "--help").stdout
    section = text.partition("Subcommands:")[2]
    for name in re.findall(r"^  ([a-z][a-z-]*)", section, re.M):
        yield from verbs_below(*words, name)


class Verbs(unittest.TestCase):
    def test_every_verb_explains_itself(self):
        verbs = list(verbs_below())
        names = {" ".join(words) for words in verbs}
        self.assertLessEqual({"serve", "demo", "simulate", "decode", "list import", "list show",
                              "camera add", "camera list", "camera disable", "zone add",
                              "zone list", "user add", "user list", "token create",
                              "migrate status", "migrate up", "doctor", "day list", "day drop"},
                             names)
        for words in verbs:
            with self.subTest(words):
                helped = run_bas(*words, "--help")
                self.assertEqual(helped.returncode, 0)
                self.assertIn("--help", helped.stdout)

    def test_wrong_usage_exits_with_2_and_says_why_on_stderr(self):
        for words in ([], ["fly"], ["serve", "--wings"], ["decode"], ["list"], ["list", "import"],
                      ["zone", "add", "--code", "1"], ["simulate", "--cameras", "many"],
                      ["token", "create", "--days"], ["day", "drop"]):
            with self.subTest(words):
                wrong = run_bas(*words)
                self.assertEqual(wrong.returncode, 2)
                self.assertTrue(wrong.stderr)
                self.assertEqual(wrong.stdout, "")

    def test_failures_exit_with_1_and_say_why_on_stderr(self):
        with tempfile.TemporaryDirectory() as folder:
            nowhere = pathlib.Path(folder) / "nowhere"
            for words in (["doctor", "--data", nowhere], ["decode", nowhere],
                          ["serve", "--data", nowhere, "--listen", "x"],
                          ["serve", "--data", "/proc/nowhere", "--listen", "127.0.0.1:0"],
                          ["zone", "list", "--url", "http://127.0.0.1:9"],
                          ["simulate", "--url", "http://127.0.0.1:9", "--seconds", "1"],
                          ["list", "import", "--data", nowhere, "--list", "x", nowhere]):
                with self.subTest(words[:2]):
                    failed = run_bas(*words)
                    self.assertEqual(failed.returncode, 1)
                    self.assertTrue(failed.stderr.strip())

    def test_the_version_is_told(self):
        told = run_bas("--version")
        self.assertEqual(told.returncode, 0)
        self.assertRegex(told.stdout, r"^bas \d+\.\d+")


class Match(unittest.TestCase):
    ENTRIES = ("plate,country,category,source_id,priority\n"
               "1-ABC-123,BE,stolen,S1,2\n"
               "TÖL-S 12,DE,stolen,S2,2\n"
               "2XY?9*,BE,wanted,S3,1\n"
               ",BE,stolen,S4,2\n")

    def match(self, plates, *arguments, known=None):
        with tempfile.TemporaryDirectory() as folder:
            entries = pathlib.Path(folder) / "entries.csv"
            entries.write_text(self.ENTRIES)
            if known is not None:
                (pathlib.Path(folder) / "known").write_text(known)
                arguments += ("--known", pathlib.Path(folder) / "known")
            ran = run_bas("match", "--entries", entries, *arguments, stdin=plates)
        return [json.loads(line) for line in ran.stdout.splitlines()], ran

    def test_a_misread_is_found_and_explained_and_a_bad_line_told(self):
        matches, ran = self.match("1abc123,be\n1A8C123,BE,0.81\n1ABC12,BE\n11ABC123,BE\n"
                                  "1XBC124,BE\n\n,,\nTÖLS12,DE\n", "--explain", known="9ZZZ999,BE")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertEqual([(match["plate"], match["kind"]) for match in matches],
                         [("1ABC123", "exact"), ("1A8C123", "look_alike"), ("1ABC12", "missing"),
                          ("11ABC123", "extra"), ("TÖLS12", "exact")])
        self.assertEqual(matches[1]["entry"], {"plate": "1ABC123", "country": "BE", "priority": 2,
                                               "category": "stolen", "source_id": "S1"})
        self.assertIn("8 read for B at place 3", matches[1]["explanation"])
        self.assertIn("3 at place 7 was not read", matches[2]["explanation"])
        for match in matches:
            self.assertTrue(0.5 <= match["probability"] <= 1, match)
        self.assertIn("line 5: plate: it is empty", ran.stderr)

    def test_a_read_that_is_a_known_plate_itself_raises_nothing(self):
        read = "1AFC123,BE\n"
        entries, self.ENTRIES = self.ENTRIES, "plate,country\n1AEC123,BE\n"
        self.addCleanup(setattr, self, "ENTRIES", entries)
        near = ("--min-probability", "0.05")
        self.assertEqual(len(self.match(read, *near, known="9ZZZ999,BE\n")[0]), 1)
        self.assertEqual(self.match(read, *near, known="1AFC123,BE\n")[0], [])

    def test_partial_plates_are_as_probable_as_few_vehicles_fit(self):
        matches, _ = self.match("2XYZ912,BE\n2XYZ812,BE\n", "--min-probability", "0", "--explain")
        self.assertEqual([match["kind"] for match in matches], ["partial"])
        self.assertEqual(matches[0]["entry"]["plate"], "2XY?9*")
        self.assertLess(matches[0]["probability"], 0.01)
        self.assertEqual(self.match("2XYZ912,BE\n")[0], [])

    def test_what_the_camera_saw_speaks_for_or_against_and_never_hides_an_exact_match(self):
        entries = self.ENTRIES
        self.ENTRIES = ("plate,country,make,colour,vehicle_class\n"
                        "1-ABC-123,BE,VW,blauw,personenwagen\n")
        self.addCleanup(setattr, self, "ENTRIES", entries)
        matches, _ = self.match("1ABC123,BE,0.9,scania,white,truck\n"
                                "1ABC123,BE,,Volkswagen,blue,SUV\n"
                                "1ABC123,BE\n1A8C123,BE,0.8,vw,bleu,car\n", "--explain",
                                known="9ZZZ999,BE")
        self.assertEqual([match["kind"] for match in matches],
                         ["exact", "exact", "exact", "look_alike"])
        other, same, unknown, misread = matches
        self.assertEqual(list(other)[:5], ["plate", "country", "entry", "kind", "probability"])
        self.assertLess(other["probability"], unknown["probability"])
        self.assertGreater(same["probability"], unknown["probability"])
        self.assertIn("a white Scania truck, the entry names a blue Volkswagen car: speaks against",
                      other["explanation"])
        self.assertEqual(same["reasons"]["vehicle"]["speaks"], "for")
        self.assertNotIn("vehicle", unknown["reasons"])
        self.assertEqual(misread["reasons"]["differing"],
                         [{"listed_place": 3, "read_place": 3, "listed": "B", "read": "8"}])

    def test_wrong_usage_and_missing_files_are_told(self):
        self.assertEqual(run_bas("match", stdin="").returncode, 2)
        self.assertEqual(run_bas("match", "--entries", "/no/such/file", stdin="").returncode, 1)
        self.assertEqual(self.match("x" * 5000)[1].returncode, 1)


class Decode(unittest.TestCase):
    def decode(self, *arguments):
        ran = run_bas("decode", *arguments)
        return [json.loads(line) for line in ran.stdout.splitlines()], ran

    def test_every_message_of_the_corpus_decodes_as_written_down(self):
        files = [file for make in m.MAKES for file in sorted((CORPUS / make).glob("*"))
                 if not file.name.endswith(".expected.json")]
        self.assertGreater(len(files), 50)
        for file in files:
            expected = [json.loads(line) for line in
                        file.with_name(file.name + ".expected.json").read_text().splitlines()]
            with self.subTest(file.name):
                decoded, ran = self.decode(file)
                self.assertEqual(ran.returncode, int(any("error" in line for line in expected)))
                expected = [line | {"file": str(file)} if "error" in line else line
                            for line in expected]
                if file.name in TIMELESS:
                    for line in decoded + expected:
                        line.pop("captured_at", None)
                        line.pop("event_id", None)
                self.assertEqual(decoded, expected)

    def test_several_files_are_decoded_and_one_bad_one_is_told(self):
        good, bad = CORPUS / "bas/least.json", CORPUS / "bas/wrong_time_is_missing.json"
        decoded, ran = self.decode(good, bad, good)
        self.assertEqual(ran.returncode, 1)
        self.assertEqual([sorted(line)[:1] for line in decoded],
                         [["captured_at"], ["error"], ["captured_at"]])

    def test_junk_is_told_as_an_error_of_one_line(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "junk"
            for junk in (b"", b"\0\xff\"\\\n" * 99, b'{"captured_at":"\\u0000\\"\\\\"}',
                         b"<a>\"\\" * 20, b'{"captured_at' + b'"' * 50):
                file.write_bytes(junk)
                decoded, ran = self.decode(file)
                self.assertEqual(ran.returncode, 1)
                self.assertEqual([list(line) for line in decoded], [["error", "file"]], junk[:9])

    def test_a_file_that_cannot_be_read_is_told_and_the_others_are_decoded(self):
        with tempfile.TemporaryDirectory() as folder:
            nowhere = pathlib.Path(folder) / "line\nbreak\t\"quote"
            decoded, ran = self.decode(nowhere, CORPUS / "bas/least.json")
            self.assertEqual(ran.returncode, 1)
            self.assertEqual(decoded[0]["file"], str(nowhere))
            self.assertTrue(decoded[0]["error"])
            self.assertIn("captured_at", decoded[1])

    def test_a_bad_line_of_a_batch_is_told_by_its_number(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "batch.ndjson"
            file.write_bytes(b'{"captured_at":"2026-11-23T10:00:00Z"}\n\x01\xff"\\\n'
                             b'{"captured_at":"2026-11-23T10:00:01Z"}\n')
            decoded, ran = self.decode(file)
            self.assertEqual(ran.returncode, 1)
            (error,) = [line for line in decoded if "error" in line]
            self.assertEqual((error["line"], error["file"]), (2, str(file)))
            self.assertEqual(len(decoded), 3)

    def test_a_named_protocol_is_used_and_an_unknown_one_refused(self):
        file = CORPUS / "bas/least.json"
        self.assertEqual(self.decode("--protocol", "bas", file)[1].returncode, 0)
        decoded, ran = self.decode("--protocol", "morse", file)
        self.assertEqual(ran.returncode, 1)
        self.assertIn("hikvision", decoded[0]["error"])

    def test_pictures_are_told_by_role_size_and_digest(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "read.json"
            picture = m.jpeg("digest")
            file.write_text(json.dumps(m.bas_read("1DEC300", images=[m.bas_image(picture)])))
            decoded, _ = self.decode(file)
            (image,) = decoded[0]["images"]
            self.assertEqual((image["role"], image["bytes"]), ("overview", len(picture)))
            self.assertRegex(image["sha256"], "^[0-9a-f]{64}$")


class Administration(unittest.TestCase):
    """The same verbs beside a running server and on the folder of a stopped one."""

    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.remove)

    def json_of(self, *words, data=None):
        ran = run_bas(*words, "--data", data or self.server.data, "--json")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        return json.loads(ran.stdout)

    def set_up_a_province(self):
        password = self.server.root / "password"
        password.write_text("correct horse battery\n")
        zone = self.json_of("zone", "add", "--code", "5364", "--name", "Carma")
        site = self.json_of("site", "add", "--zone", "5364", "--name", "N74", "--lat", "50.9",
                            "--lon", "5.5")
        camera = self.json_of("camera", "add", "--site", site["id"], "--name", "north")
        self.json_of("list", "add", "--list", "stolen", "--zone", "5364")
        self.json_of("user", "add", "--name", "nadia", "--role", "operator", "--zone", "5364",
                     "--password-file", password, *terms())
        self.assertEqual([z["id"] for z in self.json_of("zone", "list")["items"]], [zone["id"]])
        self.assertEqual([u["name"] for u in self.json_of("user", "list")["items"]],
                         ["local-administrator", "local-list-keeper", "nadia"])
        self.assertEqual([c["id"] for c in self.json_of("camera", "list")["items"]],
                         [camera["id"]])
        return camera

    def test_a_province_is_set_up_beside_a_running_server(self):
        self.server.start()
        camera = self.set_up_a_province()
        answer = self.server.ingest(camera["ingest_key"], m.bas_read("1CLI301"))
        self.assertEqual(answer.status, 200)
        token = self.json_of("token", "create", "--user", "nadia")["token"]
        session = self.server.get("/api/v1/session", token=token)
        self.assertEqual(session["user"]["role"], "operator")
        disabled = run_bas("camera", "disable", "north", "--data", self.server.data)
        self.assertEqual(disabled.returncode, 0, disabled.stderr)
        self.assertEqual(self.server.ingest(camera["ingest_key"], m.bas_read("1")).status, 403)

    def test_a_province_is_set_up_before_the_server_ever_ran(self):
        camera = self.set_up_a_province()
        self.server.start()
        answer = self.server.ingest(camera["ingest_key"], m.bas_read("1CLI302"))
        self.assertEqual(answer.status, 200)

    def test_a_server_is_reached_by_its_address_with_a_token(self):
        self.server.start()
        file = self.server.root / "token"
        file.write_text(self.server.token + "\n")
        ran = run_bas("zone", "list", "--url", self.server.url, "--token-file", file, "--json")
        self.assertEqual(json.loads(ran.stdout), {"items": []})
        file.write_text("bas_wrong\n")
        ran = run_bas("zone", "list", "--url", self.server.url, "--token-file", file, "--json")
        self.assertEqual(ran.returncode, 1)
        self.assertTrue(ran.stderr)

    def test_the_refusal_of_the_server_is_passed_on(self):
        self.set_up_a_province()
        again = run_bas("zone", "add", "--code", "5364", "--name", "x", "--data", self.server.data)
        self.assertEqual(again.returncode, 1)
        self.assertTrue(again.stderr)

    def test_a_second_server_on_one_folder_is_refused(self):
        self.server.start()
        second = run_bas("serve", "--data", self.server.data, "--listen", "127.0.0.1:0")
        self.assertEqual(second.returncode, 1)
        self.assertIn("another process", second.stderr)
        looked = run_bas("doctor", "--data", self.server.data)
        self.assertEqual(looked.returncode, 1)

    def test_a_taken_port_is_told(self):
        self.server.start()
        second = run_bas("serve", "--data", self.server.root / "other", "--listen",
                         f"127.0.0.1:{self.server.port}")
        self.assertEqual(second.returncode, 1)
        self.assertIn(str(self.server.port), second.stderr)

    def test_the_schema_is_told(self):
        self.server.data.mkdir(mode=0o700)
        told = run_bas("migrate", "status", "--data", self.server.data)
        self.assertIn("pending", told.stdout)
        self.assertTrue(self.json_of("migrate", "status")["pending"])
        self.assertEqual(run_bas("migrate", "up", "--data", self.server.data).returncode, 0)
        told = run_bas("migrate", "status", "--data", self.server.data)
        self.assertNotIn("pending", told.stdout)
        self.assertRegex(told.stdout, r"^level [1-9]")

    def test_the_schema_is_made_in_a_new_folder_of_this_user_alone(self):
        new = self.server.root / "new"
        made = self.json_of("migrate", "up", data=new)
        self.assertGreater(made["level"], 0)
        self.assertEqual(made["pending"], [])
        self.assertEqual(new.stat().st_mode & 0o777, 0o700)


class Config(unittest.TestCase):
    def json_of(self, *words):
        ran = run_bas("config", *words, "--json")
        return json.loads(ran.stdout), ran.returncode

    def test_it_is_checked_shown_and_sampled_for_machines(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "bas.toml"
            file.write_text('listen = "127.0.0.1:1"\nlistten = 1\n')
            told, code = self.json_of("check", "--config", file)
            self.assertEqual((len(told["findings"]), code), (1, 1))
            self.assertTrue(told["findings"][0]["where"].endswith(":2"))
            told, code = self.json_of("show", "--config", file)
            self.assertIn("listen", told["origins"])
            self.assertEqual(code, 0)
        self.assertEqual(self.json_of("check"), ({"findings": []}, 0))
        self.assertIn("listen", self.json_of("sample")[0]["toml"])


class Simulate(ServedTest):
    def test_everything_is_acknowledged_and_the_truth_is_written(self):
        truth = self.server.root / "truth.jsonl"
        ran = run_bas("simulate", "--url", self.server.url, "--cameras", 10, "--rate", 20,
                      "--seconds", 3, "--seed", 7, "--desks", 2, "--out", truth, "--json")
        self.assertEqual(ran.returncode, 0, ran.stderr)
        report = json.loads(ran.stdout)
        self.assertGreater(report["acknowledged"], 20)
        self.assertEqual(report["sent"], report["acknowledged"] + report["repeated"])
        self.assertEqual((report["refused"], report["failed"]), (0, 0))
        lines = [json.loads(line) for line in truth.read_text().splitlines()]
        self.assertGreaterEqual(len(lines), report["acknowledged"])
        cameras = self.server.get("/api/v1/cameras")["items"]
        self.assertEqual(len(cameras), 10)
        self.assertEqual(sum(camera["reads"] for camera in cameras), report["acknowledged"])
        self.assertEqual(sum(camera["quarantined"] for camera in cameras), 0)


class Demo(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        self.demo = subprocess.Popen(
            [str(BINARY), "demo", "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=os.environ | {"TMPDIR": self.home.name})
        self.addCleanup(self.end)
        watchdog = threading.Timer(60, self.demo.kill)
        watchdog.start()
        self.addCleanup(watchdog.cancel)

    def end(self):
        if self.demo.poll() is None:
            self.demo.kill()
        self.demo.wait()
        self.demo.stdout.close()

    def test_it_tells_its_address_and_logins_and_hits_arrive(self):
        ready = READY.search(self.demo.stdout.readline())
        self.assertTrue(ready)
        ready_at = time.monotonic()
        logins = {}
        while not (line := self.demo.stdout.readline()).startswith("Ctrl-C"):
            name, password = re.search(r"sign in as (\w+) with password (\S+)", line).groups()
            logins[name] = password
        self.assertLessEqual({"nadia", "admin"}, set(logins))
        (data,) = pathlib.Path(self.home.name).glob("bas-demo-*/data")
        made = run_bas("token", "create", "--data", data, "--user", "nadia", "--json")
        stream = Stream(int(ready.group(2)), json.loads(made.stdout)["token"])
        self.addCleanup(stream.close)
        left = HIT_SECONDS_MAX - (time.monotonic() - ready_at)
        hit = stream.wait_for(lambda e: e["event"] == "hit.created", left)
        self.assertIsNotNone(hit, "no hit within 15 s of ready")
        self.assertGreater(len(hit["data"]["pictures"]), 0)
        self.demo.send_signal(signal.SIGTERM)
        self.assertEqual(self.demo.wait(20), 0)
        self.assertEqual(list(pathlib.Path(self.home.name).glob("bas-demo-*")), [])


if __name__ == "__main__":
    unittest.main()
