// Bytes of a text/event-stream as events (WHATWG HTML, section 9.2.6).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas::net {

struct ParsedEvent {
  std::string name;  // "message" when the stream gave none
  std::string id;    // the latest of the stream
  std::string data;  // lines joined by a line feed
};

// Threads: one at a time.
class EventParser {
 public:
  EventParser(std::size_t event_bytes_max, std::function<void(const ParsedEvent&)> on_event)
      : event_bytes_max_(event_bytes_max), on_event_(std::move(on_event)) {}

  // Calls back for each event that is complete. kTooLarge once an event or line is over the limit.
  Result<> put(std::string_view bytes);

 private:
  void end_line();
  void read_field(std::string_view name, std::string_view value);
  void dispatch();

  std::size_t event_bytes_max_;
  std::function<void(const ParsedEvent&)> on_event_;
  std::string line_;
  bool after_carriage_return_ = false;
  bool at_start_ = true;
  bool has_data_ = false;
  ParsedEvent event_;
};

}  // namespace bas::net
