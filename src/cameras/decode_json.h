// What was decoded as one line of JSON, for `bas decode` and for comparing with expected files.
#pragma once

#include <string>

#include "cameras/adapter.h"

namespace bas::cameras {

// One JSON object without a line break; absent facts are absent. Pictures appear as role, bytes
// and sha256 (hexadecimal).
std::string to_json(const Decoded& decoded, std::string_view protocol);

}  // namespace bas::cameras
