// Lists as rows.
#pragma once

#include "control_sql/rows.h"
#include "model/list.h"

namespace bas::control_sql {

struct ListRow {
  std::string id;
  Nullable<std::string> owner_zone;
  std::string name, title, category;
  int priority = 0, is_suspended = 0;
  long long created_at = 0;
  std::string suspended_because, inexact;
  double threshold = 0;
  int uses_veto = 1;
  Nullable<long long> confirmed_at, max_age_s;
  int valid_days = 0;
  std::string profile, source, source_revision;
  int revision = 0;
  std::string unit;
  Nullable<long long> unit_until;
  auto fields() {
    return std::tie(id, owner_zone, name, title, category, priority, is_suspended, created_at,
                    suspended_because, inexact, threshold, uses_veto, confirmed_at, max_age_s,
                    valid_days, profile, source, source_revision, revision, unit, unit_until);
  }
};

// The same in the order of an update: what may change, then the id.
struct ListChangeRow {
  ListRow row;
  auto fields() {
    return std::tie(row.title, row.category, row.priority, row.is_suspended, row.suspended_because,
                    row.inexact, row.threshold, row.uses_veto, row.confirmed_at, row.max_age_s,
                    row.valid_days, row.profile, row.source, row.source_revision, row.unit,
                    row.unit_until, row.id);
  }
};

inline constexpr std::string_view kListColumns =
    "id, owner_zone, name, title, category, priority, is_suspended, created_at, "
    "suspended_because, inexact, threshold, uses_veto, confirmed_at, max_age_s, valid_days, "
    "profile, source, source_revision, revision, unit, unit_until";

ListRow row_of(const List& list);
Result<List> decode_list(const ListRow& row);

}  // namespace bas::control_sql
