#include "control_sql/list_rows.h"

namespace bas::control_sql {

namespace {

Nullable<long long> nullable_seconds(const std::optional<std::chrono::seconds>& age) {
  return Nullable<long long>(age ? std::optional<long long>(age->count()) : std::nullopt);
}

Result<MatchRule> decode_rule(const ListRow& row) {
  const auto inexact = inexact_use_from(row.inexact);
  if (!inexact) {
    return fail(ErrorCode::kCorrupt,
                "list " + row.name + " has an unknown use of inexact matches: " + row.inexact);
  }
  return MatchRule{*inexact, row.threshold, row.uses_veto != 0};
}

}  // namespace

ListRow row_of(const List& list) {
  ListRow row;
  row.id = to_string(list.id);
  row.owner_zone = nullable_id(list.owner_zone);
  row.name = list.name;
  row.title = list.title;
  row.category = list.category;
  row.priority = list.priority;
  row.is_suspended = list.is_suspended ? 1 : 0;
  row.created_at = ms_of(list.created_at);
  row.suspended_because = list.suspended_because;
  row.inexact = std::string(name_of(list.match.inexact));
  row.threshold = list.match.threshold;
  row.uses_veto = list.match.uses_veto ? 1 : 0;
  row.confirmed_at = nullable_ms(list.confirmed_at);
  row.max_age_s = nullable_seconds(list.max_age);
  row.valid_days = list.valid_days;
  row.profile = list.profile;
  row.source = list.source;
  row.source_revision = list.source_revision;
  row.revision = list.revision;
  row.unit = list.unit;
  row.unit_until = nullable_ms(list.unit_until);
  return row;
}

Result<List> decode_list(const ListRow& row) {
  List list;
  list.id = TRY(stored_id(row.id));
  list.owner_zone = TRY(stored_nullable_id(row.owner_zone));
  list.name = row.name;
  list.title = row.title;
  list.category = row.category;
  list.priority = row.priority;
  list.is_suspended = row.is_suspended != 0;
  list.created_at = time_of(row.created_at);
  list.suspended_because = row.suspended_because;
  list.match = TRY(decode_rule(row));
  list.confirmed_at = nullable_time(row.confirmed_at);
  if (const auto age = row.max_age_s.get()) list.max_age = std::chrono::seconds(*age);
  list.valid_days = row.valid_days;
  list.profile = row.profile;
  list.source = row.source;
  list.source_revision = row.source_revision;
  list.revision = row.revision;
  list.unit = row.unit;
  list.unit_until = nullable_time(row.unit_until);
  return list;
}

}  // namespace bas::control_sql
