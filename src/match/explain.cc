#include "match/explain.h"

namespace bas::match {

using plates::PackedPlate;

namespace {

// The first place at which the shorter plate lacks a glyph of the longer one.
int place_of_gap(PackedPlate longer, PackedPlate shorter) {
  int best = 0;
  int fewest = PackedPlate::kGlyphsMax + 1;
  for (int place = 0; place < longer.length(); ++place) {
    const int differing = plates::differing_places(longer.without(place), shorter);
    if (differing < fewest) {
      fewest = differing;
      best = place;
    }
  }
  return best;
}

}  // namespace

MatchKind kind_of(PackedPlate listed, PackedPlate read) {
  const int more = listed.length() - read.length();
  if (more != 0) return more > 0 ? MatchKind::kMissing : MatchKind::kExtra;
  return listed == read ? MatchKind::kExact : MatchKind::kLookAlike;
}

void explain_glyphs(PackedPlate listed, PackedPlate read, Reasons& reasons) {
  const int more = listed.length() - read.length();
  reasons.kind = kind_of(listed, read);
  int gap = PackedPlate::kGlyphsMax;
  if (more > 0) {
    gap = place_of_gap(listed, read);
    reasons.missing = LoneGlyph{gap, plates::text_of(listed.at(gap))};
    listed = listed.without(gap);
  } else if (more < 0) {
    gap = place_of_gap(read, listed);
    reasons.extra = LoneGlyph{gap, plates::text_of(read.at(gap))};
    read = read.without(gap);
  }
  for (int place = 0; place < listed.length(); ++place) {
    if (listed.at(place) == read.at(place)) continue;
    const int behind_gap = place >= gap ? 1 : 0;
    reasons.differing.push_back(
        {place + (more > 0 ? behind_gap : 0), place + (more < 0 ? behind_gap : 0),
         plates::text_of(listed.at(place)), plates::text_of(read.at(place))});
  }
}

void explain_country(const Countries& countries, Reasons& reasons) {
  const bool is_read = !countries.read.empty();
  const bool is_listed = !countries.entry.empty();
  reasons.country = is_read && is_listed ? CountryReason::kBothSides
                    : is_listed          ? CountryReason::kEntryOnly
                    : is_read            ? CountryReason::kReadOnly
                                         : CountryReason::kNeither;
  reasons.read_country = countries.read;
  reasons.entry_country = countries.entry;
}

void explain_vehicle(const VehicleEvidence& evidence, const Vehicles& vehicles, Reasons& reasons) {
  const std::string& country =
      reasons.entry_country.empty() ? reasons.read_country : reasons.entry_country;
  for (const FactWeighed& one : evidence.weigh(vehicles.listed, vehicles.seen)) {
    reasons.vehicle.push_back({one.fact, std::string(evidence.words().word(one.fact, one.seen)),
                               std::string(evidence.words().word(one.fact, one.listed)),
                               one.ratio});
  }
  reasons.vehicle_ratio = evidence.ratio(vehicles.listed, vehicles.seen, country);
  reasons.follows_person = evidence.follows_person(country);
}

}  // namespace bas::match
