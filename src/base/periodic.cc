#include "base/periodic.h"

#include <condition_variable>
#include <mutex>
#include <utility>

#include "base/log.h"

namespace bas {

namespace {

void run_until(std::stop_token stop, std::chrono::milliseconds every,
               const std::function<void(std::stop_token)>& job) {
  std::mutex waiting;
  std::condition_variable_any wake;
  std::unique_lock lock(waiting);
  while (!stop.stop_requested()) {
    job(stop);
    wake.wait_for(lock, stop, every, [] { return false; });
  }
}

}  // namespace

void Periodic::start(std::chrono::milliseconds every, std::function<void(std::stop_token)> job) {
  thread_ = std::jthread([every, job = std::move(job)](std::stop_token stop) {
    run_until(std::move(stop), every, job);
  });
}

std::function<void(std::stop_token)> or_complain(std::string complaint,
                                                 std::function<Result<>()> job) {
  return [complaint = std::move(complaint), job = std::move(job)](const std::stop_token&) {
    if (const auto done = job(); !done) {
      log(LogLevel::kError, "jobs", complaint, {{"reason", done.error().text}});
    }
  };
}

}  // namespace bas
