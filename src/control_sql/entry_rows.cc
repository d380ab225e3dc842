#include "control_sql/entry_rows.h"

#include <map>
#include <utility>

#include "base/encode.h"

namespace bas::control_sql {

namespace {

struct PutRow {
  std::string id;
  long long list_number = 0;
  std::string token;
  int priority = 0;
  Nullable<long long> valid_from, valid_until;
  std::string content_digest, sealed;
  auto fields() {
    return std::tie(id, list_number, token, priority, valid_from, valid_until, content_digest,
                    sealed);
  }
};

PutRow row_of(const SealedEntry& entry, long long list_number) {
  return {to_string(entry.id),
          list_number,
          to_base64(entry.token),
          entry.priority,
          nullable_ms(entry.valid_from),
          nullable_ms(entry.valid_until),
          to_base64(entry.content_digest),
          to_base64(entry.sealed)};
}

// The numbers under which lists stand in entries, looked up once each.
class ListNumbers {
 public:
  explicit ListNumbers(soci::session& session)
      : select_(session, "SELECT number FROM lists WHERE id = :id") {}

  Result<long long> of(const Id& list) {
    if (const auto known = numbers_.find(list); known != numbers_.end()) return known->second;
    select_.in.values = {to_string(list)};
    if (!select_.run()) return fail(ErrorCode::kNotFound, "no list has this id");
    return numbers_[list] = std::get<0>(select_.out.values);
  }

 private:
  Prepared<Values<std::string>, Values<long long>> select_;
  std::map<Id, long long> numbers_;
};

// Answers a row where it added (version 1) or changed (higher); none where the digest is the same.
constexpr std::string_view kPut =
    "INSERT INTO entries (id, list_number, token, priority, valid_from, valid_until, "
    "content_digest, sealed, version) VALUES (:id, :list, :token, :priority, :valid_from, "
    ":valid_until, :digest, :sealed, 1) "
    "ON CONFLICT (list_number, token) DO UPDATE SET priority = excluded.priority, "
    "valid_from = excluded.valid_from, valid_until = excluded.valid_until, "
    "content_digest = excluded.content_digest, sealed = excluded.sealed, "
    "version = entries.version + 1 "
    "WHERE entries.content_digest <> excluded.content_digest RETURNING id, version";

constexpr std::string_view kFind =
    "SELECT id, content_digest FROM entries WHERE list_number = :list AND token = :token";

}  // namespace

Result<std::vector<PutEntry>> put_all(soci::session& session,
                                      std::span<const SealedEntry> entries) {
  ListNumbers lists(session);
  Prepared<PutRow, Values<std::string, long long>> put(session, kPut);
  Prepared<Values<long long, std::string>, Values<std::string, std::string>> find(session, kFind);
  std::vector<PutEntry> answers;
  answers.reserve(entries.size());
  for (const SealedEntry& entry : entries) {
    put.in = row_of(entry, TRY(lists.of(entry.list)));
    if (put.run()) {
      const auto& [id, version] = put.out.values;
      answers.push_back(
          {version == 1 ? EntryChange::kAdded : EntryChange::kChanged, TRY(stored_id(id))});
      put.next();  // ends the statement: a commit waits for none
      continue;
    }
    find.in.values = {put.in.list_number, put.in.token};
    if (!find.run()) return fail(ErrorCode::kCorrupt, "the index of the entries is damaged");
    answers.push_back({EntryChange::kUnchanged, TRY(stored_id(std::get<0>(find.out.values)))});
  }
  return answers;
}

Result<std::vector<PutEntry>> preview_all(soci::session& session,
                                          std::span<const SealedEntry> entries) {
  ListNumbers lists(session);
  Prepared<Values<long long, std::string>, Values<std::string, std::string>> find(session, kFind);
  // What the entries before would have left: id and digest by list and token.
  std::map<std::pair<long long, std::string>, std::pair<Id, std::string>> left;
  std::vector<PutEntry> answers;
  answers.reserve(entries.size());
  for (const SealedEntry& entry : entries) {
    const std::pair key{TRY(lists.of(entry.list)), to_base64(entry.token)};
    auto known = left.find(key);
    find.in.values = key;
    if (known == left.end() && find.run()) {
      const auto& [id, digest] = find.out.values;
      known = left.emplace(key, std::pair{TRY(stored_id(id)), TRY(stored_bytes(digest))}).first;
    }
    if (known == left.end()) {
      left.emplace(key, std::pair{entry.id, entry.content_digest});
      answers.push_back({EntryChange::kAdded, entry.id});
      continue;
    }
    auto& [id, digest] = known->second;
    const bool is_same = digest == entry.content_digest;
    answers.push_back({is_same ? EntryChange::kUnchanged : EntryChange::kChanged, id});
    digest = entry.content_digest;
  }
  return answers;
}

Result<SealedEntry> decode_entry(const EntryRow& row) {
  return SealedEntry{TRY(stored_id(row.id)),
                     TRY(stored_id(row.list)),
                     TRY(stored_bytes(row.token)),
                     row.priority,
                     nullable_time(row.valid_from),
                     nullable_time(row.valid_until),
                     TRY(stored_bytes(row.content_digest)),
                     TRY(stored_bytes(row.sealed))};
}

}  // namespace bas::control_sql
