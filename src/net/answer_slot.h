// Where the answer to a connection's current request arrives, from whatever thread.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "net/http.h"
#include "net/loop.h"

namespace bas::net {

// Threads: open() and wait() on the loop's thread; the Respond and abandon() from any.
class AnswerSlot : public std::enable_shared_from_this<AnswerSlot> {
 public:
  explicit AnswerSlot(std::shared_ptr<Loop> loop) : signal_(std::move(loop)) {}

  // A fresh one-shot; answers to earlier ones are ignored from now on. When the last copy goes
  // without having been called, the answer is 500.
  Respond open();
  Task<Response> wait();

  // Answers the current request with 503, if nothing else has.
  void abandon();

 private:
  class Ticket;
  void fill(std::uint64_t number, Response response);
  bool take(Response& into);

  Signal signal_;
  std::mutex mutex_;
  std::uint64_t number_ = 0;
  std::optional<Response> response_;
};

}  // namespace bas::net
