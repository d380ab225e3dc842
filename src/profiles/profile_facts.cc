#include <fmt/format.h>
#include <re2/re2.h>

#include "profiles/json_text.h"
#include "profiles/profile_parts.h"

namespace bas::profiles {

namespace {

constexpr std::int64_t kColumnsMax = 1'000;

// The names that the columns of a form have; empty where its files say so themselves.
std::set<std::string> names_in(const Form& form) {
  std::set<std::string> names;
  if (const auto* fixed = std::get_if<FixedForm>(&form)) {
    for (const auto& field : fixed->fields) names.insert(field.first);
  }
  if (const auto* patterns = std::get_if<PatternForm>(&form)) {
    for (const auto& type : patterns->types) {
      for (const auto& group : type.pattern->NamedCapturingGroups()) names.insert(group.first);
      for (const auto& each : type.set) names.insert(each.first);
    }
  }
  return names;
}

bool is_json(const Form& form) {
  return std::holds_alternative<JsonForm>(form) || std::holds_alternative<JsonLinesForm>(form);
}

// A key of the element, or a whole pointer; empty is the element itself.
std::string pointer_of(const std::string& column) {
  if (column.empty() || column.front() == '/') return column;
  std::string pointer = "/";
  for (const char c : column) {
    if (c == '~') {
      pointer += "~0";
    } else {
      pointer += c == '/' ? std::string("~1") : std::string(1, c);
    }
  }
  return pointer;
}

Result<> take_name(const JsonKeys& keys, std::string_view key, const Form& form,
                   FactSource& source) {
  source.from = FactSource::From::kColumn;
  if (is_json(form)) {
    source.column = pointer_of(source.column);
    return {};
  }
  const auto* delimited = std::get_if<DelimitedForm>(&form);
  if (delimited != nullptr && !delimited->has_header) {
    return keys.refuse(key, "without a header a column is a number, counted from 1");
  }
  const std::set<std::string> names = names_in(form);
  if (delimited == nullptr && !names.contains(source.column)) {
    return keys.refuse(key, fmt::format("the format has no `{}`; it has: {}", source.column,
                                        fmt::join(names, ", ")));
  }
  return {};
}

Result<> take_column(const JsonKeys& keys, std::string_view key, const Json& value,
                     std::pair<const Form&, FactSource&> into) {
  auto& [form, source] = into;
  if (value.is_string()) {
    source.column = value.get<std::string>();
    return take_name(keys, key, form, source);
  }
  const bool is_number = value.is_number_unsigned() && value.get<std::uint64_t>() >= 1 &&
                         value.get<std::uint64_t>() <= static_cast<std::uint64_t>(kColumnsMax);
  if (!is_number) {
    return keys.refuse(key, "a column is needed: its name, or its number counted from 1");
  }
  if (!std::holds_alternative<DelimitedForm>(form)) {
    return keys.refuse(key, "only the columns of a delimited file have numbers: give the name");
  }
  source.from = FactSource::From::kNumber;
  source.number = value.get<std::size_t>();
  return {};
}

Result<FactSource> source_from(const Json& value, const std::string& path, const Form& form) {
  JsonKeys keys = TRY(JsonKeys::open(value, path));
  FactSource source;
  const Json* column = keys.find("column");
  const auto constant = TRY(keys.text("constant"));
  if ((column != nullptr) == constant.has_value()) {
    return keys.refuse("column", "either `column` or `constant` is needed, and not both");
  }
  if (constant) {
    source.from = FactSource::From::kConstant;
    source.text = *constant;
  } else {
    TRY(take_column(keys, "column", *column, {form, source}));
    source.text = TRY(keys.text("default")).value_or("");
    source.is_optional = TRY(keys.truth("optional")).value_or(false);
    if (const Json* span = keys.find("characters")) {
      source.span = TRY(span_from(keys, "characters", *span));
    }
  }
  TRY(keys.finish());
  return source;
}

}  // namespace

Result<Facts<FactSource>> facts_from(JsonKeys& profile, const Form& form) {
  Facts<FactSource> sources;
  const Json* found = profile.find("facts");
  if (found == nullptr) return profile.refuse("facts", "say which column holds the plate");
  JsonKeys keys = TRY(JsonKeys::open(*found, "facts"));
  for (const Fact fact : kAllFacts) {
    const Json* value = keys.find(name_of(fact));
    if (value == nullptr) continue;
    if (value->is_object()) {
      sources[fact] = TRY(source_from(*value, keys.path_of(name_of(fact)), form));
    } else {
      TRY(take_column(keys, name_of(fact), *value, {form, sources[fact]}));
    }
  }
  TRY(keys.finish());
  const FactSource::From plate = sources[Fact::kPlate].from;
  if (plate == FactSource::From::kNowhere || plate == FactSource::From::kConstant) {
    return keys.refuse("plate", "say which column holds the plate");
  }
  return sources;
}

}  // namespace bas::profiles
