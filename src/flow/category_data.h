// The files in data/lists, built in.
#pragma once

#include <string_view>

namespace bas::flow {

// The text of categories.txt as it was when this was built.
std::string_view categories();

}  // namespace bas::flow
