#include "control_sql/checkpointer.h"

#include "base/background.h"
#include "base/log.h"

namespace bas::control_sql {

Checkpointer::Checkpointer(const Settings& settings)
    : settings_(settings), fold_at_(settings.fold_at_pages), thread_([this] { work(); }) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Checkpointer::note(int pages) {
  const std::lock_guard lock(mutex_);
  if (pages < pages_) fold_at_ = settings_.fold_at_pages;  // it has started anew
  pages_ = pages;
  if (pages_ >= fold_at_) changed_.notify_all();
}

void Checkpointer::work() {
  step_back();
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_stopping_ || pages_ >= fold_at_; });
    if (is_stopping_) return;
    lock.unlock();
    fold();
    lock.lock();
    fold_at_ = pages_ + settings_.again_after_pages;
  }
}

void Checkpointer::fold() {
  const auto once = [](soci::session& session) -> Result<> {
    dialect::checkpoint(session);
    return {};
  };
  auto folded = settings_.upkeep.read(once);
  if (folded) {
    const WriteTurn::Held turn(settings_.turn, Urgency::kOther);
    folded = settings_.upkeep.read(once);
  }
  if (!folded) {
    log(LogLevel::kWarning, "control_sql", "the log of the database was not folded in",
        {{"reason", folded.error().text}});
  }
}

}  // namespace bas::control_sql
