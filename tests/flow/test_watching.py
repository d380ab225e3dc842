"""What technicians and monitors look at: health, figures, the API's page."""

import html.parser
import re
import socket
import unittest
import urllib.parse

import messages as m
from server import Server, ServedTest, ask

PLATE, USER, PASSWORD, REASON = "9QWX701", "zebulon", "correct horse battery", "hidden-reason"
SAMPLE = re.compile(r'^([a-z_]+)(?:\{(.*)\})? (-?[0-9.eE+-]+|[+-]Inf|NaN)$')
LABEL = re.compile(r'([a-z_]+)="((?:[^"\\]|\\.)*)"(?:,|$)')
LABELS = {"zone", "protocol", "reason", "priority", "method", "route", "status", "le", "version"}
OUTSIDE = re.compile(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}""", re.I)
OUTSIDE_IN_CSS = re.compile(r"(?:url\(\s*['\"]?|@import\s+['\"]?)(?!data:)(?:https?:)?//", re.I)
READY_WITH_DATA_SECONDS_MAX = 5
READS_KEPT, ENTRIES_KEPT = 10_000, 20_000


def parsed(text):
    """name -> (type, [(sample name, labels, value)]) of a text in Prometheus' format."""
    families, family = {}, None
    for line in text.splitlines():
        if line.startswith("# "):
            _, word, name, said = line.split(" ", 3)
            if word == "TYPE":
                family = families.setdefault(name, (said, []))
            continue
        name, labels, value = SAMPLE.match(line).groups()
        family[1].append((name, dict(LABEL.findall(labels or "")), float(value)))
    return families


