#!/usr/bin/env python3
"""Keep api/openapi.yaml whole: references resolve, operations are named once, path parameters are
declared, and the routes of src/api are those of the contract.

A route is found in src/api/*.cc by its path in quotes after a method: `"GET", "/api/v1/hits"` or
`{Method::kGet, "/api/v1/hits"`; routes that are not for programs (the web, the docs page, what
watches the server) may be more than the contract names, but never less.
"""
import re
import sys

import yaml

from sources import finish, text_of, tracked

METHODS = ("get", "put", "post", "delete", "patch")
ROUTE_PATH = re.compile(r'"(/(?:api/v1|ingest)[^"\s?]*)"')


def references_in(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from references_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from references_in(value)


def resolves(contract, reference):
    at = contract
    for key in reference.removeprefix("#/").split("/"):
        if not isinstance(at, dict) or key not in at:
            return False
        at = at[key]
    return True


def resolved(contract, node):
    at = node
    while isinstance(at, dict) and "$ref" in at:
        target = contract
        for key in at["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        at = target
    return at


def faults_of_operations(contract):
    seen = set()
    for path, item in contract["paths"].items():
        wanted = set(re.findall(r"{(\w+)}", path))
        for method in METHODS:
            operation = item.get(method)
            if operation is None:
                continue
            at = f"api/openapi.yaml: {method.upper()} {path}"
            name = operation.get("operationId")
            if not name or name in seen:
                yield f"{at}: operationId is missing or used twice"
            seen.add(name)
            parameters = item.get("parameters", []) + operation.get("parameters", [])
            named = {p["name"] for p in (resolved(contract, q) for q in parameters)
                     if p["in"] == "path"}
            if named != wanted:
                yield f"{at}: path parameters {sorted(named)}, the path has {sorted(wanted)}"
            if "default" not in operation["responses"]:
                yield f"{at}: no default response (a problem document)"


def faults_of_routes(contract):
    """Both ways for /api/v1 and /ingest, whatever a parameter is called."""
    def shape(path):
        return re.sub(r"{[^}]*}|:\w+", "{}", path).rstrip("/")
    sources = [name for name in tracked("src/api/*.cc") if not name.endswith("_test.cc")]
    routed = {shape(path) for name in sources for path in ROUTE_PATH.findall(text_of(name))
              if not path.endswith(("/", "...}"))}  # prefixes and the routes of last resort
    if not routed:
        return
    promised = {shape(path) for path in contract["paths"] if ROUTE_PATH.match(f'"{path}"')}
    for path in sorted(promised - routed):
        yield f"api/openapi.yaml: {path} is promised, no route in src/api has it"
    for path in sorted(routed - promised):
        yield f"src/api: {path} is routed, the contract does not name it"


def main():
    contract = yaml.safe_load(text_of("api/openapi.yaml"))
    faults = [f"api/openapi.yaml: {reference} leads nowhere"
              for reference in sorted(set(references_in(contract)))
              if not resolves(contract, reference)]
    if not faults:
        faults += faults_of_operations(contract)
        faults += faults_of_routes(contract)
    return finish("openapi", faults, f"{len(contract['paths'])} paths, no drift")


if __name__ == "__main__":
    sys.exit(main())
