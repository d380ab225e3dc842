"""Nothing on disk, in the log or in the figures tells a plate; without its key a day is gone."""

import json
import pathlib
import tempfile
import unittest

import messages as m
from byte_search import PlateSearch, encodings, spellings
from server import Server, run_bas

# Each is used in one place only, so that a find says where it leaks.
IN_BAS, IN_HIKVISION, IN_AXIS, IN_OPENALPR, IN_LINES = (
    "1QXZ731", "2WVK842", "3JQF953", "4ZKX164", "5VQW275")
LISTED, LISTED_BY_FILE, HIT, REFUSED, WRONG_PLACE = (
    "6KZJ386", "7XQV497", "8FZQ518", "9WJX629", "1ZVF735")
IN_PICTURE, IN_NAMES, IN_ADDRESS, CANDIDATE = "2QKW846", "3XJZ957", "4FVQ168", "5ZWK279"
ALL = [IN_BAS, IN_HIKVISION, IN_AXIS, IN_OPENALPR, IN_LINES, LISTED, LISTED_BY_FILE, HIT, REFUSED,
       WRONG_PLACE, IN_PICTURE, IN_NAMES, IN_ADDRESS, CANDIDATE]


def dashed(plate):
    return f"{plate[0]}-{plate[1:4]}-{plate[4:]}"


class Searching(unittest.TestCase):
    """The control: what is planted is found, so finding nothing means something."""

    def test_a_planted_plate_is_found_in_every_spelling_and_encoding(self):
        search = PlateSearch([IN_BAS])
        with tempfile.TemporaryDirectory() as folder:
            scratch = pathlib.Path(folder) / "scratch"
            for spelling in spellings(IN_BAS):
                for name, pattern in encodings(spelling).items():
                    scratch.write_bytes(b"before " * 99 + pattern + b" behind" * 99)
                    self.assertTrue(search.found_below(pathlib.Path(folder)), (spelling, name))

    def test_a_plate_is_found_wherever_it_starts_in_base64(self):
        search = PlateSearch([IN_BAS])
        for before in range(9):
            raw = b"x" * before + IN_BAS.encode() + b"yyyy"
            self.assertTrue(search.found_in(encodings(raw.decode())["base64 at 0"]), before)

    def test_a_plate_in_a_file_name_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / f"{dashed(IN_BAS)}.jpg").touch()
            self.assertTrue(PlateSearch([IN_BAS]).found_below(pathlib.Path(folder)))

    def test_other_bytes_are_not_taken_for_a_plate(self):
        self.assertEqual(PlateSearch(ALL).found_in(m.jpeg("noise", 2_000_000)), [])


