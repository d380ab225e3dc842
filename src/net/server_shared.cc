#include "net/server_shared.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

#include "base/encode.h"
#include "base/random.h"

namespace bas::net {
namespace {

std::string make_run_id() {
  SystemRandom random;
  return to_hex(random.bytes(6));
}

std::size_t longest_body(const Router& router) {
  std::size_t bytes = 0;
  for (const auto& route : router.routes()) bytes = std::max(bytes, route->body_bytes_max);
  return bytes;
}

}  // namespace

bool ConnectionCounts::acquire(const std::string& address, Limit limit) {
  const std::lock_guard lock(mutex_);
  if (total_ >= max_) return false;
  std::size_t& count = per_address_[address];
  if (limit == Limit::kPerAddress && count >= per_address_max_) return false;
  ++count;
  ++total_;
  return true;
}

void ConnectionCounts::release(const std::string& address) {
  const std::lock_guard lock(mutex_);
  const auto found = per_address_.find(address);
  if (--found->second == 0) per_address_.erase(found);
  if (--total_ == 0) none_.notify_all();
}

std::size_t ConnectionCounts::total() const {
  const std::lock_guard lock(mutex_);
  return total_;
}

bool ConnectionCounts::wait_for_none(std::chrono::milliseconds at_most) {
  std::unique_lock lock(mutex_);
  return none_.wait_for(lock, at_most, [this] { return total_ == 0; });
}

struct Workers::Pool {
  boost::asio::thread_pool threads;
  std::size_t queue_max;
  std::atomic<std::size_t> queued{0};
};

Workers::Workers(int threads, std::size_t queue_max)
    : pool_(new Pool{boost::asio::thread_pool(static_cast<std::size_t>(threads)), queue_max}) {}

Workers::~Workers() { join(); }

bool Workers::run(std::function<void()> work) {
  if (pool_->queued.fetch_add(1) >= pool_->queue_max) {
    pool_->queued.fetch_sub(1);
    return false;
  }
  boost::asio::post(pool_->threads, [pool = pool_.get(), work = std::move(work)] {
    pool->queued.fetch_sub(1);
    work();
  });
  return true;
}

void Workers::join() { pool_->threads.join(); }

ServerShared::ServerShared(ServerSettings given, std::shared_ptr<const Router> routes,
                           Observer watcher)
    : settings(std::move(given)),
      router(std::move(routes)),
      observer(std::move(watcher)),
      run_id(make_run_id()),
      counts(settings.connections_max, settings.connections_per_address_max),
      bodies(settings.bodies_bytes_max, longest_body(*router)),
      workers(settings.worker_threads, settings.worker_queue_max) {}

}  // namespace bas::net
