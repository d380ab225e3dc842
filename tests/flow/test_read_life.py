"""A camera's bytes in, a stored read out, and a hit on every desk."""

import json
import pathlib
import unittest

import messages as m
from server import ROOT, ServedTest

SAMPLES = ROOT.parent / "shared" / "payloads"
CORPUS = ROOT / "tests" / "corpus"
HIT_SECONDS_MAX = 2


class ReadLife(ServedTest):
    keeps = "240 months"  # what real cameras sent years ago is among the messages

    @classmethod
    def set_up_server(cls):
        cls.key, cls.other_key = cls.server.add_cameras("north", "south")
        cls.server.add_list("stolen", category="stolen", priority=1)

    def deliver(self, body, content_type="application/json", key=None):
        answer = self.server.ingest(key or self.key, body, content_type)
        self.assertEqual(answer.status, 200, answer)
        return answer

    def delivered_read(self, body, content_type="application/json", key=None):
        """The one read that a message became, as the API shows it."""
        ids = self.deliver(body, content_type, key).read_ids()
        self.assertEqual(len(ids), 1)
        return self.server.read(ids[0])

    def list_and_follow(self, *plates):
        self.server.list_plates(*plates)
        return self.open_stream()

    def assert_pictures(self, read, expected):
        """expected: (role, bytes) in order."""
        self.assertEqual([(p["role"], p["bytes"]) for p in read["pictures"]],
                         [(role, len(picture)) for role, picture in expected])
        for link, (_, picture) in zip(read["pictures"], expected):
            answer = self.server.api("GET", link["url"])
            self.assertEqual(answer.status, 200)
            self.assertEqual(answer.headers["Content-Type"], "image/jpeg")
            self.assertEqual(answer.body, picture)

    def assert_hit_of(self, stream, read):
        hit = stream.hit_of(read["plate"], HIT_SECONDS_MAX)
        self.assertIsNotNone(hit, f"no hit of {read['plate']} on the stream")
        self.assertEqual(hit["read"], read["id"])
        self.assertEqual(hit["list"]["name"], "stolen")
        self.assertEqual(hit["state"], "candidate")
        self.assertTrue(hit["explanation"])
        self.assertEqual(self.server.get(f"/api/v1/hits/{hit['id']}")["read"], read["id"])
        return hit

    # Each make: stored as sent, answered in its words, shown to the desks.

    def test_hikvision_bare_xml_is_stored_and_hits(self):
        at = m.utc_now()
        stream = self.list_and_follow("1HIK101")
        answer = self.deliver(m.hikvision_xml("1-HIK-101", at, event="e0000101-aa"),
                              "application/xml")
        self.assertEqual(answer.body, b"")
        read = self.server.read(answer.read_ids()[0])
        self.assertEqual(read["plate"], "1HIK101")
        self.assertEqual(read["plate_raw"], "1-HIK-101")
        self.assertEqual(read["captured_at"], m.rfc3339(at))
        self.assertEqual(read["country"], "BE")
        self.assertEqual(read["confidence"], 0.96)
        self.assertEqual(read["direction"], "approaching")
        self.assertEqual(read["lane"], 2)
        self.assertEqual(read["speed_kmh"], 88)
        self.assertEqual(read["vehicle"], {"class": "truck", "colour": "blue"})
        self.assertEqual(read["protocol"], "hikvision")
        self.assertEqual(read["camera"]["name"], "north")
        self.assertFalse(read["late"])
        self.assert_hit_of(stream, read)

    def test_hikvision_multipart_keeps_two_pictures_byte_for_byte(self):
        plate, scene = m.jpeg("plate"), m.jpeg("scene", 150_000)
        body, content_type = m.hikvision_multipart("1HIK102", plate, scene, event="e0000102-aa")
        stream = self.list_and_follow("1HIK102")
        answer = self.deliver(body, content_type)
        self.assertEqual(answer.body, b"")
        read = self.server.read(answer.read_ids()[0])
        self.assertEqual(read["plate"], "1HIK102")
        self.assert_pictures(read, [("plate", plate), ("overview", scene)])
        hit = self.assert_hit_of(stream, read)
        self.assertEqual([picture["bytes"] for picture in hit["pictures"]],
                         [len(plate), len(scene)])
        shown = self.server.api("GET", hit["pictures"][0]["url"])
        self.assertEqual(shown.body, plate)

    def test_axis_json_with_pictures_inside_is_stored_and_hits(self):
        at, plate, frame = m.utc_now(), m.jpeg("axis"), m.jpeg("axis frame", 30_000)
        stream = self.list_and_follow("1AXI103")
        answer = self.deliver(m.axis_json("1AXI103", at, car=103,
                                          pictures=[("plate", plate), ("frame", frame)]))
        self.assertEqual(answer.body, b"")
        read = self.server.read(answer.read_ids()[0])
        self.assertEqual((read["plate"], read["country"]), ("1AXI103", "BE"))
        self.assertEqual(read["captured_at"], m.rfc3339(at))
        self.assertEqual(read["device_id"], "02005E200001")
        self.assertEqual(read["direction"], "in")
        self.assertEqual(read["vehicle"]["make"].lower(), "skoda")
        self.assertEqual(read["protocol"], "axis")
        self.assert_pictures(read, [("plate", plate), ("overview", frame)])
        self.assert_hit_of(stream, read)

    def test_openalpr_group_is_stored_and_hits(self):
        at, plate = m.utc_now(), m.jpeg("openalpr")
        stream = self.list_and_follow("1ALP104")
        answer = self.deliver(m.openalpr_group("1ALP104", at, plate_picture=plate))
        self.assertEqual(answer.body, b"")
        read = self.server.read(answer.read_ids()[0])
        self.assertEqual((read["plate"], read["country"]), ("1ALP104", "BE"))
        self.assertEqual(read["captured_at"], m.rfc3339(at))
        self.assertEqual(read["confidence"], 0.9375)
        self.assertEqual(read["device_id"], "EXAMPLEAGENT1-44")
        self.assertEqual(read["protocol"], "openalpr")
        self.assert_pictures(read, [("plate", plate)])
        self.assert_hit_of(stream, read)

    def test_bas_json_comes_back_as_sent(self):
        at, picture = m.utc_now(), m.jpeg("bas")
        sent = m.bas_read("1-bas-105", at, country="BE", confidence=0.97, device_id="paal-7",
                          glyph_confidences=[0.99, 0.98, 0.97, 0.99, 0.6, 0.99, 0.99],
                          vehicle={"make": "skoda", "model": "octavia", "colour": "blue",
                                   "class": "car"},
                          direction="receding", lane=3, speed_kmh=88.5,
                          images=[m.bas_image(picture, "plate")])
        stream = self.list_and_follow("1BAS105")
        answer = self.deliver(sent)
        self.assertEqual(answer.json()["stored"], 1)
        self.assertEqual(answer.json()["repeated"], 0)
        read = self.server.read(answer.read_ids()[0])
        for name in ("country", "confidence", "device_id", "vehicle", "direction", "lane",
                     "speed_kmh"):
            self.assertEqual(read[name], sent[name], name)
        for shown, given in zip(read["glyph_confidences"], sent["glyph_confidences"]):
            self.assertAlmostEqual(shown, given, places=2)
        self.assertEqual(read["captured_at"], m.rfc3339(at))
        self.assertEqual((read["plate"], read["plate_raw"]), ("1BAS105", "1-bas-105"))
        self.assert_pictures(read, [("plate", picture)])
        self.assert_hit_of(stream, read)

    def test_bas_ndjson_takes_good_lines_and_names_bad_ones(self):
        lines = [m.bas_read("1NDJ106"), m.bas_read("1NDJ107"), {"plate": "1NDJ108"},
                 m.bas_read("1NDJ109")]
        stream = self.list_and_follow("1NDJ109")
        answer = self.deliver(m.ndjson(lines), "application/x-ndjson")
        receipt = answer.json()
        self.assertEqual((receipt["stored"], receipt["repeated"]), (3, 0))
        self.assertEqual([line["line"] for line in receipt["rejected"]], [3])
        self.assertIn("captured_at", receipt["rejected"][0]["error"])
        reads = [self.server.read(read_id) for read_id in answer.read_ids()]
        self.assertEqual([read["plate"] for read in reads], ["1NDJ106", "1NDJ107", "1NDJ109"])
        self.assert_hit_of(stream, reads[2])

    # Repeats and passages.

    def test_a_repeated_message_is_stored_once(self):
        at = m.utc_now()
        forms = {
            "bas": (m.bas_read("1REP110", at), "application/json"),
            "hikvision": (m.hikvision_xml("1REP111", at, event="e0000111-aa"), "application/xml"),
            "hikvision without UUID": (m.hikvision_xml("1REP112", at), "application/xml"),
            "axis": (m.axis_json("1REP113", at, car=113), "application/json"),
            "openalpr": (m.openalpr_group("1REP114", at), "application/json"),
            "bas without event_id": (m.bas_read("1REP115", at, event_id=None), "application/json"),
        }
        for name, (body, content_type) in forms.items():
            with self.subTest(name):
                first = self.deliver(body, content_type)
                again = self.deliver(body, content_type)
                self.assertEqual(first.read_ids(), again.read_ids())
                if name.startswith("bas"):
                    self.assertEqual((again.json()["stored"], again.json()["repeated"]), (0, 1))

    def test_a_repeat_inside_one_batch_is_stored_once(self):
        read = m.bas_read("1REP116")
        answer = self.deliver(m.ndjson([read, read, read]), "application/x-ndjson")
        self.assertEqual((answer.json()["stored"], answer.json()["repeated"]), (1, 2))
        self.assertEqual(len(set(answer.read_ids())), 1)

    def test_a_repeated_message_makes_no_second_hit(self):
        read = m.bas_read("1REP117")
        stream = self.list_and_follow("1REP117", "1REP118")
        for body in (read, read, m.bas_read("1REP118")):
            self.deliver(body)
        hits = stream.hits_until("1REP118")
        self.assertEqual([hit["plate"] for hit in hits], ["1REP117", "1REP118"])

    def test_the_same_event_id_of_another_camera_is_another_read(self):
        read = m.bas_read("1REP119", event_id="seven")
        self.assertNotEqual(self.deliver(read).read_ids(),
                            self.deliver(read, key=self.other_key).read_ids())

    def test_a_second_message_of_a_passage_betters_the_read(self):
        at, first_sight, second_sight = m.utc_now(), m.jpeg("first"), m.jpeg("second")
        first = m.bas_read("1PA5120", at, passage_id="p-120", confidence=0.5, final=False,
                           images=[m.bas_image(first_sight)])
        better = m.bas_read("1PAS120", at, passage_id="p-120", confidence=0.95,
                            images=[m.bas_image(second_sight, "plate")])
        stream = self.list_and_follow("1PAS120")
        worse_read = self.delivered_read(first)
        read = self.delivered_read(better)
        self.assertEqual(read["id"], worse_read["id"])
        self.assertEqual((worse_read["plate"], read["plate"]), ("1PA5120", "1PAS120"))
        self.assertEqual(read["confidence"], 0.95)
        self.assert_pictures(read, [("overview", first_sight), ("plate", second_sight)])
        self.assert_hit_of(stream, read)

    def test_hikvision_announcing_more_is_bettered_by_the_fuller_message(self):
        at, plate, scene = m.utc_now(), m.jpeg("h plate"), m.jpeg("h scene")
        event = "0a1b2c3d-0000-4000-8000-000000000121"
        early = self.delivered_read(m.hikvision_xml("1HIK121", at, event, more_follows=True),
                                    "application/xml")
        self.assertEqual(early["pictures"], [])
        full = self.delivered_read(
            *m.hikvision_multipart("1HIK121", plate, scene, at=at, event=event))
        self.assertEqual(full["id"], early["id"])
        self.assert_pictures(full, [("plate", plate), ("overview", scene)])

    # Hits and incidents.

    def test_two_wanted_plates_of_one_second_are_two_incidents(self):
        at = m.utc_now()
        stream = self.list_and_follow("1TWO130", "1TWO131")
        body = m.ndjson([m.bas_read("1TWO130", at), m.bas_read("1TWO131", at)])
        self.deliver(body, "application/x-ndjson")
        hits = stream.hits_until("1TWO131")
        self.assertEqual([hit["plate"] for hit in hits], ["1TWO130", "1TWO131"])
        self.assertNotEqual(hits[0]["incident"], hits[1]["incident"])

    def test_repeated_reads_of_one_vehicle_extend_one_incident(self):
        stream = self.list_and_follow("1EXT132")
        for number, key in enumerate((self.key, self.other_key, self.key)):
            self.deliver(m.bas_read("1EXT132", m.ago(60 - 20 * number)), key=key)
        hits = [stream.hit_of("1EXT132") for _ in range(3)]
        self.assertEqual(len({hit["incident"] for hit in hits}), 1)
        self.assertEqual([hit["of_incident"]["hits"] for hit in hits], [1, 2, 3])
        incident = self.server.get(f"/api/v1/incidents/{hits[0]['incident']}")
        self.assertEqual((incident["plate"], incident["hits"]), ("1EXT132", 3))
        self.assertEqual({hit["id"] for hit in incident["trail"]}, {hit["id"] for hit in hits})
        self.assertEqual(incident["last_hit"]["id"], hits[2]["id"])
        shown = [i for i in self.server.get("/api/v1/incidents")["items"]
                 if i["plate"] == "1EXT132"]
        self.assertEqual(len(shown), 1)

    def test_a_plate_of_another_country_is_another_vehicle(self):
        stream = self.list_and_follow("1CTY133")
        self.deliver(m.bas_read("1CTY133", country="BE"))
        self.deliver(m.bas_read("1CTY133", country="DE"))
        hits = [stream.hit_of("1CTY133"), stream.hit_of("1CTY133")]
        self.assertNotEqual(hits[0]["incident"], hits[1]["incident"])

    def test_an_unlisted_plate_makes_no_hit(self):
        stream = self.list_and_follow("1UNL135")
        for plate in ("1UNL134", "1UNL135"):
            self.deliver(m.bas_read(plate))
        self.assertEqual([hit["plate"] for hit in stream.hits_until("1UNL135")], ["1UNL135"])

    def test_a_late_read_is_stored_and_marked_late(self):
        stream = self.list_and_follow("1LAT136", "1LAT137")
        old = self.delivered_read(m.bas_read("1LAT136", m.ago(600)))
        said = self.delivered_read(m.bas_read("1LAT137", late=True))
        self.assertTrue(old["late"])
        self.assertTrue(said["late"])
        hits = stream.hits_until("1LAT137")
        self.assertEqual([hit["late"] for hit in hits], [True, True])

    def test_a_read_without_a_plate_is_kept(self):
        read = self.delivered_read(m.bas_read(None, images=[m.bas_image(m.jpeg("no plate"))]))
        self.assertEqual(read["plate"], "")
        self.assertEqual(len(read["pictures"]), 1)

    def test_a_status_message_is_answered_and_stores_nothing(self):
        for body in ({"data_type": "heartbeat", "agent_uid": "EXAMPLEAGENT1", "timestamp": 1},
                     (CORPUS / "hikvision/video_loss.xml").read_bytes()):
            answer = self.deliver(body)
            self.assertEqual(answer.read_ids(), [])

    def test_every_message_of_the_corpus_is_answered_as_it_decodes(self):
        """Files with a read or status are taken, files with an error refused."""
        key = self.server.add_camera(self.server.get("/api/v1/sites")["items"][0],
                                     "corpus")["ingest_key"]
        seen = 0
        for file in [file for make in m.MAKES for file in sorted((CORPUS / make).iterdir())]:
            if file.name.endswith(".expected.json"):
                continue
            is_good = any(is_admissible(line) for line in expected_of(file))
            with self.subTest(file.name):
                answer = self.server.ingest(key, file.read_bytes(), None)
                self.assertEqual(answer.status, 200 if is_good else 422, answer)
                seen += 1
        self.assertGreater(seen, 50)


