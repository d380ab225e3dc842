// When the samples of the tests are taken to arrive.
#pragma once

#include "base/time.h"

namespace bas::cameras {

inline const UtcTime kReceivedAt = *parse_rfc3339("2026-11-23T12:00:00Z");

}  // namespace bas::cameras
