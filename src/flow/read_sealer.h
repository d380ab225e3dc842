// Reads in and out of their sealed form: digests, tokens, records and pictures under a day's keys.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/read.h"
#include "ports/blob_store.h"
#include "ports/read_store.h"
#include "vault/vault.h"

namespace bas::flow {

// What names a message, within its day.
struct ReadDigests {
  Day day;
  std::string message;
  std::string passage;
};

// Threads: any.
class ReadSealer {
 public:
  explicit ReadSealer(vault::Vault& vault) : vault_(vault) {}

  // The digests of a message that the device named by `facts.event_id`. Where it named none, the
  // plate and the slice of time (of `slice_ms`) `slices_later` after its own stand for it.
  struct Slice {
    std::int64_t slice_ms = 5'000;
    int slices_later = 0;
  };
  Result<ReadDigests> digests(const Id& camera, const ReadFacts& facts, const Slice& slice) const;

  // The token under which the plate's reads of that day are found.
  Result<std::string> plate_token(Day day, std::string_view canonical_plate) const;

  Result<SealedRead> seal(const Read& read, const ReadDigests& digests) const;
  // kDestroyed once the day's key is gone.
  Result<Read> open(const SealedRead& sealed) const;

  Result<std::string> seal_picture(const Read& read, const Picture& picture) const;
  Result<std::string> open_picture(const Read& read, std::string_view sealed) const;

 private:
  vault::Vault& vault_;
};

}  // namespace bas::flow
