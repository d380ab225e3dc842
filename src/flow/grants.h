// What zones allow each other to see: made by whose data they are, looked at before, ended at once.
#pragma once

#include <string>
#include <vector>

#include "flow/gate.h"
#include "flow/papers.h"
#include "ports/account_store.h"

namespace bas::flow {

// `to_zone`: a code. In force in [from, until), kDaysMost at most.
struct NewGrant {
  std::string to_zone;
  std::vector<std::string> purposes;
  UtcTime from, until;
  std::string reason;
  std::string impact_assessment;
};

// What people of a role could search before, and after the change.
struct Opening {
  std::string zone;  // whose people; a code
  Role role = Role::kOperator;
  std::string purpose;
  std::size_t people = 0;  // who could make use of it today
  bool is_open_before = false;
  bool is_open_after = false;
  bool operator==(const Opening&) const = default;
};

// Nothing but `changes` differs, for any zone of the province, any role and any purpose: all of
// them were asked.
struct GrantPreview {
  Grant grant;
  std::size_t sites = 0;
  std::size_t cameras = 0;
  std::string without_authorisation;  // how old reads may be, such as "1 month"; empty: not at all
  std::vector<Opening> changes;
};

// Threads: any; a change counts from the next question on, on every server.
class Grants {
 public:
  static constexpr int kDaysMost = 366;

  struct Parts {
    Papers& papers;
    Gate& gate;
    AccountStore& accounts;
    const Clock& clock;
    Random& random;
  };
  explicit Grants(Parts parts) : parts_(parts) {}

  // Of the zone of `who`, whose data they are. kBadInput, with what is wrong, for one that cannot
  // be made; kRefused where policy refuses.
  Result<GrantPreview> preview(const NewGrant& wanted, const Person& who);
  Result<Grant> make(const NewGrant& wanted, const Person& who);
  // By the zone that made it. One that was revoked stays so.
  Result<Grant> revoke(const Id& id, const Person& who);

  Result<std::vector<Grant>> all();
  // The same for policy, which knows zones by their codes.
  Result<std::vector<policy::Grant>> in_words_of_policy();

 private:
  // A zone's data asked for, for a purpose, with some grants.
  struct Look {
    std::string from_zone;
    const policy::Purpose* purpose;
    const std::vector<policy::Grant>* grants;
  };
  bool is_open(const Look& look, const User& user) const;
  Result<Grant> grant_of(const NewGrant& wanted, const Person& who);
  Result<std::vector<Opening>> changes_by(const Grant& grant);
  std::vector<policy::Grant> words_of(const std::vector<Grant>& grants) const;

  Parts parts_;
};

}  // namespace bas::flow
