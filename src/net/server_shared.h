// What all connections of one server share. For .cc files of this folder only.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "net/body_budget.h"
#include "net/server.h"

namespace bas::net {

// How many connections are open, in all and per address. Threads: any.
class ConnectionCounts {
 public:
  ConnectionCounts(std::size_t max, std::size_t per_address_max)
      : max_(max), per_address_max_(per_address_max) {}

  enum class Limit { kPerAddress, kTotalOnly };
  // False when a limit is reached; otherwise release() must follow.
  bool acquire(const std::string& address, Limit limit);
  void release(const std::string& address);
  std::size_t total() const;
  bool wait_for_none(std::chrono::milliseconds at_most);

 private:
  const std::size_t max_;
  const std::size_t per_address_max_;
  mutable std::mutex mutex_;
  std::condition_variable none_;
  std::size_t total_ = 0;
  std::unordered_map<std::string, std::size_t> per_address_;
};

// Runs kWorker handlers. Threads: any.
class Workers {
 public:
  Workers(int threads, std::size_t queue_max);
  ~Workers();
  // False when the queue is full.
  bool run(std::function<void()> work);
  // Ends when everything queued has run.
  void join();

 private:
  struct Pool;
  std::unique_ptr<Pool> pool_;
};

struct ServerShared {
  ServerShared(ServerSettings given, std::shared_ptr<const Router> routes, Observer watcher);

  const ServerSettings settings;
  const std::shared_ptr<const Router> router;
  const Observer observer;
  const std::string run_id;  // random: request ids of two runs never meet
  ConnectionCounts counts;
  BodyBudget bodies;
  Workers workers;
  std::atomic<std::uint64_t> connections_opened{0};
  std::atomic<bool> stopping{false};
};

struct Peer {
  std::string address;
  bool is_loopback = false;
};

}  // namespace bas::net
