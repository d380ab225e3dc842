// Whose plates nobody looks up for himself: the own, a relative's, a colleague's (rule R37).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "flow/gate.h"
#include "flow/papers.h"
#include "ports/account_store.h"

namespace bas::flow {

// Plates without a country: who looks himself up may leave it out.
struct ClosePlatesOf {
  std::vector<std::string> own, relatives;
};
struct ClosePlatesCount {
  std::size_t own = 0;
  std::size_t relatives = 0;
};

// Kept as keyed digests: nobody can read from it what somebody drives. Threads: any.
class ClosePlates {
 public:
  static constexpr std::size_t kMost = 50;  // of one account, of each kind

  struct Parts {
    Papers& papers;
    vault::Vault& vault;
    AccountStore& accounts;
    Gate& gate;
  };
  explicit ClosePlates(Parts parts) : parts_(parts) {}

  // Takes the place of what was told of that account; written in the ledger without a plate.
  // kNotFound for an unknown account, kTooLarge past kMost.
  Result<ClosePlatesCount> set(const Id& account, const ClosePlatesOf& plates, const Person& who);
  Result<ClosePlatesCount> of(const Id& account);

  // What the plate is to that person; a colleague is who has an account of the same zone. Costs
  // opening all that was told: tens of microseconds a person.
  Result<policy::WatchedPlate> relation(std::string_view plate, const User& user);

 private:
  struct Digests;
  Result<std::string> digest(std::string_view plate);
  Result<std::vector<std::string>> digests(const std::vector<std::string>& plates);

  Parts parts_;
};

}  // namespace bas::flow
