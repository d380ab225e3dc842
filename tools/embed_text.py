#!/usr/bin/env python3
"""Writes text files as C++ functions of their names, `-` becoming `_`.

embed_text.py HEADER NAMESPACE OUT.cc FILE…
"""
import pathlib
import sys

header, namespace, out, *files = sys.argv[1:]
functions = []
for name in files:
    text = pathlib.Path(name).read_text()
    portions = [text[i : i + 4000] for i in range(0, len(text), 4000)]
    literals = "\n".join(f'      R"~text~({portion})~text~"' for portion in portions)
    function = pathlib.Path(name).stem.replace("-", "_")
    functions.append(f"std::string_view {function}() {{\n  return\n{literals};\n}}\n")
pathlib.Path(out).write_text(
    f'// Generated at build time.\n#include "{header}"\n\nnamespace {namespace} {{\n\n'
    + "\n".join(functions)
    + f"\n}}  // namespace {namespace}\n"
)
