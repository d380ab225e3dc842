// Lists and their entries.
#pragma once

#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "model/plate.h"

namespace bas {

// How urgent a hit is: 1 is dropped everything for, 4 goes only to its owner.
using Priority = int;
inline constexpr Priority kPriorityHighest = 1;
inline constexpr Priority kPriorityLowest = 4;

// A hotlist. `name` is unique, such as "stolen-vehicles".
struct List {
  Id id;
  Id owner_zone;
  std::string name;
  std::string title;
  std::string category;
  Priority priority = 3;  // for entries that name none
  bool is_suspended = false;
  UtcTime created_at;
};

// A line of a list. Valid from `valid_from` (included) to `valid_until` (excluded).
struct Entry {
  Id id;
  Id list;
  Plate plate;
  Priority priority = 3;
  std::string category;
  std::string reason;
  std::string source_id;  // the line's key at its source; may be empty
  std::optional<UtcTime> valid_from;
  std::optional<UtcTime> valid_until;
};

}  // namespace bas
