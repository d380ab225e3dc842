// Entries as they were: kept when a revision replaces or ends them.
#pragma once

#include <soci/soci.h>

#include <string>

#include "control_sql/rows.h"
#include "ports/list_store.h"

namespace bas::control_sql {

// Copies entries among the past ones, in the session's transaction. Throws soci_error.
class KeepPast {
 public:
  KeepPast(soci::session& session, EntryEnd how, const EntryWrite& write);
  // By the id as stored. What one revision ends twice is kept once, as it was first.
  void keep(const std::string& entry);

 private:
  struct Row {
    int revision = 0;
    std::string how;
    long long ended_at = 0;
    Nullable<std::string> ended_by;
    std::string entry;
    auto fields() { return std::tie(revision, how, ended_at, ended_by, entry); }
  };
  Prepared<Row> insert_;
};

Result<std::vector<PastEntry>> past_of(soci::session& session, const Id& entry);
Result<std::vector<PastEntry>> past_of_revision(soci::session& session, const Id& list,
                                                int revision, const EntryPage& page);

// In the session's transaction. Throws soci_error.
void put_mark(soci::session& session, const WrongMark& mark);
bool remove_mark(soci::session& session, const Id& list, std::string_view token);
Result<std::vector<WrongMark>> marks_of(soci::session& session, const Id& list);

}  // namespace bas::control_sql
