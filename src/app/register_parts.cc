#include "app/register_parts.h"

#include "base/file.h"

namespace bas::app {

namespace {

constexpr std::size_t kMappingFileBytesMax = std::size_t{1} << 20;

// The categories whose reason a register can confirm.
std::optional<registers::Suspicion> suspicion_of(std::string_view category) {
  if (category == "uninsured") return registers::Suspicion::kUninsured;
  if (category == "uninspected") return registers::Suspicion::kUninspected;
  if (category == "disqualified") return registers::Suspicion::kDisqualifiedHolder;
  return std::nullopt;
}

RegisterCheck check_of(registers::Confirmation confirmation) {
  switch (confirmation) {
    case registers::Confirmation::kConfirmed: return RegisterCheck::kConfirmed;
    case registers::Confirmation::kRefuted: return RegisterCheck::kRefuted;
    case registers::Confirmation::kUnconfirmed: break;
  }
  return RegisterCheck::kUnconfirmed;
}

const char* state_of(const registers::Health& health) {
  if (health.circuit == registers::Circuit::kOpen) return "open";
  if (!health.last_success && !health.last_failure) return "untried";
  const bool is_failing =
      health.last_failure && (!health.last_success || *health.last_failure > *health.last_success);
  return is_failing ? "failing" : "well";
}

}  // namespace

Result<std::unique_ptr<RegisterParts>> RegisterParts::open(
    const std::filesystem::path& settings_file, const Clock& clock, Random& random) {
  std::unique_ptr<RegisterParts> parts(new RegisterParts());
  std::vector<registers::RegisterSettings> settings;
  if (!settings_file.empty()) {
    const std::string text = TRY(read_file(settings_file, kMappingFileBytesMax));
    settings = TRY(registers::parse_settings(text));
  }
  parts->desk_ =
      TRY(registers::open_desk(settings, {parts->fetcher_, clock, random, parts->pause_}));
  return parts;
}

RegisterFinding RegisterParts::check(const Plate& plate, std::string_view category,
                                     std::stop_token stop) {
  const auto suspicion = suspicion_of(category);
  if (!suspicion) return {};
  auto conclusion = desk_->check(plate, *suspicion, std::move(stop));
  return {check_of(conclusion.confirmation), std::move(conclusion.sentence)};
}

std::vector<api::RegisterState> RegisterParts::states() const {
  std::vector<api::RegisterState> states;
  for (const registers::NamedHealth& one : desk_->health()) {
    api::RegisterState state;
    state.name = one.name;
    state.state = state_of(one.health);
    state.succeeded_at = one.health.last_success;
    state.failure = one.health.last_failure_reason;
    state.asked = one.health.questions;
    state.failed = one.health.failed;
    states.push_back(std::move(state));
  }
  return states;
}

}  // namespace bas::app
