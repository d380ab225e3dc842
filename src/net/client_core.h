// The threads of a client. For .cc files of this folder only.
#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "net/client_pool.h"

namespace bas::net {

// Threads: any.
struct ClientCore {
  std::shared_ptr<const ClientShared> shared;
  std::vector<std::shared_ptr<Loop>> loops;
  std::vector<std::unique_ptr<ClientPool>> pools;  // one for each loop
  std::atomic<std::size_t> turn{0};

  std::size_t next() { return turn.fetch_add(1, std::memory_order_relaxed) % loops.size(); }
};

}  // namespace bas::net
