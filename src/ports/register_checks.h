// Whether the reason for a hit still holds, asked of the registers at the moment it matters.
#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "model/hit.h"

namespace bas {

// `note` is an English sentence for the person at the desk, without plate or name.
struct RegisterFinding {
  RegisterCheck check = RegisterCheck::kNone;
  std::string note;
};

// Threads: any. May wait for the network within its own limits of some seconds. Never fails: an
// answer that cannot be had is kUnconfirmed.
class RegisterChecks {
 public:
  virtual ~RegisterChecks() = default;
  // kNone when no register answers for that category or that country.
  virtual RegisterFinding check(const Plate& plate, std::string_view category,
                                std::stop_token stop) = 0;
};

}  // namespace bas
