// A register of any HTTP interface, as a mapping describes it.
#pragma once

#include "registers/mapping.h"

namespace bas::registers {

// Threads: any. A question costs one HTTP request.
class MappedRegister final : public AskedRegister {
 public:
  // `mapping` has been found good by the settings.
  MappedRegister(std::string name, Mapping mapping, Line line);

  Asked ask(const Plate& plate, std::stop_token stop) override;

 private:
  Mapping mapping_;
  Line line_;
};

}  // namespace bas::registers
