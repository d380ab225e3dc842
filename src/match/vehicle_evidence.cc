#include "match/vehicle_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "plates/lines.h"

namespace bas::match {

namespace {

constexpr std::string_view kElsewhere = "*";
constexpr std::size_t kDay = 0;
constexpr std::size_t kNight = 1;

auto bad(std::string text) { return fail(ErrorCode::kBadInput, std::move(text)); }

// A share in percent, as a fraction.
Result<double> share_in(std::string_view word) {
  const double percent = TRY(plates::number_in(word));
  if (percent > 100) return bad("a share is at most 100 percent");
  return percent / 100;
}

Result<VehicleFact> fact_in(std::string_view word) {
  for (const VehicleFact fact : kVehicleFacts) {
    if (name_of(fact) == word) return fact;
  }
  return bad(fmt::format("'{}' is not make, colour or class", word));
}

}  // namespace

Result<VehicleEvidence> VehicleEvidence::parse(VehicleWords words, std::string_view text) {
  VehicleEvidence evidence;
  evidence.words_ = std::move(words);
  for (const VehicleFact fact : kVehicleFacts) {
    evidence.facts_[static_cast<std::size_t>(fact)].shares.resize(evidence.words_.count(fact) + 1);
  }
  TRY(plates::for_each_line(text, [&](std::string_view line) { return evidence.take_line(line); }));
  for (Fact& fact : evidence.facts_) evidence.finish(fact);
  return evidence;
}

Result<> VehicleEvidence::take_line(std::string_view line) {
  const auto words = plates::words_of(line);
  if (words[0] == "night" && words.size() == 2) {
    night_ = TRY(share_in(words[1]));
    return {};
  }
  if (words[0] == "moved" && words.size() == 3) {
    const double share = TRY(share_in(words[2]));
    if (words[1] == kElsewhere) {
      moved_elsewhere_ = share;
    } else {
      moved_.push_back({std::string(words[1]), share});
    }
    return {};
  }
  if (words.size() < 3) return bad("expected: right, night, moved, share, rest or pair");
  return take_fact_line(words);
}

Result<> VehicleEvidence::take_fact_line(const std::vector<std::string_view>& words) {
  const VehicleFact name = TRY(fact_in(words[1]));
  Fact& fact = facts_[static_cast<std::size_t>(name)];
  if (words[0] == "right" && words.size() == 4) {
    fact.by_light[kDay].right = TRY(share_in(words[2]));
    fact.by_light[kNight].right = TRY(share_in(words[3]));
    return {};
  }
  if (words[0] == "rest" && words.size() == 3) {
    fact.rest = TRY(share_in(words[2]));
    return fact.rest > 0 ? Result<>() : bad("the rest is over 0");
  }
  const std::uint8_t first = words_.number_of(name, words[2]);
  if (first == 0) return bad(fmt::format("'{}' is no word of a {}", words[2], words[1]));
  if (words[0] == "share" && words.size() == 4) {
    fact.shares[first] = TRY(share_in(words[3]));
    return {};
  }
  if ((words[0] != "pair" && words[0] != "night") || words.size() != 5) {
    return bad("expected: right, night, moved, share, rest or pair");
  }
  const std::uint8_t second = words_.number_of(name, words[3]);
  if (second == 0) return bad(fmt::format("'{}' is no word of a {}", words[3], words[1]));
  const double weight = TRY(plates::number_in(words[4]));
  return take_pair(fact, {first, second, {weight, weight}}, words[0] == "night");
}

Result<> VehicleEvidence::take_pair(Fact& fact, Pair pair, bool is_night_only) {
  if (pair.a == pair.b) return bad("a pair is of two different words");
  const auto found = std::ranges::find_if(fact.pairs, [&](const Pair& one) {
    return (one.a == pair.a && one.b == pair.b) || (one.a == pair.b && one.b == pair.a);
  });
  if (is_night_only) {
    const double by_day = found == fact.pairs.end() ? 1 : found->weight[kDay];
    pair.weight[kDay] = by_day;
  }
  if (found == fact.pairs.end()) {
    fact.pairs.push_back(pair);
  } else {
    *found = pair;
  }
  return {};
}

// What depends on all lines together.
void VehicleEvidence::finish(Fact& fact) {
  const std::size_t words = fact.shares.size();
  double whole = 0;
  for (std::size_t word = 1; word < words; ++word) {
    if (fact.shares[word] == 0) fact.shares[word] = fact.rest;
    whole += fact.shares[word];
  }
  for (double& share : fact.shares) share /= std::max(whole, 1e-9);
  for (std::size_t light = 0; light < kLights; ++light) {
    ByLight& by_light = fact.by_light[light];
    by_light.spread.resize(words);
    by_light.of_any.resize(words);
    for (std::uint8_t listed = 1; listed < words; ++listed) {
      for (std::uint8_t seen = 1; seen < words; ++seen) {
        if (seen != listed) by_light.spread[listed] += weight(fact, light, listed, seen);
      }
    }
    for (std::uint8_t listed = 1; listed < words; ++listed) {
      for (std::uint8_t seen = 1; seen < words; ++seen) {
        by_light.of_any[seen] += fact.shares[listed] * said(fact, light, listed, seen);
      }
    }
  }
}

double VehicleEvidence::weight(const Fact& fact, std::size_t light, std::uint8_t listed,
                               std::uint8_t seen) const {
  for (const Pair& pair : fact.pairs) {
    const bool is_this =
        (pair.a == listed && pair.b == seen) || (pair.b == listed && pair.a == seen);
    if (is_this) return fact.shares[seen] * pair.weight[light];
  }
  return fact.shares[seen];
}

double VehicleEvidence::said(const Fact& fact, std::size_t light, std::uint8_t listed,
                             std::uint8_t seen) const {
  const ByLight& by_light = fact.by_light[light];
  if (listed == seen) return by_light.right;
  const double spread = std::max(by_light.spread[listed], 1e-9);
  return (1 - by_light.right) * weight(fact, light, listed, seen) / spread;
}

double VehicleEvidence::said_of(VehicleFact fact, std::uint8_t listed, std::uint8_t seen,
                                Light light) const {
  if (light == Light::kDay) return said(of(fact), kDay, listed, seen);
  const double by_night = said(of(fact), kNight, listed, seen);
  if (light == Light::kNight) return by_night;
  return night_ * by_night + (1 - night_) * said(of(fact), kDay, listed, seen);
}

double VehicleEvidence::said_of_any(VehicleFact fact, std::uint8_t seen, Light light) const {
  const auto& by_light = of(fact).by_light;
  if (light == Light::kDay) return by_light[kDay].of_any[seen];
  const double by_night = by_light[kNight].of_any[seen];
  if (light == Light::kNight) return by_night;
  return night_ * by_night + (1 - night_) * by_light[kDay].of_any[seen];
}

// With the share `moved` the plate is on another vehicle, of which the camera says what it says of
// any: so much remains whatever differs.
double VehicleEvidence::ratio(VehicleFacts listed, const SeenVehicle& seen,
                              std::string_view plate_country) const {
  if (listed.is_empty() || seen.facts.is_empty()) return 1;
  double ratio = 1;
  for (const FactWeighed& one : weigh(listed, seen)) ratio *= one.ratio;
  const double elsewhere = moved(plate_country);
  return (1 - elsewhere) * ratio + elsewhere;
}

std::vector<FactWeighed> VehicleEvidence::weigh(VehicleFacts listed,
                                                const SeenVehicle& seen) const {
  std::vector<FactWeighed> facts;
  for (const VehicleFact fact : kVehicleFacts) {
    const std::uint8_t theirs = seen.facts.of(fact);
    const std::uint8_t ours = listed.of(fact);
    if (theirs == 0 || ours == 0) continue;
    const double any = said_of_any(fact, theirs, seen.light);
    if (any <= 0) continue;
    facts.push_back({fact, theirs, ours, said_of(fact, ours, theirs, seen.light) / any});
  }
  return facts;
}

double VehicleEvidence::moved(std::string_view plate_country) const {
  for (const Moved& one : moved_) {
    if (one.country == plate_country) return one.share;
  }
  return moved_elsewhere_;
}

bool VehicleEvidence::follows_person(std::string_view plate_country) const {
  return moved(plate_country) > moved_elsewhere_;
}

}  // namespace bas::match
