// The Dutch vehicle register (RDW), asked through its open data.
#pragma once

#include "registers/http_question.h"

namespace bas::registers {

struct RdwSettings {
  std::string url = "https://opendata.rdw.nl/resource/m9d7-ebf2.json";
  // The application's token; without one all callers of an address share its limits.
  std::string app_token_file;
  fetch::Limits limits{.bytes_max = 64 << 10,
                       .connect_timeout = milliseconds{2'000},
                       .total_timeout = milliseconds{3'000}};
};

// Covers NL; speaks of insurance and inspection, never of a holder. Threads: any. A question costs
// one HTTP request. The open data may lag behind the register itself.
class RdwRegister final : public AskedRegister {
 public:
  RdwRegister(std::string name, RdwSettings settings, Line line);

  Asked ask(const Plate& plate, std::stop_token stop) override;

 private:
  RdwSettings settings_;
  Line line_;
};

}  // namespace bas::registers