class PublishedSamples(ServedTest):
    """The samples of three makes that lie beside the repository; without them, its own corpus."""

    keeps = "240 months"

    @classmethod
    def set_up_server(cls):
        (cls.key,) = cls.server.add_cameras("samples")
        cls.server.add_list("stolen")

    @staticmethod
    def files():
        if SAMPLES.is_dir():
            return [file for make in ("hikvision", "axis_fflpr", "openalpr")
                    for file in sorted((SAMPLES / make).iterdir())
                    if file.name != "SOURCES.txt" and "framing_notes" not in file.name]
        makes = ("hikvision", "axis", "openalpr")
        return [file for make in makes for file in sorted((CORPUS / make).iterdir())
                if is_taken(file)]

    def test_each_is_answered_stored_and_shown_when_listed(self):
        reads = {}
        files = self.files()
        self.assertGreater(len(files), 9)
        for file in files:
            answer = self.server.ingest(self.key, file.read_bytes(),
                                        "application/x-www-form-urlencoded")
            self.assertEqual(answer.status, 200, f"{file.name}: {answer}")
            for read_id in answer.read_ids():
                reads[file] = self.server.read(read_id)
        self.assertGreater(len(reads), 7)
        plates = sorted({read["plate"] for read in reads.values() if read["plate"]})
        self.assertGreater(len(plates), 4)
        self.server.list_plates(*plates)
        again = self.server.add_camera(self.server.get("/api/v1/sites")["items"][0],
                                       "again")["ingest_key"]
        stream = self.open_stream()
        told = set()
        for file, read in reads.items():
            if not read["plate"]:
                continue
            answer = self.server.ingest(again, file.read_bytes(), None)
            self.assertEqual(answer.status, 200)
            if told.issuperset(answer.read_ids()):
                continue  # the same event in another spelling or framing: one read, one hit
            told.update(answer.read_ids())
            hit = stream.wait_for(lambda e: e["event"] == "hit.created"
                                  and e["data"]["read"] in answer.read_ids(), HIT_SECONDS_MAX)
            self.assertIsNotNone(hit, f"{file.name}: no hit of {read['plate']}")
            self.assertEqual(hit["data"]["plate"], read["plate"])


def expected_of(file: pathlib.Path):
    text = file.with_name(file.name + ".expected.json").read_text()
    return [json.loads(line) for line in text.splitlines()]


def is_admissible(decoded):
    """A read or status whose time does not lie ahead of the clock of this machine."""
    latest = m.rfc3339(m.ago(-86_000))
    return "error" not in decoded and decoded.get("captured_at", "") < latest


def is_taken(file: pathlib.Path):
    return (not file.name.endswith(".expected.json")
            and all(is_admissible(line) for line in expected_of(file)))


if __name__ == "__main__":
    unittest.main()