class Links(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.links = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.links += [value for name, value in attributes if name in ("src", "href")]


class Watching(ServedTest):
    @classmethod
    def set_up_server(cls):
        server = cls.server
        (cls.key,) = server.add_cameras("north")
        server.add_list("stolen", priority=1)
        server.list_csv("stolen", f"plate,reason\n{PLATE},{REASON}\n")
        server.add_user(USER, "operator", password=PASSWORD)
        cls.token = server.token_of(USER)
        (cls.read,) = server.ingest(cls.key, m.axis_json(PLATE)).read_ids()
        server.ingest(cls.key, m.bas_read(PLATE))
        server.ingest(cls.key, b"junk " + PLATE.encode())
        server.api("POST", "/api/v1/session", {"name": USER, "password": PASSWORD}, token="")
        for path in ("hits", f"reads/{cls.read}", f"lists/{PLATE}/entries", f"hits/{PLATE}"):
            server.api("GET", f"/api/v1/{path}?before={PLATE}", token=cls.token)
        server.api("GET", f"/{PLATE}/{USER}")
        server.api("POST", f"/ingest/{PLATE}", b"x")

    def figures(self):
        answer = self.server.api("GET", "/metrics", token="")
        self.assertEqual(answer.status, 200)
        self.assertRegex(answer.headers["Content-Type"], r"^text/plain; version=0\.0\.4")
        return answer.body.decode()

    def value(self, name, **labels):
        family = parsed(self.figures()).get(re.sub("_(count|sum|bucket)$", "", name), ("", []))
        return sum(value for sample, known, value in family[1]
                   if sample == name and labels.items() <= known.items())

    def test_health_is_told_to_whoever_asks(self):
        for path, body in (("/livez", b"alive\n"), ("/readyz", b"ready\n"),
                           ("/healthz", b"ready\n")):
            answer = self.server.api("GET", path, token="")
            self.assertEqual((answer.status, answer.body), (200, body))
            self.assertRegex(answer.headers["Content-Type"], "^text/plain")
            self.assertEqual(answer.headers["Cache-Control"], "no-store")
            self.assertEqual(self.server.api("HEAD", path, token="").status, 200)
        lines = self.server.api("GET", "/readyz?verbose", token="").body.decode().splitlines()
        self.assertGreater(len(lines), 3)
        self.assertEqual(lines[-1], "ready")
        self.assertTrue(all(line.endswith(": ok") for line in lines[:-1]), lines)

    def test_figures_parse_and_have_known_labels(self):
        families = parsed(self.figures())
        self.assertGreater(len(families), 10)
        for name, (kind, samples) in families.items():
            self.assertRegex(name, "^bas_[a-z_]+$")
            self.assertTrue(samples)
            self.assertEqual(kind == "counter", name.endswith("_total"), name)
            for sample, labels, value in samples:
                self.assertTrue(sample == name or kind == "histogram", sample)
                self.assertLessEqual(set(labels), LABELS)
                self.assertGreaterEqual(value, 0)
            if kind == "histogram":
                self.assert_histogram(name, samples)

    def assert_histogram(self, name, samples):
        buckets = [(float(labels["le"].replace("+Inf", "inf")), value)
                   for sample, labels, value in samples if sample == f"{name}_bucket"]
        self.assertEqual(buckets, sorted(buckets))
        self.assertEqual([value for _, value in buckets], sorted(value for _, value in buckets))
        (count,) = [value for sample, _, value in samples if sample == f"{name}_count"]
        self.assertEqual(buckets[-1], (float("inf"), count))

    def test_figures_name_no_plate_person_or_secret(self):
        text = self.figures()
        for secret in (PLATE, USER, self.token, self.key, self.read, REASON):
            self.assertNotIn(secret.lower(), text.lower())
        self.assertIn('route="/ingest/{key}"', text)
        self.assertIn('route="/api/v1/reads/{id}"', text)

    def test_figures_count_what_happens(self):
        before = {name: self.value(name) for name in (
            "bas_reads_total", "bas_reads_repeated_total", "bas_hits_total",
            "bas_ingest_ack_seconds_count", "bas_reads_quarantined_total")}
        message = m.bas_read(PLATE)
        for _ in range(2):
            self.assertEqual(self.server.ingest(self.key, message).status, 200)
        self.assertEqual(self.server.ingest(self.key, b"junk").status, 422)
        grown = {name: self.value(name) - value for name, value in before.items()}
        self.assertEqual(grown, {"bas_reads_total": 1, "bas_reads_repeated_total": 1,
                                 "bas_hits_total": 1, "bas_ingest_ack_seconds_count": 2,
                                 "bas_reads_quarantined_total": 1})
        self.assertGreaterEqual(self.value("bas_reads_total", zone="5364", protocol="axis"), 1)
        self.assertEqual(self.value("bas_entries"), 1)
        stream = self.open_stream()
        self.assertEqual(self.value("bas_stream_clients"), 1)
        stream.close()

    def test_the_api_page_loads_nothing_from_outside(self):
        answer = self.server.api("GET", "/api/docs", token="")
        self.assertEqual(answer.status, 302)
        address = answer.headers["Location"]
        page = self.server.api("GET", address, token="")
        self.assertEqual(page.status, 200, "build the web first")
        self.assertRegex(page.headers["Content-Type"], "^text/html")
        policy = page.headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertEqual(re.findall(r"https?:|\*|unsafe-eval", policy), [])
        self.assertEqual(OUTSIDE.findall(page.body.decode()), [])
        links = Links(page.body.decode()).links
        self.assertGreater(len(links), 3)
        for link in links:
            target = urllib.parse.urljoin(f"http://here{address}", link)
            self.assertTrue(target.startswith("http://here/"), link)
            got = self.server.api("GET", target.removeprefix("http://here"), token="")
            self.assertEqual(got.status, 200, link)
            if link.endswith(".css"):
                self.assertEqual(OUTSIDE_IN_CSS.findall(got.body.decode()), [], link)
            if link.endswith("start.js"):
                self.assertEqual(OUTSIDE.findall(got.body.decode().split("\n", 1)[1]), [])
                self.assertIn(b"validatorUrl: null", got.body)


def own_address():
    """An address of this machine that is not loopback, or None. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = probe.getsockname()[0]
    return None if address.startswith("127.") else address


class FromOutside(unittest.TestCase):
    def test_figures_need_an_administrator_from_another_machine(self):
        address = own_address()
        if address is None:
            self.skipTest("this machine has no address but loopback")
        server = Server(address="0.0.0.0")
        self.addCleanup(server.remove)
        server.start()
        server.add_user(USER, "operator")
        for token, status in ((None, 401), (server.token_of(USER), 403), (server.token, 200)):
            headers = {"Authorization": f"Bearer {token}"} if token else {}
            answer = ask(server.port, "GET", "/metrics", headers=headers, host=address)
            self.assertEqual(answer.status, status, answer)
        self.assertEqual(ask(server.port, "GET", "/livez", host=address).status, 200)


class Starting(unittest.TestCase):
    def test_a_server_with_data_is_ready_at_once(self):
        server = Server()
        self.addCleanup(server.remove)
        server.start()
        (key,) = server.add_cameras("north")
        server.add_list("stolen")
        server.list_csv("stolen", "plate\n" + "".join(
            f"1{number:06d}\n" for number in range(ENTRIES_KEPT)))
        for first in range(0, READS_KEPT, 2_000):
            reads = m.ndjson([m.bas_read(f"2{number:06d}", m.ago(number))
                              for number in range(first, first + 2_000)])
            self.assertEqual(server.ingest(key, reads, "application/x-ndjson").status, 200)
        for how in (server.stop, server.kill):
            how()
            server.start()
            print(f"ready in {server.ready_seconds:.2f} s after {how.__name__}", flush=True)
            self.assertLess(server.ready_seconds, READY_WITH_DATA_SECONDS_MAX)
            self.assertEqual(server.api("GET", "/readyz", token="").status, 200)
            self.assertEqual(server.get("/api/v1/lists")["items"][0]["entries"], ENTRIES_KEPT)


if __name__ == "__main__":
    unittest.main()
