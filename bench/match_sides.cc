#include "match_sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "base/check.h"
#include "base/id.h"
#include "plates/packed_plate.h"

namespace bas::bench {

std::vector<Listed> read_entries(const std::string& file) {
  std::FILE* in = std::fopen(file.c_str(), "r");
  check(in != nullptr);
  std::vector<Listed> entries;
  char line[128];
  while (std::fgets(line, sizeof line, in) != nullptr) {
    const std::string_view text(line);
    const std::size_t plate = text.find(',') + 1;
    const std::size_t country = text.find(',', plate) + 1;
    const std::size_t priority = text.find(',', country) + 1;
    check(plate != 0 && country != 0 && priority != 0);
    const Id id = parse_id(text.substr(0, plate - 1)).value();
    entries.push_back({std::string(id.view()), std::string(text.substr(plate, country - plate - 1)),
                       std::string(text.substr(country, priority - country - 1)), text[priority]});
  }
  std::fclose(in);
  return entries;
}

std::vector<std::string> neighbours_of(std::string_view plate) {
  constexpr plates::Glyph kLast = 39;  // digits, A to Z, and the umlauts of German plates
  const auto whole = plates::PackedPlate::of(plate);
  check(whole.has_value());
  std::vector<std::string> all{whole->text()};
  for (int at = 0; at <= whole->length(); ++at) {
    const bool is_within = at < whole->length();
    for (plates::Glyph glyph = 1; glyph <= kLast; ++glyph) {
      if (whole->length() < plates::PackedPlate::kGlyphsMax) {
        all.push_back(whole->with_inserted(at, glyph).text());
      }
      if (is_within) all.push_back(whole->with(at, glyph).text());
    }
    if (is_within && whole->length() > 1) all.push_back(whole->without(at).text());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::unique_ptr<Side> make_side(std::string_view name, const Plan& plan,
                                std::span<const Wanted> wanted) {
  if (name == "bas") return make_bas(plan, wanted);
  if (name == "redis") return make_redis(plan, wanted);
  check(name == "postgres");
  return make_postgres(plan, wanted);
}

}  // namespace bas::bench
