// The texts of regimes/, built in, each as a function of its name.
#pragma once

#include <string_view>

namespace bas::policy::standard {

std::string_view be();
std::string_view nl();
std::string_view uk();
std::string_view de();
std::string_view generic();

}  // namespace bas::policy::standard
