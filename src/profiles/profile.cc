#include "profiles/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/plate.h"
#include "profiles/profile_parts.h"
#include "profiles/standard_profiles.h"

namespace bas::profiles {

namespace {

constexpr std::int64_t kDaysMax = 3'650;

struct Named {
  std::string_view name;
  std::string_view (*text)();
};
constexpr std::array<Named, 6> kNamed = {{{"bas", standard::bas},
                                          {"genetec", standard::genetec},
                                          {"ncic-fixed", standard::ncic_fixed},
                                          {"rekor", standard::rekor},
                                          {"semicolon-be", standard::semicolon_be},
                                          {"voi-16", standard::voi_16}}};

Result<CategoryRule> category_rule_from(const JsonKeys& table, const std::string& code,
                                        const Json& value) {
  CategoryRule rule;
  if (value.is_string()) {
    rule.category = value.get<std::string>();
    rule.is_skipped = rule.category == "skip";
    return rule;
  }
  JsonKeys keys = TRY(JsonKeys::open(value, table.path_of(code)));
  const auto category = TRY(keys.text("category"));
  const auto priority = TRY(keys.number("priority", {kPriorityHighest, kPriorityLowest}));
  if (!category) return keys.refuse("category", "a text is needed");
  rule.category = *category;
  if (priority) rule.priority = static_cast<Priority>(*priority);
  TRY(keys.finish());
  return rule;
}

Result<> take_categories(JsonKeys& keys, Profile& profile) {
  const Json* found = keys.find("categories");
  if (found == nullptr) return {};
  const JsonKeys table = TRY(JsonKeys::open(*found, "categories"));
  if (profile.facts[Fact::kCategory].from == FactSource::From::kNowhere) {
    return keys.refuse("categories", "say in facts.category where the code stands");
  }
  for (const auto& item : found->items()) {
    if (item.key() == "comment") continue;
    profile.categories[item.key()] = TRY(category_rule_from(table, item.key(), item.value()));
  }
  return {};
}

Result<> take_values(JsonKeys& keys, Profile& profile) {
  const auto dates = DateFormats::parse(TRY(keys.texts("dates")));
  if (!dates) return keys.refuse("dates", dates.error().text);
  profile.dates = *dates;
  const auto days = TRY(keys.number("valid_for_days", {1, kDaysMax}));
  if (days) profile.valid_for = std::chrono::days(*days);
  for (const std::string& name : TRY(keys.texts("repair_zeros"))) {
    const auto fact = fact_from(name);
    if (fact != Fact::kCountry && fact != Fact::kRegion && fact != Fact::kMake) {
      return keys.refuse("repair_zeros", fmt::format("`{}` is never repaired; allowed: country, "
                                                     "region, make",
                                                     name));
    }
    profile.repaired.insert(*fact);
  }
  for (const std::string& plate : TRY(keys.texts("skip_plates"))) {
    if (canonical_plate(plate).empty()) return keys.refuse("skip_plates", "a plate is empty");
    profile.skipped_plates.insert(canonical_plate(plate));
  }
  return {};
}

Result<> take_operations(JsonKeys& keys, Profile& profile) {
  constexpr std::array<std::string_view, 2> kModes = {"full", "delta"};
  const std::string mode = TRY(keys.text("mode")).value_or("full");
  profile.mode = static_cast<Mode>(TRY(one_of(keys, "mode", kModes, mode)));
  const bool has_column = profile.facts[Fact::kOperation].from != FactSource::From::kNowhere;
  const Json* found = keys.find("operations");
  if (profile.mode == Mode::kFull && (has_column || found != nullptr)) {
    return keys.refuse("mode",
                       "a full list has no operations: say `delta`, or leave out "
                       "facts.operation and operations");
  }
  profile.add_words = {"add"};
  profile.remove_words = {"remove"};
  if (found == nullptr) return {};
  JsonKeys words = TRY(JsonKeys::open(*found, "operations"));
  for (const std::string& word : TRY(words.texts("add"))) profile.add_words.insert(lower(word));
  for (const std::string& word : TRY(words.texts("remove"))) {
    if (!profile.remove_words.insert(lower(word)).second) continue;
    if (profile.add_words.contains(lower(word))) {
      return words.refuse("remove", fmt::format("`{}` already means add", word));
    }
  }
  return words.finish();
}

Result<> take_revisions(JsonKeys& keys, Profile& profile) {
  using From = RevisionSource::From;
  profile.revision = TRY(revision_from(keys, "revision"));
  profile.base_revision = TRY(revision_from(keys, "base_revision"));
  if (profile.base_revision.from != From::kNowhere && profile.mode == Mode::kFull) {
    return keys.refuse("base_revision", "only a delta has one: a full list stands for itself");
  }
  for (const auto& [key, source] : {std::pair("revision", &profile.revision),
                                    std::pair("base_revision", &profile.base_revision)}) {
    if (source->from == From::kPointer && !std::holds_alternative<JsonForm>(profile.form)) {
      return keys.refuse(key, "only a file of the kind json has a pointer");
    }
    if (source->from == From::kHeader && profile.lines.skip == 0) {
      return keys.refuse(key, "`header` is looked for in the lines that lines.skip passes over");
    }
  }
  return {};
}

}  // namespace

Result<Profile> Profile::parse(std::string_view text) {
  const Json json = TRY(parse_json(text));
  JsonKeys keys = TRY(JsonKeys::open(json, ""));
  Profile profile;
  profile.container = TRY(container_from(keys));
  const std::string charset = TRY(keys.text("charset")).value_or("auto");
  profile.charset = static_cast<Charset>(TRY(one_of(keys, "charset", kCharsetNames, charset)));
  profile.form = TRY(form_from(keys));
  profile.lines = TRY(line_rules_from(keys, profile.form));
  profile.facts = TRY(facts_from(keys, profile.form));
  TRY(take_categories(keys, profile));
  TRY(take_values(keys, profile));
  TRY(take_operations(keys, profile));
  TRY(take_revisions(keys, profile));
  TRY(keys.finish());
  return profile;
}

Result<Profile> Profile::from_mapping(std::string_view mapping) {
  Profile profile = TRY(named("bas"));
  while (!mapping.empty()) {
    const std::string_view pair = mapping.substr(0, mapping.find(';'));
    mapping.remove_prefix(std::min(mapping.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    const auto fact = fact_from(trimmed(pair.substr(0, equals)));
    const auto is_known = fact && profile.facts[*fact].from != FactSource::From::kNowhere;
    if (equals == std::string_view::npos || !is_known) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("the mapping `{}` is not of the form fact=column; facts: {}", pair,
                              fmt::join(kFactNames.begin(), kFactNames.end() - 1, ", ")));
    }
    profile.facts[*fact].column = trimmed(pair.substr(equals + 1));
    profile.facts[*fact].is_optional = false;
  }
  return profile;
}

Result<Profile> Profile::named(std::string_view name) {
  for (const Named& each : kNamed) {
    if (each.name == name) return parse(each.text());
  }
  return fail(ErrorCode::kNotFound, fmt::format("there is no profile `{}`; built in: {}", name,
                                                fmt::join(names(), ", ")));
}

std::vector<std::string_view> Profile::names() {
  std::vector<std::string_view> all;
  for (const Named& each : kNamed) all.push_back(each.name);
  return all;
}

}  // namespace bas::profiles
