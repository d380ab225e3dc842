#include "control_sql/write_turn.h"

namespace bas::control_sql {

WriteTurn::Held::Held(WriteTurn& turn, Urgency urgency) : turn_(turn) { turn_.take(urgency); }
WriteTurn::Held::~Held() { turn_.give_back(); }

void WriteTurn::take(Urgency urgency) {
  std::unique_lock lock(mutex_);
  if (urgency == Urgency::kHits) {
    ++hits_waiting_;
    changed_.wait(lock, [this] { return !is_taken_; });
    --hits_waiting_;
  } else {
    changed_.wait(lock, [this] { return !is_taken_ && hits_waiting_ == 0; });
  }
  is_taken_ = true;
}

void WriteTurn::give_back() {
  {
    const std::lock_guard lock(mutex_);
    is_taken_ = false;
  }
  changed_.notify_all();
}

}  // namespace bas::control_sql
