#!/usr/bin/env python3
"""`bas ledger verify` on logs that another implementation wrote: this file and OpenSSL."""
import base64
import hashlib
import json
import pathlib
import subprocess
import tempfile
import unittest

from server import run_bas

ORIGIN = "bas.example/log"


def sha256(data):
    return hashlib.sha256(data).digest()


def root_of(leaves):
    """RFC 6962 section 2.1, as it is written there."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + root_of(leaves[:split]) + root_of(leaves[split:]))


def path_of(level, index, width):
    name = f"tile/{level}/{index:03}"
    return name if width == 256 else f"{name}.p/{width}"


class Key:
    """An Ed25519 key of OpenSSL, named as signed notes name it."""

    def __init__(self, folder, name):
        self.name, self.file = name, pathlib.Path(folder, f"{name.replace('/', '-')}.pem")
        self.openssl("genpkey", "-algorithm", "ed25519", "-out", self.file)
        der = self.openssl("pkey", "-in", self.file, "-pubout", "-outform", "DER")
        self.typed = b"\1" + der[-32:]
        self.id = sha256(name.encode() + b"\n" + self.typed)[:4]

    @staticmethod
    def openssl(*words):
        return subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True).stdout

    def public(self):
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(self.typed).decode()}"

    def line(self, text):
        with tempfile.NamedTemporaryFile() as file:
            file.write(text.encode())
            file.flush()
            signature = self.openssl("pkeyutl", "-sign", "-rawin", "-inkey", self.file,
                                     "-in", file.name)
        return f"— {self.name} {base64.b64encode(self.id + signature).decode()}\n"


def export(folder, entries, signers):
    """A log of these entries as files: checkpoint, tiles and bundles."""
    folder = pathlib.Path(folder)

    def write(name, data):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    hashes = [sha256(b"\0" + entry) for entry in entries]
    text = f"{ORIGIN}\n{len(entries)}\n{base64.b64encode(root_of(hashes)).decode()}\n"
    write("checkpoint", (text + "\n" + "".join(one.line(text) for one in signers)).encode())
    for first in range(0, len(entries), 256):
        bundle = entries[first:first + 256]
        data = b"".join(len(one).to_bytes(2, "big") + one for one in bundle)
        write(path_of("entries", first // 256, len(bundle)), data)
    level = 0
    while hashes:
        for first in range(0, len(hashes), 256):
            tile = hashes[first:first + 256]
            write(path_of(level, first // 256, len(tile)), b"".join(tile))
        hashes = [root_of(hashes[first:first + 256]) for first in range(0, len(hashes) - 255, 256)]
        level += 1


class LedgerVerify(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keys = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.keys.cleanup)
        cls.log = Key(cls.keys.name, ORIGIN)
        cls.witness = Key(cls.keys.name, "coc.example/witness")

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.entries = [f"entry {number}".encode() for number in range(700)]
        export(self.folder.name, self.entries, [self.log, self.witness])

    def file(self, name):
        return pathlib.Path(self.folder.name, name)

    def verify(self, *arguments, folder=None):
        ran = run_bas("ledger", "verify", folder or self.folder.name, "--key", self.log.public(),
                      "--json", *arguments)
        return ran.returncode, json.loads(ran.stdout)

    def fault(self, *arguments, folder=None):
        status, told = self.verify(*arguments, folder=folder)
        self.assertEqual(status, 1)
        self.assertFalse(told["is_whole"])
        return told["fault"]

    def test_a_whole_log_of_another_implementation_is_believed(self):
        status, told = self.verify("--witness", self.witness.public())
        self.assertEqual((status, told["is_whole"], told["entries"]), (0, True, 700))

    def test_truncation_is_told(self):
        self.file("tile/entries/002.p/188").unlink()
        self.assertEqual(self.fault(), "truncated")

    def test_an_edit_is_told_with_its_place(self):
        bundle = self.file("tile/entries/001")
        bundle.write_bytes(bundle.read_bytes().replace(b"entry 300", b"entry 30x"))
        status, told = self.verify()
        self.assertEqual((status, told["fault"], told["text"]),
                         (1, "edited", "entry 300 was changed"))

    def test_a_changed_order_is_told(self):
        bundle = self.file("tile/entries/001")
        data = bundle.read_bytes().replace(b"entry 300", b"entry xxx")
        data = data.replace(b"entry 301", b"entry 300").replace(b"entry xxx", b"entry 301")
        bundle.write_bytes(data)
        self.assertEqual(self.fault(), "reordered")

    def test_a_fork_and_a_shorter_log_are_told_by_a_kept_checkpoint(self):
        kept = self.file("checkpoint").read_bytes()
        with tempfile.TemporaryDirectory() as other:
            earlier = pathlib.Path(other, "kept")
            earlier.write_bytes(kept)
            forked = self.entries[:5] + [b"another"] + self.entries[6:] + [b"later"]
            export(pathlib.Path(other, "fork"), forked, [self.log])
            self.assertEqual(self.fault("--earlier", str(earlier),
                                        folder=str(pathlib.Path(other, "fork"))), "forked")
            export(pathlib.Path(other, "short"), self.entries[:600], [self.log])
            self.assertEqual(self.fault("--earlier", str(earlier),
                                        folder=str(pathlib.Path(other, "short"))), "truncated")
            export(pathlib.Path(other, "grown"), self.entries + [b"later"], [self.log])
            status, _ = self.verify("--earlier", str(earlier),
                                    folder=str(pathlib.Path(other, "grown")))
            self.assertEqual(status, 0)

    def test_foreign_and_missing_signatures_are_told(self):
        export(self.folder.name, self.entries, [self.witness])
        self.assertEqual(self.fault(), "unsigned")
        export(self.folder.name, self.entries, [self.log])
        self.assertEqual(self.fault("--witness", self.witness.public()), "unwitnessed")

    def test_what_is_no_key_or_no_log_is_told(self):
        ran = run_bas("ledger", "verify", self.folder.name, "--key", "nonsense")
        self.assertEqual(ran.returncode, 1)
        self.assertIn("neither a key", ran.stderr)
        self.file("checkpoint").unlink()
        ran = run_bas("ledger", "verify", self.folder.name, "--key", self.log.public())
        self.assertEqual(ran.returncode, 1)


if __name__ == "__main__":
    unittest.main()
