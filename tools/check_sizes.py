#!/usr/bin/env python3
"""Refuse what has grown too large to see at once (STYLE.md, sizes).

A needed exception carries `// size: why` on the line before the function, or in the first five
lines of the file; each is listed. Generated files are exempt. A large folder needs a decision:
a line `Large folder: src/<name>` in a file of docs/decisions.
"""
import re
import sys
from collections import Counter
from pathlib import PurePath

from cpp_functions import blanked, functions_in
from sources import finish, is_generated, text_of, tracked

FILE_LINES, TEST_LINES, HEADER_LINES = 500, 800, 150
FUNCTION_LINES, PARAMETERS, NESTING, INCLUDES, COLUMNS = 70, 4, 3, 12, 100
FOLDER_LINES, FOLDER_FILES = 2500, 15
CLASS_HEIGHT = 2
FREE_BY_COUNT = {"src/cameras"}
EXCEPTION = re.compile(r"(?://|#) size: (.+)")
CLASS = re.compile(r"\b(?:class|struct)\s+(\w+)[^;{(]*?:\s*(?:public|private)\s+([\w:]+)")
TEST_NAME = re.compile(
    r"(_test\.(cc|py|h)|_suite\.h|\.(test|spec)\.tsx?)$|^tests/|/tests?/|/e2e/")
COLUMNS_BY_OTHERS = (".ts", ".tsx")  # the web's own formatter breaks those lines
OTHER_PATTERNS = ("*.py", "*.sh", "*.cmake", "CMakeLists.txt", "Makefile", "*.ts", "*.tsx")


def is_test(name):
    return bool(TEST_NAME.search(name))


def lines_max(name):
    if is_test(name):
        return TEST_LINES
    return HEADER_LINES if name.endswith(".h") else FILE_LINES


def exception_near(lines, first, last):
    """The reason given between two line numbers (from 1, both included), if there is one."""
    for line in lines[max(0, first - 1):last]:
        if match := EXCEPTION.search(line):
            return match[1]
    return None


class Gate:
    """Gathers faults and the exceptions that were asked for."""

    def __init__(self):
        self.faults, self.exceptions = [], []

    def judge(self, at, fault, reason):
        if reason:
            self.exceptions.append(f"{at}: {fault}; size: {reason}")
        else:
            self.faults.append(f"{at}: {fault}")

    def file(self, name, lines):
        if len(lines) > lines_max(name):
            self.judge(f"{name}:1", f"{len(lines)} lines, at most {lines_max(name)}",
                       exception_near(lines, 1, 5))
        for number, line in enumerate(lines, 1):
            if len(line) > COLUMNS and not name.endswith(COLUMNS_BY_OTHERS):
                self.judge(f"{name}:{number}", f"{len(line)} columns, at most {COLUMNS}",
                           exception_near(lines, number - 1, number))

    def cpp(self, name, text, lines):
        includes = sum(line.startswith("#include") for line in lines)
        if includes > INCLUDES:
            self.judge(f"{name}:1", f"{includes} includes, at most {INCLUDES}",
                       exception_near(lines, 1, 5))
        for function in functions_in(text):
            reason = exception_near(lines, function.first_line - 1, function.first_line)
            parameters = 0 if function.is_override else function.parameters
            for value, limit, unit in ((function.lines, FUNCTION_LINES, "lines"),
                                       (parameters, PARAMETERS, "parameters"),
                                       (function.nesting, NESTING, "levels of nesting")):
                if value > limit:
                    self.judge(f"{name}:{function.first_line}",
                               f"{function.name} has {value} {unit}, at most {limit}", reason)


def class_height_faults(texts):
    """Only classes of ours count: what a library puts on top is its own affair."""
    bases = {child: base.split("::")[-1] for text in texts for child, base in CLASS.findall(text)}
    ours = {name for text in texts for name in re.findall(r"\b(?:class|struct)\s+(\w+)", text)}
    for child in sorted(bases):
        height, at = 0, child
        while at in bases and bases[at] in ours and height < 9:
            at, height = bases[at], height + 1
        if height > CLASS_HEIGHT:
            yield f"class {child}: {height} classes stand above it, at most {CLASS_HEIGHT}"


def folder_faults(files):
    """`files`: lines of each product file of src/; tests and fuzz targets are not among them."""
    lines, number = Counter(), Counter()
    for name, count in files.items():
        folder = str(PurePath(name).parent)
        lines[folder] += count
        number[folder] += 1
    decided = "\n".join(text_of(name) for name in tracked("docs/decisions/*.md"))
    for folder in sorted(lines):
        count = 0 if folder in FREE_BY_COUNT else number[folder]
        too_large = lines[folder] > FOLDER_LINES or count > FOLDER_FILES
        if too_large and not re.search(rf"Large folder: {re.escape(folder)}\b", decided):
            yield (f"{folder}:1: {lines[folder]} lines in {number[folder]} files ask for a "
                   f"decision (over {FOLDER_LINES} lines or {FOLDER_FILES} files)")


def main():
    gate, product, cpp_texts = Gate(), {}, []
    for name in tracked("*.h", "*.cc", *OTHER_PATTERNS):
        text = text_of(name)
        if is_generated(text):
            continue
        lines = text.splitlines()
        gate.file(name, lines)
        if name.endswith((".h", ".cc")):
            gate.cpp(name, text, lines)
            cpp_texts.append(blanked(text))
            if name.startswith("src/") and not re.search(r"_(test|fuzz)\.cc$", name):
                product[name] = len(lines)
    gate.faults += [*class_height_faults(cpp_texts), *folder_faults(product)]
    for line in gate.exceptions:
        print("asked for:", line)
    return finish("sizes", gate.faults, f"{len(cpp_texts)} C++ files within the limits, "
                  f"{len(gate.exceptions)} exceptions asked for")


if __name__ == "__main__":
    sys.exit(main())
