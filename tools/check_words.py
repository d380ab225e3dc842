#!/usr/bin/env python3
"""Refuse words that have no place in the project: machine paths, hosts, things left undone, tests
switched off or sleeping, names that say nothing.

A rule is (what is wrong, where, pattern). The patterns are written so that they do not find
themselves. A child process of a test may be a disabled test of a suite called …Child.
"""
import re
import sys

from sources import finish, text_of, tracked

EVERYWHERE = re.compile(r"")
CODE = re.compile(r"\.(h|cc|ts|tsx|css|py|sh|toml|yaml|cmake)$|CMakeLists\.txt$|Makefile$")
CPP = re.compile(r"\.(h|cc)$")
PRODUCT = re.compile(r"^src/.*\.(h|cc)$")
TESTS = re.compile(r"_test\.(cc|py)$|\.(test|spec)\.tsx?$|^tests/")
RULES = (
    ("a path of one machine", EVERYWHERE,
     r"(?<![\w.])/(?:wo[r]k|roo[t]|hom[e]/\w+)/(?!\*)"),
    ("a path in the shared temporary folder", CODE, r"(?<![\w.])/tm[p]/(?!\S*X{6})"),
    ("a host of packages", EVERYWHERE, r"registry\.npm[j]s\.org|deb\.debia[n]\.org"),
    ("left undone", CODE, r"\b(?:TO[D]O|FIX[M]E|X[X]X|HAC[K])\b"),
    ("left undone", CODE, r"not implemen[t]ed|NotImplemen[t]ed"),
    ("left undone", CODE, r"(?<![:\w-])placehol[d]er(?!\s*=|\w|-|')(?!.*['\"]\s*[:=])"),
    ("a test switched off", TESTS,
     r"(?<!Child, )DISABLE[D]_|GTEST_SKI[P]|"
     r"\b(?:test|it|describe)\.(?:fixme|only|skip\((?!\s*process\.env))"),
    ("a test that sleeps and does not say why", TESTS,
     r"(?:sleep_fo[r]\b|sleep_unti[l]\b|waitForTimeou[t]|\btime\.slee[p]\()(?!.*(?://|#) \w)"),
    ("a name that says nothing", CPP,
     r"\b(?:class|struct)\s+\w*(?:Manager|Helper|Utils?|Impl|Data|Info)\b"),
    ("a namespace poured out", PRODUCT, r"\busing namespace (?!std::\w*literals)"),
    ("a result thrown away without a word", CPP, r"catch \(\.\.\.\) \{\s*\}"),
)
EXEMPT = re.compile(r"package-lock\.json$|\.(png|jpg|jpeg|webp|pmtiles|geojson|ico|woff2?)$")


def faults_of(name, text):
    for what, where, pattern in RULES:
        if not where.search(name):
            continue
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{name}:{line}: {what}: {match[0].strip()}"


def main():
    names = [name for name in tracked() if not EXEMPT.search(name)
             and not name.startswith("tests/corpus/")]
    faults = [fault for name in names for fault in faults_of(name, text_of(name))]
    return finish("words", faults, f"{len(names)} files")


if __name__ == "__main__":
    sys.exit(main())
