// Tells one client that there is no room, without ever waiting for it. For .cc files of this
// folder.
#pragma once

#include <memory>

#include "net/loop.h"
#include "net/transport.h"

namespace bas::net {

// Threads: start() on the loop's. Kept alive by its own coroutine.
class Refusal final : public LoopMember, public std::enable_shared_from_this<Refusal> {
 public:
  Refusal(std::shared_ptr<Loop> loop, std::unique_ptr<Transport> transport)
      : loop_(std::move(loop)), transport_(std::move(transport)) {}

  void start();

  void sweep(SteadyTime now) override;
  void stop_softly() override;
  void stop_now() override;

 private:
  Task<void> run();

  const std::shared_ptr<Loop> loop_;
  const std::unique_ptr<Transport> transport_;
  SteadyTime deadline_;
};

}  // namespace bas::net
