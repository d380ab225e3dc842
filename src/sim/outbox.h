// Turns passages into messages: one each, or collected into bodies of several reads.
#pragma once

#include <absl/container/flat_hash_set.h>

#include <string>
#include <vector>

#include "sim/picture.h"
#include "sim/sender.h"
#include "sim/setup_client.h"
#include "sim/simulate.h"
#include "sim/wire.h"

namespace bas::sim {

// Threads: one at a time.
class Outbox {
 public:
  Outbox(const ProvincePlan& plan, const SimulateSettings& settings, std::vector<CameraKey> keys);

  // The message of one passage, with pictures where the run has them. Due at `due_at`.
  Outgoing message_of(const Passage& passage, SteadyTime due_at);

  bool is_batching() const { return settings_.batch > 1; }
  // Puts the read in its camera's body. The body is due when it is full or has waited long enough.
  void collect(const Passage& passage, SteadyTime due_at);
  // Takes the bodies that are due by `now`; all of them where `now` is the largest time.
  std::vector<Outgoing> take_due(SteadyTime now);
  // When the next body is due at the latest; the largest time when none waits.
  SteadyTime next_due() const;

 private:
  struct Body {
    BasBatch reads;
    SteadyTime due_at = SteadyTime::max();
    std::vector<std::string> awaited;
  };

  Outgoing address(int camera, WireMessage message) const;
  void await(const Passage& passage, std::vector<std::string>& awaited) const;
  Outgoing close(int camera, SteadyTime due_at);

  const ProvincePlan& plan_;
  const SimulateSettings& settings_;
  std::vector<CameraKey> keys_;
  absl::flat_hash_set<std::string> listed_;  // canonical plates
  Painter painter_;
  std::vector<Body> bodies_;  // by camera
  std::vector<Outgoing> full_;
  std::vector<std::pair<SteadyTime, int>> waiting_;  // begun bodies in the order they were begun
  std::size_t waiting_from_ = 0;                     // the first of waiting_ not yet taken
};

}  // namespace bas::sim
