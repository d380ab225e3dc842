// The event streams that are open, each by the session or token it was opened with.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "model/account.h"
#include "net/event_hub.h"

namespace bas::api {

// Threads: any. Costs a walk over the open streams at each call.
class Followers {
 public:
  void add(const Id& credential, const std::shared_ptr<net::EventFeed>& feed);

  // Ends what was opened by that credential with `reset` rights.
  void end(const Id& credential);
  void end_all(const std::vector<Credential>& credentials) {
    for (const Credential& one : credentials) end(one.id);
  }

 private:
  struct Follower {
    Id credential;
    std::weak_ptr<net::EventFeed> feed;
  };
  std::mutex mutex_;  // guards followers_
  std::vector<Follower> followers_;
};

}  // namespace bas::api
