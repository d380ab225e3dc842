#include "match/scoring.h"

#include <algorithm>

#include "match/explain.h"

namespace bas::match {

using plates::PackedPlate;

// What the camera said of the vehicle changes how probable an exact match is, never whether it is
// one.
void Scoring::take_exact(std::span<const std::uint32_t> places) {
  if (places.empty()) return;
  double probability = 1;
  if (read_.packed) {
    rivals().add_listed(*read_.packed, 0);
    probability = rivals().probability(rivals().likelihood(*read_.packed), true);
  }
  for (const std::uint32_t place : places) {
    entries_.push_back({place, MatchKind::kExact, weighed(probability, vehicle_ratio(place))});
  }
}

// What is known of a vehicle may raise any of them.
bool Scoring::wants_neighbours() {
  if (!read_.packed || tables_.by_neighbour.size() == 0) return false;
  if (!read_.vehicle.facts.is_empty()) return true;
  return !rivals().excludes_others(tables_.lowest_threshold, true) ||
         !rivals().excludes_others(tables_.lowest_without_veto, false);
}

// An inexact match counts when its probability reaches the threshold.
void Scoring::take_neighbours(std::span<const std::uint32_t> places) {
  if (places.empty()) return;
  for (const Candidate& one : candidates(places)) {
    if (one.probability < tables_.rule_of(one.place).threshold) continue;
    entries_.push_back({one.place, kind_of(one.listed, *read_.packed), one.probability});
  }
}

// The cheap bound comes first, so that reads which are known plates themselves cost no search for
// rivals.
std::vector<Scoring::Candidate> Scoring::candidates(std::span<const std::uint32_t> places) {
  std::vector<Candidate> possible;
  for (const std::uint32_t place : places) {
    Candidate one{.place = place,
                  .listed = PackedPlate::from_bits(tables_.records.at(place).plate)};
    one.likelihood = rivals().likelihood(one.listed);
    const MatchRule& rule = tables_.rule_of(place);
    rivals().add_listed(one.listed, one.likelihood);
    if (rule.inexact == InexactUse::kNothing) continue;
    one.ratio = vehicle_ratio(place);
    const double most = rivals().probability_at_most(one.likelihood, rule.uses_veto);
    if (weighed(most, one.ratio) >= rule.threshold) possible.push_back(one);
  }
  bool has_vehicles = false;
  for (Candidate& one : possible) {
    one.probability = rivals().probability(one.likelihood, tables_.rule_of(one.place).uses_veto);
    has_vehicles = has_vehicles || one.ratio != 1;
  }
  if (has_vehicles) weigh_vehicles(possible);
  return possible;
}

// What the camera said of the vehicle raises one listed plate and lowers another, and all of them
// share one whole: each is weighed beside the others. A plate that is listed twice counts once
// among them, with what its first entry says.
void Scoring::weigh_vehicles(std::vector<Candidate>& candidates) {
  std::vector<std::size_t> first_of(candidates.size());
  double whole = 1;
  const auto added = [&](const Candidate& one) { return one.probability * (one.ratio - 1); };
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    while (candidates[first_of[i]].listed != candidates[i].listed) ++first_of[i];
    if (first_of[i] == i) whole += added(candidates[i]);
  }
  const std::vector<Candidate> before = candidates;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double own = before[i].probability * before[i].ratio;
    const double others = whole - added(before[first_of[i]]) - before[i].probability;
    candidates[i].probability = own / std::max(own + others, std::max(own, 1e-300));
  }
}

void Scoring::take_partial() {
  if (!read_.packed || tables_.patterns.size() == 0) return;
  std::vector<std::uint32_t> places;
  tables_.patterns.find(*read_.packed, places);
  for (const std::uint32_t place : places) {
    const MatchRule& rule = tables_.rule_of(place);
    if (rule.inexact == InexactUse::kNothing || !tables_.applies(place, read_)) continue;
    const double fitting = tables_.vehicles_that_fit(place);
    const double probability = weighed(1 / std::max(1.0, fitting), vehicle_ratio(place));
    if (probability < rule.threshold) continue;
    entries_.push_back({place, MatchKind::kPartial, probability});
  }
}

Rivals& Scoring::rivals() {
  if (!rivals_) rivals_.emplace(*tables_.knowledge, read_.rivals_read());
  return *rivals_;
}

double Scoring::vehicle_ratio(std::uint32_t place) const {
  const Record& record = tables_.records.at(place);
  if (read_.vehicle.facts.is_empty() || record.vehicle.is_empty()) return 1;
  const std::string& listed = tables_.countries.values[record.country];
  return tables_.knowledge->vehicles.ratio(record.vehicle, read_.vehicle,
                                           listed.empty() ? read_.country : listed);
}

}  // namespace bas::match
