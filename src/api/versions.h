// Which version of a thing a request was made for: the ETag of a thing is its version in quotes.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "net/http.h"

namespace bas::api {

net::Header etag_of(int version);

// Whether the If-Match header (RFC 9110 section 13.1.1) names that version, or is `*`. Of none and
// of one that is no list of ETags: false.
bool is_for_version(const net::Request& request, int version);

// The version that If-Match names: 0 for `*`, none without the header. One that is no version of
// ours is -1, which nothing ever has.
std::optional<int> version_asked(const net::Request& request);

// The Idempotency-Key header; empty without one. kBadInput over 64 characters.
Result<std::string> key_asked(const net::Request& request);

}  // namespace bas::api
