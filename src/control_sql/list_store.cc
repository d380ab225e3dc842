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
  auto fields() {
    return std::tie(id, owner_zone, name, title, category, priority, is_suspended, created_at);
  }
};

Result<List> decode_list(const ListRow& row) {
  return List{TRY(stored_id(row.id)),
              TRY(stored_nullable_id(row.owner_zone)),
              row.name,
              row.title,
              row.category,
              row.priority,
              row.is_suspended != 0,
              time_of(row.created_at)};
}

class SqlListStore final : public ListStore {
 public:
  explicit SqlListStore(const Connections& connections) : connections_(connections) {}

  Result<> add_list(const List& list) override {
    const auto add = [&](soci::session& session) -> Result<> {
      Prepared<ListRow> insert(
          session,
          "INSERT INTO lists (id, owner_zone, name, title, category, priority, is_suspended, "
          "created_at, number) VALUES (:id, :owner, :name, :title, :category, :priority, "
          ":suspended, :created, (SELECT COALESCE(MAX(number), 0) + 1 FROM lists))");
      insert.in = {to_string(list.id),
                   nullable_id(list.owner_zone),
                   list.name,
                   list.title,
                   list.category,
                   list.priority,
                   list.is_suspended ? 1 : 0,
                   ms_of(list.created_at)};
      insert.run();
      return {};
    };
    return connections_.writes.write(add).map_error(while_doing("the list was not added"));
  }

  Result<std::vector<List>> lists() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<ListRow>(session,
                                 "SELECT id, owner_zone, name, title, category, priority, "
                                 "is_suspended, created_at FROM lists ORDER BY name",
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
