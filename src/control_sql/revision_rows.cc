#include "control_sql/revision_rows.h"

#include <nlohmann/json.hpp>

namespace bas::control_sql {

namespace {

using Json = nlohmann::json;

std::string encode_counts(const RevisionCounts& counts) {
  return Json{counts.lines,         counts.added,         counts.changed, counts.unchanged,
              counts.removed,       counts.rejected,      counts.skipped, counts.repeated,
              counts.contradicting, counts.standard_ends, counts.kept_out}
      .dump();
}

Result<RevisionCounts> decode_counts(const std::string& text) {
  const Json array = Json::parse(text, nullptr, false);
  if (!array.is_array() || array.size() != 11) {
    return fail(ErrorCode::kCorrupt, "the counts of a revision are damaged: restore a backup");
  }
  const auto at = [&](std::size_t i) {
    return array[i].is_number_unsigned() ? array[i].get<std::uint64_t>() : 0;
  };
  return RevisionCounts{at(0), at(1), at(2), at(3), at(4), at(5),
                        at(6), at(7), at(8), at(9), at(10)};
}

}  // namespace

RevisionRow row_of(const Revision& revision) {
  return {to_string(revision.list),
          revision.number,
          std::string(name_of(revision.mode)),
          std::string(name_of(revision.state)),
          revision.origin,
          nullable_id(revision.by),
          ms_of(revision.started_at),
          nullable_ms(revision.ended_at),
          revision.file_name,
          revision.file_sha256,
          revision.source_revision,
          encode_counts(revision.counts),
          revision.note};
}

Result<Revision> decode_revision(const RevisionRow& row) {
  const auto mode = import_mode_from(row.mode);
  const auto state = revision_state_from(row.state);
  if (!mode || !state) {
    return fail(ErrorCode::kCorrupt, "a revision has an unknown state: restore a backup");
  }
  Revision revision;
  revision.list = TRY(stored_id(row.list));
  revision.number = row.number;
  revision.mode = *mode;
  revision.state = *state;
  revision.origin = row.origin;
  revision.by = TRY(stored_nullable_id(row.by));
  revision.started_at = time_of(row.started_at);
  revision.ended_at = nullable_time(row.ended_at);
  revision.file_name = row.file_name;
  revision.file_sha256 = row.file_sha256;
  revision.source_revision = row.source_revision;
  revision.counts = TRY(decode_counts(row.counts));
  revision.note = row.note;
  return revision;
}

}  // namespace bas::control_sql
