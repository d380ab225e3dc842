"""Where a vehicle is likely to be seen next, learned from those that passed."""
import datetime
import json
import unittest

import contract
import messages as m
from server import ServedTest


class NextCameras(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.keys = cls.server.add_cameras("south", "middle", "north")
        cls.server.add_list("stolen")
        cls.server.list_csv("stolen", "plate\n1NXT001\n1NXT002\n")
        for number in range(40):
            cls.drive(f"2NXT{number:03}", 50 - number % 10, (0, 1))

    @classmethod
    def drive(cls, plate, ago, way):
        """Past these cameras, ten seconds apart."""
        for place, camera in enumerate(way):
            read = m.bas_read(plate, m.ago(ago - 10 * place))
            answer = cls.server.ingest(cls.keys[camera], read)
            assert answer.status == 200, answer

    def next_of(self, plate):
        hit = next(one for one in self.server.get("/api/v1/hits")["items"]
                   if one["plate"] == plate)
        return hit, self.server.get(f"/api/v1/hits/{hit['id']}/next")["items"]

    def test_the_camera_that_follows_is_named_with_when(self):
        self.drive("1NXT001", 1, (0,))
        hit, (first,) = self.next_of("1NXT001")
        schema = {"$ref": "#/components/schemas/NextCamera"}
        self.assertEqual(list(contract.faults(schema, first)), [])
        self.assertEqual(first["camera"]["name"], "middle")
        self.assertGreater(first["probability"], 0.95)
        self.assertGreaterEqual(first["passages"], 40)
        passed = datetime.datetime.fromisoformat(hit["captured_at"])
        likely = datetime.datetime.fromisoformat(first["likely"]) - passed
        self.assertAlmostEqual(likely.total_seconds(), 10, delta=1.5)
        self.assertLess(first["earliest"], first["latest"])

    def test_of_a_camera_that_nobody_left_nothing_is_said(self):
        self.drive("1NXT002", 1, (2,))
        self.assertEqual(self.next_of("1NXT002")[1], [])

    def test_what_is_kept_names_no_vehicle(self):
        self.server.stop()
        kept = (self.server.data / "travel-times.json").read_text()
        self.server.start()
        self.assertNotIn("NXT", kept)
        self.assertEqual(len(json.loads(kept)["legs"][0]["from"]), 26)


if __name__ == "__main__":
    unittest.main()
