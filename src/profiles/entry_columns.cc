#include "profiles/entry_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <string>

#include "model/country.h"
#include "profiles/partial_plate.h"

namespace bas::profiles {

namespace {

enum Fact : std::size_t {
  kPlate,
  kCountry,
  kCategory,
  kPriority,
  kReason,
  kSourceId,
  kValidFrom,
  kValidUntil
};

constexpr std::size_t kPlateBytesMax = 64;
constexpr std::size_t kTextBytesMax = 2'000;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(trimmed(text));
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

std::optional<std::size_t> column_named(const CsvRow& header, std::string_view name) {
  for (std::size_t i = 0; i < header.fields.size(); ++i) {
    if (lower(header.fields[i]) == lower(name)) return i;
  }
  return std::nullopt;
}

// A whole day counts from its start, and until its end, in Brussels.
Result<std::optional<UtcTime>> moment(Fact fact, std::string_view text) {
  if (text.empty()) return std::optional<UtcTime>();
  if (const auto day = parse_day(text)) {
    return std::optional(start_of(fact == kValidFrom ? *day : Day{day->number + 1}));
  }
  const auto time = parse_rfc3339(text);
  if (time) return std::optional(*time);
  return fail(ErrorCode::kBadInput, fmt::format("{}: a day such as 2026-11-23, or a time such as "
                                                "2026-11-23T20:16:23Z, is needed",
                                                EntryColumns::kFacts[fact]));
}

Result<Priority> priority_from(std::string_view text, Priority otherwise) {
  if (text.empty()) return otherwise;
  Priority priority = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), priority);
  if (failure != std::errc() || end != text.data() + text.size() || priority < kPriorityHighest ||
      priority > kPriorityLowest) {
    return fail(ErrorCode::kBadInput, "priority: a whole number from 1 to 4 is needed");
  }
  return priority;
}

// A partial plate needs a list that wants inexact matches: it never matches otherwise.
Result<std::string> pattern_from(std::string_view text, const MatchRule& rule) {
  if (rule.inexact == InexactUse::kNothing) {
    return fail(ErrorCode::kBadInput, "plate: this list takes no partial plates with ? or *");
  }
  std::string pattern = canonical_pattern(text);
  TRY(check_partial_plate(pattern));
  return pattern;
}

Result<Plate> plate_from(std::string_view text, std::string_view country, const MatchRule& rule) {
  Plate plate{canonical_plate(text), country_from_text(country)};
  if (plate.text.empty()) return fail(ErrorCode::kBadInput, "plate: it is empty");
  if (is_pattern(text)) plate.text = TRY(pattern_from(text, rule));
  if (plate.text.size() > kPlateBytesMax) {
    return fail(ErrorCode::kBadInput, "plate: it is longer than any plate");
  }
  if (plate.country.empty() && !country.empty()) {
    return fail(ErrorCode::kBadInput, "country: a code such as BE is needed, or nothing");
  }
  return plate;
}

}  // namespace

Result<EntryColumns> EntryColumns::find(const CsvRow& header, std::string_view mapping) {
  EntryColumns columns;
  for (std::size_t fact = 0; fact < kFacts.size(); ++fact) {
    columns.column_of_[fact] = column_named(header, kFacts[fact]);
  }
  while (!mapping.empty()) {
    const std::string_view pair = mapping.substr(0, mapping.find(';'));
    mapping.remove_prefix(std::min(mapping.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    const auto fact = std::ranges::find(kFacts, trimmed(pair.substr(0, equals)));
    if (equals == std::string_view::npos || fact == kFacts.end()) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("the mapping `{}` is not of the form fact=column; facts: {}", pair,
                              fmt::join(kFacts, ", ")));
    }
    const auto column = column_named(header, pair.substr(equals + 1));
    if (!column) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("the file has no column `{}`", pair.substr(equals + 1)));
    }
    columns.column_of_[static_cast<std::size_t>(fact - kFacts.begin())] = column;
  }
  if (!columns.column_of_[kPlate]) {
    return fail(ErrorCode::kBadInput,
                "no column holds the plate: name it `plate`, or map it with plate=<column>");
  }
  return columns;
}

std::string_view EntryColumns::value(const CsvRow& row, std::size_t fact) const {
  const auto column = column_of_[fact];
  if (!column || *column >= row.fields.size()) return {};
  return trimmed(row.fields[*column]);
}

Result<Entry> EntryColumns::entry(const CsvRow& row, const List& list) const {
  Entry entry;
  entry.list = list.id;
  entry.plate = TRY(plate_from(value(row, kPlate), value(row, kCountry), list.match));
  entry.priority = TRY(priority_from(value(row, kPriority), list.priority));
  entry.category = value(row, kCategory).empty() ? list.category : value(row, kCategory);
  entry.reason = value(row, kReason);
  entry.source_id = value(row, kSourceId);
  entry.valid_from = TRY(moment(kValidFrom, value(row, kValidFrom)));
  entry.valid_until = TRY(moment(kValidUntil, value(row, kValidUntil)));
  if (entry.valid_from && entry.valid_until && *entry.valid_until <= *entry.valid_from) {
    return fail(ErrorCode::kBadInput, "valid_until: it must lie behind valid_from");
  }
  if (std::max({entry.category.size(), entry.reason.size(), entry.source_id.size()}) >
      kTextBytesMax) {
    return fail(ErrorCode::kBadInput, "category, reason and source_id hold 2,000 bytes at most");
  }
  return entry;
}

}  // namespace bas::profiles
