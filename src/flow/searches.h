// Stored reads looked up by somebody: policy is asked first, the ledger is written next, and only
// then anything is given out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/directory.h"
#include "flow/read_sealer.h"
#include "flow/use_log.h"
#include "model/account.h"
#include "model/read.h"
#include "policy/decide.h"
#include "ports/read_store.h"

namespace bas::flow {

// A whole plate, or every read of some sites. Captured in [from, until). `after`: behind the last
// read of the page before; newest first.
struct SearchWish {
  std::string purpose;
  std::string case_number;
  std::string reason;
  std::string plate;  // canonical; empty: every plate of the sites
  std::vector<Id> sites;
  UtcTime from, until;
  std::optional<Id> after;
  std::size_t limit = 100;
};

struct Searcher {
  User user;
  std::string terminal;  // where from, as the network says
};

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
};

// Threads: any.
class Searches {
 public:
  static constexpr int kDaysMost = 400;
  static constexpr std::size_t kPageMost = 500;

  struct Parts {
    const Directory& directory;
    ReadStore& reads;
    const ReadSealer& sealer;
    vault::Vault& vault;
    UseLog& uses;
    const policy::Regime& regime;
    const Clock& clock;
  };
  explicit Searches(Parts parts) : parts_(parts) {}

  // kRefused, with rule and what is missing, when no zone's reads may be searched; that too is in
  // the ledger. kUnavailable when the ledger cannot be written: then nothing is given out.
  Result<SearchPage> search(const SearchWish& wish, const Searcher& who);

 private:
  std::vector<ZoneAnswer> ask(const SearchWish& wish, const Searcher& who) const;
  Result<std::vector<Read>> find(const SearchWish& wish, const SearchPage& page);
  Result<std::vector<SealedRead>> sealed_of_plate(const SearchWish& wish);
  Result<std::vector<SealedRead>> sealed_of_sites(const SearchWish& wish);
  bool may_be_given(const Read& read, const std::vector<ZoneAnswer>& zones) const;
  Result<std::uint64_t> write(const SearchWish& wish, const Searcher& who, const SearchPage& page);

  Parts parts_;
};

}  // namespace bas::flow
