// The second factor of an account: codes of an authenticator app (RFC 6238), and ten recovery codes
// for who has lost it. Sealed under the standing keys, as a paper of its account.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/papers.h"
#include "model/account.h"

namespace bas::flow {

// What an app is given once. `secret` is base 32 (RFC 4648), for typing; `url` holds it too.
struct Enrolment {
  std::string secret;
  std::string url;
};

struct SecondFactorState {
  bool is_on = false;
  std::size_t recovery_codes = 0;  // that are left
};

// Threads: any; several servers may share one store: of two that take one code, one is refused.
// Durable when a call returns.
class SecondFactors {
 public:
  static constexpr std::size_t kRecoveryCodes = 10;
  // How long an enrolment waits for its first code.
  static constexpr std::chrono::minutes kEnrolmentMax{10};

  struct Parts {
    Papers& papers;
    const Clock& clock;
    Random& random;
  };
  explicit SecondFactors(Parts parts) : parts_(parts) {}

  Result<SecondFactorState> state(const Id& user);

  // Draws a secret. It counts once confirmed; until then what was there before does.
  Result<Enrolment> begin(const User& user);
  // The recovery codes, 128 random bits each, shown this once: only their SHA-256 is kept (a search
  // through them is out of reach, so a slow digest would add nothing). kConflict when nothing waits
  // for its first code, kRefused when this is not it.
  Result<std::vector<std::string>> confirm(const Id& user, std::string_view code);

  // Whether it is a code of the app not taken before, or a recovery code that is left. A code that
  // is taken is used up. False, too, for an account without a second factor.
  Result<bool> take(const Id& user, std::string_view code);

  // Leaves the account without.
  Result<> reset(const Id& user);

 private:
  Parts parts_;
};

}  // namespace bas::flow
