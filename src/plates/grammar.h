// How the plates of a country are built: as data, and as evidence, never as a filter.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plates/packed_plate.h"

namespace bas::plates {

// One form of plates, with what every place may bear. `vehicles`: about how many are on the road.
// `strings`: how many texts obey it. `groups`: bit i set when a separator stands before place i.
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

  bool knows(std::string_view country) const;
  // The forms of that country which the plate obeys; a country without grammar, or an empty one,
  // is judged by the general form. Hot: under 0.1 µs.
  std::vector<const Form*> forms_of(PackedPlate plate, std::string_view country) const;
  bool obeys(PackedPlate plate, std::string_view country) const;

  // Of all forms of one length and country: vehicles, and texts. A lone country has no vehicles
  // that the general form does not have.
  struct Size {
    double vehicles = 0;
    double strings = 0;
  };
  Size size_of(std::string_view country) const;

  const std::vector<Form>& forms() const { return forms_; }

 private:
  struct Country {
    std::string code;
    std::array<std::vector<std::uint32_t>, PackedPlate::kGlyphsMax + 1> by_length;
    Size size;
  };
  const Country& country_or_general(std::string_view code) const;
  void add(Form form);

  std::vector<Form> forms_;
  std::vector<Country> countries_;
};

}  // namespace bas::plates
