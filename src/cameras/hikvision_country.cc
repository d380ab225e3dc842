#include "cameras/hikvision_country.h"

namespace bas::cameras {

namespace {

// Two letters a number, from 0 on; blank where a number is reserved or names no country of today.
constexpr std::string_view kCountries =
    "  CZFRDEESITNLPLSKBYMDRUUABEBGDKFIGBGRHR"  // 0
    "HUILLUMKNOPTRORSAZGEKZLTTMUZLVEEALATBAIE"  // 20
    "ISVAMTSECHCYTRSIMEXKADAMMCLISM        CN"  // 40
    "BHKRLBNPTHPKAEBTOMKPPHKHQAKGMVMYMNSABNLA"  // 60
    "JPTRPSTJKWSYINIDAFLKIQVNIRYEJOMMINBDSGTL"  // 80
    "        EGLYSDTNDZMAETERSODJKETZUGRWBISC"  // 100
    "TDCFCMGQGACGCDSTMREHSNGMMLBFGNGWCVSLLRCI"  // 120
    "GHTGBJNEZMAOZWMWMZBWNAZASZLSMGKMMUNGSSSH"  // 140
    "YTREESPTPT        CAGLPMUSBMMXGTBZSVHNNI"  // 160
    "CRPABSTCCUJMKYHTDOPRVIVGAIAGMFSXBLKNMSGP"  // 180
    "DMMQLCVCGDBBTTCWAW  COVEGYSRGFECPEBOPYCL"  // 200
    "BRUYAR        AUNZPGSBVUNCPWFMMHMPGUNRKI"  // 220
    "FJTOTVWFWSASTKNUCKPFPNUS        TWHKMO";   // 240
constexpr std::size_t kLetters = 2;
static_assert(kCountries.size() == 259 * kLetters);

}  // namespace

std::string_view hikvision_country(int number) {
  const auto index = static_cast<std::size_t>(number) * kLetters;
  if (number < 0 || index >= kCountries.size()) return {};
  const std::string_view country = kCountries.substr(index, kLetters);
  return country.front() == ' ' ? std::string_view{} : country;
}

}  // namespace bas::cameras
