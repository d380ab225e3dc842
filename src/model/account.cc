#include "model/account.h"

#include <array>
#include <utility>

#include "model/name_table.h"

namespace bas {

namespace {
constexpr std::array<std::pair<Role, std::string_view>, 12> kRoles{{
    {Role::kOperator, "operator"},
    {Role::kInvestigator, "investigator"},
    {Role::kListManager, "list_manager"},
    {Role::kTechnician, "technician"},
    {Role::kAdministrator, "administrator"},
    {Role::kOverseer, "overseer"},
    {Role::kZoneAdministrator, "zone_administrator"},
    {Role::kDataProtectionOfficer, "data_protection_officer"},
    {Role::kMagistrateOffice, "magistrate_office"},
    {Role::kTraffic, "traffic"},
    {Role::kIntelligence, "intelligence"},
    {Role::kIntelligenceOverseer, "intelligence_overseer"},
}};
constexpr NameTable<Capacity, 3> kCapacities{{"administrative", "judicial", "both"}};
}  // namespace

std::string_view name_of(Role role) {
  for (const auto& [value, name] : kRoles) {
    if (value == role) return name;
  }
  return {};
}

std::vector<std::string_view> role_names() {
  std::vector<std::string_view> names;
  for (const auto& [value, name] : kRoles) names.push_back(name);
  return names;
}

std::optional<Role> role_from(std::string_view wanted) {
  for (const auto& [value, name] : kRoles) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

std::string_view name_of(Capacity capacity) { return kCapacities.of(capacity); }

Capacity usual_capacity(Role role) {
  switch (role) {
    case Role::kInvestigator:
    case Role::kMagistrateOffice: return Capacity::kJudicial;
    case Role::kOperator:
    case Role::kTraffic:
    case Role::kListManager: return Capacity::kBoth;
    default: return Capacity::kAdministrative;
  }
}

std::optional<Capacity> capacity_from(std::string_view wanted) { return kCapacities.find(wanted); }

}  // namespace bas
