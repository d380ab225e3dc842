#include "net/loop.h"

#include <fmt/chrono.h>

#include <boost/asio/post.hpp>
#include <vector>

namespace bas::net {
namespace {

constexpr std::chrono::milliseconds kSweepEvery{250};

std::string http_date() {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

}  // namespace

Loop::Loop()
    : work_(context_.get_executor()),
      timer_(context_.get_executor()),
      date_(http_date()),
      thread_([this] { run(); }) {}

Loop::~Loop() {
  if (thread_.joinable()) end();
}

void Loop::run() {
  sweep();
  context_.run();
}

void Loop::post(std::function<void()> work) { asio::post(context_, std::move(work)); }

void Loop::each(const std::function<void(LoopMember&)>& visit) {
  const std::vector<LoopMember*> present(members_.begin(), members_.end());
  for (LoopMember* member : present) {
    if (members_.contains(member)) visit(*member);
  }
}

void Loop::sweep() {
  date_ = http_date();
  const SteadyTime now = std::chrono::steady_clock::now();
  each([&](LoopMember& member) { member.sweep(now); });
  if (ending_) return;
  timer_.expires_after(kSweepEvery);
  timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) sweep();
  });
}

void Loop::end() {
  post([this] {
    ending_ = true;
    timer_.cancel();
    work_.reset();
  });
  thread_.join();
}

void Signal::set() {
  std::function<void()> resume;
  {
    const std::lock_guard lock(mutex_);
    if (!resume_) {
      is_set_ = true;
      return;
    }
    resume = std::exchange(resume_, nullptr);
  }
  loop_->post(std::move(resume));
}

bool Signal::consume() {
  const std::lock_guard lock(mutex_);
  return std::exchange(is_set_, false);
}

void Signal::park(std::function<void()> resume) {
  {
    const std::lock_guard lock(mutex_);
    if (!is_set_) {
      resume_ = std::move(resume);
      return;
    }
    is_set_ = false;
  }
  loop_->post(std::move(resume));
}

Task<void> Signal::wait() {
  if (consume()) co_return;
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
      [this](auto handler) {
        // std::function wants a copyable target; the handler can only be moved.
        auto held = std::make_shared<decltype(handler)>(std::move(handler));
        park([held] { std::move (*held)(); });
      },
      asio::use_awaitable_t<Executor>{});
}

}  // namespace bas::net
