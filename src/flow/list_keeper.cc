#include "flow/list_keeper.h"

#include <algorithm>

#include "base/log.h"

namespace bas::flow {

namespace {

void warn(std::string_view what, const Error& error) {
  log(LogLevel::kWarning, "flow", what, {{"reason", error.text}});
}

// How long after an attempt the next one is due.
std::chrono::seconds pause_after(const FetchState& state, std::chrono::seconds interval) {
  if (state.failures == 0) return interval;
  const auto pause = ListKeeper::kRetryFirst * (1 << std::min(state.failures - 1, 10));
  return std::min(pause, interval);
}

}  // namespace

ListKeeper::~ListKeeper() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  stop_.request_stop();
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void ListKeeper::start(Settings settings) {
  thread_ = std::thread([this, tick = settings.tick] { run(tick); });
}

void ListKeeper::run(std::chrono::milliseconds tick) {
  std::unique_lock lock(mutex_);
  while (!is_stopping_) {
    lock.unlock();
    look();
    lock.lock();
    wake_.wait_for(lock, tick, [this] { return is_stopping_; });
  }
}

void ListKeeper::look() {
  const auto lists = parts_.lists.plain();
  if (!lists) return warn("lists could not be looked at", lists.error());
  for (const List& list : *lists) {
    if (list.source.empty()) continue;
    if (const auto done = fetch_if_due(list); !done) warn("a list was not fetched", done.error());
  }
  if (const auto reviewed = parts_.lists.review(); !reviewed) {
    warn("lists could not be reviewed", reviewed.error());
  }
  const auto left = parts_.hits.ended_entries_with_open_hits();
  if (!left) return warn("left-over hits could not be looked for", left.error());
  if (left->empty()) return;
  if (const auto done = parts_.verdicts.withdraw(*left); !done) {
    warn("left-over hits were not withdrawn", done.error());
  }
}

Result<> ListKeeper::fetch_if_due(const List& list) {
  const auto due = TRY(parts_.open_source(list));
  const auto state = TRY(parts_.store.fetch_state(list.id));
  const bool is_due =
      !state || parts_.clock.now() - state->attempted_at >= pause_after(*state, due.interval);
  if (is_due) TRY(fetch(list, {}));
  return {};
}

Result<std::optional<Revision>> ListKeeper::sync(const List& list, const Id& by) {
  if (list.source.empty()) {
    return fail(ErrorCode::kConflict, "this list has no source: its files are brought to it");
  }
  return fetch(list, by);
}

Result<> ListKeeper::forget(const Id& list) {
  const std::lock_guard lock(fetching_);
  return parts_.store.set_fetch_state(list, {});
}

Result<std::optional<Revision>> ListKeeper::fetch(const List& list, const Id& by) {
  const std::lock_guard lock(fetching_);
  const DueSource due = TRY(parts_.open_source(list));
  FetchState state = TRY(parts_.store.fetch_state(list.id)).value_or(FetchState{});
  state.attempted_at = parts_.clock.now();
  auto fetched = due.source->fetch(state.mark, stop_.get_token());
  if (!fetched) {
    ++state.failures;
    state.failure = fetched.error().text;
    TRY(parts_.store.set_fetch_state(list.id, state));
    return tl::make_unexpected(fetched.error());
  }
  state.failures = 0;
  state.failure.clear();
  state.succeeded_at = state.attempted_at;
  const SourceMark mark = fetched->mark;
  auto taken = take(list, std::move(*fetched), by);
  // A file that could not even be begun is fetched again; what a begun import finds stands in it.
  if (taken) state.mark = mark;
  TRY(parts_.store.set_fetch_state(list.id, state));
  return taken;
}

// That nothing changed since the last file confirms the list only if that file is in force.
Result<bool> ListKeeper::is_latest_applied(const Id& list) {
  constexpr std::size_t kLookAt = 100;
  for (const Revision& revision : TRY(parts_.store.revisions(list, 0, kLookAt))) {
    if (revision.origin == "source") return revision.state == RevisionState::kApplied;
  }
  return false;
}

Result<std::optional<Revision>> ListKeeper::take(const List& list, FetchedList fetched,
                                                 const Id& by) {
  if (!fetched.bytes) {
    if (TRY(is_latest_applied(list.id))) TRY(parts_.lists.confirm_source(list.id, {}));
    return std::nullopt;
  }
  ImportWish wish;
  wish.list = list.id;
  wish.bytes = std::move(*fetched.bytes);
  wish.file_name = std::move(fetched.name);
  wish.origin = "source";
  wish.by = by;
  return TRY(parts_.imports.start(std::move(wish)));
}

}  // namespace bas::flow
