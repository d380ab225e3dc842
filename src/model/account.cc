#include "model/account.h"

#include <array>
#include <utility>

namespace bas {

namespace {
constexpr std::array<std::pair<Role, std::string_view>, 6> kRoles{{
    {Role::kOperator, "operator"},
    {Role::kInvestigator, "investigator"},
    {Role::kListManager, "list_manager"},
    {Role::kTechnician, "technician"},
    {Role::kAdministrator, "administrator"},
    {Role::kOverseer, "overseer"},
}};
}  // namespace

std::string_view name_of(Role role) {
  for (const auto& [value, name] : kRoles) {
    if (value == role) return name;
  }
  return {};
}

std::optional<Role> role_from(std::string_view wanted) {
  for (const auto& [value, name] : kRoles) {
    if (name == wanted) return value;
  }
  return std::nullopt;
}

}  // namespace bas
