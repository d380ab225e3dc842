// How the plates of a country are built: as data, and as evidence, never as a filter.
#pragma once

#include <array>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plates/packed_plate.h"

namespace bas::plates {

// One form of plates, with what every place may bear. `vehicles`: about how many are on the road.
// `strings`: how many texts obey it.
struct Form {
  std::array<GlyphSet, PackedPlate::kGlyphsMax> allowed{};
  int length = 0;
  std::string country;  // ISO 3166-1 alpha-2, "EU" for the general form
  std::string use;
  double vehicles = 0;
  double strings = 0;
  double density = 0;  // vehicles a text
  std::string shown;   // as written in the data file, "1-ABC-123"
};

// The forms of one country and length, so that a plate is compared with all of them at once.
class FormTable {
 public:
  // A bit for each of all(), in their order.
  using Forms = std::uint64_t;
  static constexpr std::size_t kFormsMax = 64;

  std::span<const Form* const> all() const { return forms_; }
  // Those that have that glyph in that place.
  Forms bearing(int place, Glyph glyph) const {
    return bearing_[static_cast<std::size_t>(place) * kGlyphCodes + glyph];
  }
  Forms every() const { return forms_.empty() ? 0 : ~Forms{0} >> (kFormsMax - forms_.size()); }
  // The number of the first form that has in all other places what that one has there.
  std::size_t first_alike_beside(int place, std::size_t number) const {
    return first_alike_[number][static_cast<std::size_t>(place)];
  }
  // Those that a plate of that length obeys.
  Forms obeyed_by(PackedPlate plate) const;

  void add(const Form* form);

 private:
  std::vector<const Form*> forms_;
  std::vector<Forms> bearing_;                                                  // [place][glyph]
  std::vector<std::array<std::uint8_t, PackedPlate::kGlyphsMax>> first_alike_;  // [form][place]
};

// Calls `visit(form, number of its bit)`.
template <typename Visit>
void for_each_form(const FormTable& table, FormTable::Forms forms, Visit visit) {
  for (; forms != 0; forms &= forms - 1) {
    const auto number = static_cast<std::size_t>(__builtin_ctzll(forms));
    visit(*table.all()[number], number);
  }
}

// From 0 to 10; of plates without glyphs there are no forms.
using FormsByLength = std::span<const FormTable, PackedPlate::kGlyphsMax + 1>;

// Threads: any, once made. Format of the text: data/plates/grammars.txt says it.
class Grammars {
 public:
  // kBadInput with the line and what is wrong.
  static Result<Grammars> parse(std::string_view text);
  Grammars(Grammars&&) = default;
  Grammars& operator=(Grammars&&) = default;

  bool knows(std::string_view country) const;
  // The forms of that country which the plate obeys; a country without grammar, or an empty one,
  // is judged by the general form. Hot: under 0.1 µs.
  std::vector<const Form*> forms_of(PackedPlate plate, std::string_view country) const;
  // The forms of a country, or of the general form.
  FormsByLength by_length(std::string_view country) const;
  bool obeys(PackedPlate plate, std::string_view country) const;

  // Of all forms of a country, or of the general form.
  struct Size {
    double vehicles = 0;
    double strings = 0;
  };
  Size size_of(std::string_view country) const;

  const std::deque<Form>& forms() const { return forms_; }
  // What places of forms may bear, each once.
  std::vector<GlyphSet> sets() const;

 private:
  Grammars() = default;
  struct Country {
    std::string code;
    std::array<FormTable, PackedPlate::kGlyphsMax + 1> by_length;
    Size size;
  };
  const Country& country_or_general(std::string_view code) const;
  Result<> add(Form form);

  std::deque<Form> forms_;  // countries_ point into it
  std::vector<Country> countries_;
};

}  // namespace bas::plates
