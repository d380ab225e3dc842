#include "model/hit.h"

#include "model/name_table.h"

namespace bas {

namespace {
constexpr NameTable<HitState, 5> kStates{
    {"candidate", "validated", "rejected", "expired", "withdrawn"}};
constexpr NameTable<VerdictReason, 7> kReasons{
    {"none", "misread", "wrong_country", "stale_entry", "vehicle_differs", "duplicate", "other"}};
constexpr NameTable<RegisterCheck, 4> kChecks{{"none", "confirmed", "refuted", "unconfirmed"}};
}  // namespace

std::string_view name_of(HitState state) { return kStates.of(state); }
std::optional<HitState> hit_state_from(std::string_view name) { return kStates.find(name); }
std::string_view name_of(VerdictReason reason) { return kReasons.of(reason); }
std::optional<VerdictReason> verdict_reason_from(std::string_view name) {
  return kReasons.find(name);
}
std::string_view name_of(RegisterCheck check) { return kChecks.of(check); }
std::optional<RegisterCheck> register_check_from(std::string_view name) {
  return kChecks.find(name);
}

}  // namespace bas
