// Lists and their entries.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "model/plate.h"
#include "model/vehicle.h"

namespace bas {

// How urgent a hit is: 1 is dropped everything for, 4 goes only to its owner.
using Priority = int;
inline constexpr Priority kPriorityHighest = 1;
inline constexpr Priority kPriorityLowest = 4;
// What may wait for a daily batch, where its category does.
inline constexpr Priority kPriorityDaily = 3;

// What a match that is not exact (look-alikes, a missing or extra character, a partial plate) may
// do: nothing at all, a candidate in the quiet review queue, or an alarm like an exact match.
enum class InexactUse { kNothing, kReview, kAlarm };
std::string_view name_of(InexactUse use);
std::optional<InexactUse> inexact_use_from(std::string_view name);

// How a list wants to be matched. `threshold` 0..1: the least probability that this vehicle is the
// listed one for an inexact match to count. `uses_veto`: an inexact match is withdrawn when the
// read is itself a known real plate; switched off only where a life is at risk.
struct MatchRule {
  InexactUse inexact = InexactUse::kNothing;
  double threshold = 0.5;
  bool uses_veto = true;
  bool operator==(const MatchRule&) const = default;
};

// A hotlist. `name` is unique, such as "stolen-vehicles". `suspended_because` is empty while the
// list is in force; a suspended list raises no hits. `confirmed_at`: when its source last said that
// the entries are current; `max_age`: how old that may become before the list is suspended.
struct List {
  Id id;
  Id owner_zone;
  std::string name;
  std::string title;
  std::string category;
  Priority priority = 3;  // for entries that name none
  bool is_suspended = false;
  UtcTime created_at;
  std::string suspended_because;
  MatchRule match;
  std::optional<UtcTime> confirmed_at;
  std::optional<std::chrono::seconds> max_age;
  int valid_days = 0;           // end of an entry that names none, from its import; 0: must name it
  std::string profile;          // how its files are read: a name, a mapping or JSON; may be empty
  std::string source;           // where its files are fetched, as JSON; empty: they are brought
  std::string source_revision;  // as the last applied file named it
  int revision = 0;             // number of the last change of its entries
  std::string unit;             // who answers for its hits; empty: nobody has to be named
  std::optional<UtcTime> unit_until;  // until when the unit said it answers
};

// The same text in the four languages of the desks; empty where nobody wrote it.
struct FourTexts {
  std::string nl;
  std::string fr;
  std::string de;
  std::string en;
  bool operator==(const FourTexts&) const = default;
};

// A line of a list. Valid from `valid_from` (included) to `valid_until` (excluded). The plate's
// text may be a pattern: `?` stands for one character, `*` for any number of them.
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
  std::string owner;  // the service that asked for it, as its source names it
  std::string basis;  // the legal ground, as its source names it
  std::string case_number;
  std::string home;     // of the holder: code of a municipality or of a zone; may be empty
  Vehicle vehicle;      // what is known of it; empty where nothing is
  FourTexts procedure;  // what to do when it is seen
};

}  // namespace bas
