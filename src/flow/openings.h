// Single reads and their pictures, opened for a stated purpose.
#pragma once

#include <string>

#include "flow/authorisations.h"
#include "flow/close_plates.h"
#include "flow/grants.h"
#include "flow/purposes.h"
#include "flow/reads.h"

namespace bas::flow {

// Policy is asked with the read's zone and age, the use of an authorisation is counted, the ledger
// is written, then it is opened. Threads: any.
class Openings {
 public:
  struct Parts {
    Reads& reads;
    Gate& gate;
    Grants& grants;
    Authorisations& authorisations;
    Purposes& purposes;
    ClosePlates& close_plates;
  };
  explicit Openings(Parts parts) : parts_(parts) {}

  // `purpose`: of who asks; kRefused without one. kNotFound for what is not there and for what is
  // not open for this purpose: a refusal never says that data exist. kUnavailable when the ledger
  // cannot be written.
  Result<Read> read(const Id& id, const Id& purpose, const Person& who);

  // One that a hold is to copy, asked as such (rule R17).
  struct AskedHold {
    Id read;
    Id purpose;
    policy::Hold hold;
  };
  Result<Read> held(const AskedHold& asked, const Person& who);

  // `unblur_reason`: why the people in it have to be seen; without one they are concealed where
  // the law says so (rule R9).
  struct AskedPicture {
    Id read;
    std::size_t number = 0;
    Id purpose;
    std::string unblur_reason;
  };
  Result<std::string> picture(const AskedPicture& asked, const Person& who);

 private:
  struct Question {
    policy::Act act;
    const char* what;
    std::string predicate;
    std::optional<policy::Picture> picture{};
    std::optional<policy::Hold> hold{};
  };
  Result<Read> opened(const Id& id, const Id& purpose, const Question& question, const Person& who);
  Result<StatedPurpose> purpose_of(const Id& purpose, const Question& question, const Person& who);
  Result<policy::Decision> open(const Read& read, const StatedPurpose& purpose,
                                const Question& question, const Person& who);

  Parts parts_;
};

}  // namespace bas::flow
