#include "flow/group_mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace bas::flow {

namespace {

using Json = nlohmann::json;

constexpr int kRoleDaysMax = 366;
constexpr std::size_t kGroupBytesMax = 255;

auto wrong(const std::string& what) { return fail(ErrorCode::kBadInput, what); }

Result<> check_members(const Json& row) {
  for (const auto& [name, value] : row.items()) {
    constexpr std::string_view kKnown[] = {"group",    "role",      "zone",
                                           "capacity", "role_days", "trained_until"};
    if (std::ranges::find(kKnown, name) == std::end(kKnown)) {
      return wrong(fmt::format("`{}` is not known", name));
    }
    const bool is_number = name == "role_days";
    if (is_number ? !value.is_number_integer() : !value.is_string()) {
      return wrong(fmt::format("`{}` is of the wrong kind", name));
    }
  }
  return {};
}

std::string text(const Json& row, const char* name) { return row.value(name, std::string()); }

Result<GroupRow> parse_row(const Json& json) {
  if (!json.is_object()) return wrong("it is no object");
  TRY(check_members(json));
  GroupRow row;
  row.group = text(json, "group");
  if (row.group.empty() || row.group.size() > kGroupBytesMax) {
    return wrong("`group` is needed, 255 bytes at most");
  }
  const auto role = role_from(text(json, "role"));
  if (!role) return wrong(fmt::format("`role` is one of: {}", fmt::join(role_names(), ", ")));
  row.role = *role;
  row.zone = text(json, "zone");
  row.capacity = usual_capacity(row.role);
  if (json.contains("capacity")) {
    const auto capacity = capacity_from(text(json, "capacity"));
    if (!capacity) return wrong("`capacity` is administrative, judicial or both");
    row.capacity = *capacity;
  }
  const auto days = json.value("role_days", std::int64_t{30});
  if (days < 1 || days > kRoleDaysMax) return wrong("`role_days` is from 1 to 366");
  row.role_life = std::chrono::days{static_cast<int>(days)};
  const auto trained_until = parse_rfc3339(text(json, "trained_until"));
  if (!trained_until) return wrong("`trained_until` is a time such as 2027-07-01T00:00:00Z");
  row.trained_until = *trained_until;
  return row;
}

}  // namespace

Result<GroupMapping> GroupMapping::parse(std::string_view json) {
  const Json file = Json::parse(json, nullptr, false);
  const bool is_file = file.is_object() && file.size() == 1 && file.contains("groups") &&
                       file["groups"].is_array() && !file["groups"].empty();
  if (!is_file) return wrong("the mapping of groups is no object with a list `groups`");
  GroupMapping mapping;
  std::set<std::string> seen;
  for (const Json& one : file["groups"]) {
    auto row = parse_row(one);
    if (row && !seen.insert(row->group).second) row = wrong("its group stands there before");
    if (!row) {
      return wrong(fmt::format("row {} of the mapping of groups: {}", mapping.rows_.size() + 1,
                               row.error().text));
    }
    mapping.rows_.push_back(std::move(*row));
  }
  return mapping;
}

const GroupRow* GroupMapping::row_for(std::span<const std::string> groups) const {
  const auto found = std::ranges::find_if(rows_, [&](const GroupRow& row) {
    return std::ranges::find(groups, row.group) != groups.end();
  });
  return found == rows_.end() ? nullptr : &*found;
}

}  // namespace bas::flow
