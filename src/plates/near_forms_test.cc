#include "plates/near_forms.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "plates/standard_data.h"

namespace bas::plates {
namespace {

const Grammars& grammars_of_forms() {
  static const Grammars known = Grammars::parse(grammars()).value();
  return known;
}

bool bears(const Form& form, int place, Glyph glyph) {
  return holds(form.allowed[static_cast<std::size_t>(place)], glyph);
}

bool is_among(FormTable::Forms forms, std::size_t number) { return (forms >> number & 1U) != 0; }

PackedPlate some_plate() {
  const auto size = *rc::gen::inRange<std::size_t>(1, 11);
  return PackedPlate::of(
             *rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("12ABCEHO"))))
      .value();
}

FormsByLength some_forms() {
  return grammars_of_forms().by_length(*rc::gen::element<std::string>("BE", "NL", "DE", "EU"));
}

// In how many places the plate does not obey the form; -1: another length.
int misfits(const Form& form, PackedPlate plate, int but_at = -1) {
  if (form.length != plate.length()) return -1;
  int count = 0;
  for (int place = 0; place < form.length; ++place) {
    if (place != but_at && !bears(form, place, plate.at(place))) ++count;
  }
  return count;
}

RC_GTEST_PROP(misfits_of, counts_the_places_that_each_form_has_otherwise, ()) {
  const PackedPlate plate = some_plate();
  const FormTable& forms = some_forms()[static_cast<std::size_t>(plate.length())];
  const Misfits found = misfits_of(forms, plate);
  for (std::size_t number = 0; number < forms.all().size(); ++number) {
    const Form& form = *forms.all()[number];
    const int count = misfits(form, plate);
    RC_ASSERT(is_among(found.none, number) == (count == 0));
    RC_ASSERT(is_among(found.one, number) == (count == 1));
    RC_ASSERT(is_among(found.two, number) == (count == 2));
    RC_ASSERT(is_among(forms.obeyed_by(plate), number) == (count == 0));
    for (int place = 0; count <= 2 && place < plate.length(); ++place) {
      RC_ASSERT(is_among(found.at[static_cast<std::size_t>(place)], number) !=
                bears(form, place, plate.at(place)));
    }
  }
}

RC_GTEST_PROP(forms_with_one_more, leave_out_the_glyph_that_was_put_in, ()) {
  const PackedPlate plate = some_plate();
  RC_PRE(plate.length() < PackedPlate::kGlyphsMax);
  const FormTable& forms = some_forms()[static_cast<std::size_t>(plate.length()) + 1];
  const FormsByPlace found = forms_with_one_more(forms, plate);
  for (int place = 0; place <= plate.length(); ++place) {
    for (std::size_t number = 0; number < forms.all().size(); ++number) {
      const int count = misfits(*forms.all()[number], plate.with_inserted(place, 1), place);
      RC_ASSERT(is_among(found[static_cast<std::size_t>(place)], number) == (count == 0));
    }
  }
}

RC_GTEST_PROP(forms_with_one_less, are_those_of_the_rest, ()) {
  const PackedPlate plate = some_plate();
  RC_PRE(plate.length() > 1);
  const FormTable& forms = some_forms()[static_cast<std::size_t>(plate.length()) - 1];
  const FormsByPlace found = forms_with_one_less(forms, plate);
  for (int place = 0; place < plate.length(); ++place) {
    RC_ASSERT(found[static_cast<std::size_t>(place)] == forms.obeyed_by(plate.without(place)));
  }
}

TEST(FormTable, tells_which_forms_differ_in_one_place_alone) {
  for (const FormTable& forms : grammars_of_forms().by_length("BE")) {
    for (std::size_t number = 0; number < forms.all().size(); ++number) {
      const Form& form = *forms.all()[number];
      for (int place = 0; place < form.length; ++place) {
        const std::size_t first = forms.first_alike_beside(place, number);
        Form same = *forms.all()[first];
        same.allowed[static_cast<std::size_t>(place)] =
            form.allowed[static_cast<std::size_t>(place)];
        EXPECT_LE(first, number);
        EXPECT_EQ(same.allowed, form.allowed);
      }
    }
  }
}

TEST(Grammars, have_at_most_64_forms_of_one_length) {
  std::string text = "EU | #@ | 1A | any | 1\n";
  for (int i = 0; i < 64; ++i) text += "BE | @# | A1 | car | 1\n";
  EXPECT_TRUE(Grammars::parse(text));
  const auto too_many = Grammars::parse(text + "BE | @# | A1 | car | 1\n");
  ASSERT_FALSE(too_many);
  EXPECT_NE(too_many.error().text.find("64 forms"), std::string::npos);
}

}  // namespace
}  // namespace bas::plates
