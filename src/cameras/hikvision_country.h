// The country numbers of Hikvision's `country` and `CRIndex`.
#pragma once

#include <string_view>

namespace bas::cameras {

// ISO 3166-1 alpha-2; empty for a number that names no country (0, 253 to 255, reserved ones).
// Parts of a country that have their own number (162 Canary Islands) give the country.
// Source: the table of country or region indices in the vendor's ISAPI document.
std::string_view hikvision_country(int number);

}  // namespace bas::cameras
