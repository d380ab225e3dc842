#include "base/encode.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct PursuitRow {
  std::string id;
  int day = 0, version = 0;
  std::string entry;
  long long expires_at = 0;
  int is_over = 0;
  std::string sealed;
  auto fields() { return std::tie(id, day, version, entry, expires_at, is_over, sealed); }
};

PursuitRow pursuit_row(const SealedPursuit& pursuit) {
  return {to_string(pursuit.id),    pursuit.day.number,        pursuit.version,
          to_string(pursuit.entry), ms_of(pursuit.expires_at), pursuit.is_over ? 1 : 0,
          to_base64(pursuit.sealed)};
}

Result<SealedPursuit> decode_pursuit(const PursuitRow& row) {
  return SealedPursuit{TRY(stored_id(row.id)),
                       Day{row.day},
                       row.version,
                       TRY(stored_id(row.entry)),
                       time_of(row.expires_at),
                       row.is_over != 0,
                       TRY(stored_bytes(row.sealed))};
}

constexpr std::string_view kSelectPursuits =
    "SELECT id, day, version, entry, expires_at, is_over, sealed FROM pursuits ";

constexpr std::string_view kPutPursuit =
    "INSERT INTO pursuits (id, day, version, entry, expires_at, is_over, sealed) VALUES (:id, "
    ":day, :version, :entry, :expires, :over, :sealed) ON CONFLICT (id) DO UPDATE SET version = "
    "excluded.version, expires_at = excluded.expires_at, is_over = excluded.is_over, sealed = "
    "excluded.sealed WHERE pursuits.version = excluded.version - 1";

using PursuitLineIn = Values<std::string, int, std::string, Nullable<std::string>>;
constexpr std::string_view kPutPursuitLine =
    "INSERT INTO pursuit_lines (pursuit, number, sealed, request_key) VALUES (:pursuit, :number, "
    ":sealed, :key)";

// Behind every id there is.
constexpr const char* kBehindEveryPursuit = "~";

Result<> put_pursuit(soci::session& session, const SealedPursuit& now,
                     const SealedPursuitLine& line) {
  Prepared<PursuitRow> change(session, kPutPursuit);
  change.in = pursuit_row(now);
  change.run();
  if (change.changed_rows() == 0) {
    return fail(ErrorCode::kConflict, "the pursuit has changed meanwhile: look at it again");
  }
  Prepared<PursuitLineIn> add(session, kPutPursuitLine);
  add.in.values = {
      to_string(now.id), line.number, to_base64(line.sealed),
      Nullable<std::string>(line.key.empty() ? std::nullopt : std::optional(line.key))};
  add.run();
  return {};
}

class SqlPursuitStore final : public PursuitStore {
 public:
  explicit SqlPursuitStore(const Connections& connections) : connections_(connections) {}

  Result<> put(const SealedPursuit& now, const SealedPursuitLine& line) override {
    return connections_.writes.write(
        [&](soci::session& session) { return put_pursuit(session, now, line); });
  }

  Result<std::optional<SealedPursuit>> pursuit(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<PursuitRow>(session, with(kSelectPursuits, "WHERE id = :id"),
                                    Values<std::string>{{to_string(id)}}, decode_pursuit);
    });
  }

  Result<std::vector<SealedPursuit>> pursuits(const PursuitPage& page) override {
    const std::string before = page.before.is_zero() ? kBehindEveryPursuit : to_string(page.before);
    const char* which = page.is_running
                            ? "WHERE is_over = 0 AND id < :before ORDER BY id DESC LIMIT :limit"
                            : "WHERE id < :before ORDER BY id DESC LIMIT :limit";
    return connections_.reads.read([&](soci::session& session) {
      return select_all<PursuitRow>(
          session, with(kSelectPursuits, which),
          Values<std::string, long long>{{before, static_cast<long long>(page.limit)}},
          decode_pursuit);
    });
  }

  Result<std::vector<SealedPursuitLine>> lines(const Id& pursuit, int behind) override {
    using Row = Values<int, std::string, Nullable<std::string>>;
    return connections_.reads.read([&](soci::session& session) {
      return select_all<Row>(
          session,
          "SELECT number, sealed, request_key FROM pursuit_lines WHERE pursuit = :pursuit AND "
          "number > :behind ORDER BY number",
          Values<std::string, int>{{to_string(pursuit), behind}},
          [](const Row& row) -> Result<SealedPursuitLine> {
            const auto& [number, sealed, key] = row.values;
            return SealedPursuitLine{number, TRY(stored_bytes(sealed)),
                                     key.get().value_or(std::string())};
          });
    });
  }

  Result<> drop_day(Day day) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      for (const std::string_view sql :
           {"DELETE FROM pursuit_lines WHERE pursuit IN (SELECT id FROM pursuits WHERE day = :day)",
            "DELETE FROM pursuits WHERE day = :day"}) {
        Prepared<Values<int>> statement(session, sql);
        statement.in.values = {day.number};
        statement.run();
      }
      return {};
    });
  }

 private:
  Connections connections_;
};

}  // namespace

std::unique_ptr<PursuitStore> make_pursuit_store(const Connections& connections) {
  return std::make_unique<SqlPursuitStore>(connections);
}

}  // namespace bas::control_sql
