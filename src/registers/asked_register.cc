#include "registers/asked_register.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"

namespace bas::registers {

namespace {

constexpr std::size_t kPlateBytesMax = 32;

bool is_whole(const Plate& plate) {
  return !plate.text.empty() && plate.text.size() <= kPlateBytesMax && !is_pattern(plate.text) &&
         canonical_plate(plate.text) == plate.text;
}

}  // namespace

std::string_view name_of(Suspicion suspicion) {
  switch (suspicion) {
    case Suspicion::kUninsured: return "uninsured";
    case Suspicion::kUninspected: return "uninspected";
    case Suspicion::kDisqualifiedHolder: return "disqualified_holder";
  }
  check(false);
  return {};
}

tl::unexpected<Failure> another_form(std::string_view what) {
  return failed(Trouble::kLasting, fmt::format("the answer has another form: {}", what));
}

tl::unexpected<Failure> stopped() {
  return failed(Trouble::kStopped, "stopped before the answer came");
}

bool AskedRegister::covers(std::string_view country) const {
  return std::ranges::find(identity_.countries, country) != identity_.countries.end();
}

bool AskedRegister::answers(Suspicion suspicion) const {
  return std::ranges::find(identity_.answers, suspicion) != identity_.answers.end();
}

Result<VehicleStatus> AskedRegister::look_up(const Plate& plate, std::stop_token stop) {
  const auto unavailable = [this](std::string_view why) {
    return fail(ErrorCode::kUnavailable, fmt::format("{}: {}", identity_.name, why));
  };
  if (!is_whole(plate)) return unavailable("only whole plates can be asked for");
  if (!covers(plate.country)) return unavailable("does not keep plates of that country");
  Asked asked = ask(plate, std::move(stop));
  if (!asked) return unavailable(asked.error().text);
  return std::move(*asked);
}

}  // namespace bas::registers
