// How much memory the bodies of requests may take together while they arrive and until they are
// answered. For .cc files of this folder only.
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace bas::net {

// A body of at most this many bytes counts as small.
inline constexpr std::size_t kSmallBodyBytes = 64 * 1024;

class BodyShare;

// An eighth is kept for small bodies, so that they pass while large ones wait; they may use the
// rest as well. As much as one longest body is kept for the *finisher*: of all requests that hold a
// part and need more (chunked ones, whose length nobody knows), one at a time may grow into it.
// It can always finish, and so, one after the other, can all. A body of known length takes
// all it needs before its first byte, and never waits with something in hand.
// Threads: any. Cost: one compare-and-swap to take and one to give back while nobody waits.
class BodyBudget {
 public:
  // `bytes_max` is raised to three times `body_bytes_max`, the longest single body.
  BodyBudget(std::size_t bytes_max, std::size_t body_bytes_max);

  std::size_t held() const { return small_.held.load() + large_.held.load(); }
  std::size_t bytes_max() const { return small_.max + large_.max + finisher_bytes_; }

 private:
  friend class BodyShare;
  struct Pool {
    std::size_t max = 0;
    std::atomic<std::size_t> held{0};
    bool take(std::size_t bytes, std::size_t limit);
  };
  enum class Line { kEmpty, kStanding };

  bool take(BodyShare& share, Line line);
  bool take_small(BodyShare& share);
  bool take_large(BodyShare& share);
  bool wait(BodyShare& share);
  void leave(BodyShare& share);
  void give_back(BodyShare& share);
  void serve();
  using Take = std::function<bool(BodyShare&)>;
  static std::size_t serve_line(std::deque<BodyShare*>& line, const Take& take);

  const std::size_t finisher_bytes_;
  Pool small_;
  Pool large_;
  std::atomic<bool> has_finisher_{false};
  std::atomic<std::size_t> waiting_{0};
  std::mutex mutex_;  // of the lines and of the shares that stand in them
  std::deque<BodyShare*> small_line_;
  std::deque<BodyShare*> large_line_;
};

// What one request holds. Threads: its connection's; `wake` is called from any.
class BodyShare {
 public:
  BodyShare(BodyBudget& budget, std::function<void()> wake)
      : budget_(budget), wake_(std::move(wake)) {}
  ~BodyShare() { release(); }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;

  // Holds `bytes` in all, at once (true) or later: then `wake` is called once it does, and the
  // share is not to be extended again before. At most the `body_bytes_max` of the budget.
  bool extend_to(std::size_t bytes);
  bool is_waiting() const;
  std::size_t bytes() const { return small_ + large_; }
  // Gives everything back, and waits no longer.
  void release();

 private:
  friend class BodyBudget;

  BodyBudget& budget_;
  const std::function<void()> wake_;
  std::size_t small_ = 0;
  std::size_t large_ = 0;
  std::size_t wanted_ = 0;
  bool is_finisher_ = false;
  bool has_waited_ = false;
  bool is_in_line_ = false;  // guarded by the budget's mutex
};

}  // namespace bas::net
