// How often the next camera of a vehicle is foretold, and whether it comes when it was said to.
//
//   next_camera [--tiny] [--hours N] [--rate R] [--seed S]
//
// Vehicles of the simulated province drive for N hours (24), of which the passages as the cameras
// read them teach what follows what; then two more hours are foretold, one passage after the other,
// and judged by the vehicle itself. A passage counts when the vehicle is seen again within the
// hour. Seeds 1 to 9 are for improving the method, 101 and up for reporting.
#include <absl/container/flat_hash_map.h>
#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <string>

#include "links/travel_times.h"
#include "sim/plan.h"
#include "sim/traffic.h"

namespace {

using namespace bas;  // a benchmark program, nothing includes it

constexpr std::chrono::minutes kSeenAgainWithin{60};
constexpr std::chrono::hours kForetold{2};
constexpr std::size_t kFirst = 3;

struct Asked {
  std::uint64_t seed = 101;
  int hours = 24;
  double rate = 15;
};

// A camera of the plan as an id.
Id id_of(int camera) {
  Id id;
  id.bytes[0] = static_cast<char>(1 + camera / 256);
  id.bytes[1] = static_cast<char>(camera % 256);
  return id;
}

struct LastSeen {
  Id before;
  Id camera;
  UtcTime at;
  std::vector<links::NextCamera> foretold;
};

struct Judged {
  double passages = 0;
  double first = 0;
  double among_first = 0;
  double timed = 0;
  double in_time = 0;
};

void learn(links::TravelTimes& times, absl::flat_hash_map<std::string, LastSeen>& seen,
           const sim::Passage& passage) {
  LastSeen& last = seen[passage.read_plate + passage.country];
  const Id camera = id_of(passage.camera);
  const bool is_again = !last.camera.is_zero() && passage.at - last.at <= kSeenAgainWithin;
  if (!last.camera.is_zero()) {
    times.note({last.before, last.camera, is_again ? camera : Id{}, passage.at - last.at});
  }
  last = {is_again ? last.camera : Id{}, camera, passage.at, {}};
}

void judge(Judged& judged, const LastSeen& last, const sim::Passage& passage) {
  const Id camera = id_of(passage.camera);
  const links::DurationSums::Seconds took = passage.at - last.at;
  judged.passages += 1;
  for (std::size_t rank = 0; rank < last.foretold.size(); ++rank) {
    const links::NextCamera& next = last.foretold[rank];
    if (next.camera != camera) continue;
    judged.first += rank == 0 ? 1 : 0;
    judged.among_first += rank < kFirst ? 1 : 0;
    judged.timed += 1;
    judged.in_time += took >= next.earliest && took <= next.latest ? 1 : 0;
  }
}

Judged foretell(const Asked& asked) {
  const sim::ProvincePlan plan = sim::make_province();
  sim::TrafficSettings settings;
  settings.seed = asked.seed;
  settings.rate_per_s = asked.rate;
  settings.start = *parse_rfc3339("2026-11-24T05:00:00Z");
  sim::Traffic traffic(plan, settings);
  links::TravelTimes times;
  absl::flat_hash_map<std::string, LastSeen> by_plate;
  absl::flat_hash_map<std::uint64_t, LastSeen> by_vehicle;
  const UtcTime judged_from = settings.start + std::chrono::hours(asked.hours);
  Judged judged;
  while (true) {
    const sim::Passage passage = traffic.next();
    if (passage.at >= judged_from + kForetold) return judged;
    LastSeen& last = by_vehicle[passage.vehicle_id];
    const bool is_again = !last.camera.is_zero() && passage.at - last.at <= kSeenAgainWithin;
    if (is_again && last.at >= judged_from) judge(judged, last, passage);
    last = {is_again ? last.camera : Id{}, id_of(passage.camera), passage.at, {}};
    if (passage.at >= judged_from) last.foretold = times.next({last.before, last.camera, {}}, 99);
    learn(times, by_plate, passage);
  }
}

Asked asked_for(int count, char** words) {
  Asked asked;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--tiny") asked.hours = 1;
    if (i + 1 == count) break;
    if (word == "--hours") asked.hours = std::atoi(words[i + 1]);
    if (word == "--rate") asked.rate = std::atof(words[i + 1]);
    if (word == "--seed") asked.seed = std::strtoull(words[i + 1], nullptr, 10);
  }
  return asked;
}

}  // namespace

int main(int count, char** words) {
  const Asked asked = asked_for(count, words);
  const Judged judged = foretell(asked);
  if (judged.passages == 0) {
    fmt::print(stderr, "next_camera: nothing was seen again\n");
    return 1;
  }
  fmt::print("seed {}, {} h learned, {:.0f} passages judged\n", asked.seed, asked.hours,
             judged.passages);
  fmt::print("next camera first {:.1f} %, among the first {} {:.1f} %, named at all {:.1f} %\n",
             100 * judged.first / judged.passages, kFirst,
             100 * judged.among_first / judged.passages, 100 * judged.timed / judged.passages);
  fmt::print("came within its range of 90 %: {:.1f} %\n", 100 * judged.in_time / judged.timed);
}
