// The requests and connections of one client on one of its loops. For .cc files of this folder.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "net/byte_buffer.h"
#include "net/client_link.h"
#include "net/wire_parser.h"

namespace bas::net {

// A request under way.
struct ClientJob {
  ClientRequest request;
  Url url;
  OnResponse on_response;
  bool is_repeated = false;
};

class PooledConnection;

// Threads: the loop's, except `waiting`.
class ClientPool {
 public:
  ClientPool(std::shared_ptr<const ClientShared> shared, std::shared_ptr<Loop> loop,
             std::size_t connections_per_host)
      : shared_(std::move(shared)),
        loop_(std::move(loop)),
        connections_per_host_(connections_per_host) {}

  // Started or queued by its host.
  void submit(std::unique_ptr<ClientJob> job);
  // Ends everything with kUnavailable, now and from now on.
  void stop();

  // Requests not yet taken by a connection.
  std::atomic<std::size_t> waiting{0};

 private:
  friend class PooledConnection;
  struct Host {
    std::deque<std::unique_ptr<ClientJob>> queue;
    std::vector<PooledConnection*> idle;
    std::size_t open = 0;
  };

  std::unique_ptr<ClientJob> next(Host& host);

  const std::shared_ptr<const ClientShared> shared_;
  const std::shared_ptr<Loop> loop_;
  const std::size_t connections_per_host_;
  std::unordered_map<std::string, Host> hosts_;
  bool stopped_ = false;
};

// Serves the queue of one host, one request at a time. Kept alive by its own coroutine.
class PooledConnection final : public LoopMember,
                               public std::enable_shared_from_this<PooledConnection> {
 public:
  PooledConnection(ClientPool& pool, ClientPool::Host& host);

  void start(Url url);
  void wake() { work_.set(); }

  void sweep(SteadyTime now) override;
  void stop_softly() override { stop_now(); }
  void stop_now() override;

 private:
  Task<void> run(Url url);
  Task<void> serve();
  Task<std::unique_ptr<ClientJob>> wait_for_job();
  Task<bool> exchange(std::unique_ptr<ClientJob> job);
  Task<bool> receive();
  void expect_answer();
  void end(std::unique_ptr<ClientJob> job, SteadyTime sent_at);
  void give_up(std::unique_ptr<ClientJob> job);

  ClientPool& pool_;
  ClientPool::Host& host_;
  ClientLink link_;
  Signal work_;
  WireParser parser_;
  ByteBuffer buffer_;
  SteadyTime idle_since_ = SteadyTime::max();
  bool is_used_ = false;     // has answered before, so may have been closed since
  bool has_answer_ = false;  // bytes of the current answer have come
  bool is_too_large_ = false;
  bool is_head_ = false;
};

}  // namespace bas::net
