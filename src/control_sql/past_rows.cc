#include "control_sql/past_rows.h"

#include "base/encode.h"

namespace bas::control_sql {

namespace {

constexpr std::string_view kKeep =
    "INSERT INTO entry_pasts (list_number, revision, entry, how, ended_at, ended_by, token, "
    "priority, valid_from, valid_until, content_digest, sealed) SELECT list_number, :revision, id, "
    ":how, :at, :by, token, priority, valid_from, valid_until, content_digest, sealed FROM entries "
    "WHERE id = :id ON CONFLICT (list_number, revision, entry) DO NOTHING";

constexpr std::string_view kSelectPast =
    "SELECT p.entry, l.id, p.token, p.priority, p.valid_from, p.valid_until, p.content_digest, "
    "p.sealed, p.how, p.revision, p.ended_at, p.ended_by FROM entry_pasts p JOIN lists l "
    "ON l.number = p.list_number ";

constexpr std::string_view kPutMark =
    "INSERT INTO wrong_marks (list_number, token, entry, marked_at, marked_by, sealed) VALUES "
    "((SELECT number FROM lists WHERE id = :list), :token, :entry, :at, :by, :sealed) "
    "ON CONFLICT (list_number, token) DO NOTHING";

struct PastRow {
  std::string id, list, token;
  int priority = 0;
  Nullable<long long> valid_from, valid_until;
  std::string content_digest, sealed, how;
  int revision = 0;
  long long ended_at = 0;
  Nullable<std::string> ended_by;
  auto fields() {
    return std::tie(id, list, token, priority, valid_from, valid_until, content_digest, sealed, how,
                    revision, ended_at, ended_by);
  }
};

Result<PastEntry> decode_past(const PastRow& row) {
  const auto how = entry_end_from(row.how);
  if (!how) return fail(ErrorCode::kCorrupt, "an entry ended in an unknown way: restore a backup");
  PastEntry past;
  past.entry.id = TRY(stored_id(row.id));
  past.entry.list = TRY(stored_id(row.list));
  past.entry.token = TRY(stored_bytes(row.token));
  past.entry.priority = row.priority;
  past.entry.valid_from = nullable_time(row.valid_from);
  past.entry.valid_until = nullable_time(row.valid_until);
  past.entry.content_digest = TRY(stored_bytes(row.content_digest));
  past.entry.sealed = TRY(stored_bytes(row.sealed));
  past.how = *how;
  past.revision = row.revision;
  past.ended_at = time_of(row.ended_at);
  past.ended_by = TRY(stored_nullable_id(row.ended_by));
  return past;
}

struct MarkRow {
  std::string list, token, entry;
  long long marked_at = 0;
  Nullable<std::string> marked_by;
  std::string sealed;
  auto fields() { return std::tie(list, token, entry, marked_at, marked_by, sealed); }
};

Result<WrongMark> decode_mark(const MarkRow& row) {
  return WrongMark{TRY(stored_id(row.list)),
                   TRY(stored_bytes(row.token)),
                   TRY(stored_id(row.entry)),
                   time_of(row.marked_at),
                   TRY(stored_nullable_id(row.marked_by)),
                   TRY(stored_bytes(row.sealed))};
}

}  // namespace

KeepPast::KeepPast(soci::session& session, EntryEnd how, const EntryWrite& write)
    : insert_(session, kKeep) {
  insert_.in = {
      write.revision, std::string(name_of(how)), ms_of(write.at), nullable_id(write.by), {}};
}

void KeepPast::keep(const std::string& entry) {
  insert_.in.entry = entry;
  insert_.run();
}

Result<std::vector<PastEntry>> past_of(soci::session& session, const Id& entry) {
  return select_all<PastRow>(
      session,
      with(kSelectPast, "WHERE p.entry = :entry ORDER BY p.ended_at DESC, p.revision DESC"),
      Values<std::string>{{to_string(entry)}}, decode_past);
}

Result<std::vector<PastEntry>> past_of_revision(soci::session& session, const Id& list,
                                                int revision, const EntryPage& page) {
  using In = Values<std::string, int, std::string, long long>;
  return select_all<PastRow>(
      session,
      with(kSelectPast,
           "WHERE p.list_number = (SELECT number FROM lists WHERE id = :list) AND p.revision = "
           ":revision AND p.entry > :after ORDER BY p.entry LIMIT :limit"),
      In{{to_string(list), revision, to_string(page.after), static_cast<long long>(page.limit)}},
      decode_past);
}

void put_mark(soci::session& session, const WrongMark& mark) {
  Prepared<MarkRow> put(session, kPutMark);
  put.in = {to_string(mark.list),  to_base64(mark.token),       to_string(mark.entry),
            ms_of(mark.marked_at), nullable_id(mark.marked_by), to_base64(mark.sealed)};
  put.run();
}

bool remove_mark(soci::session& session, const Id& list, std::string_view token) {
  Prepared<Values<std::string, std::string>> remove(
      session,
      "DELETE FROM wrong_marks WHERE list_number = (SELECT number FROM lists WHERE id = :list) AND "
      "token = :token");
  remove.in.values = {to_string(list), to_base64(token)};
  remove.run();
  return remove.changed_rows() > 0;
}

Result<std::vector<WrongMark>> marks_of(soci::session& session, const Id& list) {
  return select_all<MarkRow>(
      session,
      "SELECT l.id, m.token, m.entry, m.marked_at, m.marked_by, m.sealed FROM wrong_marks m JOIN "
      "lists l ON l.number = m.list_number WHERE l.id = :list ORDER BY m.marked_at DESC",
      Values<std::string>{{to_string(list)}}, decode_mark);
}

}  // namespace bas::control_sql
