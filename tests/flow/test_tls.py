"""HTTPS by the server itself, and certificates of its clients."""

import http.client
import http.cookies
import pathlib
import socket
import ssl
import subprocess
import tempfile
import unittest
import warnings

from server import Server, run_bas, terms

PASSWORD = "correct horse battery"


class Certificates:
    """An authority, what it signed for server and client, and a stranger's."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.sign("authority")
        self.sign("server", "authority")
        self.sign("client", "authority")
        self.sign("stranger")

    def file(self, name):
        return str(self.folder / name)

    def sign(self, name, authority=None):
        made = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days",
                "2", "-subj", f"/CN={name}", "-keyout", self.file(f"{name}.key"), "-out",
                self.file(f"{name}.pem")]
        if authority:
            made += ["-CA", self.file(f"{authority}.pem"), "-CAkey", self.file(f"{authority}.key"),
                     "-addext", "subjectAltName=IP:127.0.0.1", "-addext",
                     "basicConstraints=critical,CA:FALSE"]
        subprocess.run(["openssl", "req", *made], check=True, capture_output=True)

    def settings(self, **more):
        return {"BAS_TLS__CERTIFICATE_FILE": self.file("server.pem"),
                "BAS_TLS__KEY_FILE": self.file("server.key"), **more}


class TlsTest(unittest.TestCase):
    settings = {}  # names of files by variable

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="bas-flow-tls-")
        cls.addClassCleanup(folder.cleanup)
        cls.certificates = Certificates(folder.name)
        named = {variable: cls.certificates.file(file) for variable, file in cls.settings.items()}
        cls.server = Server(cls.certificates.settings(**named))
        cls.addClassCleanup(cls.server.remove)
        cls.set_up_data()
        cls.server.start()

    @classmethod
    def set_up_data(cls):
        password = cls.server.root / "password"
        password.write_text(PASSWORD)
        made = run_bas("user", "add", "--name", "nadia", "--role", "operator", "--password-file",
                       password, "--data", cls.server.data, *terms())
        assert made.returncode == 0, made.stderr

    def context(self, client=None, authority="authority"):
        context = ssl.create_default_context(cafile=self.certificates.file(f"{authority}.pem"))
        if client:
            context.load_cert_chain(self.certificates.file(f"{client}.pem"),
                                    self.certificates.file(f"{client}.key"))
        return context

    def ask(self, context, method="GET", path="/livez", body=None, headers=None):
        connection = http.client.HTTPSConnection("127.0.0.1", self.server.port, timeout=20,
                                                 context=context)
        try:
            connection.request(method, path, body, headers or {})
            response = connection.getresponse()
            response.body = response.read()
            return response
        finally:
            connection.close()


class Https(TlsTest):
    def test_it_answers_and_names_itself_https(self):
        self.assertEqual(self.ask(self.context()).body, b"alive\n")
        self.assertTrue((self.server.url).startswith("https://"))

    def test_a_client_that_does_not_know_the_authority_is_protected(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            self.ask(self.context(authority="stranger"))

    def versions(self, lowest, highest):
        context = self.context()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.set_ciphers("ALL:@SECLEVEL=0")  # or the client itself would not offer the old
            context.minimum_version, context.maximum_version = lowest, highest
        with socket.create_connection(("127.0.0.1", self.server.port), 20) as plain:
            with context.wrap_socket(plain, server_hostname="127.0.0.1") as wrapped:
                return wrapped.version()

    def test_only_versions_of_today_are_spoken(self):
        version = ssl.TLSVersion
        self.assertEqual(self.versions(version.TLSv1_3, version.TLSv1_3), "TLSv1.3")
        self.assertEqual(self.versions(version.TLSv1_2, version.TLSv1_2), "TLSv1.2")
        for old in (version.TLSv1_1, version.TLSv1):
            with self.assertRaises(ssl.SSLError) as refused:
                self.versions(old, old)
            self.assertIn("ALERT_PROTOCOL_VERSION", str(refused.exception).upper())

    def test_plain_text_is_cut_and_others_go_on(self):
        with socket.create_connection(("127.0.0.1", self.server.port), 20) as plain:
            plain.sendall(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
            try:
                self.assertNotIn(b"200", plain.recv(4096))
            except ConnectionResetError:
                pass  # cut, which is what is asked
        self.assertEqual(self.ask(self.context()).status, 200)

    def test_a_session_works_and_its_cookie_is_secure(self):
        body = f'{{"name":"nadia","password":"{PASSWORD}"}}'
        answer = self.ask(self.context(), "POST", "/api/v1/session", body,
                          {"Content-Type": "application/json"})
        self.assertEqual(answer.status, 200, answer.body)
        (cookie,) = http.cookies.SimpleCookie(answer.headers["Set-Cookie"]).values()
        self.assertTrue(cookie["secure"] and cookie["httponly"])
        session = {"Cookie": f"{cookie.key}={cookie.value}"}
        self.assertEqual(self.ask(self.context(), path="/api/v1/hits", headers=session).status, 200)
        for origin, status in (("https://evil.example", 403), (self.server.url, 204)):
            answer = self.ask(self.context(), "DELETE", "/api/v1/session",
                              headers=session | {"Origin": origin})
            self.assertEqual(answer.status, status)

    def test_a_large_body_goes_through(self):
        answer = self.ask(self.context(), "POST", "/ingest/unknown", b"x" * 3_000_000)
        self.assertEqual(answer.status, 404)


class ClientCertificates(TlsTest):
    settings = {"BAS_TLS__CLIENT_CA_FILE": "authority.pem"}

    def test_who_shows_a_good_one_or_none_is_served(self):
        self.assertEqual(self.ask(self.context("client")).status, 200)
        self.assertEqual(self.ask(self.context()).status, 200)

    def test_who_shows_a_strangers_is_cut(self):
        with self.assertRaises((ssl.SSLError, ConnectionError)):
            self.ask(self.context("stranger"))


class WrongSettings(unittest.TestCase):
    def test_it_does_not_start_half_secured(self):
        with tempfile.TemporaryDirectory(prefix="bas-flow-tls-") as folder:
            certificates = Certificates(folder)
            good = certificates.settings()
            nowhere = certificates.file("nowhere.pem")
            for wrong, named in (
                    ({"BAS_TLS__KEY_FILE": ""}, "tls.key_file"),
                    ({"BAS_TLS__CERTIFICATE_FILE": ""}, "tls.certificate_file"),
                    ({"BAS_TLS__CERTIFICATE_FILE": nowhere}, "nowhere.pem"),
                    ({"BAS_TLS__KEY_FILE": certificates.file("client.key")}, "client.key"),
                    ({"BAS_TLS__CLIENT_CA_FILE": nowhere}, "nowhere.pem"),
                    ({"BAS_TLS__CERTIFICATE_FILE": "", "BAS_TLS__KEY_FILE": "",
                      "BAS_TLS__CLIENT_CA_FILE": certificates.file("authority.pem")},
                     "tls.client_ca_file")):
                with self.subTest(wrong):
                    server = Server(good | wrong)
                    self.addCleanup(server.remove)
                    with self.assertRaises(AssertionError) as refused:
                        server.start()
                    self.assertIn(named, str(refused.exception))


if __name__ == "__main__":
    unittest.main()
