#!/usr/bin/env python3
"""Generate the C++ table and the web texts of problems from api/errors.yaml.

generate_errors.py           write src/api/problem_types.{h,cc} and web/src/api/problems.ts
generate_errors.py --check   write nothing; exit 1 naming each file that differs, each problem
                             type that src/net answers with but the register does not know
"""
import json
import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("nl", "fr", "de", "en")
MARK = "Generated from api/errors.yaml by tools/generate_errors.py; change it there."
NET_TYPE = re.compile(r'\{\s*[45]\d\d,\s*"([a-z-]+)",|"/problems/([a-z-]+)"')

HEADER = """\
// {mark}
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace bas::api {{

// Every kind of problem the server answers with.
enum class ProblemType : std::uint8_t {{
{enumerators}
}};

// One row of the register. `type` is "/problems/<slug>"; `advice` is one English sentence.
struct ProblemText {{
  std::string_view slug;
  std::string_view type;
  std::string_view title;
  int status = 500;
  std::string_view code;
  std::string_view advice;
}};

const ProblemText& text_of(ProblemType type);

// In the order of the register.
std::span<const ProblemText> problem_texts();

std::optional<ProblemType> problem_type_from(std::string_view slug);

}}  // namespace bas::api
"""

SOURCE = """\
// {mark}
#include "api/problem_types.h"

#include <array>

namespace bas::api {{

namespace {{

// clang-format off
constexpr std::array<ProblemText, {count}> kProblems{{{{
{rows}
}}}};
// clang-format on

}}  // namespace

const ProblemText& text_of(ProblemType type) {{
  return kProblems.at(static_cast<std::size_t>(type));
}}

std::span<const ProblemText> problem_texts() {{ return kProblems; }}

std::optional<ProblemType> problem_type_from(std::string_view slug) {{
  for (std::size_t i = 0; i < kProblems.size(); ++i) {{
    if (kProblems[i].slug == slug) return static_cast<ProblemType>(i);
  }}
  return std::nullopt;
}}

}}  // namespace bas::api
"""

SCRIPT = """\
// {mark}
export type Language = 'nl' | 'fr' | 'de' | 'en';

export interface ProblemText {{
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly advice: Readonly<Record<Language, string>>;
}}

export type ProblemSlug =
{slugs};

export const problems: Readonly<Record<ProblemSlug, ProblemText>> = {{
{rows}
}};

/** The text for the `type` of a problem document, if the register has it. */
export function problemOf(type: string): ProblemText | undefined {{
  const slug = type.replace(/^\\/problems\\//, '');
  return Object.hasOwn(problems, slug) ? problems[slug as ProblemSlug] : undefined;
}}
"""


def read_register():
    problems = yaml.safe_load((ROOT / "api/errors.yaml").read_text())["problems"]
    slugs = [problem["slug"] for problem in problems]
    codes = [problem["code"] for problem in problems]
    for values, what in ((slugs, "slug"), (codes, "code")):
        twice = {value for value in values if values.count(value) > 1}
        if twice:
            raise SystemExit(f"api/errors.yaml: {what} given twice: {', '.join(sorted(twice))}")
    for problem in problems:
        missing = [code for code in LANGUAGES if not problem["advice"].get(code)]
        if missing:
            raise SystemExit(f"api/errors.yaml: {problem['slug']}: no advice in {missing}")
        if not 400 <= problem["status"] <= 599:
            raise SystemExit(f"api/errors.yaml: {problem['slug']}: status {problem['status']}")
    return problems


def cpp_name(slug):
    return "k" + "".join(word.capitalize() for word in slug.split("-"))


def cpp_row(problem):
    quoted = [json.dumps(value, ensure_ascii=False) for value in
              (problem["slug"], "/problems/" + problem["slug"], problem["title"])]
    tail = [str(problem["status"]), json.dumps(problem["code"]),
            json.dumps(problem["advice"]["en"], ensure_ascii=False)]
    return (f"    {{{quoted[0]}, {quoted[1]},\n     {quoted[2]},\n"
            f"     {tail[0]}, {tail[1]},\n     {tail[2]}}},")


def script_text(text):
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def script_row(problem):
    advice = "\n".join(f"      {code}: {script_text(problem['advice'][code])},"
                       for code in LANGUAGES)
    return (f"  '{problem['slug']}': {{\n    title: {script_text(problem['title'])},\n"
            f"    status: {problem['status']},\n    code: '{problem['code']}',\n"
            f"    advice: {{\n{advice}\n    }},\n  }},")


def generated(problems):
    yield "src/api/problem_types.h", HEADER.format(
        mark=MARK, enumerators="\n".join(f"  {cpp_name(p['slug'])}," for p in problems))
    yield "src/api/problem_types.cc", SOURCE.format(
        mark=MARK, count=len(problems), rows="\n".join(cpp_row(p) for p in problems))
    yield "web/src/api/problems.ts", SCRIPT.format(
        mark=MARK, slugs="\n".join(f"  | '{p['slug']}'" for p in problems),
        rows="\n".join(script_row(p) for p in problems))


def faults(problems):
    for name, text in generated(problems):
        path = ROOT / name
        if not path.exists() or path.read_text() != text:
            yield f"{name}: differs from api/errors.yaml; run python3 tools/generate_errors.py"
    known = {problem["slug"] for problem in problems}
    for path in sorted((ROOT / "src/net").glob("*.cc")):
        if path.stem.endswith("_test"):
            continue
        named = {either or other for either, other in NET_TYPE.findall(path.read_text())}
        for slug in sorted(named - known):
            yield f"{path.relative_to(ROOT)}: problem type '{slug}' is not in api/errors.yaml"


def main():
    problems = read_register()
    if "--check" in sys.argv[1:]:
        found = list(faults(problems))
        print("\n".join(found) or f"errors: {len(problems)} problem types, no drift")
        return bool(found)
    for name, text in generated(problems):
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
