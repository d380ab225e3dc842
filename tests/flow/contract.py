"""What api/openapi.yaml and api/errors.yaml promise, to hold answers against."""

import json
import pathlib
import re

import yaml

API = pathlib.Path(__file__).resolve().parents[2] / "api"
CONTRACT = yaml.load((API / "openapi.yaml").read_text(), Loader=yaml.CSafeLoader)
PROBLEMS = {f"/problems/{row['slug']}": row
            for row in yaml.load((API / "errors.yaml").read_text(),
                                 Loader=yaml.CSafeLoader)["problems"]}
METHODS = ("get", "put", "post", "delete", "patch")
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
         "number": (int, float)}


def operations():
    """(METHOD, path, operation) of everything the contract names."""
    for path, item in CONTRACT["paths"].items():
        for method in METHODS:
            if method in item:
                yield method.upper(), path, item[method]


def check_problem(answer):
    """Every problem is one of errors.yaml, with its status."""
    if answer.headers.get("Content-Type") != "application/problem+json" or not answer.body:
        return
    problem = json.loads(answer.body)
    row = PROBLEMS.get(problem["type"])
    assert row is not None, f"no type of api/errors.yaml: {answer}"
    assert row["status"] == problem["status"] == answer.status, f"another status: {answer}"
    assert problem["title"] and problem["detail"], f"says nothing: {answer}"


def resolved(node):
    while "$ref" in node:
        target = CONTRACT
        for key in node["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        node = target
    return node


def schema_of(answer, method, path):
    """The schema of an answer's content, or None when the contract does not name its type."""
    operation = CONTRACT["paths"][path][method.lower()]
    responses = operation["responses"]
    response = resolved(responses.get(str(answer.status), responses["default"]))
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    content = response.get("content", {}).get(kind)
    return content and content["schema"]


def whole(schema):
    """A schema with all it is made of."""
    schema = resolved(schema)
    return merged(map(whole, schema["allOf"])) if "allOf" in schema else schema


def faults(schema, value, at="answer"):
    """What in a value is not as its schema says; members that it does not name are faults too."""
    schema = whole(schema)
    if not fits_type(schema.get("type"), value):
        yield f"{at} is no {schema['type']}: {value!r}"
    elif isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        yield from (f"{at}.{name} is missing" for name in schema.get("required", ())
                    if name not in value)
        for name, member in value.items():
            if name in known:
                yield from faults(known[name], member, f"{at}.{name}")
            else:
                yield f"{at}.{name} is not in the contract"
    elif isinstance(value, dict):
        return  # of a shape that the contract leaves open
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults(schema.get("items", {}), item, f"{at}[{number}]")
    else:
        yield from faults_of_plain(schema, value, at)


def fits_type(name, value):
    if name is None:
        return True
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def faults_of_plain(schema, value, at):
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is none of {schema['enum']}: {value!r}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{at} is not of the form {schema['pattern']}: {value!r}"
    if schema.get("format") == "date-time" and not re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", value):
        yield f"{at} is no moment in UTC with milliseconds: {value!r}"
    if not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        yield f"{at} is out of its range: {value!r}"


def merged(schemas):
    whole = {"type": "object", "required": [], "properties": {}}
    for schema in schemas:
        whole["required"] += schema.get("required", [])
        whole["properties"] |= schema.get("properties", {})
    return whole
