"""A real `bas serve` for a test to speak to: started, asked, followed, stopped or killed.

Run from the repository root: python3 -m unittest discover -s tests/flow -v
BAS_BINARY names another binary than build/release/bas.
"""

import http.client
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import contract

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("BAS_BINARY", ROOT / "build/release/bas")).resolve()
READY = re.compile(r"BAS is ready on (https?://[^\s]+:(\d+))")
READY_SECONDS_MAX = 20
ANSWER_SECONDS_MAX = 30
STOP_SECONDS_MAX = 20
OF_LISTS_AND_HITS = tuple(f"/api/v1/{name}" for name in (
    "lists", "entries", "known-plates", "checks", "profiles", "registers", "hits", "incidents",
    "stream"))
OF_READS = ("/api/v1/reads", "/api/v1/purposes", "/api/v1/searches")


def stamp(offset):
    """A moment some seconds from now, as the API takes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + offset))


def terms():
    """Of an account that may act: as options of `bas user add`."""
    end = stamp(90 * 86400)
    return ["--role-until", end, "--trained-until", end]


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body)

    def read_ids(self):
        named = self.headers.get("Bas-Reads", "")
        return named.split(",") if named else []

    def __repr__(self):
        return f"{self.status} {self.body[:400]!r}"


def ask(port, method, path, body=None, headers=None, timeout=ANSWER_SECONDS_MAX,
        host="127.0.0.1", source=None):
    """One request over a connection of its own; `source`: the address it comes from."""
    connection = http.client.HTTPConnection(host, port, timeout=timeout,
                                            source_address=(source, 0) if source else None)
    try:
        return ask_over(connection, method, path, body, headers)
    finally:
        connection.close()


def ask_over(connection, method, path, body=None, headers=None):
    connection.request(method, path, body, headers or {})
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    contract.check_problem(answer)  # whatever a test asks for, its problems are those we name
    return answer


def environment_with(settings=None):
    """Of a process of its own: only the settings given, as the server refuses what it does not
    know, such as the variables of these tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BAS_")}
    return kept | {"BAS_POLICY__IMPACT_ASSESSMENT": "tests"} | (settings or {})


def run_bas(*arguments, stdin=None, timeout=120, cwd=None):
    return subprocess.run([str(BINARY), *map(str, arguments)], capture_output=True, text=True,
                          input=stdin, timeout=timeout, cwd=cwd, check=False,
                          env=environment_with())


class Stream:
    """Follows the event stream on a thread. An event is a dict: id, event, data (parsed)."""

    def __init__(self, port, token, path="/api/v1/stream", last_event_id=None):
        self._arrived = queue.Queue()
        self.events = []  # everything ever taken, in order
        self.is_over = threading.Event()
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        headers = {"Authorization": f"Bearer {token}", "Accept": "text/event-stream"}
        if last_event_id is not None:
            headers["Last-Event-ID"] = str(last_event_id)
        self._connection.request("GET", path, headers=headers)
        self._response = self._connection.getresponse()
        self.status = self._response.status
        self.content_type = self._response.headers.get("Content-Type", "")
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def _follow(self):
        event = {}
        try:
            while True:
                line = self._response.readline()
                if not line:
                    break
                line = line.decode().rstrip("\r\n")
                if not line:
                    if event:
                        self._arrived.put({"taken_at": time.monotonic(), **event})
                    event = {}
                    continue
                name, _, value = line.partition(": ")
                event[name] = json.loads(value) if name == "data" else value
        except (OSError, http.client.HTTPException, ValueError, AttributeError):
            pass  # cut by the server or closed by the test
        self.is_over.set()

    def next(self, timeout=5):
        """The next event, or None when none came in time."""
        try:
            event = self._arrived.get(timeout=max(timeout, 0))
        except queue.Empty:
            return None
        self.events.append(event)
        return event

    def wait_for(self, wanted, timeout=2):
        """The first event for which wanted(event) holds, or None."""
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            event = self.next(left)
            if event and wanted(event):
                return event
        return None

    def hit_of(self, plate, timeout=2):
        event = self.wait_for(
            lambda e: e["event"] == "hit.created" and e["data"]["plate"] == plate, timeout)
        return event["data"] if event else None

    def hits_until(self, plate, timeout=5):
        """All hits up to and including the first one of `plate`, which marks the end."""
        hits = []

        def is_last(event):
            if event["event"] == "hit.created":
                hits.append(event["data"])
            return event["event"] == "hit.created" and event["data"]["plate"] == plate

        return hits if self.wait_for(is_last, timeout) else None

    def close(self):
        sock = getattr(self._connection, "sock", None)
        if sock is None and self._response.fp is not None:
            sock = getattr(self._response.fp.raw, "_sock", None)
        if sock is not None:
            try:
                sock.shutdown(2)
            except OSError:
                pass
        self._connection.close()
        self._thread.join(5)
        self._response.close()


