// Trying a token of the provider, or what one would hold: who it is, and what its groups stand for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "flow/directory.h"
#include "flow/group_mapping.h"
#include "ports/identity_provider.h"

namespace bas::flow {

// `row`: null where nothing here is mapped to that group. `is_zone_known`: its zone is here.
struct GroupFinding {
  std::string group;
  const GroupRow* row = nullptr;
  bool is_zone_known = false;
};

// `deciding`: the row that whoever signs in with it gets; null: it is let in nowhere.
struct TokenTrial {
  std::string refusal;
  ProvenPerson person;
  std::vector<GroupFinding> groups;
  const GroupRow* deciding = nullptr;
};

// For administrators. Threads: any. Changes nothing, and signs nobody in.
class TokenTrials {
 public:
  struct Parts {
    IdentityProvider* provider;  // null: none is configured
    const Directory& directory;
    const GroupMapping& mapping;
  };
  explicit TokenTrials(Parts parts) : parts_(parts) {}

  // kNotFound where no provider is configured, kUnavailable when its keys cannot be had.
  Result<TokenTrial> of(std::string_view token_or_claims);

 private:
  GroupFinding finding_of(const std::string& group) const;

  Parts parts_;
};

}  // namespace bas::flow
