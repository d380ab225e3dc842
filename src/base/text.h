// Small things about text that several folders need.
#pragma once

#include <string_view>

namespace bas {

// Without the blanks, tabs and line breaks at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace bas
