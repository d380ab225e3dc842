#include "sim/hit_book.h"

#include <fmt/format.h>

namespace bas::sim {
namespace {

constexpr std::chrono::seconds kKept{60};
constexpr std::chrono::seconds kForgetEvery{10};

}  // namespace

std::string read_key(std::string_view camera_id, UtcTime captured_at) {
  return fmt::format("{}|{}", camera_id, captured_at.time_since_epoch().count());
}

void HitBook::sent(const std::string& key, SteadyTime at) {
  const std::lock_guard lock(mutex_);
  Line& line = lines_[key];
  line.is_sent = true;
  line.sent_at = at;
  line.touched_at = at;
  for (const SteadyTime arrived_at : line.waiting) delays_.record(arrived_at - at);
  line.waiting.clear();
  forget(at);
}

void HitBook::arrived(const std::string& key, SteadyTime at) {
  const std::lock_guard lock(mutex_);
  ++arrivals_;
  Line& line = lines_[key];
  line.touched_at = at;
  if (line.is_sent) {
    delays_.record(at - line.sent_at);
  } else {
    line.waiting.push_back(at);
  }
  forget(at);
}

void HitBook::forget(SteadyTime now) {
  if (now < forgotten_at_ + kForgetEvery) return;
  forgotten_at_ = now;
  absl::erase_if(lines_, [&](const auto& entry) {
    const Line& line = entry.second;
    if (now < line.touched_at + kKept) return false;
    unmatched_ += line.waiting.size();
    return true;
  });
}

Delays HitBook::summary() const {
  const std::lock_guard lock(mutex_);
  return delays_.summary();
}

std::uint64_t HitBook::arrivals() const {
  const std::lock_guard lock(mutex_);
  return arrivals_;
}

std::uint64_t HitBook::unmatched() const {
  const std::lock_guard lock(mutex_);
  std::uint64_t count = unmatched_;
  for (const auto& [key, line] : lines_) count += line.waiting.size();
  return count;
}

}  // namespace bas::sim
