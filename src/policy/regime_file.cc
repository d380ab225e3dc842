#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <set>

#include "policy/regime.h"
#include "policy/regime_rows.h"

namespace bas::policy {

namespace {

// One file: what was read of it, and what is wrong with it.
class Reading {
 public:
  explicit Reading(Regime& regime) : regime_(regime) {}

  void take(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key.str() == "purposes") {
        take_purposes(node);
      } else {
        take_parameter(std::string(key.str()), node);
      }
    }
    for (const RegimeRow& row : regime_rows()) {
      if (!seen_.contains(row.key)) blame(fmt::format("{} is missing: {}", row.key, row.meaning));
    }
    if (regime_.purposes.empty()) blame("purposes is missing: nothing could ever be asked for");
    check_purposes_named();
    check_lists_kept();
  }

  Result<> outcome() const {
    if (findings_.empty()) return {};
    return fail(ErrorCode::kBadInput, fmt::format("{}", fmt::join(findings_, "\n")));
  }

 private:
  void take_parameter(const std::string& key, const toml::node& node) {
    const RegimeRow* row = find_row(key);
    if (row == nullptr) return blame_at(node, fmt::format("{} is no parameter of a regime", key));
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      return blame_at(node, fmt::format("{} needs value, basis and mark", key));
    }
    seen_.insert(row->key);
    take_provenance(key, *table, {"value", "basis", "mark"});
    const toml::node* value = table->get("value");
    if (value == nullptr) return blame_at(node, fmt::format("{} has no value", key));
    if (const auto taken = row->take(regime_, *value); !taken) {
      blame_at(*value, fmt::format("{}: {}", key, taken.error().text));
    }
  }

  void take_provenance(const std::string& key, const toml::table& table,
                       std::initializer_list<std::string_view> known) {
    for (const auto& [name, node] : table) {
      if (std::ranges::find(known, name.str()) == known.end()) {
        blame_at(node,
                 fmt::format("{}.{} is not known: {}", key, name.str(), fmt::join(known, ", ")));
      }
    }
    const auto basis = table["basis"].value<std::string>();
    const auto mark = kMarkNames.find(table["mark"].value_or<std::string_view>(""));
    if (!basis || basis->empty()) blame_at(table, fmt::format("{} names no basis", key));
    if (!mark) {
      return blame_at(table,
                      fmt::format("{}.mark is one of: {}", key, fmt::join(kMarkNames.names, ", ")));
    }
    regime_.provenance.push_back({key, basis.value_or(""), *mark});
  }

  void take_purposes(const toml::node& node) {
    const toml::table* purposes = node.as_table();
    if (purposes == nullptr) return blame_at(node, "purposes is a table");
    for (const auto& [code, one] : *purposes) {
      const toml::table* table = one.as_table();
      const std::string key = fmt::format("purposes.{}", code.str());
      if (table == nullptr) {
        blame_at(one, fmt::format("{} needs actor, basis and mark", key));
        continue;
      }
      take_provenance(key, *table, {"actor", "needs_danger", "lists", "basis", "mark"});
      const auto actor = kActorClassNames.find((*table)["actor"].value_or<std::string_view>(""));
      if (!actor) {
        blame_at(one, fmt::format("{}.actor is one of: {}", key,
                                  fmt::join(kActorClassNames.names, ", ")));
      }
      regime_.purposes.push_back({std::string(code.str()), actor.value_or(ActorClass::kOther),
                                  (*table)["needs_danger"].value_or(false), lists_of(key, *table)});
    }
  }

  std::vector<std::string> lists_of(const std::string& key, const toml::table& table) {
    std::vector<std::string> lists;
    const toml::node* node = table.get("lists");
    if (node == nullptr) return lists;
    const toml::array* array = node->as_array();
    if (array == nullptr || !array->is_homogeneous<std::string>()) {
      blame_at(*node, fmt::format("{}.lists names categories of lists", key));
      return lists;
    }
    for (const toml::node& one : *array) lists.push_back(one.value_or(std::string()));
    return lists;
  }

  void check_lists_kept() {
    std::set<std::string> named;
    for (const Purpose& purpose : regime_.purposes) {
      for (const std::string& category : purpose.lists) {
        if (named.insert(category).second) continue;
        blame(fmt::format("lists of {} are kept for two purposes", category));
      }
    }
    if (!named.contains(std::string(kOtherLists))) {
      blame("no purpose has \"other\" among its lists: what are lists kept for?");
    }
  }

  void check_purposes_named() {
    for (const std::string& code : regime_.area_purposes) {
      if (regime_.purpose(code) == nullptr) {
        blame(fmt::format("area_purposes: {} is no purpose of this regime", code));
      }
    }
  }

  void blame(std::string finding) { findings_.push_back(std::move(finding)); }
  void blame_at(const toml::node& node, const std::string& finding) {
    blame(fmt::format("line {}: {}", node.source().begin.line, finding));
  }

  Regime& regime_;
  std::set<std::string_view> seen_;
  std::vector<std::string> findings_;
};

}  // namespace

Result<Regime> regime_from(std::string_view name, std::string_view toml, std::string sha256) {
  Regime regime;
  regime.name = name;
  regime.sha256 = std::move(sha256);
  try {
    Reading reading(regime);
    reading.take(toml::parse(toml));
    if (auto outcome = reading.outcome(); !outcome) return tl::make_unexpected(outcome.error());
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::kBadInput,
                fmt::format("line {}: {}", error.source().begin.line, error.description()));
  }
  return regime;
}

}  // namespace bas::policy
