// Every camera adapter, one explicit row each, and how a message finds its own.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cameras/adapter.h"
#include "cameras/axis.h"
#include "cameras/bas.h"
#include "cameras/hikvision.h"
#include "cameras/openalpr.h"
#include "cameras/parts.h"

namespace bas::cameras {

namespace {

constexpr std::array kAdapters = std::to_array<Adapter>({
    {"bas", recognises_bas, decode_bas, acknowledge_bas},
    {"hikvision", recognises_hikvision, decode_hikvision, acknowledge_hikvision},
    {"axis", recognises_axis, decode_axis, acknowledge_axis},
    {"openalpr", recognises_openalpr, decode_openalpr, acknowledge_openalpr},
});

Result<const Adapter*> adapter_named(std::string_view protocol) {
  const auto row = std::find_if(kAdapters.begin(), kAdapters.end(),
                                [protocol](const Adapter& a) { return a.name == protocol; });
  if (row != kAdapters.end()) return &*row;
  std::string known;
  for (const Adapter& adapter : kAdapters) {
    known += (known.empty() ? "" : ", ") + std::string(adapter.name);
  }
  return fail(ErrorCode::kNotFound, "no such protocol; known are " + known);
}

Result<const Adapter*> adapter_for(const Parts& parts) {
  const auto row = std::find_if(kAdapters.begin(), kAdapters.end(),
                                [&parts](const Adapter& a) { return a.recognises(parts); });
  if (row != kAdapters.end()) return &*row;
  return fail(ErrorCode::kBadInput,
              "no adapter recognises the message (a read in the format of BAS has captured_at)");
}

}  // namespace

Result<Message> decode(const Envelope& envelope, std::string_view protocol) {
  const Parts parts = TRY(split(envelope));
  const Adapter* const adapter =
      TRY(protocol.empty() ? adapter_for(parts) : adapter_named(protocol));
  Batch batch = TRY(adapter->decode(parts));
  if (batch.decoded.empty()) {
    if (batch.rejected.empty()) return fail(ErrorCode::kBadInput, "the message holds no read");
    const BadLine& first = batch.rejected.front();
    return fail(first.error.code, fmt::format("line {}: {}", first.line, first.error.text));
  }
  for (Decoded& decoded : batch.decoded) decoded.facts.protocol = adapter->name;
  return Message{adapter, std::move(batch.decoded), std::move(batch.rejected)};
}

std::span<const Adapter> adapters() { return kAdapters; }

}  // namespace bas::cameras
