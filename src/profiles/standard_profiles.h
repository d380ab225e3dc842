// The texts of data/profiles, built in, each as a function of its name.
#pragma once

#include <string_view>

namespace bas::profiles::standard {

std::string_view bas();
std::string_view genetec();
std::string_view ncic_fixed();
std::string_view rekor();
std::string_view semicolon_be();
std::string_view voi_16();

}  // namespace bas::profiles::standard
