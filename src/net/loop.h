// One network thread: an Asio context, what lives on it, and the wake-ups that reach it from other
// threads. For .cc files of this folder only.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>

namespace bas::net {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using SteadyTime = std::chrono::steady_clock::time_point;
// Concrete executors instead of type-erased ones: a third fewer instructions per operation.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<tcp, Executor>;
template <typename T>
using Task = asio::awaitable<T, Executor>;
// `auto [error, bytes] = co_await socket.async_read_some(buffer, kAwait);`
inline constexpr asio::as_tuple_t<asio::use_awaitable_t<Executor>> kAwait{};

// Something with deadlines that lives on a loop. Called on the loop's thread only.
class LoopMember {
 public:
  virtual ~LoopMember() = default;
  virtual void sweep(SteadyTime now) = 0;  // about four times a second
  virtual void stop_softly() = 0;          // finish what is in hand, then end
  virtual void stop_now() = 0;             // end at once
};

// Threads: post() and the constructor from any; `members` and date() on the loop's thread.
class Loop {
 public:
  Loop();
  ~Loop();  // end() must have been called from another thread

  asio::io_context& context() { return context_; }
  Executor executor() { return context_.get_executor(); }
  void post(std::function<void()> work);
  bool is_this_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

  void add(LoopMember* member) { members_.insert(member); }
  void remove(LoopMember* member) { members_.erase(member); }
  void each(const std::function<void(LoopMember&)>& visit);

  // The value of a Date header (RFC 9110 section 5.6.7), at most a quarter second old.
  const std::string& date() const { return date_; }

  // Lets the thread end once nothing is left to do, and waits for it.
  void end();

 private:
  void run();
  void sweep();

  asio::io_context context_{1};
  asio::executor_work_guard<Executor> work_;
  asio::basic_waitable_timer<std::chrono::steady_clock,
                             asio::wait_traits<std::chrono::steady_clock>, Executor>
      timer_;
  std::unordered_set<LoopMember*> members_;
  std::string date_;
  bool ending_ = false;
  std::thread thread_;
};

// Keeps a member known to its loop. On the loop's thread.
class Membership {
 public:
  Membership(Loop& loop, LoopMember* member) : loop_(loop), member_(member) { loop_.add(member_); }
  ~Membership() { loop_.remove(member_); }
  Membership(const Membership&) = delete;
  Membership& operator=(const Membership&) = delete;

 private:
  Loop& loop_;
  LoopMember* member_;
};

// Wakes the one coroutine that waits for it, from any thread. A set() before the wait counts.
class Signal {
 public:
  explicit Signal(std::shared_ptr<Loop> loop) : loop_(std::move(loop)) {}
  void set();
  Task<void> wait();  // on the loop's thread

 private:
  bool consume();
  void park(std::function<void()> resume);

  std::shared_ptr<Loop> loop_;
  std::mutex mutex_;
  bool is_set_ = false;
  std::function<void()> resume_;
};

}  // namespace bas::net
