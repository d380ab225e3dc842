// What became of many hits, as sums: how they ended, how long it took, how often they were false.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/hit_life.h"

namespace bas {

// A character of the entry and what the camera read in its place. UTF-8, one glyph each; empty: it
// stands on one side alone.
struct GlyphPair {
  std::string listed;
  std::string read;
  auto operator<=>(const GlyphPair&) const = default;
};

// A hit without its plate. `claimed_at`, `dispatched_at`: first; `judged_at`: of the verdict that
// stands, also when the hit was withdrawn later; `kind` as in Hit, empty: not known any more.
struct HitFact {
  Id list;
  Id camera;
  Id zone;  // of the camera
  int priority = 3;
  HitState state = HitState::kCandidate;
  VerdictReason reason = VerdictReason::kNone;
  HitOutcome outcome = HitOutcome::kNone;
  bool is_quiet = false;
  bool is_validated = false;
  UtcTime created_at;
  std::optional<UtcTime> claimed_at;
  std::optional<UtcTime> judged_at;
  std::optional<UtcTime> dispatched_at;
  std::optional<UtcTime> stopped_at;
  std::string kind;
  std::vector<GlyphPair> pairs;  // where it differs from the entry
};

// What a step, taken in order, adds to the fact.
void add_step(HitFact& fact, StepKind kind, UtcTime at);

// Of fewer no share and no middle is told: one verdict more would move the share by over a tenth,
// and nine in ten of less than ten are all of them.
inline constexpr std::uint64_t kTellingFewest = 10;

struct Share {
  std::uint64_t count = 0;
  std::uint64_t of = 0;
  // Nothing of fewer than kTellingFewest.
  std::optional<double> value() const;
};

// Of times by nearest rank; nothing of fewer than kTellingFewest.
struct Waits {
  std::uint64_t count = 0;
  std::optional<std::chrono::milliseconds> median;
  std::optional<std::chrono::milliseconds> p90;
};
Waits waits_of(std::vector<std::chrono::milliseconds> times);

// How people judged. `misread`: of the rejected.
struct VerdictSums {
  std::uint64_t hits = 0;
  std::uint64_t validated = 0;
  std::uint64_t rejected = 0;
  std::uint64_t misread = 0;
  Share false_alarms() const { return {rejected, validated + rejected}; }
};
// The larger share of false alarms first, those that are too few behind.
bool is_worse(const VerdictSums& a, const VerdictSums& b);

// How far hits came. `with_outcome`: a person recorded it.
struct Funnel {
  std::uint64_t hits = 0;
  std::uint64_t claimed = 0;
  std::uint64_t validated = 0;
  std::uint64_t dispatched = 0;
  std::uint64_t stopped = 0;
  std::uint64_t with_outcome = 0;
};

// `to_verdict`: from the making of a hit that rings to the verdict that stands; `to_unit`: to the
// first unit sent out. `followed_up`: of the validated, with a unit, a stop or a report. `by_kind`,
// `by_pair`: of the judged alone.
struct HitSums {
  Funnel funnel;
  std::map<HitState, std::uint64_t> by_state;
  std::map<VerdictReason, std::uint64_t> by_reason;
  std::map<HitOutcome, std::uint64_t> by_outcome;
  Share followed_up;
  Waits to_verdict;
  Waits to_unit;
  VerdictSums all;
  std::map<Id, VerdictSums> by_list;
  std::map<Id, VerdictSums> by_camera;
  std::map<std::string, VerdictSums> by_kind;
  std::map<GlyphPair, VerdictSums> by_pair;
};
HitSums sums_of(std::span<const HitFact> facts);

}  // namespace bas
