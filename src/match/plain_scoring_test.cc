// Probabilities against their plain definition, over random worlds: every entry is weighed beside
// every plate near the read, one by one, and none is left out beforehand.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "match/entries_test.h"
#include "match/entry_index.h"

namespace bas::match {
namespace {

using plates::Form;
using plates::Glyph;
using plates::MisreadModel;
using plates::PackedPlate;
using Weights = std::map<PackedPlate, double>;

struct ScoredWorld {
  std::shared_ptr<Knowledge> knowledge = std::make_shared<Knowledge>(Knowledge::standard_copy(5));
  std::optional<MisreadModel> camera;
  std::map<Id, MatchRule> rules;
  std::vector<std::pair<std::string, IndexedEntry>> entries;

  const MisreadModel& model() const { return camera ? *camera : knowledge->misreads; }
};

// What of a read other plates explain, as Rivals says it.
class PlainRivals {
 public:
  PlainRivals(const ScoredWorld& world, const Sighting& read)
      : world_(world),
        model_(world.model()),
        evidence_{PackedPlate::of(read.plate.text).value(), read.doubt},
        plate_(evidence_.plate),
        length_(plate_.length()),
        country_(read.plate.country),
        itself_(model_.likelihood(plate_, evidence_)) {
    const Knowledge& knowledge = *world.knowledge;
    if (knowledge.known.size_of(country_) > 0) coverage_ = knowledge.coverage;
    const std::string_view judged = knowledge.grammars.knows(country_) ? country_ : "EU";
    for (const Form& form : knowledge.grammars.forms()) {
      if (form.country == judged) weigh(form);
    }
    if (length_ == 1) return;
    for (int place = 0; place < length_; ++place) {
      if (!repeats(plate_, place)) take_if_known(plate_.without(place), added(place));
    }
  }

  double likelihood(PackedPlate listed) const { return model_.likelihood(listed, evidence_); }
  bool is_known() const { return world_.knowledge->known.contains(plate_, country_); }
  double own(bool counts_as_known) const { return counts_as_known ? itself_ : own_if_unknown_; }
  // `listed`: with their own weights.
  double whole(const Weights& listed, bool counts_as_known) const {
    Weights all = listed;
    all.insert(known_.begin(), known_.end());  // keeps what is there
    double sum = own(counts_as_known) + unknown_;
    for (const auto& [plate, weight] : all) sum += weight;
    return sum;
  }

 private:
  static bool repeats(PackedPlate plate, int place) {
    return place > 0 && plate.at(place) == plate.at(place - 1);
  }
  static bool fits(const Form& form, PackedPlate plate) {
    if (plate.length() != form.length) return false;
    for (int place = 0; place < form.length; ++place) {
      if (!allows(form, place, plate.at(place))) return false;
    }
    return true;
  }
  static bool allows(const Form& form, int place, Glyph glyph) {
    return plates::holds(form.allowed[static_cast<std::size_t>(place)], glyph);
  }
  double odds(int place) const {
    const double doubt = evidence_.doubt[static_cast<std::size_t>(place)];
    const double wrong = (1 - model_.kept(plate_.at(place))) * doubt;
    return doubt / (1 - std::min(0.9, wrong));
  }
  double added(int place) const { return itself_ * model_.added(plate_.at(place)) * odds(place); }
  double another(const Form& form, int place) const {
    double sum = 0;
    for (Glyph truth = 1; truth < plates::kGlyphCodes; ++truth) {
      const bool is_other = truth != plate_.at(place) && allows(form, place, truth);
      if (is_other) sum += model_.replaced(truth, plate_.at(place));
    }
    return sum * odds(place);
  }
  void take_if_known(PackedPlate plate, double weight) {
    if (world_.knowledge->known.contains(plate, country_)) known_.try_emplace(plate, weight);
  }

