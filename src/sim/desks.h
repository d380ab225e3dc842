// Listeners on the event stream, as so many desks with the Watch screen open.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "net/http_client.h"
#include "sim/hit_book.h"

namespace bas::sim {

struct DeskSettings {
  std::string url;
  std::string token;
  int desks = 1;
};

// Threads: any. Ends listening when destroyed; `book` must outlive it.
class Desks {
 public:
  // The streams are asked for when it returns, not yet answered.
  static Result<std::unique_ptr<Desks>> open(const DeskSettings& settings, HitBook& book);
  ~Desks();

  // True once every stream has begun.
  bool are_listening() const { return listening_ >= desks_; }
  std::uint64_t hits_at_first() const { return hits_at_first_; }
  std::vector<std::string> errors() const;

 private:
  Desks(HitBook& book, int desks) : book_(book), desks_(desks) {}
  void take(int desk, const net::ReceivedEvent& event);
  std::string key_of(const net::ReceivedEvent& event);

  HitBook& book_;
  const int desks_;
  std::atomic<int> listening_ = 0;
  std::atomic<std::uint64_t> hits_at_first_ = 0;
  mutable std::mutex mutex_;                            // guards keys_ and errors_
  absl::flat_hash_map<std::string, std::string> keys_;  // of events by id: parsed once for all
  std::vector<std::string> errors_;
  std::unique_ptr<net::HttpClient> client_;
  std::vector<std::unique_ptr<net::EventClient>> streams_;
};

}  // namespace bas::sim
