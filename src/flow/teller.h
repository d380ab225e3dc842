// Marks reads as told once their hits would survive a crash of the machine.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "ports/hit_store.h"
#include "ports/read_store.h"

namespace bas::flow {

// Threads: note() from any; a thread of its own syncs and marks about twice a second, so that the
// answer to a camera waits for one sync and not for two.
class Teller {
 public:
  Teller(HitStore& hits, ReadStore& reads);
  ~Teller();  // marks what is left first

  // The hits of these reads are recorded.
  void note(const std::vector<Id>& reads);

 private:
  void run();
  void mark(const std::vector<Id>& told);

  HitStore& hits_;
  ReadStore& reads_;
  std::mutex mutex_;  // guards all below but the thread
  std::condition_variable wake_;
  std::vector<Id> told_;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace bas::flow
