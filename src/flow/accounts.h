// Accounts: passwords, sessions of people and tokens of programs.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/random.h"
#include "flow/sessions.h"

namespace bas::flow {

// How the names of accounts begin that sign in with a provider, and of no others.
inline constexpr std::string_view kProviderName = "provider:";

struct NewUser {
  std::string name;
  std::string password;
  std::string display_name;
  Id zone;
  Role role = Role::kOperator;
  std::string language = "nl";
  std::optional<UtcTime> role_until{};
  std::optional<UtcTime> trained_until{};
  Capacity capacity = Capacity::kAdministrative;
  bool is_break_glass = false;
};

// What is to be different of an account; what is not said stays.
struct UserChange {
  std::optional<std::string> password{};
  std::optional<std::string> display_name{};
  std::optional<std::string> language{};
  std::optional<Id> zone{};
  std::optional<Role> role{};
  std::optional<Capacity> capacity{};
  std::optional<std::optional<UtcTime>> role_until{};  // an empty one takes the end away
  std::optional<std::optional<UtcTime>> trained_until{};
  std::optional<bool> is_disabled{};
  std::optional<int> seen{};  // the version that was looked at; not said: the present one
};

// A secret that is shown once; only its digest is kept.
struct IssuedCredential {
  Credential credential;
  std::string secret;
};

// Who asks, and by what.
struct Principal {
  User user;
  Credential credential;
};

// Threads: any. user_with takes about 50 ms of one core on purpose (Argon2id, RFC 9106).
class Accounts {
 public:
  struct Parts {
    AccountStore& store;
    const Clock& clock;
    Random& random;
    Sessions& sessions;
  };
  explicit Accounts(Parts parts) : parts_(parts) {}

  Result<User> add_user(NewUser wanted);
  Result<std::optional<User>> user(const Id& id) { return parts_.store.user(id); }
  Result<std::vector<User>> users() { return parts_.store.users(); }

  struct ChangedUser {
    User user;
    // Its sessions and tokens before the change. Streams opened by them are to be ended: they show
    // what the account might see before.
    std::vector<Credential> credentials;
  };
  // Counts from the next request on. A disabled account loses its sessions and tokens, one with
  // another password its sessions, but for the one named `kept`. kNotFound when it is gone,
  // kConflict for what a provider says of an account (see User::identity), and when it is no longer
  // in the version that was seen.
  Result<ChangedUser> change_user(const Id& id, const UserChange& change, const Id& kept = {});

  // Nobody for a wrong name, a wrong password, an account without one and a disabled account
  // alike, after the same time.
  struct NameAndPassword {
    std::string_view name;
    std::string_view password;
  };
  Result<std::optional<User>> user_with(const NameAndPassword& given);

  // For somebody who has shown who it is, at that address. Of who signed in with a provider: its
  // session there, and when a password or the like was last given there; here it is now.
  struct NewSession {
    const User& user;
    std::string address;
    std::string provider_session{};
    std::optional<UtcTime> proved_at{};
  };
  Result<IssuedCredential> open_session(const NewSession& wanted);
  Result<> sign_out(const Credential& session);

  // The living sessions of break-glass accounts, for who oversees.
  Result<std::vector<Credential>> broken_glass();

  // kConflict for a disabled account, and for one to break glass with: that one is for a person.
  Result<IssuedCredential> issue_token(std::string_view user, std::string label,
                                       std::chrono::minutes life);

  // Whose secret it is; kRefused when unknown, expired, or of a disabled account.
  Result<Principal> principal(std::string_view secret);

 private:
  Result<IssuedCredential> issue(Credential wanted);

  Parts parts_;
};

}  // namespace bas::flow
