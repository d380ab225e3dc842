#include "base/encode.h"
#include "control_sql/entry_rows.h"
#include "control_sql/list_rows.h"
#include "control_sql/past_rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

// Pages of visit_entries: long enough that a start reads millions, short enough for others.
constexpr std::size_t kVisitPage = 2000;

Durability durability_of(const EntryWrite& write) {
  return write.safety == EntrySafety::kAtOnce ? Durability::kOnDisk : Durability::kProcessOnly;
}

class SqlListStore final : public ListStore {
 public:
  explicit SqlListStore(const Connections& connections) : connections_(connections) {}

  Result<> add_list(const List& list) override {
    const auto add = [&](soci::session& session) -> Result<> {
      Prepared<ListRow> insert(
          session,
          std::string("INSERT INTO lists (")
              .append(kListColumns)
              .append(", number) VALUES (:id, :owner, :name, :title, :category, :priority, "
                      ":suspended, :created, :because, :inexact, :threshold, :veto, :confirmed, "
                      ":max_age, :valid_days, :profile, :source, :source_revision, :revision, "
                      ":unit, :unit_until, (SELECT COALESCE(MAX(number), 0) + 1 FROM lists))"));
      insert.in = row_of(list);
      insert.run();
      return {};
    };
    return connections_.writes.write(add).map_error(while_doing("the list was not added"));
  }

  Result<> update_list(const List& list) override {
    const auto update = [&](soci::session& session) -> Result<> {
      Prepared<ListChangeRow> change(
          session,
          "UPDATE lists SET title = :title, category = :category, priority = :priority, "
          "is_suspended = :suspended, suspended_because = :because, inexact = :inexact, "
          "threshold = :threshold, uses_veto = :veto, confirmed_at = :confirmed, "
          "max_age_s = :max_age, valid_days = :valid_days, profile = :profile, source = :source, "
          "source_revision = :source_revision, unit = :unit, unit_until = :unit_until WHERE id = "
          ":id");
      change.in.row = row_of(list);
      change.run();
      if (change.changed_rows() == 0) {
        return fail(ErrorCode::kNotFound, "no list has the id " + to_string(list.id));
      }
      return {};
    };
    return connections_.writes.write(update).map_error(while_doing("the list was not changed"));
  }

