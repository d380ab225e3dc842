#include "control_sql/entry_rows.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/encode.h"
#include "control_sql/past_rows.h"

namespace bas::control_sql {

namespace {

struct PutRow {
  std::string id;
  long long list_number = 0;
  std::string token;
  int priority = 0;
  Nullable<long long> valid_from, valid_until;
  std::string content_digest, sealed;
  int revision = 0;
  auto fields() {
    return std::tie(id, list_number, token, priority, valid_from, valid_until, content_digest,
                    sealed, revision);
  }
};

struct ChangeRow {
  PutRow row;
  auto fields() {
    return std::tie(row.priority, row.valid_from, row.valid_until, row.content_digest, row.sealed,
                    row.revision, row.id);
  }
};

PutRow put_row_of(const SealedEntry& entry, long long list_number, int revision) {
  return {to_string(entry.id),
          list_number,
          to_base64(entry.token),
          entry.priority,
          nullable_ms(entry.valid_from),
          nullable_ms(entry.valid_until),
          to_base64(entry.content_digest),
          to_base64(entry.sealed),
          revision};
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

constexpr std::string_view kFind =
    "SELECT id, content_digest FROM entries WHERE list_number = :list AND token = :token";
constexpr std::string_view kInsert =
    "INSERT INTO entries (id, list_number, token, priority, valid_from, valid_until, "
    "content_digest, sealed, added_in, version) VALUES (:id, :list, :token, :priority, "
    ":valid_from, :valid_until, :digest, :sealed, :revision, 1) "
    "ON CONFLICT (list_number, token) DO NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE entries SET priority = :priority, valid_from = :valid_from, valid_until = "
    ":valid_until, content_digest = :digest, sealed = :sealed, changed_in = :revision, "
    "version = version + 1 WHERE id = :id";

// Id and digest of the entry of a list and token.
class StoredEntries {
 public:
  explicit StoredEntries(soci::session& session) : select_(session, kFind) {}

  // Null where there is none; good until the next call.
  const std::pair<std::string, std::string>* find(long long list_number, const std::string& token) {
    select_.in.values = {list_number, token};
    if (!select_.run()) return nullptr;
    found_ = {std::get<0>(select_.out.values), std::get<1>(select_.out.values)};
    select_.next();  // ends the statement: a commit waits for none
    return &found_;
  }

 private:
  Prepared<Values<long long, std::string>, Values<std::string, std::string>> select_;
  std::pair<std::string, std::string> found_;
};

// Puts one entry after another in a transaction that nobody else writes in. Files are all new or
// nearly all as before: after an entry that was new the next is added without being looked for,
// after one that was there it is looked for first.
class Putting {
 public:
  Putting(soci::session& session, const EntryWrite& write)
      : lists_(session),
        stored_(session),
        insert_(session, kInsert),
        update_(session, kUpdate),
        past_(session, EntryEnd::kReplaced, write),
        revision_(write.revision) {}

  Result<PutEntry> put(const SealedEntry& entry) {
    insert_.in = put_row_of(entry, TRY(lists_.of(entry.list)), revision_);
    if (expects_new_ && add()) return PutEntry{EntryChange::kAdded, entry.id};
    const auto* stored = stored_.find(insert_.in.list_number, insert_.in.token);
    expects_new_ = stored == nullptr;
    if (stored == nullptr) {
      add();
      return PutEntry{EntryChange::kAdded, entry.id};
    }
    PutRow row = std::move(insert_.in);
    const auto& [id, digest] = *stored;
    if (digest == row.content_digest) return PutEntry{EntryChange::kUnchanged, TRY(stored_id(id))};
    row.id = id;
    past_.keep(id);
    update_.in.row = std::move(row);
    update_.run();
    return PutEntry{EntryChange::kChanged, TRY(stored_id(id))};
  }

 private:
  // False when an entry of that list and token is there.
  bool add() {
    insert_.run();
    return insert_.changed_rows() > 0;
  }

  ListNumbers lists_;
  bool expects_new_ = true;
  StoredEntries stored_;
  Prepared<PutRow> insert_;
  Prepared<ChangeRow> update_;
  KeepPast past_;
  int revision_;
};

// Where entries stand in the order of the index, those of one token in the order given: puts next
// to each other touch the same pages.
std::vector<std::size_t> in_token_order(std::span<const SealedEntry> entries) {
  std::vector<std::size_t> order(entries.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return entries[left].token < entries[right].token;
  });
  return order;
}

}  // namespace

Result<std::vector<PutEntry>> put_all(soci::session& session, std::span<const SealedEntry> entries,
                                      const EntryWrite& write) {
  Putting putting(session, write);
  std::vector<PutEntry> answers(entries.size());
  for (const std::size_t at : in_token_order(entries)) {
    answers[at] = TRY(putting.put(entries[at]));
  }
  return answers;
}

Result<std::vector<PutEntry>> preview_all(soci::session& session,
                                          std::span<const SealedEntry> entries) {
  ListNumbers lists(session);
  StoredEntries stored(session);
  // What the entries before would have left: id and digest by list and token.
  std::map<std::pair<long long, std::string>, std::pair<Id, std::string>> left;
  std::vector<PutEntry> answers;
  answers.reserve(entries.size());
  for (const SealedEntry& entry : entries) {
    const std::pair key{TRY(lists.of(entry.list)), to_base64(entry.token)};
    auto known = left.find(key);
    const auto* before = known == left.end() ? stored.find(key.first, key.second) : nullptr;
    if (before != nullptr) {
      const auto& [id, digest] = *before;
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
                     TRY(stored_bytes(row.sealed)),
                     row.added_in,
                     row.changed_in};
}

}  // namespace bas::control_sql
