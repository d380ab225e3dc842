// The form in which registers are stacked: like the port, but a failure says what kind it is, so
// that what stands around a register can act on it.
#pragma once

#include <tl/expected.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "ports/vehicle_register.h"

namespace bas::registers {

using std::chrono::milliseconds;

// What a list suspects a vehicle of and a register can confirm or refute.
enum class Suspicion { kUninsured, kUninspected, kDisqualifiedHolder };
// "uninsured", "uninspected", "disqualified_holder"; as in settings.
std::string_view name_of(Suspicion suspicion);

enum class Trouble {
  kPassing,   // down, slow, busy: the same question may be answered a little later
  kLasting,   // refuses our key, answers in another form: asking again does not help
  kHeldBack,  // not asked: too many questions, or it failed too often just now
  kStopped,   // the caller wants no answer any more
};

// `text` is for a person, without plate or secret. `retry_after`: how long the register itself asks
// to be left alone.
struct Failure {
  Trouble trouble = Trouble::kPassing;
  std::string text;
  std::optional<milliseconds> retry_after;
};

using Asked = tl::expected<VehicleStatus, Failure>;

inline tl::unexpected<Failure> failed(Trouble trouble, std::string text) {
  return tl::make_unexpected(Failure{trouble, std::move(text), std::nullopt});
}
// A well-formed answer that is not what was agreed: never a fact.
tl::unexpected<Failure> another_form(std::string_view what);

// The rows of an answer that are about one plate: more are no answer about a vehicle.
inline constexpr std::size_t kRowsMax = 16;
tl::unexpected<Failure> stopped();

struct Identity {
  std::string name;                    // such as "rdw"
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2
  std::vector<Suspicion> answers;      // what its facts speak to
};

// Threads: any. What stands around another register has the other's identity.
class AskedRegister : public VehicleRegister {
 public:
  explicit AskedRegister(Identity identity) : identity_(std::move(identity)) {}

  const Identity& identity() const { return identity_; }
  std::string name() const final { return identity_.name; }
  bool covers(std::string_view country) const final;
  bool answers(Suspicion suspicion) const;

  // The door: only whole plates of a country it covers are asked for.
  Result<VehicleStatus> look_up(const Plate& plate, std::stop_token stop) final;

  // `plate` is whole and canonical.
  virtual Asked ask(const Plate& plate, std::stop_token stop) = 0;

 private:
  Identity identity_;
};

}  // namespace bas::registers
