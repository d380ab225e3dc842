#include "net/body_budget.h"

#include <algorithm>
#include <limits>

#include "base/check.h"

namespace bas::net {
namespace {

std::size_t longest_of(std::size_t body_bytes_max) {
  return std::min(body_bytes_max, std::numeric_limits<std::size_t>::max() / 4);
}

}  // namespace

BodyBudget::BodyBudget(std::size_t bytes_max, std::size_t body_bytes_max)
    : finisher_bytes_(longest_of(body_bytes_max)) {
  const std::size_t all = std::max(bytes_max, 3 * finisher_bytes_);
  small_.max = all / 8;
  large_.max = all - small_.max - finisher_bytes_;
}

bool BodyBudget::Pool::take(std::size_t bytes, std::size_t limit) {
  std::size_t before = held.load();
  while (bytes <= limit && before <= limit - bytes) {
    if (held.compare_exchange_weak(before, before + bytes)) return true;
  }
  return false;
}

// Who holds a part already is let through; a newcomer does not overtake those who wait.
bool BodyBudget::take(BodyShare& share, Line line) {
  const bool may_enter = line == Line::kEmpty || share.bytes() > 0;
  return take_small(share) || (may_enter && take_large(share));
}

bool BodyBudget::take_small(BodyShare& share) {
  if (share.wanted_ > kSmallBodyBytes || share.bytes() > 0) return false;
  if (!small_.take(share.wanted_, small_.max)) return false;
  share.small_ = share.wanted_;
  return true;
}

bool BodyBudget::take_large(BodyShare& share) {
  const std::size_t more = share.wanted_ - share.large_;
  if (share.is_finisher_) {
    large_.held += more;
  } else if (!large_.take(more, large_.max)) {
    const bool holds_a_part = share.bytes() > 0;
    if (!holds_a_part || has_finisher_.exchange(true)) return false;
    share.is_finisher_ = true;
    large_.held += more;
  }
  share.large_ = share.wanted_;
  small_.held -= share.small_;
  share.small_ = 0;
  return true;
}

// True when there is enough after all.
bool BodyBudget::wait(BodyShare& share) {
  const std::lock_guard lock(mutex_);
  ++waiting_;  // before the second look: who gives back from now on serves the lines
  if (take(share, large_line_.empty() ? Line::kEmpty : Line::kStanding)) {
    --waiting_;
    return true;
  }
  share.has_waited_ = true;
  share.is_in_line_ = true;
  if (share.bytes() > 0) {
    large_line_.push_front(&share);
  } else {
    (share.wanted_ <= kSmallBodyBytes ? small_line_ : large_line_).push_back(&share);
  }
  return false;
}

void BodyBudget::leave(BodyShare& share) {
  const std::lock_guard lock(mutex_);
  if (!share.is_in_line_) return;
  share.is_in_line_ = false;
  if (std::erase(small_line_, &share) == 0) std::erase(large_line_, &share);
  --waiting_;
}

void BodyBudget::give_back(BodyShare& share) {
  small_.held -= share.small_;
  large_.held -= share.large_;
  if (share.is_finisher_) has_finisher_ = false;
  share.small_ = 0;
  share.large_ = 0;
  share.is_finisher_ = false;
  if (waiting_ > 0) serve();
}

void BodyBudget::serve() {
  const std::lock_guard lock(mutex_);
  waiting_ -= serve_line(large_line_, [this](BodyShare& share) { return take_large(share); });
  waiting_ -= serve_line(small_line_, [this](BodyShare& share) {
    return take_small(share) || (large_line_.empty() && take_large(share));
  });
}

std::size_t BodyBudget::serve_line(std::deque<BodyShare*>& line, const Take& take) {
  std::size_t served = 0;
  while (!line.empty() && take(*line.front())) {
    BodyShare& share = *line.front();
    line.pop_front();
    share.is_in_line_ = false;
    share.wake_();
    ++served;
  }
  return served;
}

bool BodyShare::extend_to(std::size_t bytes) {
  check(bytes <= budget_.finisher_bytes_);
  if (bytes <= this->bytes()) return true;
  wanted_ = bytes;
  const bool had_small = small_ > 0;
  const auto line = budget_.waiting_ == 0 ? BodyBudget::Line::kEmpty : BodyBudget::Line::kStanding;
  if (!budget_.take(*this, line) && !budget_.wait(*this)) return false;
  if (had_small && budget_.waiting_ > 0) budget_.serve();
  return true;
}

bool BodyShare::is_waiting() const {
  if (!has_waited_) return false;
  const std::lock_guard lock(budget_.mutex_);
  return is_in_line_;
}

void BodyShare::release() {
  if (wanted_ == 0) return;
  if (has_waited_) budget_.leave(*this);
  budget_.give_back(*this);
  wanted_ = 0;
  has_waited_ = false;
}

}  // namespace bas::net
