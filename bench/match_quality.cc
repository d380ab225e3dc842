// How well listed vehicles are found behind misread plates, and how few others are alarmed on.
//
//   match_quality [--tiny] [--learned] [--known-channel] [--vehicles N] [--seed S] [--reads N]
//
// A country's vehicles drive past 24 cameras that the misread model was not made from. Of each
// camera every entry of the standard tables is multiplied by exp(0.7 x normal), every glyph gets
// two confusions of its own that the tables do not know of, one plate in 20 is dirty and misread
// four times as often, and all is scaled so that 4 % of its reads are wrong. Seeds 1 to 9 are for
// improving the method, 101 and up for reporting: nothing was ever changed in view of the latter.
// With --learned matching has the tables of these very cameras, as if each had been learned to
// perfection: what more is to be had. With --known-channel every camera misreads exactly as the
// standard tables say, scaled to the same 4 %: what published simulations assume.
#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/check.h"
#include "match/entry_index.h"
#include "plate_world.h"
#include "plates/standard_data.h"

namespace {

using namespace bas;         // a benchmark program, nothing includes it
using namespace bas::bench;  // likewise

constexpr double kMisreadShare = 0.04;
constexpr int kCameras = 24;
constexpr double kDirtyShare = 0.05;
constexpr double kDirtyTimes = 4;
constexpr double kThreshold = 0.5;
constexpr std::size_t kVehicles = 8'000'000;
const UtcTime kNow{std::chrono::seconds{1'795'428'000}};

struct Asked {
  std::uint64_t seed = 101;
  std::size_t reads = 4'000'000;
  std::size_t vehicles = kVehicles;
  bool is_learned = false;
  bool is_channel_known = false;
};

// One camera of this run.
class Channel {
 public:
  Channel(const plates::MisreadModel& standard, const CountryPlates& plates, Random& random) {
    tables_ = standard.tables();
    plates::MisreadModel::Tables& tables = tables_;
    float likeliest = 0;
    for (auto& row : tables.replaced) {
      for (float& one : row) {
        one *= static_cast<float>(std::exp(0.7 * normal(random)));
        likeliest = std::max(likeliest, one);
      }
    }
    for (std::size_t glyph = 1; glyph <= 36; ++glyph) {
      for (int i = 0; i < 2; ++i) {
        const std::size_t other = 1 + random.next() % 36;
        const auto weight = static_cast<float>(0.05 + 0.25 * share(random));
        if (other != glyph) tables.replaced[glyph][other] += weight * likeliest;
      }
      tables.lost[glyph] *= static_cast<float>(std::exp(0.7 * normal(random)));
      tables.added[glyph] *= static_cast<float>(std::exp(0.7 * normal(random)));
    }
    scale_to_share(tables, plates, random);
  }

  static Channel as_foretold(const plates::MisreadModel& standard, const CountryPlates& plates,
                             Random& random) {
    Channel channel;
    channel.tables_ = standard.tables();
    channel.dirty_times_ = 1;
    channel.scale_to_share(channel.tables_, plates, random);
    return channel;
  }

  plates::MisreadModel on_average() const {
    plates::MisreadModel::Tables tables = tables_;
    const auto scale = static_cast<float>(scale_ * (1 + kDirtyShare * (dirty_times_ - 1)));
    for (auto& row : tables.replaced) {
      for (float& one : row) one *= scale;
    }
    for (float& one : tables.lost) one *= scale;
    for (float& one : tables.added) one *= scale;
    return plates::MisreadModel(tables);
  }

  PackedPlate read(PackedPlate plate, Random& random) const {
    return (share(random) < kDirtyShare ? dirty_ : clean_)[0].read(plate, random);
  }

 private:
  // Errors are rare, so the share of wrong reads grows nearly in step with the tables.
  void scale_to_share(const plates::MisreadModel::Tables& tables, const CountryPlates& plates,
                      Random& random) {
    for (int round = 0; round < 4; ++round) {
      clean_ = {Camera(tables, scale_)};
      dirty_ = {Camera(tables, scale_ * dirty_times_)};
      constexpr int kTried = 100'000;
      int wrong = 0;
      for (int i = 0; i < kTried; ++i) {
        const PackedPlate plate = plates.draw(random);
        wrong += read(plate, random) != plate ? 1 : 0;
      }
      scale_ *= kMisreadShare * kTried / wrong;
    }
  }

  Channel() = default;

  plates::MisreadModel::Tables tables_;
  double scale_ = 1;
  double dirty_times_ = kDirtyTimes;
  std::vector<Camera> clean_, dirty_;
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

// The rule of the trade: one glyph may be replaced by another of its class.
class PlainRule {
 public:
  explicit PlainRule(std::span<const PackedPlate> listed) {
    for (const PackedPlate plate : listed) listed_.insert(plate.bits());
    for (const std::string_view glyphs : {"0ODQ", "1I", "2Z", "5S", "8B", "6G"}) {
      GlyphSet set = 0;
      for (std::size_t i = 0; i < glyphs.size(); ++i) {
        set |= plates::set_of(plates::first_glyph(glyphs.substr(i))->glyph);
      }
      for (GlyphSet left = set; left != 0; left &= left - 1) {
        const auto glyph = static_cast<std::size_t>(__builtin_ctzll(left));
        alike_[glyph] = set & ~plates::set_of(static_cast<Glyph>(glyph));
      }
    }
  }
  bool lists(PackedPlate plate) const { return listed_.contains(plate.bits()); }
  template <typename Visit>
  void find(PackedPlate read, Visit visit) const {
    if (lists(read)) visit(read);
    for (int place = 0; place < read.length(); ++place) {
      for (GlyphSet set = alike_[read.at(place)]; set != 0; set &= set - 1) {
        const PackedPlate plate = read.with(place, static_cast<Glyph>(__builtin_ctzll(set)));
        if (lists(plate)) visit(plate);
      }
    }
  }

 private:
  absl::flat_hash_set<std::uint64_t> listed_;
  std::array<GlyphSet, plates::kGlyphCodes> alike_{};
};

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
  Score exact, plain, ours;
  std::array<Score, kThresholds.size()> by_threshold;
  std::array<Bin, 10> bins;
};

struct World {
  std::shared_ptr<match::Knowledge> knowledge;
  std::vector<PackedPlate> vehicles;
  std::vector<Channel> cameras;
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

Outcome drive(const World& world, std::size_t listed) {
  const match::EntryIndex index = index_of(world, listed);
  const PlainRule plain(std::span(world.vehicles).first(listed));
  SeededRandom random(world.asked.seed * 31 + listed);
  Outcome outcome;
  match::Sighting sighting;
  sighting.plate.country = "BE";
  sighting.captured_at = kNow;
  for (std::size_t i = 0; i < world.asked.reads; ++i) {
    const std::size_t vehicle = random.next() % world.vehicles.size();
    const PackedPlate truth = world.vehicles[vehicle];
    const std::size_t camera = random.next() % world.cameras.size();
    const PackedPlate read = world.cameras[camera].read(truth, random);
    if (read.length() == 0) continue;
    for (Score* score : {&outcome.exact, &outcome.plain, &outcome.ours}) {
      score->of_listed += vehicle < listed ? 1 : 0;
    }
    if (plain.lists(read)) note(outcome.exact, read == truth);
    plain.find(read, [&](PackedPlate found) { note(outcome.plain, found == truth); });
    sighting.plate.text = read.text();
    if (!world.learned.empty()) sighting.camera = &world.learned[camera];
    take_ours(index.find(sighting), vehicle, outcome);
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
  const double ratio =
      per_million(outcome.plain, reads) / std::max(per_million(outcome.ours, reads), 0.01);
  fmt::print("| {} | {:.2f} |", listed, world.knowledge->coverage);
  for (const Score* score : {&outcome.exact, &outcome.plain, &outcome.ours}) {
    fmt::print(" {:.2f} %, {:.1f} |", percent(score->found, score->of_listed),
               per_million(*score, reads));
  }
  fmt::print(" {:.0f} | {} |\n", ratio, outcome.ours.of_listed);
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
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--tiny") asked = {1, 20'000, 100'000};
    if (word == "--learned") asked.is_learned = true;
    if (word == "--known-channel") asked.is_channel_known = true;
    if (word == "--vehicles" && i + 1 < count) {
      asked.vehicles = std::strtoull(words[++i], nullptr, 10);
    }
    if (word == "--seed" && i + 1 < count) asked.seed = std::strtoull(words[++i], nullptr, 10);
    if (word == "--reads" && i + 1 < count) asked.reads = std::strtoull(words[++i], nullptr, 10);
  }
  return asked;
}

}  // namespace

int main(int count, char** words) {
  const Asked asked = asked_by(count, words);
  auto knowledge = std::make_shared<match::Knowledge>(match::Knowledge::standard_copy(asked.seed));
  const CountryPlates plates(knowledge->grammars, "BE");
  World world{knowledge, vehicles_of(plates, asked), {}, {}, asked};
  SeededRandom random(asked.seed * 7919);
  for (int i = 0; i < kCameras; ++i) {
    world.cameras.push_back(asked.is_channel_known
                                ? Channel::as_foretold(knowledge->misreads, plates, random)
                                : Channel(knowledge->misreads, plates, random));
    if (asked.is_learned) world.learned.push_back(world.cameras.back().on_average());
  }
  fmt::print("seed {}, {} vehicles, {} reads a row, {:.0f} % misread\n\n", asked.seed,
             asked.vehicles, asked.reads, 100 * kMisreadShare);
  fmt::print(
      "| list | coverage | exact: recall, false a million | plain rule | ours | times fewer "
      "false | reads of listed |\n|---|---|---|---|---|---|---|\n");
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
