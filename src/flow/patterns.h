// What stands out in how people use the system: for an overseer to look at, never a verdict.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "flow/use_log.h"
#include "model/name_table.h"

namespace bas::flow {

enum class PatternKind {
  kSamePlate,
  kOffDuty,
  kWeakReason,
  kRefusedAgain,
  kManySearches,
  kClosePlate
};
inline constexpr NameTable<PatternKind, 6> kPatternKindNames{
    {"same_plate", "off_duty", "weak_reason", "refused_again", "many_searches", "close_plate"}};

// `numbers` of the entries in the ledger, in their order, the first kNumbersMost of `count`: there
// an overseer sees plate and reason, here is none. `usual`: what others of the zone do on average,
// of kManySearches alone.
struct Finding {
  PatternKind kind = PatternKind::kSamePlate;
  std::string actor;  // id of the account
  std::string zone;   // code
  std::uint64_t count = 0;
  double usual = 0;
  std::vector<std::uint64_t> numbers;
  UtcTime first, last;
};

// Why each number is what it is stands beside it: they are choices of design, not of a law.
struct PatternLimits {
  // One plate by one person. Looking something up again within a day is work; over three days, or
  // ten times, it is watching somebody.
  std::size_t same_plate_least = 5;
  std::size_t same_plate_days = 3;
  std::size_t same_plate_often = 10;
  // Hours: somebody who searched on ten days has habits. An hour is usual when, with the hours
  // beside it, at least a fifth of these days fall into it: a shift once a week is usual. Once is a
  // call-out; twice is looked at.
  std::size_t habit_days_least = 10;
  double usual_share = 0.2;
  std::size_t off_duty_least = 2;
  // Reasons: policy refuses those of under ten letters; these pass and say little. The same words
  // for three cases were not written for any of them.
  std::size_t reason_letters_least = 16;
  std::size_t reason_words_least = 3;
  std::size_t same_reason_cases = 3;
  std::size_t weak_reasons_least = 3;
  // Refused five times without one permitted use between: not a mistake of typing.
  std::size_t refusals_least = 5;
  // Three times what others of the zone do, who are at least two, and no handful either.
  double many_times = 3;
  std::size_t many_least = 20;
  std::size_t others_least = 2;
};

// A look-back is a search of who keeps a list.
bool is_search(const UseFacts& facts);

// What a search asked for, out of its predicate; nothing where that is of another kind.
struct AskedFor {
  std::string plate;
  bool is_next_page = false;  // of a question that is in the ledger already
};
AskedFor asked_for(const std::string& predicate);

// Takes uses in the order of the ledger and keeps 80 bytes of each. Threads: one at a time.
class PatternWatch {
 public:
  static constexpr std::size_t kNumbersMost = 100;   // of one finding
  static constexpr std::size_t kFindingsMost = 500;  // the latest

  explicit PatternWatch(PatternLimits limits = {}) : limits_(limits) {}

  // What says nothing of a person (details erased or closed, programs) is passed over.
  void note(const LoggedUse& use);
  // The latest first.
  std::vector<Finding> findings() const;

 private:
  struct Seen {
    std::uint64_t number = 0;
    UtcTime at;
    std::size_t plate = 0;  // digests; 0: none
    std::size_t reason = 0;
    std::size_t case_number = 0;
    bool is_search = false;  // its first page
    bool is_permitted = true;
    bool says_little = false;
    bool is_close = false;  // refused: the plate is the own, a relative's or a colleague's (R37)
  };
  struct Person {
    std::string zone;
    std::vector<Seen> seen;
    std::size_t searches = 0;
  };
  using People = std::map<std::string, Person, std::less<>>;
  class Finder;

  PatternLimits limits_;
  People people_;
};

}  // namespace bas::flow
