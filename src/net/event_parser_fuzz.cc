// Any event stream, in two pieces: no crash, and the same events as in one piece.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "net/event_parser.h"

namespace {

std::string events_of(std::string_view before, std::string_view after) {
  std::string seen;
  bas::net::EventParser parser(64, [&](const bas::net::ParsedEvent& event) {
    seen += event.name + '\n' + event.id + '\n' + event.data + "\n\n";
  });
  if (!parser.put(before) || !parser.put(after)) seen += "too large";
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t length) {
  if (length == 0) return 0;
  const std::string_view text{reinterpret_cast<const char*>(bytes) + 1, length - 1};
  const std::size_t cut = text.empty() ? 0 : bytes[0] % (text.size() + 1);
  bas::check(events_of(text, {}) == events_of(text.substr(0, cut), text.substr(cut)));
  return 0;
}
