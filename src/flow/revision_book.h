// Revisions from their beginning to their end.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "flow/entry_sealer.h"
#include "model/list.h"
#include "ports/revision_store.h"

namespace bas::flow {

// Threads: any.
class RevisionBook {
 public:
  static constexpr std::size_t kRejectsMax = 1'000;
  static constexpr std::size_t kPartBytes = std::size_t{1} << 20;

  struct Parts {
    RevisionStore& store;
    const EntrySealer& sealer;
    const Clock& clock;
  };
  explicit RevisionBook(Parts parts) : parts_(parts) {}

  // Fills in number, state and start.
  Result<Revision> begin(Revision wanted);
  Result<> end(Revision& revision, RevisionState state, std::string note = {});
  // What a crash left running is told as broken off. Answers how many.
  Result<std::size_t> end_left_running();

  Result<Revision> revision(const RevisionName& name);
  Result<std::vector<Revision>> latest(const Id& list, int before, std::size_t limit) {
    return parts_.store.revisions(list, before, limit);
  }

  Result<> add_rejects(const RevisionName& name, std::span<const Reject> rejects);
  Result<std::vector<Reject>> rejects(const RevisionName& name, std::uint64_t after_line,
                                      std::size_t limit);

  Result<> hold(const RevisionName& name, std::string_view bytes);
  // The bytes that were held; kNotFound when none are.
  Result<std::string> held(const RevisionName& name);
  Result<> let_go(const RevisionName& name) { return parts_.store.let_go(name); }

 private:
  Parts parts_;
};

inline EntryWrite write_of(const Revision& revision) {
  return {revision.number, revision.by, revision.started_at};
}
inline RevisionName name_of(const Revision& revision) { return {revision.list, revision.number}; }

}  // namespace bas::flow
