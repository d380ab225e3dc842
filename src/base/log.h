// The operational log: life cycle and faults for the people who run the server, JSON lines on a
// pipe, short lines on a terminal, always on stderr. Never a plate, name, token or payload (a test
// searches for them): speak of things by id.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bas {

enum class LogLevel { kDebug, kInfo, kWarning, kError };

// One fact beside the message, such as {"camera", "01J…"}.
struct LogField {
  std::string_view name;
  std::string value;
};

// Threads: any. `component` is a folder's name. Equal lines of one second are collapsed.
void log(LogLevel level, std::string_view component, std::string_view message,
         const std::vector<LogField>& fields = {});

void set_log_level(LogLevel level);

}  // namespace bas
