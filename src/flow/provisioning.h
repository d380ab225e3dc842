// Accounts that the directory of an identity provider makes, disables and takes away (SCIM 2.0, RFC
// 7643 and 7644): who leaves a zone is out here at once, before trying to come in.
#pragma once

#include "flow/accounts.h"
#include "flow/use_log.h"

namespace bas::flow {

// What the directory says of somebody; what it does not say stays.
struct ProvidedChange {
  std::optional<std::string> display_name{};
  std::optional<bool> is_active{};
};

// An account as the directory knows it, and what was opened by it before the change, whose streams
// are to be ended.
struct ProvidedAccount {
  User user;
  std::vector<Credential> stale{};
};

// Only accounts of that issuer exist here; those of this server are out of its reach. No role comes
// this way: groups are read at each sign-in. Every change stands in the ledger before it is made.
// Threads: any. Durable when a call returns.
class Provisioning {
 public:
  struct Parts {
    AccountStore& store;
    Accounts& accounts;
    UseLog& uses;
    const Clock& clock;
    Random& random;
    std::string issuer;
  };
  explicit Provisioning(Parts parts) : parts_(std::move(parts)) {}

  Result<std::vector<User>> users();
  Result<std::optional<User>> user(const Id& id);
  Result<std::optional<User>> user_of(const std::string& subject);

  // An account without a role, for who may sign in later; or, not active, one that may not. One
  // that was taken away comes back as the same. kConflict when it is there.
  Result<User> add(const std::string& subject, const ProvidedChange& said);
  // Not active: disabled, and its sessions and tokens are over. kNotFound when it is not there.
  Result<ProvidedAccount> change(const Id& id, const ProvidedChange& said);
  // Disabled for good, and its name forgotten; what the ledger says of it stays. kNotFound
  // likewise.
  Result<ProvidedAccount> remove(const Id& id);

 private:
  Result<User> present(const Id& id);
  Result<> tell(const char* what, const User& user);
  Result<ProvidedAccount> put(const char* what, User user);

  Parts parts_;
};

}  // namespace bas::flow
