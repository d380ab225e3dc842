// The revisions of lists, what was rejected, what waits for a person, and where files were fetched.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/revision.h"
#include "ports/list_source.h"

namespace bas {

// A revision by its list and number.
struct RevisionName {
  Id list;
  int number = 0;
};

// A line that could not be taken; `sealed` holds its text and what is wrong with it.
struct SealedReject {
  std::uint64_t line = 0;
  std::string sealed;
};

// How fetching a list's file went. `failures`: in a row; `failure`: the last one, empty after
// success.
struct FetchState {
  SourceMark mark;
  UtcTime attempted_at;
  std::optional<UtcTime> succeeded_at;
  int failures = 0;
  std::string failure;
};

// Threads: any; calls are served one after another. Durable when a write returns.
class RevisionStore {
 public:
  virtual ~RevisionStore() = default;

  // Gives it the next number of its list, which it answers.
  virtual Result<int> begin_revision(const Revision& revision) = 0;
  // Replaces what stands under its list and number. kNotFound where there is none.
  virtual Result<> update_revision(const Revision& revision) = 0;
  virtual Result<std::optional<Revision>> revision(const RevisionName& name) = 0;
  // Newest first, with numbers below `before` (0: from the newest).
  virtual Result<std::vector<Revision>> revisions(const Id& list, int before,
                                                  std::size_t limit) = 0;
  // Those that were running when the server went down.
  virtual Result<std::vector<Revision>> running_revisions() = 0;

  virtual Result<> add_rejects(const RevisionName& name, std::span<const SealedReject> rejects) = 0;
  // In order of lines behind `after_line`.
  virtual Result<std::vector<SealedReject>> rejects(const RevisionName& name,
                                                    std::uint64_t after_line,
                                                    std::size_t limit) = 0;

  // The file of a held revision, in sealed parts that belong together in order.
  virtual Result<> hold(const RevisionName& name, std::span<const std::string> parts) = 0;
  virtual Result<std::vector<std::string>> held(const RevisionName& name) = 0;
  virtual Result<> let_go(const RevisionName& name) = 0;

  virtual Result<std::optional<FetchState>> fetch_state(const Id& list) = 0;
  virtual Result<> set_fetch_state(const Id& list, const FetchState& state) = 0;
};

}  // namespace bas
