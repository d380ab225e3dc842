// Copies of holds, in memory.
#pragma once

#include <map>
#include <utility>

#include "ports/held_store.h"

namespace bas::testkit {

// Threads: one.
class MemoryHeldStore final : public HeldStore {
 public:
  // By read and picture, the read itself first.
  using Copies = std::map<std::pair<Id, std::optional<std::size_t>>, std::string>;

  Result<> put(const HeldName& name, std::string_view sealed) override {
    if (puts_left == 0) return fail(ErrorCode::kUnavailable, "the disk is full");
    --puts_left;
    by_hold[name.hold][{name.read, name.picture}] = sealed;
    return {};
  }
  Result<std::string> get(const HeldName& name) override {
    const Copies& copies = by_hold[name.hold];
    const auto found = copies.find({name.read, name.picture});
    if (found == copies.end()) return fail(ErrorCode::kNotFound, "nothing was put there");
    return found->second;
  }
  Result<> drop(const Id& hold) override {
    by_hold.erase(hold);
    return {};
  }

  std::map<Id, Copies> by_hold;
  std::size_t puts_left = SIZE_MAX;  // then the disk is full
};

}  // namespace bas::testkit
