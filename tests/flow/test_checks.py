"""Many plates in one go: what is listed now, line by line, whatever else stands in the body."""

import json
import struct
import threading
import unittest

from server import Server, ServedTest

ROW = struct.Struct("<IHBBf16s")
KINDS = ["exact", "look_alike", "missing", "extra", "partial"]
DAY_BEFORE, DAY_AFTER = "2020-01-01", "2099-12-31"


def rows_of(answer):
    """(matches, refused lines, totals) of an answer that is whole."""
    lines = [json.loads(line) for line in answer.body.decode().splitlines()]
    matches = [line for line in lines if isinstance(line, list)]
    return matches, [line for line in lines[:-1] if isinstance(line, dict)], lines[-1]


def ask_all(server, body, kind="exact", **options):
    answer = server.api("POST", f"/api/v1/checks?kind={kind}", body,
                        headers={"Content-Type": "text/plain"}, **options)
    assert answer.status == 200, answer
    assert answer.headers["Content-Type"] == "application/x-ndjson", answer
    return rows_of(answer)


def rows_in_bytes(answer):
    """The same of an answer in rows, matches as the lines would tell them with all kinds."""
    mark, count = struct.unpack_from("<4sI", answer.body)
    assert mark == b"BASL", answer.body[:8]
    end = 8 + count * ROW.size
    *refused, totals = [json.loads(line) for line in answer.body[end:].splitlines()]
    matches = []
    for line, place, priority, kind, probability, entry in ROW.iter_unpack(answer.body[8:end]):
        matches.append([line, ulid_of(entry), totals["lists"][place], priority, KINDS[kind],
                        round(probability, 3)])
    return matches, refused, {name: totals[name] for name in ("lines", "listed", "refused")}


def ulid_of(raw):
    digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    number = int.from_bytes(raw, "big")
    return "".join(digits[number >> 5 * place & 31] for place in reversed(range(26)))


class Checks(ServedTest):
    @classmethod
    def set_up_server(cls):
        cls.server.add_zone()
        cls.server.add_list("stolen", category="stolen", priority=1)
        cls.server.add_list("register", category="uninsured", priority=4)
        cls.server.list_csv("stolen", "plate,country,valid_from,valid_until\n"
                            f"1CHK001,BE,,\n1CHK002,BE,,{DAY_BEFORE}\n1CHK003,BE,{DAY_AFTER},\n"
                            "MÜAB 12,DE,,\n1CHK005,,,\n1CH?06,BE,,\n")
        cls.server.list_csv("register", "plate,country\n1CHK001,BE\nABCDEFGHIJKLM,\n")

    def lines_listed(self, body):
        return [(line, name, priority) for line, _, name, priority in ask_all(self.server, body)[0]]

    def test_every_entry_of_a_line_is_told_with_its_list(self):
        self.assertEqual(self.lines_listed("2XYZ999,BE\n1-chk-001,BE\r\n"),
                         [(2, "stolen", 1), (2, "register", 4)])

    def test_only_entries_in_force_count(self):
        self.assertEqual(self.lines_listed("1CHK002,BE\n1CHK003,BE\n1CHK005,BE\n"),
                         [(3, "stolen", 1)])

    def test_the_country_tells_two_vehicles_apart_where_both_are_known(self):
        self.assertEqual(self.lines_listed("1CHK001,FR\n1CHK001,BEL\n1CHK001\n1CHK005,FR\n"),
                         [(line, name, priority) for line in (2, 3)
                          for name, priority in (("stolen", 1), ("register", 4))]
                         + [(4, "stolen", 1)])

    def test_plates_of_any_letters_and_length_are_found_in_their_turn(self):
        self.assertEqual(self.lines_listed("mü-ab-12,D\n1CHK005\nABCDEFGHIJKLM,PL\n"),
                         [(1, "stolen", 1), (2, "stolen", 1), (3, "register", 4)])

    def test_lines_that_cannot_be_taken_are_named_and_stop_nobody(self):
        matches, refused, totals = ask_all(
            self.server, "\n1CHK0?1,BE\n---,BE\n1CHK001,Atlantis\n" + "X" * 65 + "\n1CHK005")
        self.assertEqual([line["line"] for line in refused], [2, 3, 4, 5])
        self.assertTrue(all(line["error"] for line in refused))
        self.assertEqual([match[0] for match in matches], [6])
        self.assertEqual(totals, {"lines": 5, "listed": 1, "refused": 4})

    def test_a_body_cut_anywhere_gives_a_whole_answer(self):
        body = "1CHK001,BE\r\nmü ab 12,DE\n".encode()
        for size in range(len(body)):
            totals = ask_all(self.server, body[:size])[2]
            self.assertLessEqual(totals["lines"], 2)

    def test_only_a_thousand_refused_lines_are_named(self):
        _, refused, totals = ask_all(self.server, "?\n" * 5000)
        self.assertEqual((len(refused), totals["refused"]), (1000, 5000))

    def test_what_is_too_much_is_refused_in_words(self):
        self.assert_problem(self.server.api("POST", "/api/v1/checks", "1\n" * 262_145), 413,
                            "too-large")
        self.assert_problem(self.server.api("POST", "/api/v1/checks?kind=some", "1"), 400,
                            "bad-request")

    def test_a_hundred_thousand_lines_go_in_one_body(self):
        body = "".join(f"9ZZZ{number:06}\n" for number in range(99_999)) + "1CHK005\n"
        matches, _, totals = ask_all(self.server, body)
        self.assertEqual([match[0] for match in matches], [100_000])
        self.assertEqual(totals["lines"], 100_000)

    def test_an_import_goes_on_beside_checks_that_never_pause(self):
        self.server.add_list("beside", category="stolen")
        is_over = threading.Event()
        faults = []

        def check():
            body = "1CHK005\n" * 50_000
            while not is_over.is_set():
                totals = ask_all(self.server, body)[2]
                if totals["listed"] != 50_000:
                    faults.append(totals)

        threads = [threading.Thread(target=check) for _ in range(3)]
        for thread in threads:
            thread.start()
        report = self.server.list_csv(
            "beside", "plate\n" + "".join(f"8BBB{number:05}\n" for number in range(20_000)))
        is_over.set()
        for thread in threads:
            thread.join()
        self.assertEqual(report["added"], 20_000)
        self.assertEqual(faults, [])
        self.assertEqual(len(ask_all(self.server, "8BBB19999\n")[0]), 1)