class Server:
    """`bas serve` on a folder of its own; the folder outlives a kill and goes with remove().

    `settings`: variables for the server, such as {"BAS_HITS__HEARTBEAT": "1s"}.
    """

    def __init__(self, settings=None, address="127.0.0.1"):
        self.settings = dict(settings or {})
        self.address = address
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="bas-flow-"))
        self.data = self.root / "data"
        self.log = self.root / "stderr.log"
        self.process = None
        self.url, self.port = "", 0
        self.ready_seconds = 0.0
        self._tokens = {}
        self._purpose = None

    def start(self):
        began = time.monotonic()
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [str(BINARY), "serve", "--data", str(self.data), "--listen",
                 f"{self.address}:0"], stdout=subprocess.PIPE, stderr=log, text=True,
                env=environment_with(self.settings))
        watchdog = threading.Timer(READY_SECONDS_MAX, self.process.kill)
        watchdog.start()
        line = self.process.stdout.readline()
        watchdog.cancel()
        found = READY.search(line)
        if not found:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            raise AssertionError(f"the server did not start: {self.log.read_text()[-2000:]}")
        self.url, self.port = found.group(1), int(found.group(2))
        self._purpose = None  # stated ones end with the process
        self.ready_seconds = time.monotonic() - began
        return self

    def stop(self):
        """SIGTERM; the exit code."""
        return self._end(signal.SIGTERM)

    def kill(self):
        """SIGKILL: nothing is flushed, nothing is said."""
        return self._end(signal.SIGKILL)

    def _end(self, number):
        if self.process is None:
            return None
        self.process.send_signal(number)
        try:
            code = self.process.wait(STOP_SECONDS_MAX)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            code = None
        self.process.stdout.close()
        self.process = None
        return code

    def remove(self):
        self.kill()
        shutil.rmtree(self.root, ignore_errors=True)

    def rss_bytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) * 1024

    def cpu_seconds(self):
        """What the process has used so far."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text()
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    # Asking.

    @property
    def token(self):
        """An administrator's. Tokens outlive a restart."""
        if "administrator" not in self._tokens:
            made = run_bas("token", "create", "--data", self.data, "--user", "local-administrator",
                           "--json")
            assert made.returncode == 0, made.stderr
            self._tokens["administrator"] = json.loads(made.stdout)["token"]
        return self._tokens["administrator"]

    def token_as(self, name, role):
        """Of somebody of the zone 5364, made on first use; of the province before it is there."""
        if name not in self._tokens:
            zones = [zone["code"] for zone in self.get("/api/v1/zones")["items"]]
            self._tokens[name] = self.officer(name, role, "5364" if "5364" in zones else None)
        return self._tokens[name]

    @property
    def keeper(self):
        """The token of who keeps lists and looks at hits."""
        return self.token_as("keeper", "list_manager")

    def token_file(self, name):
        """The file of a token as the command line takes it, such as `token` or `keeper`."""
        file = self.root / name
        file.write_text(getattr(self, name))
        file.chmod(0o600)
        return file

    @property
    def province_keeper(self):
        """The same of the province, which owns no list and may set up those of every zone."""
        if "province-keeper" not in self._tokens:
            self._tokens["province-keeper"] = self.officer("province-keeper", "list_manager", None)
        return self._tokens["province-keeper"]

    def simulator_tokens(self):
        """What `bas simulate` needs to set up this server and to listen."""
        return ["--token-file", self.token_file("token"), "--desk-token-file",
                self.token_file("province_keeper")]

    def token_for(self, path):
        """Of somebody who may ask there."""
        if path.startswith(OF_LISTS_AND_HITS):
            return self.keeper
        if path.startswith(OF_READS):
            return self.token_as("reader", "investigator")
        return self.token

    def for_a_purpose(self, path):
        """Reads are opened for one: what an investigator has stated."""
        if not path.startswith("/api/v1/reads"):
            return path
        if "for=" in path:
            return self.unblurred(path)
        if self._purpose is None:
            self._purpose = self.made("/api/v1/purposes", {
                "purpose": "jp_crime", "case_number": "AN.17/2026",
                "reason": "what the tests look at"})["id"]
        return self.unblurred(f"{path}?for={self._purpose}")

    @staticmethod
    def unblurred(path):
        """Pictures as they came."""
        is_whole = "/pictures/" not in path or "unblur=" in path
        return path if is_whole else f"{path}&unblur=what+the+tests+look+at"

    def api(self, method, path, body=None, token=None, headers=None, source=None):
        """`body`: a dict goes as JSON, bytes and text as they are. `token=""`: none is sent; none
        given: that of somebody who may."""
        sent = dict(headers or {})
        if token is None:
            token, path = self.token_for(path), self.for_a_purpose(path)
        if token:
            sent["Authorization"] = f"Bearer {token}"
        if isinstance(body, dict):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        if isinstance(body, str):
            body = body.encode()
        return ask(self.port, method, path, body, sent, source=source)

    def step(self, hit, verb, body=None, token=None, key="", version=None):
        """A step of a hit as it was last seen, or as of that version."""
        headers = {"If-Match": f'"{version or hit["version"]}"'}
        if key:
            headers["Idempotency-Key"] = key
        return self.api("POST", f"/api/v1/hits/{hit['id']}/{verb}", body, token=token,
                        headers=headers)

    def get(self, path, token=None):
        answer = self.api("GET", path, token=token)
        assert answer.status == 200, f"GET {path}: {answer}"
        return answer.json()

    def made(self, path, body):
        answer = self.api("POST", path, body)
        assert answer.status == 201, f"POST {path}: {answer}"
        return answer.json()

    def ingest(self, key, body, content_type="application/json", timeout=ANSWER_SECONDS_MAX):
        body = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        headers = {"Content-Type": content_type} if content_type else {}
        return ask(self.port, "POST", f"/ingest/{key}", body, headers, timeout)

    def stream(self, **options):
        """A stream that has said hello, so that whatever is sent from now on shows on it."""
        stream = Stream(self.port, options.pop("token", None) or self.keeper, **options)
        hello = stream.next(5)
        assert hello and hello["event"] == "hello", hello
        return stream

    # Setting up.

    def keep_for(self, term, of="store_max|tier1"):
        """From the next start on: the law of Belgium, but for how long reads are kept and open."""
        text = (ROOT / "regimes" / "be.toml").read_text()
        changed = re.sub(rf'(\n(?:{of}) = \{{ value = )"[^"]*"', rf'\1"{term}"', text)
        changed = re.sub(r'(\ntier1_days_max = \{ value = )"[^"]*"', r'\1"none"', changed)
        assert changed != text, "the law says so already"
        law = self.root / f"{term.replace(' ', '_')}.toml"
        law.write_text(changed)
        self.settings["BAS_POLICY__REGIME"] = str(law)

    def add_zone(self, code="5364", name="Carma"):
        return self.made("/api/v1/zones", {"code": code, "name": name})

    def add_site(self, zone="5364", name="N74 km 12"):
        return self.made("/api/v1/sites", {"zone": zone, "name": name, "latitude": 50.97,
                                           "longitude": 5.5, "municipality": "Genk", "road": "N74"})

    def add_camera(self, site, name):
        """The key in it is shown this once."""
        return self.made("/api/v1/cameras", {"site": site["id"], "name": name, "lanes": 2})

    def add_cameras(self, *names):
        """A zone, a site and cameras on it; their keys in the order of the names."""
        self.add_zone()
        site = self.add_site()
        return [self.add_camera(site, name)["ingest_key"] for name in names]

    def add_list(self, name="stolen", zone="5364", **more):
        return self.made("/api/v1/lists", {"name": name, "owner_zone": zone, **more})

    def begin_import(self, name, csv, query=""):
        """The revision that begins."""
        answer = self.api("POST", f"/api/v1/lists/{name}/import{query}", csv,
                          headers={"Content-Type": "text/csv"})
        assert answer.status == 202, answer
        return answer.json()

    def ended(self, name, revision):
        """The revision once it runs no more."""
        path = f"/api/v1/lists/{name}/revisions/{revision['number']}"
        while revision["state"] == "running":
            time.sleep(0.02)  # between two looks at what is waited for
            revision = self.get(path)
        return revision

    def import_csv(self, name, csv, query=""):
        return self.ended(name, self.begin_import(name, csv, query))

    def list_csv(self, name, csv, query=""):
        """The counts of an import that is applied, or of a dry run."""
        revision = self.import_csv(name, csv, query)
        assert revision["state"] in ("applied", "previewed"), revision
        return revision["counts"] | {"rejected_lines": self.rejects(name, revision)}

    def rejects(self, name, revision):
        path = f"/api/v1/lists/{name}/revisions/{revision['number']}/rejects?limit=1000"
        return self.get(path)["items"]

    def list_plates(self, *plates, name="stolen"):
        report = self.list_csv(name, "plate,country\n" + "".join(f"{p},\n" for p in plates))
        assert report["rejected"] == 0, report
        return report

    def add_user(self, name, role, zone=None, **more):
        """Somebody whose role and training hold, unless `more` says otherwise."""
        body = {"name": name, "role": role, "password": "correct horse battery",
                "role_until": stamp(90 * 86400), "trained_until": stamp(90 * 86400), **more}
        body = {member: value for member, value in body.items() if value is not None}
        return self.made("/api/v1/users", body | ({"zone": zone} if zone else {}))

    def officer(self, name, role, zone="5364"):
        """The token of somebody of a zone."""
        self.add_user(name, role, zone)
        return self.token_of(name)

    def token_of(self, user):
        return self.made("/api/v1/tokens", {"user": user})["token"]

    def read(self, read_id):
        return self.get(f"/api/v1/reads/{read_id}")

    def doctor(self):
        """What a stopped server keeps, and the exit code."""
        looked = run_bas("doctor", "--data", self.data, "--json", timeout=300)
        return json.loads(looked.stdout), looked.returncode


class ServedTest(unittest.TestCase):
    """One running server for all tests of a class."""

    settings = {}  # see Server
    keeps = ""  # a term: reads of the test are older than the law keeps any

    @classmethod
    def setUpClass(cls):
        cls.server = Server(cls.settings)
        cls.addClassCleanup(cls.server.remove)
        if cls.keeps:
            cls.server.keep_for(cls.keeps)
        cls.server.start()
        cls.set_up_server()

    @classmethod
    def set_up_server(cls):
        pass

    def open_stream(self, **options):
        stream = self.server.stream(**options)
        self.addCleanup(stream.close)
        return stream

    def assert_problem(self, answer, status, slug):
        self.assertEqual(answer.status, status, answer)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        problem = answer.json()
        self.assertEqual(problem["type"], f"/problems/{slug}")
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["detail"])
        return problem
