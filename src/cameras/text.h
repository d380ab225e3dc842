// Plain ASCII text work that every adapter shares.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace bas::cameras {

// Where a text does not stand in another.
inline constexpr std::size_t kNowhere = std::string_view::npos;

bool equal_ignoring_case(std::string_view a, std::string_view b);
bool starts_with_ignoring_case(std::string_view text, std::string_view start);
bool contains(std::string_view text, std::string_view wanted);

// ASCII letters in lower case, everything else as it is.
std::string to_lower(std::string_view text);

// Valid UTF-8: a byte that belongs to no UTF-8 sequence is taken as Latin-1, which devices send
// under a declaration of UTF-8, so that no letter of a plate is lost. A control byte becomes
// U+FFFD.
std::string repaired_utf8(std::string_view text);

// The whole of a decimal number, blanks around it allowed; never inf or nan.
std::optional<double> parse_number(std::string_view text);

// The whole of an integer that fits an int, blanks around it allowed.
std::optional<int> parse_integer(std::string_view text);

}  // namespace bas::cameras
