// Camera adapters: the bytes of one message become facts. One adapter per wire format, each a row
// of registry.cc. Pure: no clock, disk or net; nothing here knows lists, places or owners.
// Memory is bounded by a small multiple of the body; the door bounds the body.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/read.h"

namespace bas::cameras {

inline constexpr std::size_t kReadsMax = 10'000;  // of one message

// One message as it came through a door. Views stay the caller's. `content_type` may be empty or
// wrong: the body decides.
struct Envelope {
  std::string_view content_type;
  std::string_view body;
  UtcTime received_at;
};

enum class Kind {
  kRead,
  kStatus,  // a heartbeat or another event that is no read
};

// One read or status. Texts are valid UTF-8 and bounded. A status carries device_id, and
// captured_at where the device gave a time (else it is UtcTime{}); never a read's facts or a
// secret.
struct Decoded {
  Kind kind = Kind::kRead;
  ReadFacts facts;
  std::vector<Picture> pictures;
  std::string status;  // of a kStatus: "heartbeat", "videoloss", …; else empty
};

// A line (or array element) of a batch that was refused while the others were taken.
struct BadLine {
  std::size_t line = 0;  // from 1
  Error error;
  std::string bytes;  // as sent, for quarantine
};

// What an adapter made of a message: in the order sent.
struct Batch {
  std::vector<Decoded> decoded;
  std::vector<BadLine> rejected;
};

// The HTTP answer.
struct Answer {
  int status = 200;
  std::string content_type;
  std::string body;
};

// What became of a message's reads, known once they are durable.
struct Receipt {
  std::size_t stored = 0;
  std::size_t repeated = 0;
  std::span<const BadLine> rejected;
};

struct Parts;  // a message split once; see parts.h

struct Adapter {
  std::string_view name;
  bool (*recognises)(const Parts&);
  Result<Batch> (*decode)(const Parts&);
  Answer (*acknowledge)(const Receipt&);
};

struct Message {
  const Adapter* adapter = nullptr;
  std::vector<Decoded> decoded;
  std::vector<BadLine> rejected;
};

// Decodes with the adapter named `protocol`, or with the one that recognises the message.
// Good lines of a batch are taken and bad ones reported; when none is good the whole call fails.
// Errors: kBadInput what cannot be understood, kTooLarge over a limit, kNotFound an unknown
// protocol; their texts name fields and lines, never values. Threads: any.
// Hot: a batch of `bas` reads without pictures takes under 5 µs a read.
Result<Message> decode(const Envelope& envelope, std::string_view protocol = {});

// Every adapter, in the order in which they are asked.
std::span<const Adapter> adapters();

}  // namespace bas::cameras
