#include "links/travel_times.h"

#include <algorithm>

namespace bas::links {

namespace {

using Seconds = DurationSums::Seconds;

// So many legs from one camera, and all before count half: traffic changes with the seasons.
constexpr double kLegsBeforeHalving = 20'000;
// Where a vehicle came from counts half once so many that came from there are known.
constexpr double kTurnsThatCountHalf = 10;
constexpr double kOutside = 0.05;  // of those seen, on either side of the range
// So many legs and the range is as narrow as what was seen; with fewer it is wider.
constexpr double kLegsOfWideRange = 10;

double sum_of(const absl::flat_hash_map<Id, double>& shares) {
  double sum = 0;
  for (const auto& [to, count] : shares) sum += count;
  return sum;
}

NextCamera described(const Id& camera, const DurationSums& took, Seconds since) {
  NextCamera next;
  next.camera = camera;
  next.seen = took.total();
  const double outside = kOutside * took.total() / (took.total() + kLegsOfWideRange);
  next.earliest = took.quantile(outside, since).value_or(since);
  next.likely = took.quantile(0.5, since).value_or(since);
  next.latest = took.quantile(1 - outside, since).value_or(since);
  return next;
}

}  // namespace

void TravelTimes::note(const Leg& leg) {
  From& from = from_[leg.from];
  from.to[leg.to].add(leg.took);
  from.total += 1;
  if (from.total > kLegsBeforeHalving) {
    for (auto& [to, took] : from.to) took.halve();
    from.total /= 2;
  }
  if (leg.before.is_zero()) return;
  Shares& turn = turns_[{leg.before, leg.from}];
  turn[leg.to] += 1;
  if (sum_of(turn) <= kLegsBeforeHalving) return;
  for (auto& [to, count] : turn) count /= 2;
}

// Of what follows this camera, and of what follows it for who came that way: the more is known of
// the latter, the more it counts.
TravelTimes::Shares TravelTimes::shares_of(const From& from, const Whereabouts& vehicle) const {
  Shares shares;
  const auto turn = turns_.find({vehicle.before, vehicle.camera});
  const double turned = turn == turns_.end() ? 0 : sum_of(turn->second);
  const double trust = turned / (turned + kTurnsThatCountHalf);
  for (const auto& [to, took] : from.to) shares[to] = (1 - trust) * took.total() / from.total;
  if (turned <= 0) return shares;
  for (const auto& [to, count] : turn->second) shares[to] += trust * count / turned;
  return shares;
}

std::vector<NextCamera> TravelTimes::next(const Whereabouts& vehicle, std::size_t most) const {
  const auto known = from_.find(vehicle.camera);
  if (known == from_.end() || known->second.total <= 0) return {};
  std::vector<NextCamera> all;
  double sum = 0;
  for (const auto& [to, share] : shares_of(known->second, vehicle)) {
    const auto took = known->second.to.find(to);
    if (took == known->second.to.end()) continue;
    // Who would have been there by now and was not seen is not on the way there.
    const double left = to.is_zero() ? 1 : took->second.share_above(vehicle.since);
    sum += share * left;
    if (to.is_zero() || share * left <= 0) continue;
    all.push_back(described(to, took->second, vehicle.since));
    all.back().probability = share * left;
  }
  for (NextCamera& one : all) one.probability /= sum;
  std::ranges::sort(all, [](const NextCamera& a, const NextCamera& b) {
    return std::pair(-a.probability, a.camera) < std::pair(-b.probability, b.camera);
  });
  if (all.size() > most) all.resize(most);
  return all;
}

std::vector<TravelTimes::KnownLeg> TravelTimes::legs() const {
  std::vector<KnownLeg> all;
  for (const auto& [from, known] : from_) {
    for (const auto& [to, took] : known.to) all.push_back({from, to, took});
  }
  return all;
}

std::vector<TravelTimes::KnownTurn> TravelTimes::turns() const {
  std::vector<KnownTurn> all;
  for (const auto& [way, shares] : turns_) {
    for (const auto& [to, count] : shares) all.push_back({way.first, way.second, to, count});
  }
  return all;
}

void TravelTimes::restore(const KnownLeg& leg) {
  From& from = from_[leg.from];
  from.to[leg.to] = leg.took;
  from.total += leg.took.total();
}

void TravelTimes::restore(const KnownTurn& turn) {
  turns_[{turn.before, turn.from}][turn.to] = turn.count;
}

}  // namespace bas::links
