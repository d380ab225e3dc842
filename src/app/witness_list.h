// The file that names the witnesses of the ledger.
#pragma once

#include <filesystem>
#include <vector>

#include "flow/witnesses.h"

namespace bas::app {

// A line each: address and public key; empty lines and those that begin with # say nothing. An
// empty path names none. kBadInput with the line that is wrong.
Result<std::vector<flow::WitnessAddress>> witnesses_in(const std::filesystem::path& file);

}  // namespace bas::app
