// Who may write next among the connections of this process.
#pragma once

#include <condition_variable>
#include <mutex>

namespace bas::control_sql {

enum class Urgency { kHits, kOther };

// One writer at a time; whoever records hits goes before all others that wait, so that during an
// import a hit waits for one chunk. (The database would let writers poll, and starve the slower.)
// Threads: any.
class WriteTurn {
 public:
  // Holds the turn until it goes out of scope.
  class Held {
   public:
    Held(WriteTurn& turn, Urgency urgency);
    ~Held();
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

   private:
    WriteTurn& turn_;
  };

 private:
  void take(Urgency urgency);
  void give_back();

  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_taken_ = false;  // by mutex_
  int hits_waiting_ = 0;   // by mutex_
};

}  // namespace bas::control_sql
