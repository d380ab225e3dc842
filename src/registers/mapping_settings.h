// A mapping as settings write it. The language: docs/protocols/registers.md.
#pragma once

#include "registers/mapping.h"
#include "registers/settings_reader.h"

namespace bas::registers {

// Reads `countries`, `question` and `answer`; what is wrong is noted in the reader's findings.
Mapping read_mapping(SettingsReader& at);

// The keys that every kind of register has in its question.
void read_limits(SettingsReader& at, fetch::Limits& limits);

// Notes an address that is no good for plates: not https, but for loopback, or no address at all.
void check_address(SettingsReader& at, const std::string& url);

}  // namespace bas::registers
