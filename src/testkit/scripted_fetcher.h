// A network that answers by script and remembers what it was asked.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "fetch/fetcher.h"

namespace bas::testkit {

// Threads: any. Answers of one URL come in the order in which they were added; the last one stays.
// A URL without answers is a machine that is down. `bytes_max` is kept as a real fetcher does.
class ScriptedFetcher final : public fetch::Fetcher {
 public:
  void answer(const std::string& url, fetch::Answer answer) { add(url, std::move(answer)); }
  void answer(const std::string& url, std::string body) {
    add(url, fetch::Answer{200, {}, std::move(body)});
  }
  void fail_with(const std::string& url, Error error) {
    add(url, tl::make_unexpected(std::move(error)));
  }
  // Forgets the answers of all URLs, not what was asked.
  void forget_answers() {
    const std::lock_guard lock(mutex_);
    answers_.clear();
  }

  // Everything asked so far, in order.
  std::vector<fetch::Request> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  Result<fetch::Answer> fetch(const fetch::Request& request, std::stop_token stop) override {
    const std::lock_guard lock(mutex_);
    requests_.push_back(request);
    if (stop.stop_requested()) return fail(ErrorCode::kUnavailable, "stopped while asking");
    const auto found = answers_.find(request.url);
    if (found == answers_.end()) return fail(ErrorCode::kUnavailable, "nobody listens there");
    Result<fetch::Answer> answer = found->second.front();
    if (found->second.size() > 1) found->second.pop_front();
    if (answer && answer->body.size() > request.limits.bytes_max) {
      return fail(ErrorCode::kTooLarge, "more bytes than bytes_max");
    }
    return answer;
  }

 private:
  void add(const std::string& url, Result<fetch::Answer> answer) {
    const std::lock_guard lock(mutex_);
    answers_[url].push_back(std::move(answer));
  }

  mutable std::mutex mutex_;
  std::map<std::string, std::deque<Result<fetch::Answer>>> answers_;
  std::vector<fetch::Request> requests_;
};

}  // namespace bas::testkit
