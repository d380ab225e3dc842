// Revisions as rows.
#pragma once

#include "control_sql/rows.h"
#include "model/revision.h"

namespace bas::control_sql {

struct RevisionRow {
  std::string list;
  int number = 0;
  std::string mode, state, origin;
  Nullable<std::string> by;
  long long started_at = 0;
  Nullable<long long> ended_at;
  std::string file_name, file_sha256, source_revision, counts, note;
  auto fields() {
    return std::tie(list, number, mode, state, origin, by, started_at, ended_at, file_name,
                    file_sha256, source_revision, counts, note);
  }
};

// What may still change, then which one.
struct RevisionChangeRow {
  RevisionRow row;
  auto fields() {
    return std::tie(row.mode, row.state, row.ended_at, row.source_revision, row.counts, row.note,
                    row.list, row.number);
  }
};

RevisionRow row_of(const Revision& revision);
Result<Revision> decode_revision(const RevisionRow& row);

}  // namespace bas::control_sql
