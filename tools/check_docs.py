#!/usr/bin/env python3
"""Keep the docs true: links resolve, commands exist, decisions are numbered, verbs are known.

- every relative link of a Markdown file leads to something that is there;
- every `make x` in a code block of README.md or docs is a target of the Makefile;
- every file or folder that ARCHITECTURE.md or README.md names in `code` exists;
- decisions are docs/decisions/NNNN-title.md without gaps, each with its four headings;
- the glossary has a word in all four languages on each line.
"""
import re
import sys

from sources import ROOT, finish, text_of, tracked

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
BLOCK = re.compile(r"```(?:sh|bash|console)?\n(.*?)```", re.S)
CODE_PATH = re.compile(r"`((?:src|tools|docs|api|web|tests|bench|cmake)/[\w./-]+)`")
DECISION = re.compile(r"docs/decisions/(\d{4})-[a-z0-9-]+\.md$")
HEADINGS = ("Context", "Decision", "Consequences", "What would change our mind")


def faults_of_links(name, text):
    folder = (ROOT / name).parent
    for match in LINK.finditer(text):
        target = match[1].split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        if not (folder / target).exists():
            yield f"{name}: link to {match[1]}, which is not there"


def make_targets():
    return set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.M))


def faults_of_commands(name, text, targets):
    for block in BLOCK.findall(text):
        for target in re.findall(r"^\s*(?:\$ )?make +([a-z]+)", block, re.M):
            if target not in targets:
                yield f"{name}: the Makefile has no target '{target}'"


def faults_of_paths(name, text):
    for match in CODE_PATH.finditer(text):
        path = match[1].rstrip("/.")
        if "NNNN" not in path and not (ROOT / path).exists():
            yield f"{name}: names {match[1]}, which is not there"


def faults_of_decisions():
    names = tracked("docs/decisions/*.md")
    numbers = []
    for name in names:
        match = DECISION.search(name)
        if not match:
            yield f"{name}: a decision is called NNNN-title.md"
            continue
        numbers.append(int(match[1]))
        text = text_of(name)
        for heading in HEADINGS:
            if f"## {heading}" not in text:
                yield f"{name}: no heading '{heading}'"
        if not re.search(r"^Date: \d{4}-\d\d-\d\d$", text, re.M):
            yield f"{name}: no line 'Date: YYYY-MM-DD'"
    if sorted(numbers) != list(range(1, len(numbers) + 1)):
        yield f"docs/decisions: the numbers {sorted(numbers)} have gaps or repeats"


def faults_of_glossary():
    for number, line in enumerate(text_of("docs/glossary.md").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and (len(cells) < 5 or not all(cells[:5])):
            yield f"docs/glossary.md:{number}: a word, its four languages"


def main():
    targets, faults = make_targets(), []
    names = [name for name in tracked("*.md") if not name.startswith("tests/corpus/")]
    for name in names:
        text = text_of(name)
        faults += faults_of_links(name, text)
        faults += faults_of_commands(name, text, targets)
        if name in ("README.md", "ARCHITECTURE.md", "STYLE.md"):
            faults += faults_of_paths(name, text)
    faults += faults_of_decisions()
    faults += faults_of_glossary()
    return finish("docs", faults, f"{len(names)} pages")


if __name__ == "__main__":
    sys.exit(main())
