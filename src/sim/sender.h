// Hands messages to the server and keeps count of what became of them.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "net/http_client.h"
#include "sim/delays.h"
#include "sim/hit_book.h"
#include "sim/simulate.h"

namespace bas::sim {

// One message for one camera. The bytes never change, however often it is sent.
struct Outgoing {
  std::string url;
  std::string content_type;
  std::shared_ptr<const std::string> body;
  int reads = 1;
  int attempt = 0;
  SteadyTime due_at;
  std::vector<std::string> awaited;  // keys of reads that should become hits
};

// Threads: any. Must be destroyed before `book`.
class Sender {
 public:
  static Result<std::unique_ptr<Sender>> open(int connections, HitBook& book);

  // Takes the message or, when too much is under way already, counts it as failed.
  void send(Outgoing message);
  // Sends again what is due to be sent again by `now`; the time of the next one.
  std::optional<SteadyTime> send_again(SteadyTime now);

  // Messages without an answer, those waiting to be sent again included.
  std::size_t under_way() const;
  std::uint64_t reads_under_way() const;
  std::uint64_t acknowledged() const;
  std::uint64_t sent() const;
  // Adds counts, delays and errors.
  void report_to(RunReport& report) const;

 private:
  struct Again {
    SteadyTime at;
    std::shared_ptr<Outgoing> message;
    bool operator>(const Again& other) const { return at > other.at; }
  };

  explicit Sender(HitBook& book) : book_(book) {}
  void transmit(const std::shared_ptr<Outgoing>& message);
  void settle(const std::shared_ptr<Outgoing>& message, Result<net::ClientResponse> answer);
  void count_answer(const Outgoing& message, const net::ClientResponse& answer);
  void retry_or_fail(const std::shared_ptr<Outgoing>& message, const std::string& why);
  void end(const Outgoing& message);
  void note(const std::string& error);

  HitBook& book_;
  mutable std::mutex mutex_;  // guards all below but client_
  RunReport counts_;
  DelayHistogram acknowledge_;
  DelayHistogram answer_;
  std::priority_queue<Again, std::vector<Again>, std::greater<>> again_;
  std::size_t under_way_ = 0;
  std::size_t bytes_under_way_ = 0;
  std::uint64_t reads_under_way_ = 0;
  std::unique_ptr<net::HttpClient> client_;
};

}  // namespace bas::sim
