// Desks that remember what they were told.
#pragma once

#include <mutex>
#include <vector>

#include "ports/desks.h"

namespace bas::testkit {

// Threads: any.
class RecordingDesks final : public Desks {
 public:
  struct Told {
    Hit hit;
    Incident incident;
    Read read;
  };

  void hit_created(const HitNews& news) override {
    const std::lock_guard lock(mutex_);
    told_.push_back({news.hit, news.incident, news.read});
  }

  void hit_changed(const HitNews& news) override {
    const std::lock_guard lock(mutex_);
    changed_.push_back({news.hit, news.incident, news.read});
  }
  void list_changed(const List& list) override {
    const std::lock_guard lock(mutex_);
    lists_.push_back(list);
  }

  std::vector<Told> changed() const {
    const std::lock_guard lock(mutex_);
    return changed_;
  }
  std::vector<List> lists() const {
    const std::lock_guard lock(mutex_);
    return lists_;
  }
  std::vector<Told> told() const {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  std::vector<Hit> hits() const {
    std::vector<Hit> hits;
    for (const Told& one : told()) hits.push_back(one.hit);
    return hits;
  }

 private:
  mutable std::mutex mutex_;  // guards what follows
  std::vector<Told> told_;
  std::vector<Told> changed_;
  std::vector<List> lists_;
};

}  // namespace bas::testkit
