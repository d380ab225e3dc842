// Entries as rows, and the putting of many.
#pragma once

#include <soci/soci.h>

#include <span>
#include <vector>

#include "control_sql/rows.h"
#include "ports/list_store.h"

namespace bas::control_sql {

struct EntryRow {
  std::string id, list, token;
  int priority = 0;
  Nullable<long long> valid_from, valid_until;
  std::string content_digest, sealed;
  int added_in = 0, changed_in = 0;
  auto fields() {
    return std::tie(id, list, token, priority, valid_from, valid_until, content_digest, sealed,
                    added_in, changed_in);
  }
};

inline constexpr std::string_view kSelectEntry =
    "SELECT e.id, l.id, e.token, e.priority, e.valid_from, e.valid_until, e.content_digest, "
    "e.sealed, e.added_in, e.changed_in FROM entries e JOIN lists l ON l.number = e.list_number ";

Result<SealedEntry> decode_entry(const EntryRow& row);

// In the session's transaction. Throws soci_error. kNotFound for an unknown list.
Result<std::vector<PutEntry>> put_all(soci::session& session, std::span<const SealedEntry> entries,
                                      const EntryWrite& write);
// The answers of put_all without its changes.
Result<std::vector<PutEntry>> preview_all(soci::session& session,
                                          std::span<const SealedEntry> entries);

}  // namespace bas::control_sql
