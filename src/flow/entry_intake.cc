#include "flow/entry_intake.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace bas::flow {

namespace {

// Written at once: a hit that is to be recorded waits for no more than these.
constexpr std::size_t kPortion = 200;

// The first bytes of a token as a number in the same order. Tokens that differ only behind them
// come as once in 2^64: they are then in the order of the file.
std::uint64_t head_of(std::string_view token) {
  std::uint64_t head = 0;
  for (const char byte : token.substr(0, sizeof head)) {
    head = head << 8U | static_cast<unsigned char>(byte);
  }
  return head;
}

}  // namespace

EntryIntake::EntryIntake(const Settings& settings)
    : settings_(settings), ids_(settings.random), writer_([this] { work(); }) {}

EntryIntake::~EntryIntake() {
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
  }
  changed_.notify_all();
  writer_.join();
}

Result<> EntryIntake::take(const Entry& entry) {
  gathered_.push_back(TRY(settings_.entries.prepare(entry)));
  return gathered_.size() < settings_.gathered_max ? Result<>{} : hand_on();
}

Result<> EntryIntake::finish() {
  TRY(hand_on());
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !is_writing_; });
  return outcome_;
}

EntryIntake::Counts EntryIntake::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

Result<> EntryIntake::hand_on() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty(); });
  waiting_ = std::exchange(gathered_, {});
  changed_.notify_all();
  return outcome_;
}

void EntryIntake::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    Gathered gathered = std::exchange(waiting_, {});
    is_writing_ = true;
    changed_.notify_all();
    const bool has_failed = !outcome_;
    lock.unlock();
    auto written = has_failed ? Result<>{} : write(std::move(gathered));
    lock.lock();
    if (!written) outcome_ = std::move(written);
    is_writing_ = false;
    changed_.notify_all();
  }
}

Result<> EntryIntake::write(Gathered gathered) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order(gathered.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = {head_of(gathered[i].sealed.token), i};
  std::ranges::sort(order);
  Gathered portion;
  for (const auto& [head, at] : order) {
    gathered[at].sealed.id = ids_.next(settings_.write.at);
    portion.push_back(std::move(gathered[at]));
    if (portion.size() == kPortion) TRY(put(std::exchange(portion, {})));
  }
  return put(std::move(portion));
}

Result<> EntryIntake::put(Gathered portion) {
  if (portion.empty()) return {};
  const auto outcomes = settings_.effect == ImportEffect::kApply
                            ? TRY(settings_.entries.put(std::move(portion), settings_.write))
                            : TRY(settings_.entries.preview(std::move(portion)));
  const std::lock_guard lock(mutex_);
  for (const PutEntry& outcome : outcomes) {
    switch (outcome.change) {
      case EntryChange::kAdded: ++counts_.added; break;
      case EntryChange::kChanged: ++counts_.changed; break;
      case EntryChange::kUnchanged: ++counts_.unchanged; break;
    }
  }
  return {};
}

}  // namespace bas::flow
