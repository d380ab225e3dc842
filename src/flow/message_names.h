// What a camera's message is called, so that a second one, or a better view of the same passage, is
// recognised.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "model/read.h"
#include "ports/read_store.h"
#include "vault/vault.h"

namespace bas::flow {

// The names under which a message may be known already. Near midnight also those of the day before
// or after, where its first message may stand.
struct AskedNames {
  std::vector<ReadKey> message;
  std::vector<ReadKey> passage;  // none where the device names no passage
};

// Threads: any.
class MessageNames {
 public:
  // A message without an event's name is told by its plate, and by time within `repeat_window`.
  MessageNames(vault::Vault& vault, std::chrono::milliseconds repeat_window)
      : vault_(vault), repeat_window_(repeat_window) {}

  // Makes the keys of the day of capture if need be; kDestroyed once that day is.
  Result<AskedNames> asked(const Id& camera, const ReadFacts& facts) const;

  // The names to keep a read of `day` under because this message is part of it.
  Result<std::vector<std::string>> kept(Day day, const Id& camera, const ReadFacts& facts) const;

  // Is a message the same as one of its name that was captured at `other`? The name of an event
  // alone decides; a slice of time reaches further than the window.
  bool is_repeat(const ReadFacts& facts, UtcTime other) const;

  // May a message belong to a passage of its name that was first seen at `first_seen`? Device
  // counters start again: after two minutes the name is that of another vehicle.
  static bool is_same_passage(const ReadFacts& facts, UtcTime first_seen);

 private:
  struct DayKeys {
    Day day;
    std::shared_ptr<const vault::Keys> keys;
  };
  Result<std::vector<DayKeys>> keys_around(UtcTime time) const;
  std::string message(const Id& camera, const ReadFacts& facts, int slices_later) const;

  vault::Vault& vault_;
  std::chrono::milliseconds repeat_window_;
};

}  // namespace bas::flow
