// What a witness does with a checkpoint that a log sends it (C2SP tlog-witness), without a network
// or a disk: whoever calls keeps what it answers, before it answers.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ledger/checkpoint.h"
#include "ledger/note.h"

namespace bas::ledger {

// A checkpoint, and the proof that it goes on from the one of `old_size` that the witness has seen.
struct AddCheckpoint {
  std::uint64_t old_size = 0;
  Proof proof;
  std::string note;

  // kBadInput when it is written in any other way; at most 63 hashes.
  static Result<AddCheckpoint> parse(std::string_view body);
  std::string body() const;
};

// As HTTP says it: 200, or 400 older than the old one, 403 not signed by the log, 404 a log that is
// not watched, 409 another size was seen last (`size` is that) or another root of that size, 422
// not a continuation.
struct WitnessAnswer {
  int status = 0;
  std::optional<std::uint64_t> size;
  std::optional<Checkpoint> seen;  // of 200: to be kept, durably, and then cosigned
  std::string text;                // the note's, to be cosigned
};

// `logs`: those that are watched, each by its origin. `last`: what was cosigned last of the log of
// that origin. Check and keep under one lock, else an older answer undoes a newer one.
using SeenLast = std::function<std::optional<Checkpoint>(const std::string& origin)>;
WitnessAnswer judge(const AddCheckpoint& asked, std::span<const NoteVerifier> logs,
                    const SeenLast& last);

}  // namespace bas::ledger
