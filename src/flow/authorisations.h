// Decisions of an authority, such as a prosecutor: registered by one, compared with the document by
// another, bound to the questions that use them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/gate.h"
#include "flow/papers.h"

namespace bas::flow {

// As registered; the rest of an Authorisation is filled in. `plates` as written, `areas`: codes.
struct NewAuthorisation {
  std::string number, authority, office, case_number;
  UtcTime dated, expires;
  UtcTime from, until;
  std::vector<std::string> plates, areas;
  int penalty_years = 0;
  int uses_max = 0;
};

// Threads: any; several servers may change one, one at a time. Each act is in the ledger before it
// happens. Those of another zone are not there (kNotFound).
class Authorisations {
 public:
  static constexpr std::size_t kDocumentBytesMax = 10u << 20;
  static constexpr std::size_t kScopeMost = 500;    // plates, and areas
  static constexpr std::size_t kUsesMost = 10'000;  // then it has to be registered again

  struct Parts {
    Papers& papers;
    Gate& gate;
    const Clock& clock;
    Random& random;
  };
  explicit Authorisations(Parts parts) : parts_(parts) {}

  // Without effect until it has its document and somebody else has confirmed it.
  Result<Authorisation> add(const NewAuthorisation& wanted, const Person& who);
  // The reasoned decision itself, of any type, by who registered it; once. Its SHA-256 is what the
  // ledger says of a use.
  Result<Authorisation> attach(const Id& id, std::string_view bytes, const Person& who);
  Result<std::string> document(const Id& id, const Person& who);
  // By another person than who registered it: he compared it with the document and its signature.
  Result<Authorisation> confirm(const Id& id, const Person& who);
  // By anybody of the zone who may register; for good.
  Result<Authorisation> revoke(const Id& id, const Person& who);
  // Those of the zone of `who`, newest first.
  Result<std::vector<Authorisation>> all(const Person& who);

  // For a search. `question`: what is asked, without its paging.
  Result<Authorisation> find(const Id& id, const User& user);
  policy::Authorisation in_words_of_policy(const Authorisation& one, std::string_view question,
                                           const User& user) const;
  // Once for a question of somebody. kRefused when others have used it up meanwhile.
  Result<> count_use(const Id& id, std::string_view question, const User& user);

 private:
  struct Found {
    OpenPaper paper;
    Authorisation authorisation;
  };
  Result<Found> found(const Id& id, const User& user);
  Result<> pass(policy::Act act, const char* what, const Authorisation& one, const Person& who);
  Result<> store(Found& changed);

  Parts parts_;
};

}  // namespace bas::flow