  void weigh(const Form& form) {
    const double density = form.vehicles / form.strings;
    if (fits(form, plate_)) {
      own_if_unknown_ +=
          itself_ * density * (1 - coverage_) / (1 - std::min(0.999, coverage_ * density));
    }
    for (int place = 0; place < length_; ++place) {
      const bool is_left = length_ > 1 && !repeats(plate_, place);
      if (is_left && fits(form, plate_.without(place))) {
        unknown_ += (1 - coverage_) * density * added(place);
      }
    }
    if (form.length == length_) weigh_replaced(form, density);
    if (form.length == length_ + 1) weigh_lost(form, density);
  }

  void weigh_replaced(const Form& form, double density) {
    for (int place = 0; place < length_; ++place) {
      for (Glyph truth = 1; truth < plates::kGlyphCodes; ++truth) {
        const PackedPlate plate = plate_.with(place, truth);
        if (truth == plate_.at(place) || !fits(form, plate)) continue;
        const double share = model_.replaced(truth, plate_.at(place));
        const bool is_rare = share < 1e-4;
        unknown_ += (is_rare ? 1 : 1 - coverage_) * density * itself_ * odds(place) * share;
        if (!is_rare) take_if_known(plate, itself_ * odds(place) * share);
      }
      for (int other = place + 1; other < length_; ++other) {
        const Glyph any = first_of(form, place);
        const bool mends = fits(form, plate_.with(place, any).with(other, first_of(form, other)));
        if (!mends) continue;
        unknown_ += 1.5 * itself_ * density * another(form, place) * another(form, other);
      }
    }
  }
  static Glyph first_of(const Form& form, int place) {
    return static_cast<Glyph>(__builtin_ctzll(form.allowed[static_cast<std::size_t>(place)]));
  }

  void weigh_lost(const Form& form, double density) {
    for (int place = 0; place <= length_; ++place) {
      for (Glyph truth = 1; truth < plates::kGlyphCodes; ++truth) {
        const PackedPlate plate = plate_.with_inserted(place, truth);
        if (!fits(form, plate) || repeats(plate, place)) continue;
        unknown_ += (1 - coverage_) * density * itself_ * model_.lost(truth);
        take_if_known(plate, itself_ * model_.lost(truth));
      }
    }
  }

