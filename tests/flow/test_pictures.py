"""Pictures as they are given out: people in them are concealed unless somebody says why not."""

import unittest
import urllib.parse

import messages as m
from server import ServedTest

REASON = "the driver is described as a tall man"


class Pictures(ServedTest):
    @classmethod
    def set_up_server(cls):
        server = cls.server
        (cls.key,) = server.add_cameras("north")
        server.add_list()
        server.list_plates("1PIC001")
        cls.investigator = server.officer("inge", "investigator")
        cls.overseer = server.officer("coc", "overseer")
        stated = server.api("POST", "/api/v1/purposes", {
            "purpose": "jp_crime", "case_number": "AN.17/2026",
            "reason": "a burglary seen by a neighbour"}, token=cls.investigator)
        cls.purpose = stated.json()["id"]

    def read_with(self, *pictures):
        images = [m.bas_image(picture, role) for picture, role in pictures]
        return self.server.ingest(self.key, m.bas_read("1PIC001", images=images)).read_ids()[0]

    def picture(self, read, number=0, unblur=None):
        query = {"for": self.purpose} | ({"unblur": unblur} if unblur is not None else {})
        return self.server.api(
            "GET", f"/api/v1/reads/{read}/pictures/{number}?{urllib.parse.urlencode(query)}",
            token=self.investigator)

    def test_a_scene_is_blurred_until_a_reason_is_given(self):
        scene, plate = m.jpeg("scene", 5_000), m.jpeg("plate")
        read = self.read_with((scene, "overview"), (plate, "plate"))
        blurred = self.picture(read)
        self.assertEqual(blurred.status, 200, blurred)
        self.assertEqual(blurred.headers["Content-Type"], "image/jpeg")
        self.assertLess(len(blurred.body), 1_000, "what is beside the pixels is left out")
        self.assertNotEqual(blurred.body, scene)
        self.assertEqual(self.picture(read, 1).body, plate, "a plate alone shows nobody")
        self.assertEqual(self.picture(read, unblur=REASON).body, scene)
        used = self.server.get("/api/v1/ledger/uses?limit=1", token=self.overseer)["items"][0]
        self.assertEqual(used["what"], "picture with people")
        self.assertIn(REASON, used["details"]["predicate"])

    def test_a_reason_that_says_nothing_is_none(self):
        read = self.read_with((m.jpeg("scene"), "overview"))
        problem = self.assert_problem(self.picture(read, unblur="because"), 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R9"), problem)
        self.assert_problem(self.picture(read, unblur="x" * 501), 413, "too-large")

    def test_what_cannot_be_blurred_is_not_shown_without_a_reason(self):
        broken = m.JPEG_HEAD + b"no picture at all"
        read = self.read_with((broken, "overview"))
        problem = self.assert_problem(self.picture(read), 403, "forbidden")
        self.assertTrue(problem["detail"].startswith("R9"), problem)
        self.assertEqual(self.picture(read, unblur=REASON).body, broken)

    def test_a_desk_sees_nobody_either(self):
        self.read_with((m.jpeg("at the desk", 5_000), "overview"))
        hit = self.server.get("/api/v1/hits?limit=1")["items"][0]
        shown = self.server.api("GET", f"/api/v1/hits/{hit['id']}/pictures/0")
        self.assertEqual(shown.status, 200, shown)
        self.assertLess(len(shown.body), 1_000)


if __name__ == "__main__":
    unittest.main()
