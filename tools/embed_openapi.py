#!/usr/bin/env python3
"""Writes the API contract as a C++ string: embed_openapi.py openapi.yaml OUT.cc"""
import json
import sys

import yaml

document = json.dumps(yaml.safe_load(open(sys.argv[1])), separators=(",", ":"), default=str)
portions = [document[i : i + 8000] for i in range(0, len(document), 8000)]
literals = "\n".join(f'    R"~openapi~({portion})~openapi~"' for portion in portions)
with open(sys.argv[2], "w") as out:
    out.write(
        "// Generated from api/openapi.yaml at build time.\n"
        '#include "api/openapi.h"\n\n'
        "namespace bas::api {\n\n"
        f"std::string_view openapi_json() {{\n  return\n{literals};\n}}\n\n"
        "}  // namespace bas::api\n"
    )
