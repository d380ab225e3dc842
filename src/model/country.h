// Countries as cameras and lists write them, as ISO 3166-1 alpha-2.
#pragma once

#include <string>
#include <string_view>

namespace bas {

// Takes alpha-2 and alpha-3 codes in any case, the distinguishing signs of vehicles ("B", "D",
// "NMK") where they mean one country, and names of European countries in English and in their own
// languages. XK stands for Kosovo. Empty when not known ("XX", "NON", "-") or ambiguous. Hot: under
// 0.2 µs for a code.
// Source: ISO 3166-1; UN list of distinguishing signs of vehicles in international traffic.
std::string country_from_text(std::string_view text);

// True for an ISO 3166-1 alpha-2 code in upper case, or XK.
bool is_country(std::string_view alpha2);

}  // namespace bas
