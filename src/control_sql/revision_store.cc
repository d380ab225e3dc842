#include <limits>

#include "base/encode.h"
#include "control_sql/revision_rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

constexpr std::string_view kSelectRevision =
    "SELECT l.id, r.number, r.mode, r.state, r.origin, r.made_by, r.started_at, r.ended_at, "
    "r.file_name, r.file_sha256, r.source_revision, r.counts, r.note FROM revisions r JOIN lists l "
    "ON l.number = r.list_number ";

constexpr std::string_view kAdd =
    "INSERT INTO revisions (list_number, number, mode, state, origin, made_by, started_at, "
    "ended_at, file_name, file_sha256, source_revision, counts, note) VALUES ((SELECT number FROM "
    "lists WHERE id = :list), :number, :mode, :state, :origin, :by, :started, :ended, :file, "
    ":sha256, :source_revision, :counts, :note)";

constexpr std::string_view kChange =
    "UPDATE revisions SET mode = :mode, state = :state, ended_at = :ended, source_revision = "
    ":source_revision, counts = :counts, note = :note WHERE list_number = (SELECT number FROM "
    "lists WHERE id = :list) AND number = :number";

// Of a table that hangs on a revision, by the list's id and the revision's number.
constexpr std::string_view kOfRevision =
    "WHERE list_number = (SELECT number FROM lists WHERE id = :list) AND revision = :revision ";

// The next number of the list, taken.
Result<int> take_number(soci::session& session, const std::string& list) {
  Prepared<Values<std::string>> take(session,
                                     "UPDATE lists SET revision = revision + 1 WHERE id = :id");
  take.in.values = {list};
  take.run();
  if (take.changed_rows() == 0) return fail(ErrorCode::kNotFound, "no list has this id");
  Prepared<Values<std::string>, Values<int>> look(session,
                                                  "SELECT revision FROM lists WHERE id = :id");
  look.in.values = {list};
  look.run();
  return std::get<0>(look.out.values);
}

class SqlRevisionStore final : public RevisionStore {
 public:
  explicit SqlRevisionStore(const Connections& connections) : connections_(connections) {}

  Result<int> begin_revision(const Revision& revision) override {
    return connections_.writes.write([&](soci::session& session) -> Result<int> {
      RevisionRow row = row_of(revision);
      row.number = TRY(take_number(session, row.list));
      Prepared<RevisionRow> add(session, kAdd);
      add.in = row;
      add.run();
      return row.number;
    });
  }

