#include "net/event_parser.h"

namespace bas::net {

Result<> EventParser::put(std::string_view bytes) {
  for (const char c : bytes) {
    const bool is_second_half = c == '\n' && after_carriage_return_;
    after_carriage_return_ = c == '\r';
    if (is_second_half) continue;
    if (c == '\r' || c == '\n') {
      end_line();
    } else {
      line_.push_back(c);
    }
    if (line_.size() + event_.data.size() > event_bytes_max_) {
      return fail(ErrorCode::kTooLarge, "An event of the stream is too large.");
    }
  }
  return {};
}

void EventParser::end_line() {
  std::string_view line = line_;
  if (at_start_ && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
  at_start_ = false;
  if (line.empty()) {
    dispatch();
  } else if (!line.starts_with(':')) {
    const std::size_t colon = line.find(':');
    std::string_view value = colon == std::string_view::npos ? "" : line.substr(colon + 1);
    if (value.starts_with(' ')) value.remove_prefix(1);
    read_field(line.substr(0, colon), value);
  }
  line_.clear();
}

void EventParser::read_field(std::string_view name, std::string_view value) {
  if (name == "event") {
    event_.name = value;
  } else if (name == "data") {
    if (has_data_) event_.data.push_back('\n');
    event_.data += value;
    has_data_ = true;
  } else if (name == "id" && value.find('\0') == std::string_view::npos) {
    event_.id = value;
  }
}

void EventParser::dispatch() {
  if (has_data_) {
    if (event_.name.empty()) event_.name = "message";
    on_event_(event_);
  }
  event_.name.clear();
  event_.data.clear();
  has_data_ = false;
}

}  // namespace bas::net
