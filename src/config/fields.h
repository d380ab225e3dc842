// The table of settings: one row each.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "config/settings.h"

namespace bas::config {

// How a row reaches its member, and what it may hold (both ends included).
struct TextField {
  std::string& (*of)(Settings&);
  std::vector<std::string_view> words;  // the ones allowed; empty: any text
};
struct PathField {
  std::filesystem::path& (*of)(Settings&);
};
struct WholeField {
  int& (*of)(Settings&);
  int least = 0;
  int most = 0;
};
struct SizeField {
  std::uint64_t& (*of)(Settings&);
  std::uint64_t least = 0;
  std::uint64_t most = 0;
};
struct DurationField {
  milliseconds& (*of)(Settings&);
  milliseconds least{0};
  milliseconds most{0};
};
using Binding = std::variant<TextField, PathField, WholeField, SizeField, DurationField>;

struct Field {
  std::string_view key;      // "listen" or "ingest.repeat_window"
  std::string_view meaning;  // one or more sentences
  std::string_view trade;    // what more or less of it costs; empty where there is nothing to weigh
  Binding binding;
};

// In the order of the sample file; the keys of one table stand together.
const std::vector<Field>& fields();
const Field* find_field(std::string_view key);

// "BAS_INGEST__REPEAT_WINDOW".
std::string variable_of(const Field& field);

// How a value was written: text in quotes, a number without, or either (variables and flags).
enum class Written { kQuoted, kNumber, kPlain };
struct RawValue {
  std::string text;
  Written written = Written::kPlain;
};
// The failure says what the field expects.
Result<> assign(const Field& field, Settings& settings, const RawValue& raw);

// The present value as it stands in TOML.
std::string show(const Field& field, const Settings& settings);
// What may be written: "length of time, 1s to 1h".
std::string expected(const Field& field);

}  // namespace bas::config