  Result<> update_revision(const Revision& revision) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<RevisionChangeRow> change(session, kChange);
      change.in.row = row_of(revision);
      change.run();
      if (change.changed_rows() > 0) return {};
      return fail(ErrorCode::kNotFound, "the list has no such revision");
    });
  }

  Result<std::optional<Revision>> revision(const RevisionName& name) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<RevisionRow>(session,
                                     with(kSelectRevision, "WHERE l.id = :list AND r.number = :n"),
                                     name_values(name), decode_revision);
    });
  }

  Result<std::vector<Revision>> revisions(const Id& list, int before, std::size_t limit) override {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, int, long long>;
      const int below = before == 0 ? std::numeric_limits<int>::max() : before;
      return select_all<RevisionRow>(
          session,
          with(kSelectRevision,
               "WHERE l.id = :list AND r.number < :before ORDER BY r.number DESC LIMIT :limit"),
          In{{to_string(list), below, static_cast<long long>(limit)}}, decode_revision);
    });
  }

  Result<std::vector<Revision>> running_revisions() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<RevisionRow>(session, with(kSelectRevision, "WHERE r.state = :state"),
                                     Values<std::string>{{"running"}}, decode_revision);
    });
  }

  Result<> add_rejects(const RevisionName& name, std::span<const SealedReject> rejects) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<std::string, int, long long, std::string>> add(
          session,
          "INSERT INTO rejects (list_number, revision, line, sealed) VALUES ((SELECT number FROM "
          "lists WHERE id = :list), :revision, :line, :sealed) ON CONFLICT (list_number, revision, "
          "line) DO NOTHING");
      for (const SealedReject& reject : rejects) {
        add.in.values = {to_string(name.list), name.number, static_cast<long long>(reject.line),
                         to_base64(reject.sealed)};
        add.run();
      }
      return {};
    });
  }

  Result<std::vector<SealedReject>> rejects(const RevisionName& name, std::uint64_t after_line,
                                            std::size_t limit) override {
    return connections_.reads.read([&](soci::session& session) {
      using In = Values<std::string, int, long long, long long>;
      using Row = Values<long long, std::string>;
      return select_all<Row>(
          session,
          std::string("SELECT line, sealed FROM rejects ")
              .append(kOfRevision)
              .append("AND line > :after ORDER BY line LIMIT :limit"),
          In{{to_string(name.list), name.number, static_cast<long long>(after_line),
              static_cast<long long>(limit)}},
          [](const Row& row) -> Result<SealedReject> {
            const auto& [line, sealed] = row.values;
            return SealedReject{static_cast<std::uint64_t>(line), TRY(stored_bytes(sealed))};
          });
    });
  }

  Result<> hold(const RevisionName& name, std::span<const std::string> parts) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<std::string, int, int, std::string>> add(
          session,
          "INSERT INTO held_parts (list_number, revision, part, sealed) VALUES ((SELECT number "
          "FROM lists WHERE id = :list), :revision, :part, :sealed)");
      int number = 0;
      for (const std::string& part : parts) {
        add.in.values = {to_string(name.list), name.number, number++, to_base64(part)};
        add.run();
      }
      return {};
    });
  }

  Result<std::vector<std::string>> held(const RevisionName& name) override {
    return connections_.reads.read([&](soci::session& session) {
      using Row = Values<std::string>;
      return select_all<Row>(
          session, with("SELECT sealed FROM held_parts ", with(kOfRevision, "ORDER BY part")),
          name_values(name), [](const Row& row) { return stored_bytes(std::get<0>(row.values)); });
    });
  }

  Result<> let_go(const RevisionName& name) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Values<std::string, int>> remove(session,
                                                with("DELETE FROM held_parts ", kOfRevision));
      remove.in = name_values(name);
      remove.run();
      return {};
    });
  }

  Result<std::optional<FetchState>> fetch_state(const Id& list) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<FetchRow>(
          session,
          "SELECT l.id, f.etag, f.last_modified, f.sha256, f.attempted_at, f.succeeded_at, "
          "f.failures, f.failure FROM fetch_marks f JOIN lists l ON l.number = f.list_number WHERE "
          "l.id = :list",
          Values<std::string>{{to_string(list)}}, decode_fetch);
    });
  }

  Result<> set_fetch_state(const Id& list, const FetchState& state) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<FetchRow> put(
          session,
          "INSERT INTO fetch_marks (list_number, etag, last_modified, sha256, attempted_at, "
          "succeeded_at, failures, failure) VALUES ((SELECT number FROM lists WHERE id = :list), "
          ":etag, :modified, :sha256, :attempted, :succeeded, :failures, :failure) ON CONFLICT "
          "(list_number) DO UPDATE SET etag = excluded.etag, last_modified = "
          "excluded.last_modified, sha256 = excluded.sha256, attempted_at = "
          "excluded.attempted_at, succeeded_at = excluded.succeeded_at, failures = "
          "excluded.failures, failure = excluded.failure");
      put.in = {to_string(list),
                state.mark.etag,
                state.mark.last_modified,
                state.mark.sha256,
                ms_of(state.attempted_at),
                nullable_ms(state.succeeded_at),
                state.failures,
                state.failure};
      put.run();
      return {};
    });
  }

 private:
  struct FetchRow {
    std::string list, etag, last_modified, sha256;
    long long attempted_at = 0;
    Nullable<long long> succeeded_at;
    int failures = 0;
    std::string failure;
    auto fields() {
      return std::tie(list, etag, last_modified, sha256, attempted_at, succeeded_at, failures,
                      failure);
    }
  };

  static Result<FetchState> decode_fetch(const FetchRow& row) {
    return FetchState{{row.etag, row.last_modified, row.sha256},
                      time_of(row.attempted_at),
                      nullable_time(row.succeeded_at),
                      row.failures,
                      row.failure};
  }

  static Values<std::string, int> name_values(const RevisionName& name) {
    return {{to_string(name.list), name.number}};
  }

  Connections connections_;
};

}  // namespace

std::unique_ptr<RevisionStore> make_revision_store(const Connections& connections) {
  return std::make_unique<SqlRevisionStore>(connections);
}

}  // namespace bas::control_sql
