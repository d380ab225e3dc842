// Pursuits and the lines of their logs as bytes: maps of CBOR.
#pragma once

#include <string>
#include <string_view>

#include "model/pursuit.h"

namespace bas::flow {

std::string encode_pursuit(const Pursuit& pursuit);
std::string encode_pursuit_entry(const PursuitEntry& entry);
// kCorrupt when they are not as they were written.
Result<Pursuit> decode_pursuit(std::string_view bytes);
Result<PursuitEntry> decode_pursuit_entry(std::string_view bytes);

}  // namespace bas::flow