  Result<std::vector<List>> lists() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<ListRow>(
          session, std::string("SELECT ").append(kListColumns).append(" FROM lists ORDER BY name"),
          None{}, decode_list);
    });
  }

  Result<std::vector<PutEntry>> put_entries(std::span<const SealedEntry> entries,
                                            const EntryWrite& write) override {
    return connections_.writes
        .write([&](soci::session& session) { return put_all(session, entries, write); },
               durability_of(write))
        .map_error(while_doing("the entries were not kept"));
  }

  Result<std::vector<PutEntry>> preview_entries(std::span<const SealedEntry> entries) override {
    return connections_.reads.read(
        [&](soci::session& session) { return preview_all(session, entries); });
  }

  Result<> end_entries(std::span<const Id> entries, EntryEnd how,
                       const EntryWrite& write) override {
    const auto remove_all = [&](soci::session& session) -> Result<> {
      KeepPast past(session, how, write);
      Prepared<Values<std::string>> remove(session, "DELETE FROM entries WHERE id = :id");
      for (const Id& entry : entries) {
        past.keep(to_string(entry));
        std::get<0>(remove.in.values) = to_string(entry);
        remove.run();
      }
      return {};
    };
    return connections_.writes.write(remove_all, durability_of(write));
  }

  Result<std::vector<PastEntry>> past_of(const Id& entry) override {
    return connections_.reads.read(
        [&](soci::session& session) { return control_sql::past_of(session, entry); });
  }

  Result<std::vector<PastEntry>> past_of_revision(const Id& list, int revision,
                                                  const EntryPage& page) override {
    return connections_.reads.read([&](soci::session& session) {
      return control_sql::past_of_revision(session, list, revision, page);
    });
  }

  Result<std::vector<SealedEntry>> written_in(const Id& list, int revision,
                                              const EntryPage& page) override {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, std::string, int, int, long long>;
      return select_all<EntryRow>(
          session,
          std::string(kSelectEntry) +
              "WHERE e.list_number = (SELECT number FROM lists WHERE id = :list) AND e.id > :after "
              "AND (e.added_in = :added OR e.changed_in = :changed) ORDER BY e.id LIMIT :limit",
          In{{to_string(list), to_string(page.after), revision, revision,
              static_cast<long long>(page.limit)}},
          decode_entry);
    });
  }

  Result<> mark_wrong(const WrongMark& mark) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      put_mark(session, mark);
      return {};
    });
  }

  Result<bool> unmark_wrong(const Id& list, std::string_view token) override {
    return connections_.writes.write(
        [&](soci::session& session) -> Result<bool> { return remove_mark(session, list, token); });
  }

  Result<std::vector<WrongMark>> wrong_marks(const Id& list) override {
    return connections_.reads.read([&](soci::session& session) { return marks_of(session, list); });
  }

  Result<std::optional<SealedEntry>> entry(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<EntryRow>(session, std::string(kSelectEntry) + "WHERE e.id = :id",
                                  Values<std::string>{{to_string(id)}}, decode_entry);
    });
  }

  Result<std::optional<SealedEntry>> entry_with_token(const Id& list,
                                                      std::string_view token) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<EntryRow>(
          session,
          std::string(kSelectEntry) +
              "WHERE e.list_number = (SELECT number FROM lists WHERE id = :list) AND e.token = "
              ":token",
          Values<std::string, std::string>{{to_string(list), to_base64(token)}}, decode_entry);
    });
  }

  Result<std::vector<SealedEntry>> entries(const Id& list, const EntryPage& page) override {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, std::string, long long>;
      return select_all<EntryRow>(
          session,
          std::string(kSelectEntry) +
              "WHERE e.list_number = (SELECT number FROM lists WHERE id = :list) AND e.id > "
              ":after ORDER BY e.id LIMIT :limit",
          In{{to_string(list), to_string(page.after), static_cast<long long>(page.limit)}},
          decode_entry);
    });
  }

  Result<> visit_entries(
      const std::function<bool(std::span<const SealedEntry>)>& visitor) override {
    Id after;
    while (true) {
      const std::vector<SealedEntry> page = TRY(page_of_all(after));
      if (page.empty() || !visitor(page)) return {};
      after = page.back().id;
    }
  }

  Result<> visit_tokens(
      const Id& list,
      const std::function<bool(const Id& entry, const std::string& token)>& visitor) override {
    std::string after;
    while (true) {
      const auto page = TRY(page_of_tokens(list, after));
      for (const auto& [id, token] : page) {
        if (!visitor(TRY(stored_id(id)), TRY(stored_bytes(token)))) return {};
      }
      if (page.size() < kVisitPage) return {};
      after = page.back().first;
    }
  }

  Result<std::size_t> count_entries(const Id& list) override {
    return connections_.reads.read([&](soci::session& session) -> Result<std::size_t> {
      Prepared<Values<std::string>, Values<long long>> count(
          session,
          "SELECT COUNT(*) FROM entries WHERE list_number = "
          "(SELECT number FROM lists WHERE id = :list)");
      count.in.values = {to_string(list)};
      count.run();
      return static_cast<std::size_t>(std::get<0>(count.out.values));
    });
  }

 private:
  Result<std::vector<SealedEntry>> page_of_all(const Id& after) {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, long long>;
      return select_all<EntryRow>(
          session, std::string(kSelectEntry) + "WHERE e.id > :after ORDER BY e.id LIMIT :limit",
          In{{to_string(after), static_cast<long long>(kVisitPage)}}, decode_entry);
    });
  }

  using IdAndToken = std::pair<std::string, std::string>;
  Result<std::vector<IdAndToken>> page_of_tokens(const Id& list, const std::string& after) {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, std::string, long long>;
      using Row = Values<std::string, std::string>;
      return select_all<Row>(
          session,
          "SELECT id, token FROM entries WHERE list_number = (SELECT number FROM lists WHERE id = "
          ":list) AND id > :after ORDER BY id LIMIT :limit",
          In{{to_string(list), after, static_cast<long long>(kVisitPage)}},
          [](const Row& row) -> Result<IdAndToken> {
            return IdAndToken{std::get<0>(row.values), std::get<1>(row.values)};
          });
    });
  }

  Connections connections_;
};

}  // namespace

std::unique_ptr<ListStore> make_list_store(const Connections& connections) {
  return std::make_unique<SqlListStore>(connections);
}

}  // namespace bas::control_sql
