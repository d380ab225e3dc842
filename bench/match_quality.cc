// How well listed vehicles are found behind misread plates, and how few others are alarmed on.
//
//   match_quality [--tiny] [--cameras strange|learned|foretold] [--verified N] [--with-vehicles]
//                 [--vehicles N] [--seed S] [--reads N]
//
// A country's vehicles drive past 24 cameras that the misread model was not made from. Of each
// camera every entry of the standard tables is multiplied by exp(0.7 x normal), every glyph gets
// two confusions of its own that the tables do not know of, one plate in 20 is dirty and misread
// four times as often, and all is scaled so that 4 % of its reads are wrong. Seeds 1 to 9 are for
// improving the method, 101 and up for reporting: nothing was ever changed in view of the latter.
// --cameras learned: of each of those cameras N reads (20,000) whose plate a person confirmed were
// learned from, as `bas misreads learn` does; none of them is among the reads that count.
// --cameras foretold: every camera misreads exactly as the standard tables say, scaled to the same
// 4 %: what published simulations assume.
// --with-vehicles: entries say what the vehicle is and cameras what they see, each with its own
// errors (quality_vehicles.h).
#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/check.h"
#include "match/entry_index.h"
#include "match/learning.h"
#include "plain_rule.h"
#include "plates/standard_data.h"
#include "quality_channel.h"
#include "quality_vehicles.h"

