#include "match/rivals.h"

#include <algorithm>
#include <array>

namespace bas::match {

using plates::Form;
using plates::Glyph;
using plates::GlyphSet;
using plates::PackedPlate;

namespace {

// Confusions rarer than this are not looked up one by one: all of them together count as often as
// plates stand on the road.
constexpr double kRareConfusion = 1e-4;

// How much likelier two errors in one read are than by chance: a plate that is hard to read is so
// in every place. With 4 % misread it makes 3 % of them double errors, a working value of public
// reports.
constexpr double kErrorsTogether = 1.5;

// A glyph that no camera is known to confuse makes a plate impossible, and leaves nothing to share.
double share_of_whole(double part, double whole) {
  return part > 0 ? std::min(1.0, part / whole) : 0;
}

double density_of(const Form& form) { return form.vehicles / form.strings; }

template <typename Visit>
void for_each_glyph(GlyphSet set, Visit visit) {
  for (; set != 0; set &= set - 1) visit(static_cast<Glyph>(__builtin_ctzll(set)));
}

// The places where the plate does not obey the form.
Rivals::Misfit misfit(const Form& form, PackedPlate plate) {
  Rivals::Misfit found;
  for (int place = 0; place < form.length; ++place) {
    if (plates::holds(form.allowed[static_cast<std::size_t>(place)], plate.at(place))) continue;
    ++found.count;
    found.before = found.at;
    found.at = place;
  }
  return found;
}

// A plate whose glyph at `place` stands twice is the same without either: the first one counts.
bool repeats_before(PackedPlate plate, int place) {
  return place > 0 && plate.at(place - 1) == plate.at(place);
}

}  // namespace

Rivals::Rivals(const Knowledge& knowledge, const Read& read)
    : knowledge_(knowledge),
      model_(read.camera != nullptr ? *read.camera : knowledge.misreads),
      read_(read),
      length_(read.evidence.plate.length()),
      coverage_(knowledge.known.size_of(read.country) == 0 ? 0 : knowledge.coverage) {
  as_itself_ = likelihood(read_.evidence.plate);
  is_known_ = knowledge_.known.contains(read_.evidence.plate, read_.country);
  if (is_known_) own_ = as_itself_;
}

double Rivals::likelihood(PackedPlate listed) const {
  return model_.likelihood(listed, read_.evidence);
}

double Rivals::probability_at_most(double likelihood, bool uses_veto) const {
  return share_of_whole(likelihood, likelihood + (uses_veto ? own_ : 0));
}

double Rivals::probability_of_another_at_most() const {
  return probability_at_most(model_.likelihood_of_another_at_most(read_.evidence), true);
}

void Rivals::add_listed(PackedPlate listed, double likelihood) {
  if (listed == read_.evidence.plate) {
    is_known_ = true;
    own_ = as_itself_;
  } else {
    take_known(listed, likelihood);
  }
}

double Rivals::probability(double likelihood, bool uses_veto) {
  return share_of_whole(likelihood, std::max(whole(uses_veto), likelihood));
}

double Rivals::whole(bool uses_veto) {
  if (!is_weighed_) weigh_rest();
  is_weighed_ = true;
  double whole = (uses_veto && is_known_ ? own_ : own_if_unknown_) + unknown_;
  for (const Weighed& one : near_) whole += one.likelihood;
  return whole;
}

void Rivals::weigh_rest() {
  weigh_own();
  weigh_replaced();
  weigh_lost();
  weigh_added();
}

// A read that no known plate has may be a plate that nobody knows: as probable as such plates are
// among the texts that are not taken.
void Rivals::weigh_own() {
  const double unseen = 1 - coverage_;
  for (const Form* form : knowledge_.grammars.forms_of(read_.evidence.plate, read_.country)) {
    obeys_ = true;
    const double density = density_of(*form);
    const double taken = std::min(0.999, coverage_ * density);
    own_if_unknown_ += as_itself_ * density * unseen / (1 - taken);
  }
}

void Rivals::weigh_replaced() {
  for (const Form* form : knowledge_.grammars.of_length(read_.country, length_)) {
    const Misfit wrong = misfit(*form, read_.evidence.plate);
    if (wrong.count > 2) continue;
    unknown_ += kErrorsTogether * as_itself_ * density_of(*form) * odds_of_two_others(*form, wrong);
    if (wrong.count == 2) continue;
    for (int place = 0; place < length_; ++place) {
      if (wrong.count == 1 && place != wrong.at) continue;
      replaced_glyph({place, form->allowed[static_cast<std::size_t>(place)], density_of(*form)});
    }
  }
}

void Rivals::replaced_glyph(const Change& change) {
  const PackedPlate read = read_.evidence.plate;
  const Glyph seen = read.at(change.place);
  const double rest = as_itself_ * odds_at(change.place);
  double rare = 0;
  const auto& shares = model_.taken_for(seen);
  for_each_glyph(change.glyphs & ~plates::set_of(seen), [&](Glyph truth) {
    const double share = shares[truth];
    if (share < kRareConfusion) {
      rare += share;
      return;
    }
    const PackedPlate plate = read.with(change.place, truth);
    unknown_ += (1 - coverage_) * change.density * rest * share;
    if (knowledge_.known.contains(plate, read_.country)) take_known(plate, rest * share);
  });
  unknown_ += change.density * rest * rare;
}

// The plate has a glyph more than the read.
void Rivals::weigh_lost() {
  if (length_ == PackedPlate::kGlyphsMax) return;
  const PackedPlate read = read_.evidence.plate;
  for (const Form* form : knowledge_.grammars.of_length(read_.country, length_ + 1)) {
    for (int place = 0; place <= length_; ++place) {
      // The glyph of the gap is left out of the comparison by taking one that is allowed.
      const GlyphSet allowed = form->allowed[static_cast<std::size_t>(place)];
      const auto any = static_cast<Glyph>(__builtin_ctzll(allowed));
      if (misfit(*form, read.with_inserted(place, any)).count > 0) continue;
      for_each_glyph(allowed, [&](Glyph truth) {
        const PackedPlate plate = read.with_inserted(place, truth);
        if (repeats_before(plate, place)) return;
        const double share = as_itself_ * model_.lost(truth);
        unknown_ += (1 - coverage_) * density_of(*form) * share;
        if (knowledge_.known.contains(plate, read_.country)) take_known(plate, share);
      });
    }
  }
}

// The read has a glyph more than the plate.
void Rivals::weigh_added() {
  const PackedPlate read = read_.evidence.plate;
  for (int place = 0; place < length_ && length_ > 1; ++place) {
    if (repeats_before(read, place)) continue;
    const PackedPlate plate = read.without(place);
    const Glyph seen = read.at(place);
    const double share = as_itself_ * model_.added(seen) * odds_at(place);
    for (const Form* form : knowledge_.grammars.forms_of(plate, read_.country)) {
      unknown_ += (1 - coverage_) * density_of(*form) * share;
    }
    if (knowledge_.known.contains(plate, read_.country)) take_known(plate, share);
  }
}

void Rivals::take_known(PackedPlate plate, double likelihood) {
  const auto found = std::find_if(near_.begin(), near_.end(),
                                  [&](const Weighed& one) { return one.plate == plate; });
  if (found == near_.end()) near_.push_back({plate, likelihood});
}

// How much likelier than from itself the read comes from a text of the form with two other glyphs:
// over every pair of places that mends it.
double Rivals::odds_of_two_others(const Form& form, const Misfit& wrong) {
  const double last = wrong.count > 0 ? odds_of_another(form, wrong.at) : 0;
  if (wrong.count == 2) return last * odds_of_another(form, wrong.before);
  double sum = 0;
  double squares = 0;
  for (int place = 0; place < length_; ++place) {
    const double odds = odds_of_another(form, place);
    sum += odds;
    squares += odds * odds;
  }
  return wrong.count == 1 ? last * (sum - last) : (sum * sum - squares) / 2;
}

// How much likelier than from the same glyph the one that was read comes from another that the form
// has there. Forms of a country are alike in most places.
double Rivals::odds_of_another(const Form& form, int place) {
  const auto at = static_cast<std::size_t>(place);
  Odds& known = odds_[at];
  if (known.glyphs == form.allowed[at]) return known.odds;
  const Glyph seen = read_.evidence.plate.at(place);
  double share = 0;
  const auto& shares = model_.taken_for(seen);
  for_each_glyph(form.allowed[at] & ~plates::set_of(seen),
                 [&](Glyph truth) { share += shares[truth]; });
  known = {form.allowed[at], share * odds_at(place)};
  return known.odds;
}

// How much an error of chance 1 in that place would weigh against the glyph read as itself.
double Rivals::odds_at(int place) const {
  const plates::ReadEvidence& read = read_.evidence;
  const Glyph seen = read.plate.at(place);
  return read.doubt[static_cast<std::size_t>(place)] / model_.passed(seen, read, place);
}

}  // namespace bas::match
