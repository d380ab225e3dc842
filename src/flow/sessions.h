// How long the session of a person lasts, and what its person can see and end of it.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <mutex>
#include <vector>

#include "base/clock.h"
#include "ports/account_store.h"

namespace bas::flow {

// `idle_max`: from its last use; `life_max`: from signing in. `proof_max`: how long a password or
// a code that was given counts for grave acts.
struct SessionTerms {
  std::chrono::milliseconds idle_max{std::chrono::hours{4}};
  std::chrono::milliseconds life_max{std::chrono::hours{12}};
  std::chrono::milliseconds proof_max{std::chrono::minutes{5}};
  // Of a break-glass account, whatever life_max says.
  static constexpr std::chrono::hours kBreakGlassMax{1};
};

// Tokens have an end of their own and are never idle. Threads: any. A use is known at once in this
// process, and to the minute in the store: after a restart, or on another server, a session may
// look up to a minute idler than it is.
class Sessions {
 public:
  struct Parts {
    AccountStore& store;
    const Clock& clock;
    SessionTerms terms{};
  };
  explicit Sessions(Parts parts) : parts_(parts) {}

  const SessionTerms& terms() const { return parts_.terms; }

  // Neither over, nor idle for too long. Cost: a look into memory.
  bool is_living(const Credential& credential);
  // When it ends if nothing more is done with it.
  UtcTime idle_until(const Credential& session);
  // Cannot fail: a store that takes nothing, as on a full disk, keeps nobody from looking. It is
  // told again a minute later.
  void note_use(const Credential& session);

  // The living sessions of an account, oldest first.
  Result<std::vector<Credential>> living_of(const Id& user);
  // kNotFound when it is not a session of that account.
  Result<> end(const Id& user, const Id& session);

  // True when its person gave a password or a code a short time ago; always of a token, which no
  // person holds.
  bool is_proved(const Credential& credential) const;
  Result<> note_proved(const Credential& session);

 private:
  UtcTime last_use(const Credential& session);

  Parts parts_;
  std::mutex mutex_;                          // guards the rest
  absl::flat_hash_map<Id, UtcTime> used_;     // of sessions used in this process
  absl::flat_hash_map<Id, UtcTime> written_;  // what the store knows of them
};

}  // namespace bas::flow
