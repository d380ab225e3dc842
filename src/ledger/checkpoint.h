// The signed state of a log: how many leaves it has and their root (C2SP tlog-checkpoint).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "ledger/merkle.h"

namespace bas::ledger {

// `origin` names the log, for good: "bas.example/province".
struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;
  Hash root{};
  bool operator==(const Checkpoint&) const = default;

  // The text of its note: three lines. kBadInput when there are others, or when a line could be
  // written in another way.
  static Result<Checkpoint> parse(std::string_view note_text);
  std::string text() const;
};

}  // namespace bas::ledger
