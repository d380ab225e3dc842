// The request target (RFC 9112 section 3.2) as a decoded path and query.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "net/http.h"

namespace bas::net {

struct Target {
  std::string path;  // begins with '/'; no dot segments, no doubled slashes, valid UTF-8
  NamedValues query;
};

inline constexpr std::size_t kQueryPairsMax = 256;

// Takes "/path?query" and "http://host/path?query". kBadInput for broken percent encoding, control
// characters, a backslash or an encoded slash (both mean different things to different readers),
// a path that climbs above its root, and more than kQueryPairsMax query values.
Result<Target> parse_target(std::string_view target);

}  // namespace bas::net
