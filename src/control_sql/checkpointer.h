// Folds the log of the database into its main file, beside those who write.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "control_sql/connection.h"

namespace bas::control_sql {

// Done by whoever commits, as SQLite would, a hit waits for tens of megabytes to be copied and
// synced. Here most is copied without the turn; only what was written meanwhile is copied within
// it, so that the log can start anew.
// Threads: note() any; it folds on a thread of its own.
class Checkpointer {
 public:
  struct Settings {
    Connection& upkeep;  // used by nobody else
    WriteTurn& turn;
    // Pages of 4 KiB. More: an import writes each page of the main file fewer times; fewer: each
    // sync of it is short, and reads, whose own sync waits behind it, notice less (64 MiB at once
    // cost a desk 50 ms, 2 MiB 4 ms).
    int fold_at_pages = 512;
    // Somebody was reading, so the log could not start anew: tried again this much later.
    int again_after_pages = 256;
  };
  explicit Checkpointer(const Settings& settings);
  ~Checkpointer();
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;

  // The log now has this many pages. Called by whoever commits; costs nothing.
  void note(int pages);

 private:
  void work();
  void fold();

  const Settings settings_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int pages_ = 0;             // by mutex_; of the log
  int fold_at_;               // by mutex_; pages at which it is folded next
  bool is_stopping_ = false;  // by mutex_
  std::thread thread_;
};

}  // namespace bas::control_sql
