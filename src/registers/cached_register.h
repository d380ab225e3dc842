// Keeps answers for a short time, and asks once for the same plate at the same time.
#pragma once

#include <condition_variable>
#include <list>
#include <map>
#include <mutex>
#include <unordered_map>

#include "registers/around.h"
#include "registers/asked_register.h"

namespace bas::registers {

struct CacheSettings {
  int entries_max = 10'000;  // some 300 bytes each; the least recently asked for goes first
  // How old an answer may become, by what it says. More: fewer questions, so the register learns
  // less and its limits last longer; less: nearer to live. 0: not kept at all.
  milliseconds good_life{10 * 60'000};  // insured, inspected, holder not disqualified
  milliseconds adverse_life{60'000};    // anything that speaks against the vehicle or its holder
  milliseconds unknown_life{30'000};    // the register does not know the plate
};

// No plate stays: an answer is kept under a digest keyed with a secret of this process, and is
// dropped when its life is over, at the next question or forget_expired(). Failures are not kept.
// Nothing is served that is older than its life by the steady clock or by the calendar.
// Threads: any. Who asks for a plate that is being asked for waits for that answer; if its asker is
// stopped, the next one asks.
class CachedRegister final : public AskedRegister {
 public:
  CachedRegister(std::unique_ptr<AskedRegister> inner, CacheSettings settings, Around around);

  Asked ask(const Plate& plate, std::stop_token stop) override;

  void forget_expired();
  std::size_t size() const;

 private:
  using Moment = std::chrono::steady_clock::time_point;
  using Key = std::string;
  struct Kept {
    VehicleStatus status;
    milliseconds life;
    std::list<Key>::iterator used;
    std::multimap<Moment, Key>::iterator expiry;
  };
  struct Flight {
    std::optional<Asked> landed;
  };
  using KeptAt = std::unordered_map<Key, Kept>::iterator;

  Key key_of(const Plate& plate) const;
  milliseconds life_of(const VehicleStatus& status) const;
  Asked lead(const Key& key, const Plate& plate, std::stop_token stop);
  // With mutex_ held:
  std::optional<VehicleStatus> find(const Key& key);
  void keep(const Key& key, const VehicleStatus& status);
  void forget(KeptAt entry);
  void forget_until(Moment now);

  std::unique_ptr<AskedRegister> inner_;
  CacheSettings settings_;
  Around around_;
  std::string secret_;
  mutable std::mutex mutex_;  // guards all below
  std::condition_variable_any landed_;
  std::unordered_map<Key, std::shared_ptr<Flight>> flights_;
  std::unordered_map<Key, Kept> kept_;
  std::list<Key> used_;  // most recent first
  std::multimap<Moment, Key> expiries_;
};

}  // namespace bas::registers
