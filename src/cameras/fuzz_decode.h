// What every fuzz target asserts of a decoded message.
#pragma once

#include <string_view>

#include "base/check.h"
#include "base/encode.h"
#include "cameras/adapter.h"
#include "cameras/decode_json.h"

namespace bas::cameras {

inline void fuzz_decode(std::string_view body, std::string_view protocol) {
  const UtcTime received_at{std::chrono::seconds{1'795'428'000}};
  const auto message = decode({"", body, received_at}, protocol);
  if (!message) return;
  check(!message->decoded.empty());
  check(message->decoded.size() + message->rejected.size() <= kReadsMax);
  for (const Decoded& decoded : message->decoded) {
    check(is_valid_utf8(decoded.facts.plate_raw) && decoded.facts.plate_raw.size() <= 128);
    check(is_valid_utf8(decoded.facts.device_id) && decoded.pictures.size() <= 8);
    check(decoded.kind == Kind::kStatus || decoded.facts.captured_at > UtcTime{});
    check(!to_json(decoded, message->adapter->name).empty());
  }
}

}  // namespace bas::cameras