class ChecksByRule(unittest.TestCase):
    """Lists that are suspended, or that want look-alikes, at the start of the server."""

    def test_suspension_and_look_alikes_are_as_each_list_says(self):
        server = Server().start()
        self.addCleanup(server.remove)
        server.add_zone()
        for name in ("urgent", "asleep", "plain"):
            server.add_list(name, priority=2)
            rule = {"inexact": "review" if name == "urgent" else "nothing", "threshold": 0}
            server.api("PATCH", f"/api/v1/lists/{name}", {"match": rule})
            pattern = "1AB*99,BE\n" if name == "urgent" else ""
            server.list_csv(name, f"plate,country\n1RUL001,BE\n{pattern}")
        server.api("POST", "/api/v1/lists/asleep/suspend", {"because": "a test"})
        server.stop()
        server.start()
        exact = ask_all(server, "1RUL001,BE\n")[0]
        self.assertEqual(sorted(match[2] for match in exact), ["plain", "urgent"])
        matches = ask_all(server, "1RULO01,BE\n1RUL001,BE\n1ABC99,BE\n", kind="all")[0]
        told = {(line, name, kind) for line, _, name, _, kind, _ in matches}
        self.assertEqual(told, {(1, "urgent", "look_alike"), (2, "urgent", "exact"),
                                (2, "plain", "exact"), (3, "urgent", "partial")})
        for match in matches:
            self.assertTrue(0 < match[5] <= 1, match)
        self.rows_tell_the_same(server)

    def rows_tell_the_same(self, server):
        body = "1RULO01,BE\n\n1RUL?\n1RUL001,BE\n1ABC99,BE\n1RUL001,XX\n"
        answer = server.api(
            "POST", "/api/v1/checks?kind=all", body,
            headers={"Content-Type": "text/plain", "Accept": "application/vnd.bas.listed-rows"})
        self.assertEqual(answer.headers["Content-Type"], "application/vnd.bas.listed-rows")
        matches, refused, totals = ask_all(server, body, kind="all")
        self.assertEqual(len(refused), 2)
        self.assertEqual(rows_in_bytes(answer), (matches, refused, totals))


if __name__ == "__main__":
    unittest.main()
