// How to read the file of a list: what is said once about all files of one source.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/list.h"
#include "profiles/charset.h"
#include "profiles/dates.h"
#include "profiles/fact.h"
#include "profiles/form.h"

namespace bas::profiles {

// Where the text of a fact stands. A column is a name of the header, a field, a group or a JSON
// pointer, or a number from 1.
struct FactSource {
  enum class From { kNowhere, kColumn, kNumber, kConstant };
  From from = From::kNowhere;
  std::string column;
  std::size_t number = 0;
  Span span;                 // which characters of the column
  std::string text;          // the constant, or what counts where the column is empty
  bool is_optional = false;  // a header without the column is no error
};

// What a code of the source's means here.
struct CategoryRule {
  std::string category;
  std::optional<Priority> priority;
  bool is_skipped = false;
};

enum class Mode { kFull, kDelta };

// Where the number of a file's revision stands. A pattern gives its first group.
struct RevisionSource {
  enum class From { kNowhere, kConstant, kHeader, kFileName, kPointer };
  From from = From::kNowhere;
  std::string text;
  Pattern pattern;
};

// Threads: any, once made. Cheap to copy beside a file.
struct Profile {
  Container container;
  Charset charset = Charset::kAuto;
  Form form;
  LineRules lines;
  Facts<FactSource> facts;
  std::map<std::string, CategoryRule, std::less<>> categories;  // empty: the text is the category
  DateFormats dates;
  std::optional<std::chrono::days> valid_for;
  std::set<Fact> repaired;               // zeros between letters are O
  std::set<std::string> skipped_plates;  // canonical
  Mode mode = Mode::kFull;
  std::set<std::string> add_words;  // of the operation, lower case
  std::set<std::string> remove_words;
  RevisionSource revision;
  RevisionSource base_revision;

  // From JSON as docs/protocols/list-files.md has it. kBadInput names the key, what is wrong with
  // it and what is allowed.
  static Result<Profile> parse(std::string_view json);
  // CSV with a header of the facts' own names; `mapping` names columns that are called otherwise,
  // such as "plate=Kenteken;country=Land".
  static Result<Profile> from_mapping(std::string_view mapping);
  // One that is built in; kNotFound lists them.
  static Result<Profile> named(std::string_view name);
  static std::vector<std::string_view> names();
};

}  // namespace bas::profiles
