// Why a read and an entry belong together, as a sentence a person can read.
#pragma once

#include <string>
#include <string_view>

namespace bas::match {

// Of an exact match; a country is empty where it is not known. The two never differ when known.
std::string explain_exact(std::string_view read_country, std::string_view entry_country);

}  // namespace bas::match
