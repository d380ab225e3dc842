#include "api/followers.h"

namespace bas::api {

void Followers::add(const Id& credential, const std::shared_ptr<net::EventFeed>& feed) {
  const std::lock_guard lock(mutex_);
  std::erase_if(followers_, [](const Follower& follower) { return follower.feed.expired(); });
  followers_.push_back({credential, feed});
}

void Followers::end(const Id& credential) {
  std::vector<std::shared_ptr<net::EventFeed>> ended;
  {
    const std::lock_guard lock(mutex_);
    for (const Follower& follower : followers_) {
      if (follower.credential != credential) continue;
      if (auto feed = follower.feed.lock()) ended.push_back(std::move(feed));
    }
  }
  for (const auto& feed : ended) feed->end(net::Reset::kRights);
}

}  // namespace bas::api
