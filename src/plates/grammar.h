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
  std::string shown;  // as written in the data file, "1-ABC-123"
};

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
  // The forms of one length, from 1 to 10.
  std::span<const Form* const> of_length(std::string_view country, int length) const;
  bool obeys(PackedPlate plate, std::string_view country) const;

  // Of all forms of a country, or of the general form.
  struct Size {
    double vehicles = 0;
    double strings = 0;
  };
  Size size_of(std::string_view country) const;

  const std::deque<Form>& forms() const { return forms_; }

 private:
  Grammars() = default;
  struct Country {
    std::string code;
    std::array<std::vector<const Form*>, PackedPlate::kGlyphsMax + 1> by_length;
    Size size;
  };
  const Country& country_or_general(std::string_view code) const;
  void add(Form form);

  std::deque<Form> forms_;  // countries_ point into it
  std::vector<Country> countries_;
};

}  // namespace bas::plates
