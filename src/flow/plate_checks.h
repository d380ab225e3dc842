// Which of many plates are listed now: what a program asks in one go.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "flow/entry_book.h"
#include "flow/plate_lines.h"

namespace bas::flow {

// An entry that a line is, or may be, the plate of. `list` is the list's name.
struct CheckedPlate {
  std::size_t line = 0;
  Id entry;
  std::string_view list;
  Priority priority = kPriorityLowest;
  match::MatchKind kind = match::MatchKind::kExact;
  double probability = 1;
};

// A line that holds no plate, a partial one, or a country that is none.
struct RefusedPlate {
  std::size_t line = 0;
  std::string_view reason;
};

// The only way to ask entries by plates of one's own choice: what is asked is judged and noted
// here. Threads: any. Cost: 30 to 60 ns a line of ten million entries when only exact entries are
// asked for, 1 to 2 µs with look-alikes.
class PlateChecks {
 public:
  struct Parts {
    const EntryBook& entries;
    ListStore& lists;
    const Clock& clock;
  };
  explicit PlateChecks(Parts parts) : parts_(parts) {}

  enum class Wanted { kExact, kAll };
  struct Request {
    std::string_view lines;  // see PlateLines
    Wanted wanted = Wanted::kExact;
  };
  struct Totals {
    std::size_t lines = 0;  // with a plate or what should be one
    std::size_t listed = 0;
    std::size_t refused = 0;
  };
  static constexpr std::size_t kLinesMax = 262'144;

  // What came of some lines, each part in the order of its lines. False ends the check.
  struct Portion {
    std::vector<CheckedPlate> listed;
    std::vector<RefusedPlate> refused;
  };
  using Take = std::function<bool(const Portion&)>;

  // Entries in force at this moment, those of suspended lists left out; as each list wishes to be
  // matched. Portions are asked one by one, so that entries may change between them.
  // kTooLarge beyond kLinesMax lines, or when `take` has ended it.
  Result<Totals> check(const Request& request, const Take& take);

 private:
  class Batch;
  // Of lists, by their number in the index; a name never changes.
  using Names = std::shared_ptr<const std::vector<std::string>>;
  Result<Names> names();

  Parts parts_;
  std::mutex mutex_;  // guards names_
  Names names_ = std::make_shared<const std::vector<std::string>>();
};

}  // namespace bas::flow
