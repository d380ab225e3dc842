"""Files of other offices become entries that match: whole, once, and without holding up a hit."""

import datetime
import os
import statistics
import threading
import time
import unittest

import messages as m
from server import ServedTest, run_bas

LONG = os.environ.get("BAS_LONG") == "1"
LARGE_LINES = 1_000_000 if LONG else 100_000
HIT_SECONDS_MAX = 5  # while a large import runs, on a busy machine
DUTCH_HEADER = "Nummerplaat;Land;Soort feit;Reden;Dossier;Geldig vanaf;Geldig tot"
DUTCH_MAP = ("plate=Nummerplaat;country=Land;category=Soort feit;reason=Reden;source_id=Dossier;"
             "valid_from=Geldig vanaf;valid_until=Geldig tot")


def day(distance):
    return (datetime.date.today() + datetime.timedelta(days=distance)).isoformat()


class Lists(ServedTest):
    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("north")

    def setUp(self):
        """Each test has a list of its own."""
        self.name = self.id().rpartition(".")[2].replace("_", "-")[:64]
        self.server.add_list(self.name, category="own", priority=2)

    def take(self, csv, query=""):
        report = self.server.list_csv(self.name, csv, query)
        self.assertEqual(report["lines"], sum(
            report[fate] for fate in ("added", "changed", "unchanged", "rejected", "repeated")))
        return report

    def assert_taken(self, report, **expected):
        counts = {"added": 0, "changed": 0, "unchanged": 0, "rejected": 0, **expected}
        self.assertEqual({name: report[name] for name in counts}, counts, report)

    def refuse(self, csv, query=""):
        """Why, of a mapping that is none or of a file that does not fit it."""
        answer = self.server.api("POST", f"/api/v1/lists/{self.name}/import{query}", csv,
                                 headers={"Content-Type": "text/csv"})
        if answer.status != 202:
            return self.assert_problem(answer, 400, "bad-request")["detail"]
        revision = self.server.ended(self.name, answer.json())
        self.assertEqual(revision["state"], "refused", revision)
        return revision["note"]

    def entries(self):
        items = self.server.get(f"/api/v1/lists/{self.name}/entries?limit=1000")["items"]
        return {entry["plate"]: entry for entry in items}

    def take_file(self, content, *flags, returncode=0):
        """The same through the verb: what it printed, and what it said on stderr."""
        file = self.server.root / f"{self.name}.csv"
        file.write_bytes(content)
        ran = run_bas("list", "import", "--data", self.server.data, "--list", self.name, *flags,
                      file)
        self.assertEqual(ran.returncode, returncode, ran.stderr)
        return ran

    def hits_of(self, *reads):
        """(plate, list) of every hit of these reads, in order."""
        answer = self.server.ingest(self.key, m.ndjson(reads), "application/x-ndjson")
        self.assertEqual(answer.status, 200)
        ids = answer.read_ids()
        return [(hit["plate"], hit["list"]["name"])
                for hit in reversed(self.server.get("/api/v1/hits?limit=1000")["items"])
                if hit["read"] in ids]

    def assert_hits(self, expected, *reads):
        self.assertEqual([plate for plate, name in self.hits_of(*reads) if name == self.name],
                         expected)

    # Columns.

    def test_our_own_columns_are_found_in_any_order_and_case(self):
        self.take("Reason,extra,PLATE , country,priority,category,source_id\n"
                  "taken,x,1-LST-601,be,1,stolen,A-17\n,,1LST602,,,,\n")
        entry, plain = self.entries()["1LST601"], self.entries()["1LST602"]
        self.assertEqual((entry["country"], entry["reason"], entry["priority"], entry["category"],
                          entry["source_id"]), ("BE", "taken", 1, "stolen", "A-17"))
        self.assertEqual((plain["reason"], plain["priority"], plain["category"]), ("", 2, "own"))
        self.assertNotIn("country", plain)

    def test_columns_of_another_office_are_mapped(self):
        line = f'1-LST-603;B;diefstal;"gestolen; café";D-1;{day(-1)};{day(1)}\n'
        ran = self.take_file(f"{DUTCH_HEADER}\n{line}".encode(), "--map", DUTCH_MAP)
        self.assertIn("1 added", ran.stdout)
        entry = self.entries()["1LST603"]
        self.assertEqual((entry["country"], entry["category"], entry["reason"], entry["source_id"]),
                         ("BE", "diefstal", "gestolen; café", "D-1"))
        self.assertLess(entry["valid_from"], entry["valid_until"])
        self.assert_hits(["1LST603"], m.bas_read("1LST603", country="BE"))

    def test_a_mapping_is_needed_and_must_fit(self):
        self.assertIn("map", self.refuse(DUTCH_HEADER + "\n1LST604;;;;;;\n"))
        for wrong, named in (("plate=Kenteken", "Kenteken"), ("shade=Land", "shade"),
                             ("plate", "plate"), ("=", "fact")):
            self.assertIn(named, self.refuse(DUTCH_HEADER + "\n1LST604;;;;;;\n", f"?map={wrong}"))
        self.refuse("")
        self.assertEqual(self.entries(), {})

    def test_latin_1_tabs_marks_and_line_ends_of_offices_are_read(self):
        for number, csv in enumerate((
                "plate;reason\n1LST61{};vélo volé à Liège, 5 €\n".encode("cp1252"),
                "plate\treason\r\n1LST61{}\tvélo volé à Liège, 5 €\r\n".encode("utf-8-sig"),
                'reason,plate\r"vélo volé à Liège, 5 €",1LST61{}\r'.encode(),
                'plate;reason\n1LST61{};"vélo volé à Liège, 5 €"'.encode())):
            with self.subTest(number):
                self.assert_taken(self.take(csv.replace(b"{}", b"%d" % number)), added=1)
                self.assertEqual(self.entries()[f"1LST61{number}"]["reason"],
                                 "vélo volé à Liège, 5 €")

    # Reports.

    def test_a_dry_run_tells_the_same_and_changes_nothing(self):
        csv = "plate,reason\n1LST620,a\n1LST621,b\n,c\n"
        dry = self.take(csv, "?dry_run=true")
        self.assert_taken(dry, added=2, rejected=1)
        said = self.take_file(csv.encode(), "--dry-run").stdout
        self.assertIn("nothing changed", said)
        self.assertEqual(self.entries(), {})
        self.assert_hits([], m.bas_read("1LST620"))
        real = self.take(csv)
        self.assertEqual(real, dry)
        self.assert_taken(self.take(csv.replace(",a", ",x"), "?dry_run=true"), changed=1,
                          unchanged=1, rejected=1)
        self.assertEqual(self.entries()["1LST620"]["reason"], "a")

    def test_bad_lines_are_told_by_number_and_stop_no_good_one(self):
        bad = {2: ",BE,,,,", 4: "1LST63?,,,,,", 6: "1LST632,Belgium the,,,,",
               7: "1LST633,,9,,,", 8: "1LST634,,,tomorrow,,", 9: "1LST635,,,,31/12/2026,",
               10: f"1LST636,,,{day(2)},{day(1)},", 11: "1" * 80 + ",,,,,",
               13: "1LST637,,,,," + "x" * 2_001, 14: "1LST638,,,,," + "y" * 70_000}
        good = {3: "1LST630,,,,,", 5: '1LST631,,,,,"in two"', 12: "1LST639,,1,,,"}
        lines = [line for _, line in sorted((bad | good).items())]
        csv = "\n".join(["plate,country,priority,valid_from,valid_until,reason", *lines]) + "\n"
        report = self.take(csv)
        self.assert_taken(report, added=len(good), rejected=len(bad))
        self.assertEqual([line["line"] for line in report["rejected_lines"]], list(bad))
        self.assertTrue(all(line["error"] for line in report["rejected_lines"]))
        self.assertEqual(set(self.entries()), {"1LST630", "1LST631", "1LST639"})
        rejects = self.server.root / "rejects"
        ran = self.take_file(csv.encode(), "--rejects", rejects)
        self.assertIn("line 10: ", ran.stderr)
        self.assertEqual(len(rejects.read_text().splitlines()), len(bad))

    def test_line_numbers_are_those_of_the_whole_file(self):
        lines = ["plate,reason"] + [f"2L{number:05d},x" for number in range(45_000)]
        lines[10] = '2L00009,"two\nlines"'
        lines[25_000] = ",x"  # stands one line lower, after the break above
        lines[44_000] = "?,x"
        ran = self.take_file(("\n".join(lines) + "\n").encode())
        self.assertIn("44998 added", ran.stdout)
        self.assertRegex(ran.stderr, r"line 25002: .*\nline 44002: ")

    def test_a_quote_left_open_is_told_by_the_line_it_stands_on(self):
        revision = self.server.import_csv(
            self.name, 'plate,reason\n1LST640,a\n1LST641,"open\n1LST642,b\n')
        self.assertEqual(revision["state"], "refused")  # nobody knows what the rest would say
        rejects = self.server.rejects(self.name, revision)
        self.assertEqual([line["line"] for line in rejects], [3])
        self.assertEqual(self.entries(), {})

    # Again.

    def test_the_same_file_again_changes_nothing(self):
        csv = "plate,country,reason\n1LST650,BE,a\n1LST650,NL,b\n1LST651,,c\n"
        self.assert_taken(self.take(csv), added=3)
        before = self.server.get(f"/api/v1/lists/{self.name}/entries")
        self.assert_taken(self.take(csv), unchanged=3)
        self.assertIn("3 unchanged", self.take_file(csv.encode()).stdout)
        self.assertEqual(self.server.get(f"/api/v1/lists/{self.name}/entries"), before)
        self.assert_hits(["1LST651"], m.bas_read("1LST651"))

    def test_a_changed_line_changes_its_entry_and_what_is_left_out_stays(self):
        self.take(f"plate,reason,valid_until\n1LST652,a,{day(1)}\n1LST653,b,\n")
        before = self.entries()
        self.assert_taken(self.take(f"plate,reason,valid_until\n1LST652,new,{day(-1)}\n"),
                          changed=1)
        after = self.entries()
        self.assertEqual(after["1LST652"]["id"], before["1LST652"]["id"])
        self.assertEqual((after["1LST652"]["reason"], after["1LST653"]),
                         ("new", before["1LST653"]))
        self.assert_hits(["1LST653"], m.bas_read("1LST652"), m.bas_read("1LST653"))

    def test_a_plate_named_twice_is_one_entry_with_both_reasons(self):
        report = self.take("plate,reason\n1LST654,first\n1-LST-654,later\n")
        self.assert_taken(report, added=1)
        self.assertEqual((report["repeated"], report["contradicting"]), (1, 1))
        self.assertEqual(self.entries()["1LST654"]["reason"], "first / later")

    def test_two_lists_with_one_plate_are_two_hits(self):
        self.take("plate\n1LST655\n")
        self.server.add_list("second-of-two")
        self.server.list_plates("1LST655", name="second-of-two")
        self.assertEqual(sorted(self.hits_of(m.bas_read("1LST655"))),
                         sorted([("1LST655", self.name), ("1LST655", "second-of-two")]))

    # In force.

    def test_an_entry_counts_from_its_first_day_to_the_end_of_its_last(self):
        moment = m.rfc3339(m.ago(1800))
        in_force = {"1LST660": (day(-2), day(2)), "1LST661": ("", day(0)), "1LST662": (day(0), ""),
                    "1LST663": (moment, "")}
        not_in_force = {"1LST664": (day(2), day(3)), "1LST665": (day(-9), day(-2)),
                        "1LST666": ("", moment), "1LST667": (m.rfc3339(m.ago(-3600)), "")}
        self.take("plate,valid_from,valid_until\n" + "".join(
            f"{plate},{first},{last}\n" for plate, (first, last) in
            (in_force | not_in_force).items()))
        # Today is the day of the province: at its edges the machine's own day is another.
        edges = {"1LST661", "1LST662"}
        hits = {plate for plate, _ in self.hits_of(*map(m.bas_read, in_force | not_in_force))}
        self.assertEqual(hits - edges, set(in_force) - edges)
        self.assertTrue(hits & edges)

    def test_what_counts_is_the_moment_of_capture(self):
        self.take(f"plate,valid_from\n1LST668,{m.rfc3339(m.ago(600))}\n")
        self.assert_hits([], m.bas_read("1LST668", m.ago(900)))
        self.assert_hits(["1LST668"], m.bas_read("1LST668", m.ago(300)))


