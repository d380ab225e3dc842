// Which registers are asked, and how: one JSON text.
#pragma once

#include <string_view>
#include <vector>

#include "registers/cached_register.h"
#include "registers/guarded_register.h"
#include "registers/mapping.h"
#include "registers/paced_register.h"
#include "registers/rdw_register.h"
#include "registers/retried_register.h"

namespace bas::registers {

enum class Kind { kRdw, kMapped };

struct RegisterSettings {
  std::string name;
  Kind kind = Kind::kRdw;
  RdwSettings rdw;  // of that kind only
  Mapping mapping;  // of that kind only
  CacheSettings cache;
  PaceSettings pace;
  RetrySettings retry;  // attempt_max follows from the limits and the pace
  GuardSettings guard;
};

// {"registers": […]}, in the order in which they are asked. kBadInput with everything that is
// wrong, a line each: "registers[0].question.url: is missing".
Result<std::vector<RegisterSettings>> parse_settings(std::string_view json);

}  // namespace bas::registers
