#include "control_sql/entry_rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

// Pages of visit_entries: long enough that a start reads millions, short enough for others.
constexpr std::size_t kVisitPage = 2000;

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
  auto fields() {
    return std::tie(id, owner_zone, name, title, category, priority, is_suspended, created_at,
                    suspended_because, inexact, threshold, uses_veto, confirmed_at, max_age_s);
  }
};

Nullable<long long> nullable_seconds(const std::optional<std::chrono::seconds>& age) {
  return Nullable<long long>(age ? std::optional<long long>(age->count()) : std::nullopt);
}

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
  return row;
}

Result<MatchRule> decode_rule(const ListRow& row) {
  const auto inexact = inexact_use_from(row.inexact);
  if (!inexact) {
    return fail(ErrorCode::kCorrupt,
                "list " + row.name + " has an unknown use of inexact matches: " + row.inexact);
  }
  return MatchRule{*inexact, row.threshold, row.uses_veto != 0};
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
  return list;
}

class SqlListStore final : public ListStore {
 public:
  explicit SqlListStore(const Connections& connections) : connections_(connections) {}

  Result<> add_list(const List& list) override {
    const auto add = [&](soci::session& session) -> Result<> {
      Prepared<ListRow> insert(
          session,
          "INSERT INTO lists (id, owner_zone, name, title, category, priority, is_suspended, "
          "created_at, suspended_because, inexact, threshold, uses_veto, confirmed_at, max_age_s, "
          "number) VALUES (:id, :owner, :name, :title, :category, :priority, :suspended, :created, "
          ":because, :inexact, :threshold, :veto, :confirmed, :max_age, "
          "(SELECT COALESCE(MAX(number), 0) + 1 FROM lists))");
      insert.in = row_of(list);
      insert.run();
      return {};
    };
    return connections_.writes.write(add).map_error(while_doing("the list was not added"));
  }

  Result<> update_list(const List& list) override {
    const auto update = [&](soci::session& session) -> Result<> {
      using In = Values<std::string, std::string, int, int, std::string, std::string, double, int,
                        Nullable<long long>, Nullable<long long>, std::string>;
      Prepared<In> change(
          session,
          "UPDATE lists SET title = :title, category = :category, priority = :priority, "
          "is_suspended = :suspended, suspended_because = :because, inexact = :inexact, "
          "threshold = :threshold, uses_veto = :veto, confirmed_at = :confirmed, "
          "max_age_s = :max_age WHERE id = :id");
      const ListRow row = row_of(list);
      change.in.values = {
          row.title,   row.category,  row.priority,  row.is_suspended, row.suspended_because,
          row.inexact, row.threshold, row.uses_veto, row.confirmed_at, row.max_age_s,
          row.id};
      change.run();
      if (change.changed_rows() == 0) {
        return fail(ErrorCode::kNotFound, "no list has the id " + row.id);
      }
      return {};
    };
    return connections_.writes.write(update).map_error(while_doing("the list was not changed"));
  }

  Result<std::vector<List>> lists() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<ListRow>(session,
                                 "SELECT id, owner_zone, name, title, category, priority, "
                                 "is_suspended, created_at, suspended_because, inexact, threshold, "
                                 "uses_veto, confirmed_at, max_age_s FROM lists ORDER BY name",
                                 None{}, decode_list);
    });
  }

  Result<std::vector<PutEntry>> put_entries(std::span<const SealedEntry> entries) override {
    return connections_.writes
        .write([&](soci::session& session) { return put_all(session, entries); })
        .map_error(while_doing("the entries were not kept"));
  }

  Result<std::vector<PutEntry>> preview_entries(std::span<const SealedEntry> entries) override {
    return connections_.reads.read(
        [&](soci::session& session) { return preview_all(session, entries); });
  }

  Result<> remove_entries(std::span<const Id> entries) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<std::string>> remove(session, "DELETE FROM entries WHERE id = :id");
      for (const Id& entry : entries) {
        std::get<0>(remove.in.values) = to_string(entry);
        remove.run();
      }
      return {};
    });
  }

  Result<std::optional<SealedEntry>> entry(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<EntryRow>(session, std::string(kSelectEntry) + "WHERE e.id = :id",
                                  Values<std::string>{{to_string(id)}}, decode_entry);
    });
  }

  Result<std::vector<SealedEntry>> entries(const Id& list, const Id& after,
                                           std::size_t limit) override {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, std::string, long long>;
      return select_all<EntryRow>(
          session,
          std::string(kSelectEntry) +
              "WHERE e.list_number = (SELECT number FROM lists WHERE id = :list) AND e.id > "
              ":after ORDER BY e.id LIMIT :limit",
          In{{to_string(list), to_string(after), static_cast<long long>(limit)}}, decode_entry);
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

  Connections connections_;
};

}  // namespace

std::unique_ptr<ListStore> make_list_store(const Connections& connections) {
  return std::make_unique<SqlListStore>(connections);
}

}  // namespace bas::control_sql
