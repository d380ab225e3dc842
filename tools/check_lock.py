#!/usr/bin/env python3
"""Refuses installed npm packages that are not what the committed lock says.

check_lock.py FOLDER    holds package.json, package-lock.json and node_modules

The file npm leaves in node_modules lists what it installed: each of these must stand in the lock
with the same version and hash. The lock itself may name more or fewer builds for other platforms:
which of them npm knows depends on what the registry of the day shows, and none is installed.
"""
import json
import sys
from pathlib import Path


def differences(wanted, locked, installed):
    """What differs between package.json, the packages of the lock and those installed."""
    for kind in ("dependencies", "devDependencies"):
        if wanted.get(kind, {}) != locked[""].get(kind, {}):
            yield f"the {kind} of package.json are not those of the lock"
    for path, found in installed.items():
        entry = locked.get(path)
        if entry is None:
            yield f"{path} is installed and not in the lock"
        elif entry["version"] != found["version"]:
            yield f"{path} is {found['version']}, the lock says {entry['version']}"
        elif "integrity" not in entry or entry["integrity"] != found.get("integrity"):
            yield f"{path} has another hash than the lock"


def main():
    folder = Path(sys.argv[1])

    def load(*path):
        return json.loads(folder.joinpath(*path).read_text())

    found = list(differences(load("package.json"), load("package-lock.json")["packages"],
                             load("node_modules", ".package-lock.json")["packages"]))
    for line in found[:10]:
        print(line, file=sys.stderr)
    if found:
        print("run npm install in that folder and commit the lock it writes", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