class Secrecy(unittest.TestCase):
    def setUp(self):
        self.server = Server()
        self.addCleanup(self.server.remove)
        self.server.start()
        (self.key,) = self.server.add_cameras("north")
        self.server.add_list("stolen")

    def deliver(self, body, content_type="application/json", status=200):
        answer = self.server.ingest(self.key, body, content_type)
        self.assertEqual(answer.status, status, answer)
        return answer.read_ids()

    def send_everything(self):
        picture = m.jpeg("head") + f"plate {dashed(IN_PICTURE)} {IN_PICTURE}".encode()
        self.server.list_plates(LISTED, HIT)
        file = self.server.root / "list.csv"
        file.write_text(f"Kenteken;Waarom\n{dashed(LISTED_BY_FILE)};seen as {LISTED_BY_FILE}\n"
                        f"?{LISTED_BY_FILE}*;a pattern is refused\n")
        imported = run_bas("list", "import", "--data", self.server.data, "--list", "stolen",
                           "--map", "plate=Kenteken;reason=Waarom", file)
        self.assertEqual(imported.returncode, 0, imported.stderr)
        stream = self.server.stream()
        self.addCleanup(stream.close)
        self.deliver(m.bas_read(
            dashed(IN_BAS), images=[m.bas_image(picture)], event_id=f"event {IN_NAMES}",
            passage_id=IN_NAMES, device_id=f"device {IN_NAMES}",
            candidates=[{"plate": CANDIDATE, "confidence": 0.4}]))
        self.deliver(*m.hikvision_multipart(dashed(IN_HIKVISION), picture, picture,
                                            event="00000000-1111-2222"))
        self.deliver(m.axis_json(IN_AXIS, pictures=[("plate", picture)]))
        self.deliver(m.openalpr_group(IN_OPENALPR, plate_picture=picture))
        self.deliver(m.ndjson([m.bas_read(IN_LINES.lower()), {"plate": REFUSED}]),
                     "application/x-ndjson")
        self.deliver(m.bas_read(dashed(HIT)))
        self.assertIsNotNone(stream.hit_of(HIT))
        self.send_refused()
        for path in (f"/api/v1/reads/{IN_ADDRESS}", f"/api/v1/hits?before={IN_ADDRESS}",
                     f"/{IN_ADDRESS}", f"/api/v1/lists/{IN_ADDRESS}/entries",
                     f"/ingest/{IN_ADDRESS}"):
            self.server.api("GET", path)
        self.server.ingest(IN_ADDRESS, b"{}")

    def send_refused(self):
        """A plate where it does not belong: no error text may carry it to disk."""
        for wrong in ({"captured_at": WRONG_PLACE}, {"country": WRONG_PLACE},
                      {"direction": WRONG_PLACE}, {"lane": WRONG_PLACE}, {"vehicle": WRONG_PLACE},
                      {"images": [{"role": WRONG_PLACE, "base64": WRONG_PLACE}]}):
            self.deliver(m.bas_read(REFUSED) | wrong, status=422)
        xml = m.hikvision_xml(REFUSED).replace(b"<dateTime>", b"<dateTime>" + WRONG_PLACE.encode())
        self.deliver(xml, "application/xml", 422)
        for body in (f"junk {REFUSED}", f'{{"{WRONG_PLACE}":{WRONG_PLACE}}}', f"<{WRONG_PLACE}>",
                     f"--{WRONG_PLACE}\r\n\r\n{REFUSED}\r\n--{WRONG_PLACE}--"):
            self.deliver(body.encode(), f"text/{WRONG_PLACE}", 422)

    def test_no_plate_is_found_on_disk_in_the_log_or_in_the_figures(self):
        self.send_everything()
        search = PlateSearch(ALL)
        self.assertGreater(len(search), 1000)
        metrics = self.server.api("GET", "/metrics", token="").body
        self.assertIn(b"bas_reads_total", metrics)
        self.assertEqual(search.found_in(metrics), [])
        running = search.found_below(self.server.data)  # journals and logs included
        self.assertEqual(self.server.stop(), 0)
        found, code = self.server.doctor()
        self.assertEqual((found["reads"], found["hits"], code), (6, 1, 0))
        self.assertGreater(sum(f.stat().st_size for f in self.server.data.rglob("*")), 50_000)
        self.assertEqual(running, [])
        self.assertEqual(search.found_below(self.server.data), [])
        self.assertGreater(self.server.log.stat().st_size, 0)
        self.assertEqual(search.found_in(self.server.log.read_bytes()), [])

    def test_no_secret_is_found_on_disk(self):
        self.server.add_user("nadia", "operator", password="a password of some length")
        token = self.server.token_of("nadia")
        self.deliver(m.bas_read(IN_BAS))
        self.assertEqual(self.server.stop(), 0)
        for file in self.server.data.rglob("*"):
            content = file.read_bytes() if file.is_file() else b""
            for secret in (self.key, token, self.server.token, "a password of some length"):
                self.assertNotIn(secret.encode(), content, file.name)
        kek = (self.server.root / "data.kek").read_text().split()[1]
        for file in self.server.data.rglob("*"):
            content = file.read_bytes() if file.is_file() else b""
            self.assertNotIn(kek.encode(), content)
            self.assertNotIn(bytes.fromhex(kek), content)

    def test_nobody_else_may_open_what_is_kept(self):
        self.deliver(m.bas_read(IN_BAS))
        self.assertEqual(self.server.data.stat().st_mode & 0o077, 0)
        self.assertEqual((self.server.root / "data.kek").stat().st_mode & 0o077, 0)

    def test_a_day_without_its_key_is_gone_and_others_are_not(self):
        old, new = m.ago(3 * 86_400), m.utc_now()
        self.server.list_plates(HIT, LISTED)
        picture = m.bas_image(m.jpeg("of a day"))
        (old_read,) = self.deliver(m.bas_read(HIT, old, images=[picture]))
        (new_read,) = self.deliver(m.bas_read(LISTED, new, images=[picture]))
        hits = {hit["read"]: hit for hit in self.server.get("/api/v1/hits")["items"]}
        self.assertEqual(set(hits), {old_read, new_read})
        self.assertEqual(self.server.stop(), 0)
        self.destroy_key_of(hits[old_read]["captured_at"])
        self.server.start()

        for path in (f"/api/v1/reads/{old_read}", f"/api/v1/reads/{old_read}/pictures/0",
                     f"/api/v1/hits/{hits[old_read]['id']}",
                     f"/api/v1/incidents/{hits[old_read]['incident']}"):
            answer = self.server.api("GET", path)
            self.assertIn(answer.status, (404, 410), path)
            self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
            self.assertEqual(PlateSearch([HIT]).found_in(answer.body), [])
        for path in ("/api/v1/hits", "/api/v1/incidents"):
            shown = [item["plate"] for item in self.server.get(path)["items"]]
            self.assertEqual(shown, [LISTED], path)

        self.assertEqual(self.server.read(new_read)["plate"], LISTED)
        answer = self.server.api("GET", f"/api/v1/reads/{new_read}/pictures/0")
        self.assertEqual(answer.body, m.jpeg("of a day"))

    def destroy_key_of(self, captured_at):
        """What destroying a day comes to: its key is gone and a marker says so."""
        keys = self.server.data / "keys"
        days = sorted(file.stem for file in keys.glob("????-??-??.key"))
        self.assertEqual(len(days), 2)
        self.assertIn(days[0], (captured_at[:10], m.rfc3339(m.ago(3 * 86_400 - 7_200))[:10]))
        (keys / f"{days[0]}.key").unlink()
        (keys / f"{days[0]}.destroyed").touch(mode=0o600)

    def test_another_key_encryption_key_opens_nothing(self):
        self.deliver(m.bas_read(IN_BAS))
        self.assertEqual(self.server.stop(), 0)
        kek = self.server.root / "data.kek"
        kek.write_text("bas-kek-1 " + "5a" * 32 + "\n")
        refused = run_bas("doctor", "--data", self.server.data, "--json")
        self.assertEqual(refused.returncode, 1)
        self.assertTrue(refused.stderr)
        with self.assertRaises((AssertionError, json.JSONDecodeError)):
            self.server.start()


if __name__ == "__main__":
    unittest.main()
