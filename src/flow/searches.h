// Stored reads looked up by somebody: policy is asked first, the ledger is written next, and only
// then anything is given out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/agreements.h"
#include "flow/authorisations.h"
#include "flow/close_plates.h"
#include "flow/gate.h"
#include "flow/grants.h"
#include "flow/purposes.h"
#include "flow/read_sealer.h"
#include "model/read.h"
#include "ports/read_store.h"

namespace bas::flow {

// What policy said of one zone's reads: never whether there are any.
struct ZoneAnswer {
  std::string zone;  // code
  policy::Decision decision;
};

struct SearchPage {
  std::vector<Read> reads;
  std::optional<Id> next;
  std::vector<ZoneAnswer> zones;
  std::uint64_t ledger_number = 0;
  Id purpose{};  // stated by the question: what was found is opened for it
};

// Threads: any.
class Searches {
 public:
  static constexpr int kDaysMost = 400;
  static constexpr std::size_t kPageMost = 500;

  struct Parts {
    ReadStore& reads;
    const ReadSealer& sealer;
    vault::Vault& vault;
    Grants& grants;
    Authorisations& authorisations;
    Purposes& purposes;
    ClosePlates& close_plates;
    Agreements& agreements;
    Gate& gate;
  };
  explicit Searches(Parts parts) : parts_(parts) {}

  // kRefused, with rule and what is missing, when no zone's reads may be searched; that too is in
  // the ledger. kUnavailable when the ledger cannot be written: then nothing is given out.
  Result<SearchPage> search(const SearchWish& wish, const Person& who);

 private:
  // What is asked on the authorisation that the wish names.
  struct Document {
    Authorisation authorisation;
    std::string question;
  };
  Result<std::optional<Document>> document_of(const SearchWish& wish, const User& user);
  policy::Request request_of(const SearchWish& wish) const;
  Result<std::string> supervisor_of(const SearchWish& wish, const User& user,
                                    const std::optional<Document>& document) const;
  Result<std::vector<ZoneAnswer>> ask(const SearchWish& wish, const Person& who,
                                      const std::optional<Document>& document);
  Result<std::vector<Read>> find(const SearchWish& wish, const SearchPage& page);
  Result<std::vector<SealedRead>> sealed_of_plate(const SearchWish& wish);
  Result<std::vector<SealedRead>> sealed_of_sites(const SearchWish& wish);
  bool may_be_given(const Read& read, const std::vector<ZoneAnswer>& zones) const;
  Result<> count_use(const std::optional<Document>& document, const SearchPage& page,
                     const User& user);
  Use use_of(const SearchWish& wish, const SearchPage& page) const;

  Parts parts_;
};

}  // namespace bas::flow
