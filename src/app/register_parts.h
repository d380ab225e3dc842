// The registers, wired: their settings' file, the network, and what a hit's category asks of them.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "api/services.h"
#include "base/clock.h"
#include "base/random.h"
#include "fetch/curl_fetcher.h"
#include "ports/register_checks.h"
#include "registers/register_desk.h"

namespace bas::app {

// Threads: any, once open.
class RegisterParts final : public RegisterChecks {
 public:
  // `settings_file`: JSON as docs/protocols/registers.md has it; empty: no register is asked.
  static Result<std::unique_ptr<RegisterParts>> open(const std::filesystem::path& settings_file,
                                                     const Clock& clock, Random& random);

  RegisterFinding check(const Plate& plate, std::string_view category,
                        std::stop_token stop) override;
  std::vector<api::RegisterState> states() const;

 private:
  RegisterParts() = default;

  fetch::CurlFetcher fetcher_;
  registers::SystemPause pause_;
  std::unique_ptr<registers::RegisterDesk> desk_;
};

}  // namespace bas::app
