#include "match/rivals.h"

#include <algorithm>

#include "plates/near_forms.h"

namespace bas::match {

using plates::Form;
using plates::FormTable;
using plates::Glyph;
using plates::GlyphSet;
using plates::PackedPlate;

namespace {

// More than the sums of a probability are off by rounding.
constexpr double kRounding = 1e-9;

// A glyph that no camera is known to confuse makes a plate impossible, and leaves nothing to share.
double share_of_whole(double part, double whole) {
  return part > 0 ? std::min(1.0, part / whole) : 0;
}

template <typename Visit>
void for_each_glyph(GlyphSet set, Visit visit) {
  for (; set != 0; set &= set - 1) visit(static_cast<Glyph>(__builtin_ctzll(set)));
}

// All that any of the forms has in that place.
GlyphSet allowed_by(const FormTable& table, FormTable::Forms forms, int place) {
  GlyphSet glyphs = 0;
  plates::for_each_form(table, forms, [&](const Form& form, std::size_t) {
    glyphs |= form.allowed[static_cast<std::size_t>(place)];
  });
  return glyphs;
}

}  // namespace

Rivals::Rivals(const Knowledge& knowledge, const Read& read)
    : knowledge_(knowledge),
      country_(read.country),
      read_(read.camera != nullptr ? *read.camera : knowledge.misreads, read.evidence),
      forms_(knowledge.grammars.by_length(read.country)),
      has_known_(knowledge.known.size_of(read.country) != 0),
      coverage_(has_known_ ? knowledge.coverage : 0) {
  is_known_ = has_known_ && knowledge_.known.contains(read_.plate(), country_);
  if (is_known_) own_ = read_.as_itself();
}

double Rivals::probability_at_most(double likelihood, bool uses_veto) const {
  return share_of_whole(likelihood, likelihood + (uses_veto ? own_ : 0));
}

// The cheaper bounds come first.
bool Rivals::excludes_others(double probability, bool uses_veto) {
  const double most = read_.of_another_at_most() * (1 + kRounding);
  if (probability_at_most(most, uses_veto) < probability) return true;
  if (share_of_whole(most, most + own(uses_veto)) < probability) return true;
  return share_of_whole(most, most + own(uses_veto) + others()) < probability;
}

void Rivals::add_listed(PackedPlate listed, double likelihood) {
  if (listed == read_.plate()) {
    is_known_ = true;
    own_ = read_.as_itself();
    return;
  }
  const bool is_there = std::ranges::find(listed_, listed, &Weighed::plate) != listed_.end();
  if (!is_there) listed_.push_back({listed, likelihood});
}

double Rivals::probability(double likelihood, bool uses_veto) {
  return share_of_whole(likelihood, std::max(whole(uses_veto), likelihood));
}

double Rivals::whole(bool uses_veto) {
  find_known();
  double whole = own(uses_veto) + others();
  for (const Weighed& one : listed_) whole += one.likelihood;
  for (const Weighed& one : known_) {
    const bool is_listed = std::ranges::find(listed_, one.plate, &Weighed::plate) != listed_.end();
    if (!is_listed) whole += one.likelihood;
  }
  return whole;
}

bool Rivals::obeys_grammar() const {
  return forms_of(read_.plate().length()).obeyed_by(read_.plate()) != 0;
}

double Rivals::own(bool uses_veto) {
  if (uses_veto && is_known_) return own_;
  if (!own_if_unknown_) own_if_unknown_ = weight_of_own(read_, forms_, coverage_);
  return *own_if_unknown_;
}

double Rivals::others() {
  if (!others_) others_ = weight_of_others(read_, forms_, coverage_);
  return *others_;
}

// Every plate near the read that some form allows is looked up among those that are known.
void Rivals::find_known() {
  if (is_searched_) return;
  is_searched_ = true;
  if (!has_known_) return;
  find_known_replaced();
  find_known_with_one_more();
  find_known_with_one_less();
}

void Rivals::find_known_replaced() {
  const PackedPlate read = read_.plate();
  const FormTable& forms = forms_of(read.length());
  const plates::Misfits misfits = plates::misfits_of(forms, read);
  for (int place = 0; place < read.length(); ++place) {
    const auto mended = misfits.none | (misfits.one & misfits.at[static_cast<std::size_t>(place)]);
    const GlyphSet glyphs = allowed_by(forms, mended, place) & ~plates::set_of(read.at(place));
    const double rest = read_.as_itself() * read_.odds_at(place);
    for_each_glyph(glyphs, [&](Glyph truth) {
      const double share = read_.shares(place)[truth];
      if (share < plates::MisreadModel::kRareConfusion) return;
      take_if_known(read.with(place, truth), rest * share);
    });
  }
}

void Rivals::find_known_with_one_more() {
  const PackedPlate read = read_.plate();
  if (read.length() == PackedPlate::kGlyphsMax) return;
  const FormTable& forms = forms_of(read.length() + 1);
  const plates::FormsByPlace gaps = plates::forms_with_one_more(forms, read);
  for (int place = 0; place <= read.length(); ++place) {
    const GlyphSet glyphs = allowed_by(forms, gaps[static_cast<std::size_t>(place)], place);
    for_each_glyph(glyphs, [&](Glyph truth) {
      const PackedPlate plate = read.with_inserted(place, truth);
      if (plates::repeats_before(plate, place)) return;
      take_if_known(plate, read_.as_itself() * read_.model().lost(truth));
    });
  }
}

void Rivals::find_known_with_one_less() {
  const PackedPlate read = read_.plate();
  for (int place = 0; place < read.length() && read.length() > 1; ++place) {
    if (plates::repeats_before(read, place)) continue;
    take_if_known(read.without(place), read_.as_itself() * read_.odds_of_added(place));
  }
}

void Rivals::take_if_known(PackedPlate plate, double likelihood) {
  if (knowledge_.known.contains(plate, country_)) known_.push_back({plate, likelihood});
}

}  // namespace bas::match
