#include "sim/plates.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"
#include "sim/dice.h"

namespace bas::sim {
namespace {

// `forms`: '@' a letter of `letters`, '#' a digit, '1' a digit above 0,
// 'R' one of `regions`, 'Y' a Belgian series
// digit; anything else stands as it is. Vehicles of today only.
struct Grammar {
  std::string_view country;
  std::string_view letters;
  std::vector<std::string_view> regions;
  std::vector<std::string_view> forms;
};

constexpr std::string_view kSeries = "12";
constexpr std::string_view kPlain = "ABCDEFGHJKLMNPRSTUVWXYZ";  // none of I, O, Q

// Dutch letters without K and S, so that no combination that is not given out can arise.
const std::vector<Grammar>& grammars() {
  static const std::vector<Grammar> kGrammars = {
      {"BE", kPlain, {}, {"Y-@@@-###"}},
      {"NL",
       "GHJLNPRTXZ",
       {},
       {"##-@@@-#", "#-@@@-##", "@@-###-@", "@-###-@@", "@@@-##-@", "##-@@-@@", "@@-@@-##"}},
      {"DE",
       "ABCDEFGHJKLMNPRSTUVWXYZ",
       {"AC", "B",  "BM", "BN",  "BOR", "D",  "DN", "DO", "DU",  "E",  "HB",
        "HH", "HS", "K",  "KLE", "M",   "MG", "MS", "NE", "VIE", "WES"},
       {"R @@ 1##"}},
      {"FR", "ABCDEFGHJKLMNPQRSTVWXYZ", {}, {"@@-###-@@"}},
      {"PL",
       kPlain,
       {"WA", "WB", "WE", "WI", "KR", "PO", "GD", "DW", "LU", "SK", "OP", "RZ", "BI", "CB"},
       {"R ###@@"}},
      {"RO",
       "ABCDEFGHJKLMNPRSTUVWXYZ",
       {"AB", "AG", "BC", "BH", "BV", "CJ", "CT", "DJ", "GL", "IS", "MM", "PH", "SB", "TM"},
       {"R ## @@@"}},
      {"LU", kPlain, {}, {"@@ ####"}},
      {"GB", kPlain, {}, {"@@## @@@"}},
      {"LT", kPlain, {}, {"@@@ ###"}},
      {"BG", "ABCEHKMPTXY", {"CA", "CB", "EB", "PB", "TX", "PA", "KH"}, {"R #### @@"}},
  };
  return kGrammars;
}

const Grammar& grammar_of(std::string_view country) {
  const auto found = std::ranges::find(grammars(), country, &Grammar::country);
  check(found != grammars().end());
  return *found;
}

std::uint64_t base_of(const Grammar& grammar, char sign) {
  switch (sign) {
    case '@': return grammar.letters.size();
    case '#': return 10;
    case '1': return 9;
    case 'R': return grammar.regions.size();
    case 'Y': return kSeries.size();
    default: return 1;
  }
}

std::uint64_t plates_of_a_form(const Grammar& grammar) {
  std::uint64_t count = 1;
  for (const char sign : grammar.forms.front()) count *= base_of(grammar, sign);
  return count;
}

}  // namespace

const std::vector<std::string_view>& plate_countries() {
  static const std::vector<std::string_view> kCountries = [] {
    std::vector<std::string_view> codes;
    for (const Grammar& grammar : grammars()) codes.push_back(grammar.country);
    return codes;
  }();
  return kCountries;
}

std::uint64_t plate_count(std::string_view country) {
  const Grammar& grammar = grammar_of(country);
  return plates_of_a_form(grammar) * grammar.forms.size();
}

SimPlate make_plate(std::string_view country, std::uint64_t number, std::uint64_t seed) {
  const Grammar& grammar = grammar_of(country);
  const std::uint64_t count = plates_of_a_form(grammar) * grammar.forms.size();
  // number -> factor * number + offset is one-to-one modulo count where factor shares no divisor.
  std::uint64_t factor = mix(seed, 1) % count | 1U;
  while (std::gcd(factor, count) != 1) factor += 2;
  std::uint64_t rest = ((number % count) * (factor % count) + mix(seed, 2) % count) % count;
  const std::string_view form = grammar.forms[rest % grammar.forms.size()];
  rest /= grammar.forms.size();

  SimPlate plate;
  plate.country = grammar.country;
  for (const char sign : form) {
    const std::uint64_t base = base_of(grammar, sign);
    const auto digit = static_cast<std::size_t>(rest % base);
    rest /= base;
    switch (sign) {
      case '@': plate.shown += grammar.letters[digit]; break;
      case '#': plate.shown += static_cast<char>('0' + digit); break;
      case '1': plate.shown += static_cast<char>('1' + digit); break;
      case 'R': plate.shown += grammar.regions[digit]; break;
      case 'Y': plate.shown += kSeries[digit]; break;
      default: plate.shown += sign;
    }
  }
  std::ranges::copy_if(plate.shown, std::back_inserter(plate.canonical),
                       [](char sign) { return sign != '-' && sign != ' '; });
  return plate;
}

}  // namespace bas::sim
