// Keeps lists honest: fetches what is due, suspends what is stale, withdraws what is left over.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "flow/list_imports.h"
#include "ports/list_source.h"

namespace bas::flow {

// Where a list's file is fetched and how often.
struct DueSource {
  std::unique_ptr<ListSource> source;
  std::chrono::seconds interval{3600};
};
// From List::source; kBadInput when that is no good.
using OpenSource = std::function<Result<DueSource>(const List& list)>;

// Threads: any; a thread of its own looks every `tick`.
class ListKeeper {
 public:
  struct Settings {
    std::chrono::milliseconds tick{5'000};
  };
  struct Parts {
    Lists& lists;
    ListImports& imports;
    RevisionStore& store;
    Verdicts& verdicts;
    HitStore& hits;
    const Clock& clock;
    OpenSource open_source;
  };
  // A failed fetch is tried again after a minute, then two, up to the interval.
  static constexpr std::chrono::seconds kRetryFirst{60};

  explicit ListKeeper(Parts parts) : parts_(std::move(parts)) {}
  ~ListKeeper();

  void start(Settings settings);
  // One round, as the thread makes it.
  void look();

  // Now, whatever the interval says. The revision that begins, or none where the source says that
  // nothing changed. kConflict for a list without a source.
  Result<std::optional<Revision>> sync(const List& list, const Id& by);

  // The list has another source now: what is remembered of the last file belongs to the old one.
  Result<> forget(const Id& list);

 private:
  void run(std::chrono::milliseconds tick);
  Result<> fetch_if_due(const List& list);
  Result<std::optional<Revision>> fetch(const List& list, const Id& by);
  Result<bool> is_latest_applied(const Id& list);
  Result<std::optional<Revision>> take(const List& list, FetchedList fetched, const Id& by);

  Parts parts_;
  std::mutex fetching_;  // one fetch at a time
  std::mutex mutex_;     // guards is_stopping_
  std::condition_variable wake_;
  bool is_stopping_ = false;
  std::stop_source stop_;
  std::thread thread_;
};

}  // namespace bas::flow