class LargeImport(ServedTest):
    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("north")
        cls.server.add_list("stolen")
        cls.server.list_plates("1HOT001")
        cls.server.add_list("large")

    def take_large(self, outcome):
        csv = "plate,country,reason\n" + "".join(
            f"{number:07d}L,BE,insurance lapsed\n" for number in range(LARGE_LINES))
        began = time.monotonic()
        counts = self.server.import_csv("large", csv)["counts"]
        outcome.update(counts=counts, seconds=time.monotonic() - began)

    def test_hits_keep_coming_while_a_large_list_is_taken_over(self):
        outcome, delays = {}, []
        stream = self.open_stream()
        importing = threading.Thread(target=self.take_large, args=(outcome,))
        importing.start()
        while importing.is_alive():  # one read after another, each waits for its hit
            began = time.monotonic()
            self.assertEqual(self.server.ingest(self.key, m.bas_read("1HOT001")).status, 200)
            self.assertIsNotNone(stream.hit_of("1HOT001", HIT_SECONDS_MAX), "the hit is held up")
            delays.append(time.monotonic() - began)
        importing.join()
        delays.sort()
        print(f"{LARGE_LINES} lines in {outcome['seconds']:.1f} s; meanwhile {len(delays)} hits, "
              f"sent to shown p50 {statistics.median(delays) * 1000:.0f} ms, p99 "
              f"{delays[int(len(delays) * 0.99)] * 1000:.0f} ms, slowest {delays[-1] * 1000:.0f} "
              f"ms; {self.server.rss_bytes() >> 20} MiB", flush=True)
        self.assertGreater(len(delays), 20)
        counts = outcome["counts"]
        self.assertEqual((counts["added"], counts["rejected"]), (LARGE_LINES, 0))
        self.server.ingest(self.key, m.bas_read(f"{LARGE_LINES - 1:07d}L", country="BE"))
        self.assertIsNotNone(stream.hit_of(f"{LARGE_LINES - 1:07d}L", HIT_SECONDS_MAX))
        lists = self.server.get("/api/v1/lists")["items"]
        counts = {kept["name"]: kept["entries"] for kept in lists}
        self.assertEqual(counts, {"stolen": 1, "large": LARGE_LINES})
        if LONG:
            self.server.stop()
            self.server.start()
            print(f"ready again in {self.server.ready_seconds:.1f} s", flush=True)


if __name__ == "__main__":
    unittest.main()
