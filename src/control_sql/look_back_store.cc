#include "base/encode.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct LookBackRow {
  std::string id, entry;
  Nullable<std::string> asked_by;
  long long asked_at = 0;
  int first_day = 0, last_day = 0, reads = 0;
  std::string sealed;
  auto fields() {
    return std::tie(id, entry, asked_by, asked_at, first_day, last_day, reads, sealed);
  }
};

Result<SealedLookBack> decode(const LookBackRow& row) {
  return SealedLookBack{TRY(stored_id(row.id)),
                        TRY(stored_id(row.entry)),
                        TRY(stored_nullable_id(row.asked_by)),
                        time_of(row.asked_at),
                        Day{row.first_day},
                        Day{row.last_day},
                        row.reads,
                        TRY(stored_bytes(row.sealed))};
}

class SqlLookBackStore final : public LookBackStore {
 public:
  explicit SqlLookBackStore(const Connections& connections) : connections_(connections) {}

  Result<> add_look_back(const SealedLookBack& look_back) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<LookBackRow> add(
          session,
          "INSERT INTO look_backs (id, entry, asked_by, asked_at, first_day, last_day, reads, "
          "sealed) VALUES (:id, :entry, :by, :at, :first, :last, :reads, :sealed)");
      add.in = {
          to_string(look_back.id),   to_string(look_back.entry), nullable_id(look_back.asked_by),
          ms_of(look_back.asked_at), look_back.first_day.number, look_back.last_day.number,
          look_back.reads,           to_base64(look_back.sealed)};
      add.run();
      return {};
    });
  }

  Result<std::vector<SealedLookBack>> look_backs(const Id& entry) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<LookBackRow>(
          session,
          "SELECT id, entry, asked_by, asked_at, first_day, last_day, reads, sealed FROM "
          "look_backs WHERE entry = :entry ORDER BY id DESC",
          Values<std::string>{{to_string(entry)}}, decode);
    });
  }

 private:
  Connections connections_;
};

}  // namespace

std::unique_ptr<LookBackStore> make_look_back_store(const Connections& connections) {
  return std::make_unique<SqlLookBackStore>(connections);
}

}  // namespace bas::control_sql
