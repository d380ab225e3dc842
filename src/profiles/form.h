// What a file looks like: what is around its text, and how its records are laid out.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "profiles/text.h"

namespace re2 {
class RE2;
}

namespace bas::profiles {

using Pattern = std::shared_ptr<const re2::RE2>;

// What is around the text. `member`: the file inside a ZIP; empty where there is only one.
struct Container {
  enum class Kind { kAuto, kPlain, kGzip, kZip };
  Kind kind = Kind::kAuto;
  std::string member;
};

// How one record is laid out.
struct DelimitedForm {
  char delimiter = '\0';  // 0: the one that the first line has most of
  char quote = '"';       // 0: none
  bool has_header = true;
};
struct FixedForm {
  std::map<std::string, Span, std::less<>> fields;
};
// The first pattern that fits a whole line gives it its columns: the groups by their names, and
// what is `set` for every such line.
struct PatternForm {
  struct LineType {
    Pattern pattern;
    std::map<std::string, std::string, std::less<>> set;
  };
  std::vector<LineType> types;
};
struct JsonForm {
  std::string array;  // the pointer to it
};
struct JsonLinesForm {};
using Form = std::variant<DelimitedForm, FixedForm, PatternForm, JsonForm, JsonLinesForm>;

// Lines around the records. `noise` and `footer`: what such a line begins with.
struct LineRules {
  std::size_t skip = 0;  // at the top, before the line of names
  std::vector<std::string> noise;
  std::vector<std::string> footer;  // ends the file
  bool needs_footer = false;        // a file without one is cut
};

}  // namespace bas::profiles
