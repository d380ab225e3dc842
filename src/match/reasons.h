// Why a read and an entry belong together, in parts that a screen can show in its own language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/vehicle_evidence.h"

namespace bas::match {

enum class MatchKind { kExact, kLookAlike, kMissing, kExtra, kPartial };
std::string_view name_of(MatchKind kind);

// A glyph that was read for another; glyphs are UTF-8 and live for ever. Places count from 0 in
// the glyphs (not the bytes) of the listed plate and of the read.
struct DifferingGlyph {
  int listed_place = 0;
  int read_place = 0;
  std::string_view listed;
  std::string_view read;
  bool operator==(const DifferingGlyph&) const = default;
};

// A glyph that stands on one side alone: at `place` of the listed plate where it was not read, of
// the read where it was read too many.
struct LoneGlyph {
  int place = 0;
  std::string_view glyph;
  bool operator==(const LoneGlyph&) const = default;
};

// Who tells a country; two that are told never differ.
enum class CountryReason { kBothSides, kEntryOnly, kReadOnly, kNeither };
std::string_view name_of(CountryReason reason);

// What speaks for the vehicle being the listed one, and what against it.
enum class Verdict { kFor, kAgainst, kLittle };
std::string_view name_of(Verdict verdict);

// One fact of the vehicle, in the words of data/plates/vehicle_words.txt.
struct VehicleReason {
  VehicleFact fact = VehicleFact::kMake;
  std::string seen;
  std::string listed;
  double ratio = 1;  // how much likelier the camera says so of such a vehicle than of any
  bool agrees() const { return seen == listed; }
};

struct Reasons {
  MatchKind kind = MatchKind::kExact;
  std::vector<DifferingGlyph> differing;
  std::optional<LoneGlyph> missing;
  std::optional<LoneGlyph> extra;
  // Of inexact matches: the read is a plate its country gives out; is itself a known real plate.
  bool obeys_grammar = true;
  bool read_is_known = false;
  CountryReason country = CountryReason::kNeither;
  std::string read_country;
  std::string entry_country;
  std::vector<VehicleReason> vehicle;
  double vehicle_ratio = 1;     // of all facts together
  bool follows_person = false;  // the plate may be on another vehicle since
  // Of partial plates: the pattern, and about how many vehicles on the road fit it.
  std::string pattern;
  double vehicles_that_fit = 0;

  Verdict vehicle_verdict() const;
};

// The reasons in one or two English sentences.
std::string sentence_of(const Reasons& reasons);

}  // namespace bas::match
