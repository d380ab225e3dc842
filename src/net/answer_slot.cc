#include "net/answer_slot.h"

#include <atomic>

#include "net/problem.h"

namespace bas::net {

class AnswerSlot::Ticket {
 public:
  Ticket(std::shared_ptr<AnswerSlot> slot, std::uint64_t number)
      : slot_(std::move(slot)), number_(number) {}
  Ticket(const Ticket&) = delete;
  Ticket& operator=(const Ticket&) = delete;
  ~Ticket() {
    if (used_.exchange(true)) return;
    slot_->fill(number_, problem(Problem{500,
                                         "internal",
                                         "The server failed",
                                         "The request was dropped without an answer.",
                                         {}}));
  }

  void use(Response response) {
    if (!used_.exchange(true)) slot_->fill(number_, std::move(response));
  }

 private:
  std::shared_ptr<AnswerSlot> slot_;
  std::uint64_t number_;
  std::atomic<bool> used_{false};
};

Respond AnswerSlot::open() {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = ++number_;
    response_.reset();
  }
  return [ticket = std::make_shared<Ticket>(shared_from_this(), number)](Response response) {
    ticket->use(std::move(response));
  };
}

void AnswerSlot::fill(std::uint64_t number, Response response) {
  {
    const std::lock_guard lock(mutex_);
    if (number != number_ || response_) return;
    response_ = std::move(response);
  }
  signal_.set();
}

void AnswerSlot::abandon() {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = number_;
  }
  fill(number, problem(Problem{503, "stopping", "The server is stopping", "Try again.", {}}));
}

bool AnswerSlot::take(Response& into) {
  const std::lock_guard lock(mutex_);
  if (!response_) return false;
  into = std::move(*response_);
  response_.reset();
  ++number_;  // this request is answered: nothing may fill the slot again
  return true;
}

Task<Response> AnswerSlot::wait() {
  Response response;
  while (!take(response)) co_await signal_.wait();
  co_return response;
}

}  // namespace bas::net
