// The lines of our own data files.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::plates {

// Calls `take` with every line that is not empty once its comment (from `#`, at the start or behind
// a blank) is gone; the first error ends it and is returned with the number of the line.
Result<> for_each_line(std::string_view text,
                       const std::function<Result<>(std::string_view line)>& take);

std::vector<std::string_view> words_of(std::string_view line);
Result<double> number_in(std::string_view word);

}  // namespace bas::plates
