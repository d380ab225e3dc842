// Holds: what a case needs beyond the term of the pool is copied into it, and reviewed (rule R17).
#pragma once

#include <string>
#include <vector>

#include "flow/held_copies.h"
#include "flow/openings.h"
#include "flow/papers.h"

namespace bas::flow {

// Threads: any. Each act is in the ledger before it happens. A hold never touches the term of what
// it copies. Those of another zone, and released ones, are not there (kNotFound).
class Holds {
 public:
  static constexpr std::size_t kReadsMax = 100;
  static constexpr std::chrono::days kReviewMax{366};

  struct Parts {
    Papers& papers;
    HeldCopies copies;
    Openings& openings;
    Reads& reads;
    Purposes& purposes;
    ClosePlates& close_plates;
    Gate& gate;
    const Clock& clock;
    Random& random;
  };
  explicit Holds(Parts parts) : parts_(parts) {}

  // `purpose`: of who asks; its case is that of the hold.
  struct NewHold {
    Id purpose;
    std::string report_number;
    UtcTime review_at;
    std::vector<Id> reads;
  };
  // Each read is asked of policy by itself, and all of them before one is copied. kBadInput for
  // what cannot be held so; kNotFound when a read is not open for this purpose.
  Result<Hold> make(NewHold wanted, const Person& who);

  // Of the zone, in force, newest first. They name cases: looking at them is a use.
  Result<std::vector<Hold>> all(const Person& who);

  struct Opened {
    Hold hold;
    std::vector<Read> reads;
  };
  // For a purpose of its case. kRefused for another case, and once the review is due.
  Result<Opened> open(const Id& id, const Id& purpose, const Person& who);

  struct AskedPicture {
    HeldName name;
    Id purpose;
    std::string unblur_reason;
  };
  // As Openings::picture.
  Result<std::string> picture(const AskedPicture& asked, const Person& who);

  // It is still needed, and looked at again by then.
  struct Review {
    Id hold;
    UtcTime review_at;
    std::string reason;
  };
  Result<Hold> review(const Review& review, const Person& who);

  // The case needs it no more: its copies are destroyed for good. The ledger keeps how many there
  // were, and their digest.
  Result<Hold> release(const Id& id, const std::string& reason, const Person& who);

 private:
  struct Found {
    OpenPaper paper;
    Hold hold;
  };
  Result<Found> found(const Id& id, const User& user);
  Result<> keep(Found& found);
  Result<> check(const NewHold& wanted) const;
  Result<> copy(const Hold& hold, const std::vector<Read>& reads);
  Result<> tend(policy::Verb verb, Use use, const Person& who);
  Result<policy::Decision> ask_to_open(const Hold& hold, policy::Request request, Use use,
                                       const Person& who);

  Parts parts_;
};

}  // namespace bas::flow
