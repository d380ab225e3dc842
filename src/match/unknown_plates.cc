#include "match/unknown_plates.h"

#include <algorithm>

#include "plates/near_forms.h"

namespace bas::match {

using plates::Form;
using plates::FormsByPlace;
using plates::FormTable;
using plates::GlyphSet;
using plates::MisreadModel;
using plates::PackedPlate;

namespace {

// How much likelier two errors in one read are than by chance: a plate that is hard to read is so
// in every place. With 4 % misread it makes 3 % of them double errors, a working value of public
// reports.
constexpr double kErrorsTogether = 1.5;

GlyphSet allowed_at(const Form& form, int place) {
  return form.allowed[static_cast<std::size_t>(place)];
}

// Weights against that of the read as itself; a form counts by its plates a text.
class Weighing {
 public:
  Weighing(const plates::ReadLikelihood& read, plates::FormsByLength forms, double coverage)
      : read_(read), forms_(forms), coverage_(coverage), length_(read.plate().length()) {}

  double replaced();
  double lost() const;
  double added() const;

 private:
  // How much likelier than from the same glyph a place comes from the others that a form has there:
  // from all of them, and from as many as nobody knows of. Rare confusions are not looked up one by
  // one: all of them together count as often as plates stand on the road.
  struct Odds {
    GlyphSet glyphs = 0;
    double all = 0;
    double unknown = 0;
  };
  const Odds& odds_at(const Form& form, int place);
  double replaced_anywhere(const Form& form);
  double replaced_at(int misfit, const FormTable& forms, FormTable::Forms mended);
  double replaced_twice(const FormTable& forms, const plates::Misfits& misfits);
  double odds_beside(const Form& form, int misfit);
  const FormTable& of_length(int length) const { return forms_[static_cast<std::size_t>(length)]; }

  const plates::ReadLikelihood& read_;
  plates::FormsByLength forms_;
  double coverage_;
  int length_;
  std::array<Odds, PackedPlate::kGlyphsMax> odds_;  // forms of a country are alike in most places
};

// The text of each form has one other glyph, or two, in the places that mend it.
double Weighing::replaced() {
  const FormTable& forms = of_length(length_);
  const plates::Misfits misfits = plates::misfits_of(forms, read_.plate());
  double weight = 0;
  plates::for_each_form(forms, misfits.none, [&](const Form& form, std::size_t) {
    weight += form.density * replaced_anywhere(form);
  });
  for (int place = 0; place < length_ && misfits.one != 0; ++place) {
    weight += replaced_at(place, forms, misfits.one & misfits.at[static_cast<std::size_t>(place)]);
  }
  return weight + (misfits.two != 0 ? replaced_twice(forms, misfits) : 0);
}

double Weighing::replaced_anywhere(const Form& form) {
  double one = 0;
  double sum = 0;
  double squares = 0;
  for (int place = 0; place < length_; ++place) {
    const Odds& odds = odds_at(form, place);
    one += odds.unknown;
    sum += odds.all;
    squares += odds.all * odds.all;
  }
  return one + kErrorsTogether * (sum * sum - squares) / 2;
}

// Many forms of a country differ in one place alone: beside it they have their odds in common.
double Weighing::replaced_at(int misfit, const FormTable& forms, FormTable::Forms mended) {
  constexpr std::size_t kNone = FormTable::kFormsMax;
  std::size_t last = kNone;
  double beside = 0;
  double weight = 0;
  plates::for_each_form(forms, mended, [&](const Form& form, std::size_t number) {
    const std::size_t first = forms.first_alike_beside(misfit, number);
    if (first != last) beside = odds_beside(form, misfit);
    last = first;
    const Odds& odds = odds_at(form, misfit);
    weight += form.density * (odds.unknown + kErrorsTogether * odds.all * beside);
  });
  return weight;
}

double Weighing::odds_beside(const Form& form, int misfit) {
  double sum = 0;
  for (int place = 0; place < length_; ++place) {
    if (place != misfit) sum += odds_at(form, place).all;
  }
  return sum;
}

double Weighing::replaced_twice(const FormTable& forms, const plates::Misfits& misfits) {
  std::array<double, FormTable::kFormsMax> both;
  plates::for_each_form(forms, misfits.two,
                        [&](const Form&, std::size_t number) { both[number] = 1; });
  for (int place = 0; place < length_; ++place) {
    const FormTable::Forms here = misfits.two & misfits.at[static_cast<std::size_t>(place)];
    plates::for_each_form(forms, here, [&](const Form& form, std::size_t number) {
      both[number] *= odds_at(form, place).all;
    });
  }
  double weight = 0;
  plates::for_each_form(forms, misfits.two, [&](const Form& form, std::size_t number) {
    weight += form.density * kErrorsTogether * both[number];
  });
  return weight;
}

const Weighing::Odds& Weighing::odds_at(const Form& form, int place) {
  Odds& known = odds_[static_cast<std::size_t>(place)];
  const GlyphSet glyphs = allowed_at(form, place);
  if (known.glyphs == glyphs) return known;
  const MisreadModel::Taken taken = read_.taken(glyphs, place);
  const double odds = read_.odds_at(place);
  known = {glyphs, taken.all * odds,
           ((1 - coverage_) * (taken.all - taken.rare) + taken.rare) * odds};
  return known;
}

// The plate has a glyph more than the read.
double Weighing::lost() const {
  if (length_ == PackedPlate::kGlyphsMax) return 0;
  const FormTable& forms = of_length(length_ + 1);
  const FormsByPlace gaps = plates::forms_with_one_more(forms, read_.plate());
  double weight = 0;
  for (int place = 0; place <= length_; ++place) {
    const GlyphSet repeated = place > 0 ? plates::set_of(read_.plate().at(place - 1)) : 0;
    plates::for_each_form(
        forms, gaps[static_cast<std::size_t>(place)], [&](const Form& form, std::size_t) {
          weight += form.density * read_.model().lost(allowed_at(form, place) & ~repeated);
        });
  }
  return (1 - coverage_) * weight;
}

// The read has a glyph more than the plate.
double Weighing::added() const {
  if (length_ < 2) return 0;
  const FormTable& forms = of_length(length_ - 1);
  const FormsByPlace gaps = plates::forms_with_one_less(forms, read_.plate());
  double weight = 0;
  for (int place = 0; place < length_; ++place) {
    if (plates::repeats_before(read_.plate(), place)) continue;
    double density = 0;
    plates::for_each_form(forms, gaps[static_cast<std::size_t>(place)],
                          [&](const Form& form, std::size_t) { density += form.density; });
    if (density > 0) weight += density * read_.odds_of_added(place);
  }
  return (1 - coverage_) * weight;
}

}  // namespace

double weight_of_own(const plates::ReadLikelihood& read, plates::FormsByLength forms,
                     double coverage) {
  double weight = 0;
  const FormTable& alike = forms[static_cast<std::size_t>(read.plate().length())];
  plates::for_each_form(alike, alike.obeyed_by(read.plate()), [&](const Form& form, std::size_t) {
    const double taken = std::min(0.999, coverage * form.density);
    weight += read.as_itself() * form.density * (1 - coverage) / (1 - taken);
  });
  return weight;
}

double weight_of_others(const plates::ReadLikelihood& read, plates::FormsByLength forms,
                        double coverage) {
  Weighing weighing(read, forms, coverage);
  return read.as_itself() * (weighing.replaced() + weighing.lost() + weighing.added());
}

}  // namespace bas::match
