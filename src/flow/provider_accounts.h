// The accounts of who signs in with an identity provider: made and changed as its groups say.
#pragma once

#include "base/random.h"
#include "flow/accounts.h"
#include "flow/directory.h"
#include "flow/group_mapping.h"
#include "flow/use_log.h"
#include "ports/identity_provider.h"

namespace bas::flow {

// What the account of it is called. Says nothing of its person, and is never looked up: names at a
// provider change hands.
std::string provider_name(const ProviderIdentity& identity);

// Threads: any. Every change stands in the ledger before it is made.
class ProviderAccounts {
 public:
  struct Parts {
    AccountStore& store;
    const Directory& directory;
    const GroupMapping& mapping;
    UseLog& uses;
    const Clock& clock;
    Random& random;
  };
  explicit ProviderAccounts(Parts parts) : parts_(parts) {}

  // `account` is empty for who may not come in: none of its groups is mapped, or the account is
  // disabled. Of who has lost its last group, sessions and tokens are over and the role has ended.
  // `stale`: what was opened by these shows what the account might see before.
  struct Entry {
    std::optional<User> account{};
    std::vector<Credential> stale{};
  };
  // `terminal`: where it comes from.
  Result<Entry> enter(const ProvenPerson& person, std::string_view terminal);

 private:
  Result<User> as_mapped(const ProvenPerson& person, const GroupRow& row);
  Result<Entry> change(const User& before, User after, std::string_view terminal);
  Result<Entry> lapse(const User& user, std::string_view terminal);
  Result<> tell(const char* what, const User& user, std::string_view terminal);

  Parts parts_;
};

}  // namespace bas::flow
