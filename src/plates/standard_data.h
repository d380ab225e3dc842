// What is known of plates and of how they are misread, from the files in data/plates.
#pragma once

#include <string_view>

namespace bas::plates {

// The texts of grammars.txt, look_alikes.txt and misreads.txt as they were when this was built.
std::string_view grammars();
std::string_view look_alikes();
std::string_view misreads();

}  // namespace bas::plates
