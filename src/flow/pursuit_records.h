// Pursuits and their logs as they are stored: sealed, and opened.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "base/clock.h"
#include "model/pursuit.h"
#include "ports/pursuit_store.h"
#include "vault/vault.h"

namespace bas::flow {

// What desks are told after each line.
struct PursuitNews {
  const Pursuit& pursuit;
  const PursuitEntry& entry;
};

// Threads: any.
class PursuitRecords {
 public:
  struct Parts {
    PursuitStore& store;
    vault::Vault& vault;
    std::function<void(const PursuitNews&)> tell;  // quick; from any thread
    const Clock& clock;
  };
  explicit PursuitRecords(Parts parts) : parts_(std::move(parts)) {}

  // Reads back which run. Answers them.
  Result<std::vector<Pursuit>> load();
  // That of a listed vehicle, if one runs.
  std::optional<Id> running(const Id& entry) const;

  // Held from reading a pursuit to putting its next line.
  std::unique_lock<std::mutex> turn() { return std::unique_lock(turn_); }

  // kNotFound when there is none, or its day is erased.
  Result<Pursuit> stored(const Id& id);
  // Newest first; what is erased is left out.
  Result<std::vector<Pursuit>> all(const PursuitPage& page);
  // What was written behind that number, oldest first.
  Result<std::vector<PursuitEntry>> lines(const Pursuit& pursuit, int behind);

  // A line as somebody wants it, and the key it was sent with (empty: none).
  struct Line {
    PursuitEntry entry;
    std::string key{};
  };
  // Whether that very line is on record under its key. kBadInput when the key stands for another.
  Result<bool> is_written(const Pursuit& pursuit, const Line& line);
  // Writes the line, with its number and the time, and tells of it. On record before anybody is
  // told. kConflict as after() says, or when the pursuit has changed since it was read.
  Result<Pursuit> put(const Pursuit& before, Line line);

 private:
  void remember(const Pursuit& pursuit);

  Parts parts_;
  std::mutex turn_;
  mutable std::mutex mutex_;             // guards running_
  absl::flat_hash_map<Id, Id> running_;  // pursuit by entry
};

}  // namespace bas::flow
