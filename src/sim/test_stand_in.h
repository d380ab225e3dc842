// A server with the addresses a run needs and nothing behind them, for tests.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "base/clock.h"
#include "net/event_hub.h"
#include "net/server.h"

namespace bas::sim {

class StandIn {
 public:
  StandIn();
  ~StandIn() { server_->stop(); }

  std::string url() const;
  std::set<std::string> events() {
    const std::lock_guard lock(mutex_);
    return events_;
  }
  std::size_t listed() {
    const std::lock_guard lock(mutex_);
    return listed_.size();
  }

  std::atomic<int> refuse_first = 0;  // of the messages: so many are answered 503
  std::atomic<int> messages = 0;
  std::atomic<int> repeated = 0;  // reads that had been taken before
  std::atomic<int> new_keys = 0;
  std::atomic<int> undecoded = 0;

 private:
  using Json = nlohmann::json;
  using Answer = std::function<net::Response(const net::Request&)>;
  using Things = std::map<std::string, Json>;  // by name

  void add(net::Router& router, std::string method, std::string pattern, Answer answer);

  net::Response create(Things& things, const net::Request& request, const char* name);

  net::Response list(const Things& things);

  net::Response import(const net::Request& request);

  net::Response take(const net::Request& request);

  SystemClock clock_;
  net::EventHub hub_;
  std::mutex mutex_;  // guards the rest but server_
  Things zones_, sites_, cameras_, lists_;
  std::set<std::string> listed_;
  std::set<std::string> events_;
  int ids_ = 0;
  std::unique_ptr<net::Server> server_;
};

}  // namespace bas::sim
