// What is known of plates, of how they are misread and of the vehicles that bear them, from the
// files in data/plates.
#pragma once

#include <string_view>

namespace bas::plates {

// The texts of the files of these names as they were when this was built.
std::string_view grammars();
std::string_view look_alikes();
std::string_view misreads();
std::string_view vehicle_words();
std::string_view vehicle_evidence();

}  // namespace bas::plates
