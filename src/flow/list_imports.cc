#include "flow/list_imports.h"

#include "base/background.h"
#include "base/encode.h"
#include "base/log.h"

namespace bas::flow {

namespace {

bool is_json(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

bool is_mapping(std::string_view text) {
  return text.empty() || (!is_json(text) && text.find('=') != std::string_view::npos);
}

// A mapping says nothing of what a file leaves out, so it only adds.
ImportMode mode_of(std::string_view text, const profiles::Profile& profile) {
  if (is_mapping(text)) return ImportMode::kMerge;
  return profile.mode == profiles::Mode::kFull ? ImportMode::kFull : ImportMode::kDelta;
}

}  // namespace

Result<profiles::Profile> profile_from(std::string_view text) {
  if (is_json(text)) return profiles::Profile::parse(text);
  if (is_mapping(text)) return profiles::Profile::from_mapping(text);
  return profiles::Profile::named(text);
}

ListImports::ListImports(Parts parts) : parts_(parts), thread_([this] { work(); }) {}

ListImports::~ListImports() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
    if (running_) running_->stop.request_stop();
    for (const auto& job : waiting_) job->stop.request_stop();
  }
  changed_.notify_all();
  thread_.join();
}

Result<Revision> ListImports::start(ImportWish wish) {
  const List list = TRY(parts_.lists.with_id(wish.list));
  return enqueue(std::move(wish), list);
}

Result<Revision> ListImports::enqueue(ImportWish wish, const List& list) {
  const std::string& profile_text = wish.profile.empty() ? list.profile : wish.profile;
  auto job = std::make_shared<Job>();
  job->import.list = list;
  job->import.profile = TRY(profile_from(profile_text));
  job->import.mode = wish.mode.value_or(mode_of(profile_text, job->import.profile));
  job->import.effect = wish.effect;
  job->import.shrink = wish.shrink;
  Revision revision;
  revision.list = list.id;
  revision.mode = job->import.mode;
  revision.origin = std::move(wish.origin);
  revision.by = wish.by;
  revision.file_name = std::move(wish.file_name);
  revision.file_sha256 = to_hex(sha256(wish.bytes));
  job->import.bytes = std::move(wish.bytes);
  const std::lock_guard lock(mutex_);
  if (is_stopping_ || waiting_.size() >= kWaitingMax ||
      waiting_bytes_ + job->import.bytes.size() > kWaitingBytesMax) {
    return fail(ErrorCode::kUnavailable, "too many imports wait already: try again later");
  }
  job->import.revision = TRY(parts_.run.revisions.begin(std::move(revision)));
  job->name = name_of(job->import.revision);
  waiting_bytes_ += job->import.bytes.size();
  waiting_.push_back(job);
  changed_.notify_all();
  return job->import.revision;
}

Result<Revision> ListImports::confirm(const RevisionName& name, const Id& by) {
  Revision held = TRY(parts_.run.revisions.revision(name));
  if (held.state != RevisionState::kHeld) {
    return fail(ErrorCode::kConflict, "this revision does not wait for anybody");
  }
  ImportWish wish;
  wish.list = name.list;
  wish.bytes = TRY(parts_.run.revisions.held(name));
  wish.file_name = held.file_name;
  wish.mode = held.mode;
  wish.shrink = ShrinkRule::kAccept;
  wish.origin = held.origin;
  wish.by = by;
  Revision started = TRY(start(std::move(wish)));
  TRY(parts_.run.revisions.let_go(name));
  TRY(parts_.run.revisions.end(held, RevisionState::kRefused,
                               "confirmed by a person and applied as a revision of its own"));
  return started;
}

Result<> ListImports::discard(const RevisionName& name) {
  Revision held = TRY(parts_.run.revisions.revision(name));
  if (held.state != RevisionState::kHeld) {
    return fail(ErrorCode::kConflict, "this revision does not wait for anybody");
  }
  TRY(parts_.run.revisions.let_go(name));
  return parts_.run.revisions.end(held, RevisionState::kCancelled, "discarded by a person");
}

Result<> ListImports::cancel(const RevisionName& name) {
  const std::lock_guard lock(mutex_);
  const auto job = job_of(name);
  if (!job) return fail(ErrorCode::kConflict, "this revision has ended already");
  job->stop.request_stop();
  return {};
}

Result<ImportState> ListImports::state(const RevisionName& name) const {
  ImportState state{TRY(parts_.run.revisions.revision(name))};
  const std::lock_guard lock(mutex_);
  if (const auto job = job_of(name)) {
    state.bytes_done = job->progress.bytes_done;
    state.bytes = job->progress.bytes;
  }
  return state;
}

void ListImports::wait() const {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() && !running_; });
}

std::shared_ptr<ListImports::Job> ListImports::job_of(const RevisionName& name) const {
  const auto is_it = [&](const std::shared_ptr<Job>& job) {
    return job && job->name.list == name.list && job->name.number == name.number;
  };
  if (is_it(running_)) return running_;
  for (const auto& job : waiting_) {
    if (is_it(job)) return job;
  }
  return nullptr;
}

void ListImports::work() {
  step_back();
  while (true) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    running_ = std::move(waiting_.front());
    waiting_.pop_front();
    waiting_bytes_ -= running_->import.bytes.size();
    Job& job = *running_;
    lock.unlock();
    run(job);
    lock.lock();
    running_.reset();
    changed_.notify_all();
  }
}

void ListImports::run(Job& job) {
  const Id list = job.name.list;
  // As it is now: an import before this one may have changed its revision.
  auto current = parts_.lists.with_id(list);
  if (current) job.import.list = std::move(*current);
  ImportRun import(parts_.run, std::move(job.import), job.progress);
  auto ended = import.run(job.stop.get_token());
  const bool is_confirmed = ended && ended->state == RevisionState::kApplied &&
                            (ended->mode != ImportMode::kMerge || ended->origin == "source");
  current = is_confirmed ? parts_.lists.confirm_source(list, ended->source_revision)
                         : parts_.lists.with_id(list);
  if (current) parts_.desks.list_changed(*current);
  if (!ended || !current) {
    log(LogLevel::kError, "flow", "an import could not be brought to its end",
        {{"list", to_string(list)}, {"reason", ended ? current.error().text : ended.error().text}});
  }
}

}  // namespace bas::flow
