// What `bas match` writes: a line of JSON for each match.
#pragma once

#include <string>

#include "match/match.h"

namespace bas::app {

enum class Explain { kNo, kYes };

// `plate`, `country`, `entry`, `kind` and `probability`; with kYes also `explanation` and
// `reasons`, in which places count from 1 as in the sentence.
std::string match_line(const Plate& read, const Entry& entry, const match::Match& match,
                       Explain explain);

}  // namespace bas::app
