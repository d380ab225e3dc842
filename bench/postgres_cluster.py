"""A PostgreSQL of its own for a benchmark: made, asked, and gone again."""
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time

POSTGRES_BIN = pathlib.Path("/usr/lib/postgresql/15/bin")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_open(port, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    sys.exit(f"nothing listens on port {port}")


class Cluster:
    """Starts a server with these settings and a database named peers."""

    def __init__(self, settings):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="bas-postgres-"))
        self.port = free_port()
        self.as_owner = []
        if os.getuid() == 0:
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
            self.as_owner = ["runuser", "-u", "postgres", "--"]
        data = self.folder / "data"
        self._owner(POSTGRES_BIN / "initdb", "-D", data, "-A", "trust", "-U", "postgres",
                    "--locale=C", "-E", "UTF8")
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        self.process = subprocess.Popen(
            [*self.as_owner, str(POSTGRES_BIN / "postgres"), "-D", str(data), "-p",
             str(self.port), "-k", str(self.folder), *words], cwd="/",
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until_open(self.port)
        self.sql("CREATE DATABASE peers", database="postgres")

    def _owner(self, *command):
        subprocess.run([*self.as_owner, *map(str, command)], check=True, cwd="/",
                       stdout=subprocess.DEVNULL)

    def psql(self, database="peers"):
        return ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database,
                "-qAtX", "-v", "ON_ERROR_STOP=1"]

    def sql(self, text, database="peers"):
        words = [word for one in text.split(";") if one.strip() for word in ("-c", one)]
        return subprocess.run([*self.psql(database), *words], check=True, capture_output=True,
                              text=True).stdout.strip()

    def pids(self):
        # The server is the child of runuser where that stands between.
        found, todo = [], [self.process.pid]
        while todo:
            pid = todo.pop()
            found.append(pid)
            children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            todo.extend(map(int, children))
        return found

    def version(self):
        return self.sql("SELECT version()")

    def stop(self):
        self._owner(POSTGRES_BIN / "pg_ctl", "-D", self.folder / "data", "-m", "fast", "stop")
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
