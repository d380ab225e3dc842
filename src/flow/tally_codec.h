// The file in which the counts of every camera's misreads lie.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "flow/misread_tally.h"

namespace bas::flow {

// `seed` decides which vehicles are held out.
struct StoredTally {
  std::uint64_t seed = 0;
  std::map<Id, TalliedCamera> cameras;
};

std::string tally_text(std::uint64_t seed, const std::map<Id, TalliedCamera>& cameras);
// kCorrupt when it is not as tally_text() writes it.
Result<StoredTally> parse_tally(std::string_view text);

}  // namespace bas::flow
