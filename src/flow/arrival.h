// What goes into the pipeline and what comes out of it.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "base/result.h"
#include "model/province.h"
#include "model/read.h"

namespace bas::flow {

// A decoded message of a known, enabled camera.
struct Arrival {
  Camera camera;
  ReadFacts facts;
  std::vector<Picture> pictures;
  UtcTime received_at;
};

// kStored: new. kRepeated: this very message is kept already. kImproved: a better view of a
// passage that is kept; the read has it now. kRefused: not kept, `refusal` says why (such as
// kDestroyed: the keys of its day are gone, so nothing of that day is taken any more).
enum class ReadFate { kStored, kRepeated, kImproved, kRefused };
struct Outcome {
  ReadFate fate = ReadFate::kStored;
  Id read;
  std::optional<Error> refusal = std::nullopt;
};

// Called once, when all reads of a submission are durable; outcomes in the order given.
using IngestDone = std::function<void(Result<std::vector<Outcome>>)>;

struct IngestSettings {
  // Most reads sealed and synced together. More: fewer syncs, longer wait for the first of them.
  std::size_t batch_reads_max = 4096;
  // Reads waiting before new ones are refused as busy. Bounds memory.
  std::size_t queue_reads_max = 50'000;
  // Bytes of pictures waiting before new ones are refused as busy.
  std::size_t queue_bytes_max = 512u << 20;
  // Same camera and plate within this time is a repeat, where the device names no event.
  std::chrono::milliseconds repeat_window{5'000};
  // Captured longer than this before it arrived: late, never shown as live.
  std::chrono::milliseconds late_after{120'000};
};

}  // namespace bas::flow