  const ScoredWorld& world_;
  const MisreadModel& model_;
  plates::ReadEvidence evidence_;
  PackedPlate plate_;
  int length_;
  std::string_view country_;
  double itself_;
  double coverage_ = 0;
  double own_if_unknown_ = 0;
  double unknown_ = 0;
  Weights known_;
};

bool is_misread_of(const Knowledge& knowledge, PackedPlate listed, PackedPlate read) {
  const auto variants = [&](PackedPlate plate) {
    const PackedPlate folded = knowledge.folding.fold(plate);
    std::vector<PackedPlate> all{folded};
    for (int place = 0; place < folded.length() && folded.length() > 1; ++place) {
      all.push_back(folded.without(place));
    }
    return all;
  };
  const auto of_read = variants(read);
  return std::ranges::any_of(variants(listed), [&](PackedPlate one) {
    return std::ranges::find(of_read, one) != of_read.end();
  });
}

struct PlainEntry {
  const IndexedEntry* entry = nullptr;
  PackedPlate plate;
  MatchRule rule;
  double ratio = 1;
  double probability = 0;
};

// Each plate beside the others, by what the camera said of the vehicles.
void weigh_vehicles(std::vector<PlainEntry>& entries) {
  std::map<PackedPlate, double> added;
  for (const PlainEntry& one : entries) {
    added.try_emplace(one.plate, one.probability * (one.ratio - 1));
  }
  for (PlainEntry& one : entries) {
    double others = 1 - one.probability;
    for (const auto& [plate, more] : added) others += plate == one.plate ? 0 : more;
    const double own = one.probability * one.ratio;
    one.probability = own / std::max(own + others, std::max(own, 1e-300));
  }
}

// By entry: how probable each is, whatever its list's threshold.
std::vector<PlainEntry> plain_scores(const ScoredWorld& world, const Sighting& read) {
  const PackedPlate plate = PackedPlate::of(read.plate.text).value();
  std::vector<PlainEntry> exact;
  std::vector<PlainEntry> others;
  for (const auto& [text, entry] : world.entries) {
    const bool is_one_country =
        entry.country.empty() || read.plate.country.empty() || entry.country == read.plate.country;
    const PlainEntry one{&entry, PackedPlate::of(text).value(), world.rules.at(entry.list),
                         world.knowledge->vehicles.ratio(
                             entry.vehicle, read.vehicle,
                             entry.country.empty() ? read.plate.country : entry.country)};
    if (is_one_country && one.plate == plate) exact.push_back(one);
    const bool is_other = one.plate != plate && one.rule.inexact != InexactUse::kNothing;
    if (is_one_country && is_other && is_misread_of(*world.knowledge, one.plate, plate)) {
      others.push_back(one);
    }
  }
  const PlainRivals rivals(world, read);
  const bool is_known = rivals.is_known() || !exact.empty();
  for (PlainEntry& one : exact) {
    const double likelihood = rivals.likelihood(plate);
    one.probability = weighed(std::min(1.0, likelihood / rivals.whole({}, true)), one.ratio);
  }
  Weights listed;
  for (const PlainEntry& one : others) listed[one.plate] = rivals.likelihood(one.plate);
  // What cannot reach its threshold even beside the read alone has no part in the vehicles' whole.
  std::erase_if(others, [&](const PlainEntry& one) {
    const bool counts_as_known = is_known && one.rule.uses_veto;
    const double beside = counts_as_known ? rivals.own(true) : 0;
    const double most =
        listed[one.plate] > 0 ? listed[one.plate] / (listed[one.plate] + beside) : 0;
    return weighed(most, one.ratio) < one.rule.threshold;
  });
  bool has_vehicles = false;
  for (PlainEntry& one : others) {
    const double whole = rivals.whole(listed, is_known && one.rule.uses_veto);
    one.probability = listed[one.plate] > 0 ? listed[one.plate] / whole : 0;
    has_vehicles = has_vehicles || one.ratio != 1;
  }
  if (has_vehicles) weigh_vehicles(others);
  exact.insert(exact.end(), others.begin(), others.end());
  return exact;
}

constexpr std::array kPlates = {"1ABC123", "1ABC128", "HHAB123", "MB12", "AB123CD", "GH12JK"};

// One of a few plates with up to `errors` of its glyphs changed, lost or added.
std::string plate_with_errors(int errors) {
  std::string plate = *rc::gen::elementOf(std::vector<std::string>(kPlates.begin(), kPlates.end()));
  for (int i = *rc::gen::inRange(0, errors + 1); i > 0; --i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, plate.size());
    const std::string glyph(1, *rc::gen::elementOf(std::string("1I8BAO0DC4W")));
    const int how = *rc::gen::inRange(0, 4);
    plate.replace(at, how == 0 ? 0 : 1, how == 1 && plate.size() > 1 ? "" : glyph);
  }
  return plate;
}

std::string some_country() { return *rc::gen::element<std::string>("BE", "BE", "DE", "", "XX"); }

VehicleFacts some_vehicle() {
  VehicleFacts facts;
  if (*rc::gen::inRange(0, 2) == 0) return facts;
  facts.make = static_cast<std::uint8_t>(*rc::gen::inRange(0, 4));
  facts.colour = static_cast<std::uint8_t>(*rc::gen::inRange(0, 4) & 0xF);
  return facts;
}

ScoredWorld some_world() {
  ScoredWorld world;
  for (int i = *rc::gen::element(0, 0, 1, 8); i > 0; --i) {
    world.knowledge->known.add(PackedPlate::of(plate_with_errors(2)).value(), some_country());
  }
  world.knowledge->coverage = *rc::gen::element(0.0, 0.5, 0.99, 1.0);
  if (*rc::gen::inRange(0, 2) == 0) {
    world.camera = MisreadModel::parse(
                       "replaced 0.1\nlost 0.02\nadded 0.05\nother 0.001\n"
                       "pair 8 B 1\npair O 0 0.5\nreads A 4 0.2\n")
                       .value();
  }
  for (int list = 0; list < 3; ++list) {
    world.rules[id_of(1000 + list)] = {
        *rc::gen::element(InexactUse::kNothing, InexactUse::kReview, InexactUse::kReview),
        *rc::gen::element(0.0, 1e-6, 0.01, 0.1, 0.3, 0.5, 0.9), *rc::gen::inRange(0, 3) != 0};
  }
  const int entries = *rc::gen::inRange(1, 25);
  for (int i = 0; i < entries; ++i) {
    IndexedEntry entry = entry_of(i, some_country());
    entry.list = id_of(1000 + *rc::gen::inRange(0, 3));
    entry.vehicle = some_vehicle();
    world.entries.emplace_back(plate_with_errors(2), entry);
  }
  return world;
}

Sighting read_of_world(const ScoredWorld& world) {
  Sighting read = seen(plate_with_errors(1), some_country());
  read.vehicle.facts = some_vehicle();
  if (world.camera) read.camera = &*world.camera;
  if (*rc::gen::inRange(0, 2) == 0) return read;
  for (float& doubt : read.doubt) doubt = *rc::gen::element(0.0F, 0.1F, 1.0F, 3.0F, 50.0F);
  return read;
}

void expect_the_same(const ScoredWorld& world, const EntryIndex& index, const Sighting& read) {
  std::map<Id, Match> found;
  for (Match& match : index.find(read)) found.emplace(match.entry.entry, std::move(match));
  std::size_t expected = 0;
  for (const PlainEntry& one : plain_scores(world, read)) {
    const bool is_exact = one.plate == PackedPlate::of(read.plate.text).value();
    const auto match = found.find(one.entry->entry);
    const double beyond = one.probability - one.rule.threshold;
    if (match == found.end()) {
      RC_ASSERT(!is_exact);
      RC_ASSERT(beyond < 1e-9);
      continue;
    }
    ++expected;
    RC_ASSERT(is_exact || beyond > -1e-9);
    RC_ASSERT(std::abs(match->second.probability - one.probability) <=
              1e-9 * std::max(1e-3, one.probability));
  }
  RC_ASSERT(expected == found.size());
}

// Asked in a batch, beside others and without a vehicle or a camera.
void expect_the_same_in_batches(const EntryIndex& index, std::vector<Sighting> reads) {
  std::vector<AskedRead> asked;
  for (Sighting& read : reads) {
    read = seen(read.plate.text, read.plate.country);
    asked.push_back({PackedPlate::of(read.plate.text).value(),
                     index.country_number(read.plate.country), read.plate.country});
  }
  std::vector<ScoredPlate> scored;
  index.find_scored(asked, reads[0].captured_at, scored);
  auto next = scored.begin();
  for (std::size_t i = 0; i < reads.size(); ++i) {
    for (const Match& match : index.find(reads[i])) {
      RC_ASSERT(next != scored.end());
      RC_ASSERT(next->asked == i);
      RC_ASSERT(next->entry == match.entry.entry);
      RC_ASSERT(next->kind == match.kind);
      RC_ASSERT(next->probability == match.probability);
      RC_ASSERT(next->priority == match.entry.priority);
      RC_ASSERT(index.lists()[next->list] == match.entry.list);
      ++next;
    }
  }
  RC_ASSERT(next == scored.end());
}

TEST(plain_scoring, gives_what_the_index_gives) {
  EXPECT_TRUE(rc::check("what is left out could not have counted", [] {
    const ScoredWorld world = some_world();
    EntryIndex index(*rc::gen::arbitrary<std::uint64_t>(), world.knowledge);
    for (const auto& [list, rule] : world.rules) index.set_rule(list, rule);
    for (const auto& [plate, entry] : world.entries) RC_ASSERT(index.put(plate, entry).has_value());
    std::vector<Sighting> reads;
    for (int i = 0; i < 20; ++i) reads.push_back(read_of_world(world));
    for (const Sighting& read : reads) expect_the_same(world, index, read);
    expect_the_same_in_batches(index, reads);
  }));
}

}  // namespace
}  // namespace bas::match
