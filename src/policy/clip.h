// Which reads a decision leaves to be seen.
#pragma once

#include <string>

#include "policy/decision.h"

namespace bas::policy {

// What a clip looks at in a read.
struct ReadPlace {
  std::string plate;  // canonical
  std::string area;   // the zone, or a site of it
  UtcTime captured_at;
  bool operator==(const ReadPlace&) const = default;
};

// Asked of each read by itself, before anything is counted, so that what lies outside leaves no
// trace in a result (rule R12). Threads: any. Cost: the length of the lists.
bool is_within(const Clip& clip, const ReadPlace& read);

}  // namespace bas::policy
