// Any bytes as a request and as a response: no crash, and consumption stays within what was given.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "net/wire_parser.h"

namespace {

void feed(bas::net::WireParser::Kind kind, std::string_view text) {
  bas::net::WireParser parser(kind, 512);
  parser.set_body_bytes_max(256);
  bool going = true;
  while (going && !text.empty()) {
    const bas::net::Put put = parser.put(text);
    bas::check(put.consumed <= text.size() && parser.body().size() <= 256);
    text.remove_prefix(put.consumed);
    if (put.state == bas::net::Parse::kDone) parser.reset();
    going = put.state != bas::net::Parse::kFailed && put.consumed > 0;
  }
  if (going) parser.put_end();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t length) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), length};
  feed(bas::net::WireParser::Kind::kRequest, text);
  feed(bas::net::WireParser::Kind::kResponse, text);
  return 0;
}