namespace {

using namespace bas;         // a benchmark program, nothing includes it
using namespace bas::bench;  // likewise

constexpr int kCameras = 24;
constexpr double kThreshold = 0.5;
constexpr std::size_t kVehicles = 8'000'000;
const UtcTime kNow{std::chrono::seconds{1'795'428'000}};

struct Asked {
  std::uint64_t seed = 101;
  std::size_t reads = 4'000'000;
  std::size_t vehicles = kVehicles;
  std::string_view cameras = "strange";
  std::size_t verified = 20'000;
  bool has_vehicles = false;
};

// Every vehicle of the country, each with a plate of its own; those listed stand first.
std::vector<PackedPlate> vehicles_of(const CountryPlates& plates, const Asked& asked) {
  SeededRandom random(asked.seed);
  absl::flat_hash_set<std::uint64_t> taken;
  std::vector<PackedPlate> vehicles;
  while (vehicles.size() < asked.vehicles) {
    const PackedPlate plate = plates.draw(random);
    if (taken.insert(plate.bits()).second) vehicles.push_back(plate);
  }
  return vehicles;
}

struct Score {
  std::size_t of_listed = 0;
  std::size_t found = 0;
  std::size_t false_hits = 0;
};

struct Bin {
  double predicted = 0;
  std::size_t matches = 0;
  std::size_t right = 0;
};

constexpr std::array<double, 5> kThresholds = {0.2, 0.3, 0.5, 0.7, 0.9};

struct Outcome {
  Score exact, six_classes, all_reported, ours;
  std::array<Score, kThresholds.size()> by_threshold;
  std::array<Bin, 10> bins;
};

struct World {
  std::shared_ptr<match::Knowledge> knowledge;
  std::vector<PackedPlate> vehicles;
  std::vector<VehicleFacts> facts;    // of each vehicle; empty: not told
  std::vector<VehicleFacts> entries;  // what each entry says, where facts are told
  std::vector<Channel> cameras;
  std::vector<Eye> eyes;                      // of each camera
  std::vector<plates::MisreadModel> learned;  // of each camera; empty: not learned
  Asked asked;
};

void note(Score& score, bool is_right) { ++(is_right ? score.found : score.false_hits); }

match::EntryIndex index_of(const World& world, std::size_t listed) {
  match::EntryIndex index(world.asked.seed, world.knowledge);
  match::IndexedEntry entry;
  entry.country = "BE";
  index.set_rule(entry.list, {.inexact = InexactUse::kAlarm, .threshold = 0.001});
  for (std::size_t i = 0; i < listed; ++i) {
    std::memcpy(entry.entry.bytes.data(), &i, sizeof i);
    if (world.asked.has_vehicles) entry.vehicle = world.entries[i];
    check(index.put(world.vehicles[i].text(), entry).has_value());
  }
  return index;
}

void take_ours(const std::vector<match::Match>& matches, std::size_t vehicle, Outcome& outcome) {
  for (const match::Match& match : matches) {
    std::size_t listed = 0;
    std::memcpy(&listed, match.entry.entry.bytes.data(), sizeof listed);
    const bool is_right = listed == vehicle;
    const bool is_exact = match.kind == match::MatchKind::kExact;
    if (is_exact || match.probability >= kThreshold) note(outcome.ours, is_right);
    for (std::size_t i = 0; i < kThresholds.size(); ++i) {
      if (is_exact || match.probability >= kThresholds[i]) note(outcome.by_threshold[i], is_right);
    }
    if (is_exact) continue;
    const auto tenth = std::min<std::size_t>(9, static_cast<std::size_t>(match.probability * 10));
    Bin& bin = outcome.bins[tenth];
    bin.predicted += match.probability;
    ++bin.matches;
    bin.right += is_right ? 1 : 0;
  }
}

// A vehicle drives by: who it is, and what the camera said.
struct Passage {
  std::size_t vehicle = 0;
  PackedPlate truth;
  PackedPlate read;
};

Passage pass(const World& world, Random& random, match::Sighting& sighting) {
  Passage passage;
  passage.vehicle = random.next() % world.vehicles.size();
  passage.truth = world.vehicles[passage.vehicle];
  const std::size_t camera = random.next() % world.cameras.size();
  passage.read = world.cameras[camera].read(passage.truth, random);
  sighting.plate.text = passage.read.text();
  if (!world.learned.empty()) sighting.camera = &world.learned[camera];
  if (world.asked.has_vehicles) {
    sighting.vehicle = world.eyes[camera].see(world.facts[passage.vehicle], random);
  }
  return passage;
}

Outcome drive(const World& world, std::size_t listed) {
  const match::EntryIndex index = index_of(world, listed);
  const auto plates = std::span(world.vehicles).first(listed);
  const PlainRule six_classes(plates, kSixClasses);
  const PlainRule all_reported(plates, kAllReported);
  SeededRandom random(world.asked.seed * 31 + listed);
  Outcome outcome;
  match::Sighting sighting;
  sighting.plate.country = "BE";
  sighting.captured_at = kNow;
  for (std::size_t i = 0; i < world.asked.reads; ++i) {
    const Passage passage = pass(world, random, sighting);
    if (passage.read.length() == 0) continue;
    outcome.ours.of_listed += passage.vehicle < listed ? 1 : 0;
    const PackedPlate truth = passage.truth;
    if (six_classes.lists(passage.read)) note(outcome.exact, passage.read == truth);
    six_classes.find(passage.read,
                     [&](PackedPlate found) { note(outcome.six_classes, found == truth); });
    all_reported.find(passage.read,
                      [&](PackedPlate found) { note(outcome.all_reported, found == truth); });
    take_ours(index.find(sighting), passage.vehicle, outcome);
  }
  for (Score* score : {&outcome.exact, &outcome.six_classes, &outcome.all_reported}) {
    score->of_listed = outcome.ours.of_listed;
  }
  return outcome;
}

double percent(std::size_t part, std::size_t whole) {
  return 100 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

double per_million(const Score& score, std::size_t reads) {
  return static_cast<double>(score.false_hits) * 1e6 / static_cast<double>(reads);
}

void print_scores(const World& world, std::size_t listed, const Outcome& outcome) {
  const std::size_t reads = world.asked.reads;
  fmt::print("| {} | {:.2f} |", listed, world.knowledge->coverage);
  for (const Score* score :
       {&outcome.exact, &outcome.six_classes, &outcome.all_reported, &outcome.ours}) {
    fmt::print(" {:.2f} %, {:.1f} |", percent(score->found, score->of_listed),
               per_million(*score, reads));
  }
  const double ours = std::max(per_million(outcome.ours, reads), 0.01);
  fmt::print(" {:.0f}, {:.0f} | {} |\n", per_million(outcome.six_classes, reads) / ours,
             per_million(outcome.all_reported, reads) / ours, outcome.ours.of_listed);
}

// The interval of Wilson at 95 %.
std::pair<double, double> interval(const Bin& bin) {
  const double n = static_cast<double>(bin.matches);
  const double p = static_cast<double>(bin.right) / n;
  constexpr double kZ = 1.96;
  const double middle = (p + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
  const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n)) / (1 + kZ * kZ / n);
  return {middle - half, middle + half};
}

void print_calibration(std::size_t listed, std::size_t reads, const Outcome& outcome) {
  fmt::print("\nInexact matches by predicted probability, list of {}, coverage 0.99:\n", listed);
  fmt::print(
      "| predicted | actual | 95 % interval | matches | points apart |\n"
      "|---|---|---|---|---|\n");
  for (const Bin& bin : outcome.bins) {
    if (bin.matches == 0) continue;
    const double predicted = bin.predicted / static_cast<double>(bin.matches);
    const double actual = static_cast<double>(bin.right) / static_cast<double>(bin.matches);
    const auto [low, high] = interval(bin);
    fmt::print("| {:.3f} | {:.3f} | {:.3f} to {:.3f} | {} | {:+.1f} |\n", predicted, actual, low,
               high, bin.matches, 100 * (predicted - actual));
  }
  fmt::print("\n| threshold | recall, false a million |\n|---|---|\n");
  for (std::size_t i = 0; i < kThresholds.size(); ++i) {
    const Score& score = outcome.by_threshold[i];
    fmt::print("| {:.1f} | {:.2f} %, {:.1f} |\n", kThresholds[i],
               percent(score.found, outcome.ours.of_listed), per_million(score, reads));
  }
  fmt::print("\n");
}

void set_coverage(World& world, double coverage) {
  world.knowledge->known = match::KnownPlates(world.asked.seed);
  world.knowledge->coverage = coverage;
  world.knowledge->known.reserve(world.vehicles.size());
  SeededRandom random(world.asked.seed * 17);
  for (const PackedPlate plate : world.vehicles) {
    if (share(random) < coverage) world.knowledge->known.add(plate, "BE");
  }
}

Asked asked_by(int count, char** words) {
  Asked asked;
  const auto number = [&](int& i) { return std::strtoull(words[++i], nullptr, 10); };
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    const bool has_value = i + 1 < count;
    if (word == "--tiny") asked = {1, 20'000, 100'000};
    if (word == "--with-vehicles") asked.has_vehicles = true;
    if (word == "--cameras" && has_value) asked.cameras = words[++i];
    if (word == "--verified" && has_value) asked.verified = number(i);
    if (word == "--vehicles" && has_value) asked.vehicles = number(i);
    if (word == "--seed" && has_value) asked.seed = number(i);
    if (word == "--reads" && has_value) asked.reads = number(i);
  }
  return asked;
}

// As `bas misreads learn` does from reads whose plates a person confirmed.
plates::MisreadModel learned_of(const Channel& channel, const World& world, Random& random) {
  const plates::MisreadModel& standard = world.knowledge->misreads;
  match::MisreadCounts counts;
  for (std::size_t i = 0; i < world.asked.verified; ++i) {
    const PackedPlate truth = world.vehicles[random.next() % world.vehicles.size()];
    counts.add(standard, match::VerifiedRead{truth, channel.read(truth, random)});
  }
  return plates::MisreadModel(match::learn(counts, standard));
}

void make_cameras(World& world, const CountryPlates& plates) {
  SeededRandom random(world.asked.seed * 7919);
  const plates::MisreadModel& standard = world.knowledge->misreads;
  const bool is_foretold = world.asked.cameras == "foretold";
  for (int i = 0; i < kCameras; ++i) {
    world.cameras.push_back(is_foretold ? Channel::as_foretold(standard, plates, random)
                                        : Channel(standard, plates, random));
    if (world.asked.cameras == "learned") {
      world.learned.push_back(learned_of(world.cameras.back(), world, random));
    }
  }
}

void make_vehicles_seen(World& world) {
  if (!world.asked.has_vehicles) return;
  SeededRandom random(world.asked.seed * 6007);
  const match::VehicleEvidence& evidence = world.knowledge->vehicles;
  const Fleet fleet(evidence);
  for (std::size_t i = 0; i < world.vehicles.size(); ++i) {
    world.facts.push_back(fleet.draw(random));
    world.entries.push_back(fleet.described(world.facts.back(), evidence.moved("BE"), random));
  }
  for (int i = 0; i < kCameras; ++i) world.eyes.emplace_back(evidence, random);
}

}  // namespace

int main(int count, char** words) {
  const Asked asked = asked_by(count, words);
  auto knowledge = std::make_shared<match::Knowledge>(match::Knowledge::standard_copy(asked.seed));
  const CountryPlates plates(knowledge->grammars, "BE");
  World world;
  world.knowledge = knowledge;
  world.asked = asked;
  world.vehicles = vehicles_of(plates, asked);
  make_cameras(world, plates);
  make_vehicles_seen(world);
  fmt::print("seed {}, {} vehicles, {} reads a row, {:.0f} % misread, cameras {}{}\n\n", asked.seed,
             asked.vehicles, asked.reads, 100 * kMisreadShare, asked.cameras,
             asked.has_vehicles ? ", vehicles told" : "");
  fmt::print(
      "| list | coverage | exact: recall, false a million | six classes | all reported pairs | "
      "ours "
      "| times fewer false, than each | reads of listed |\n|---|---|---|---|---|---|---|---|\n");
  std::vector<std::pair<std::size_t, double>> rows = {
      {10'000, 0.99}, {100'000, 0.99}, {1'000'000, 0.99}};
  for (const double coverage : {1.0, 0.95, 0.8, 0.0}) rows.emplace_back(100'000, coverage);
  std::vector<Outcome> outcomes;
  for (const auto& [listed, coverage] : rows) {
    if (world.knowledge->coverage != coverage) set_coverage(world, coverage);
    const std::size_t fitting = std::min(listed, asked.vehicles / 8);
    outcomes.push_back(drive(world, fitting));
    print_scores(world, fitting, outcomes.back());
    std::fflush(stdout);
  }
  print_calibration(1'000'000, asked.reads, outcomes[2]);
  print_calibration(100'000, asked.reads, outcomes[1]);
  return 0;
}
