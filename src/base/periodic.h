// A job that runs again and again, on a thread of its own.
#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <thread>

#include "base/result.h"

namespace bas {

// Threads: start() and the end from one. A member of this kind stands last, so that the job ends
// before what it uses.
class Periodic {
 public:
  Periodic() = default;
  Periodic(const Periodic&) = delete;  // the job holds on to who started it
  Periodic& operator=(const Periodic&) = delete;

  // Runs at once, and `every` after each end of it until this goes; what is running then is asked
  // to stop and awaited.
  void start(std::chrono::milliseconds every, std::function<void(std::stop_token)> job);

 private:
  std::jthread thread_;
};

// A job that may fail: it is tried again later, and `complaint` goes to the log with the reason.
std::function<void(std::stop_token)> or_complain(std::string complaint,
                                                 std::function<Result<>()> job);

}  // namespace bas
