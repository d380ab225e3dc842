#include "control_sql/hit_rows.h"
#include "control_sql/stores.h"
#include "control_sql/verdicts.h"

namespace bas::control_sql {

namespace {

constexpr std::string_view kPutHit =
    " VALUES (:id, :incident, :read, :entry, :list, :camera, :site, :zone, :day, :state, :version, "
    ":priority, :late, :captured, :created, :sealed, :quiet, :reason, :by, :at, :check, :note) "
    "ON CONFLICT (read_id, entry) DO NOTHING";

constexpr std::string_view kPutIncident =
    "INSERT INTO incidents (id, day, token, version, hits, priority, state, opened_at, last_at, "
    "last_hit, sealed) VALUES (:id, :day, :token, :version, :hits, :priority, :state, :opened, "
    ":last, :last_hit, :sealed) ON CONFLICT (id) DO UPDATE SET day = excluded.day, "
    "token = excluded.token, version = excluded.version, hits = excluded.hits, "
    "priority = excluded.priority, state = excluded.state, opened_at = excluded.opened_at, "
    "last_at = excluded.last_at, last_hit = excluded.last_hit, sealed = excluded.sealed";

const std::string kSelectHit = std::string("SELECT ").append(kHitColumns).append(" FROM hits ");

constexpr std::string_view kSelectIncident =
    "SELECT id, day, token, version, hits, priority, state, opened_at, last_at, last_hit, sealed "
    "FROM incidents ";

// Behind every id there is.
constexpr const char* kPastNewest = "~";

// A page of either table, newest first.
template <typename Row, typename Decode>
auto select_page(soci::session& session, std::string_view select, const HitPage& page,
                 Decode decode) {
  const std::string before = page.before.is_zero() ? kPastNewest : to_string(page.before);
  const auto limit = static_cast<long long>(page.limit);
  if (!page.state) {
    return select_all<Row>(session,
                           with(select, "WHERE id < :before ORDER BY id DESC LIMIT :limit"),
                           Values<std::string, long long>{{before, limit}}, decode);
  }
  return select_all<Row>(
      session, with(select, "WHERE state = :state AND id < :before ORDER BY id DESC LIMIT :limit"),
      Values<std::string, std::string, long long>{
          {std::string(name_of(*page.state)), before, limit}},
      decode);
}

class SqlHitStore final : public HitStore {
 public:
  explicit SqlHitStore(const Connections& connections) : connections_(connections) {}

  Result<> record(std::span<const SealedHit> hits,
                  std::span<const SealedIncident> incidents) override {
    const auto put_all = [&](soci::session& session) -> Result<> {
      Prepared<HitRow> put_hit(
          session,
          std::string("INSERT INTO hits (").append(kHitColumns).append(")").append(kPutHit));
      for (const SealedHit& hit : hits) {
        put_hit.in = row_of(hit);
        put_hit.run();
      }
      Prepared<IncidentRow> put_incident(session, kPutIncident);
      for (const SealedIncident& incident : incidents) {
        put_incident.in = row_of(incident);
        put_incident.run();
      }
      return {};
    };
    return connections_.hits.write(put_all).map_error(while_doing("the hits were not recorded"));
  }

  Result<> sync() override { return connections_.hits.sync(); }

  Result<SealedHit> judge(const Judgement& judgement) override {
    return connections_.hits.write(
        [&](soci::session& session) { return control_sql::judge(session, judgement); });
  }

  Result<std::vector<SealedHit>> oldest_candidates(Priority priority, std::size_t limit) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<HitRow>(
          session,
          with(kSelectHit,
               "WHERE state = 'candidate' AND priority = :priority ORDER BY id LIMIT :limit"),
          Values<int, long long>{{priority, static_cast<long long>(limit)}}, decode_hit);
    });
  }

  Result<std::vector<SealedHit>> withdraw_hits_of(std::span<const Id> entries,
                                                  UtcTime now) override {
    return connections_.hits.write(
        [&](soci::session& session) { return control_sql::withdraw(session, entries, now); });
  }

  Result<std::vector<Id>> ended_entries_with_open_hits() override {
    return connections_.reads.read(
        [](soci::session& session) { return control_sql::ended_entries_with_open_hits(session); });
  }

  Result<std::vector<Rejections>> rejections(UtcTime since) override {
    return connections_.reads.read(
        [&](soci::session& session) { return control_sql::rejections(session, since); });
  }

  Result<std::vector<ListNoise>> noise(UtcTime since) override {
    return connections_.reads.read(
        [&](soci::session& session) { return control_sql::noise(session, since); });
  }

  Result<> note_view(const Id& viewer, const Id& hit, UtcTime now) override {
    return connections_.hits.write([&](soci::session& session) -> Result<> {
      control_sql::note_view(session, viewer, hit, now);
      return {};
    });
  }

  Result<std::vector<SealedHit>> withdrawn_unseen(const Id& viewer) override {
    return connections_.reads.read(
        [&](soci::session& session) { return control_sql::withdrawn_unseen(session, viewer); });
  }

  Result<> mark_withdrawal_told(const Id& viewer, const Id& hit, UtcTime now) override {
    return connections_.hits.write([&](soci::session& session) -> Result<> {
      control_sql::mark_told(session, viewer, hit, now);
      return {};
    });
  }

  Result<> drop_day(Day day) override {
    return connections_.hits.write([&](soci::session& session) -> Result<> {
      for (const std::string_view sql :
           {"DELETE FROM hit_views WHERE hit IN (SELECT id FROM hits WHERE day = :day)",
            "DELETE FROM hits WHERE day = :day", "DELETE FROM incidents WHERE day = :day"}) {
        Prepared<Values<int>> statement(session, sql);
        statement.in.values = {day.number};
        statement.run();
      }
      return {};
    });
  }

  Result<std::optional<SealedHit>> hit(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<HitRow>(session, with(kSelectHit, "WHERE id = :id"),
                                Values<std::string>{{to_string(id)}}, decode_hit);
    });
  }

  Result<std::optional<SealedHit>> hit_of(const Id& read, const Id& entry) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<HitRow>(
          session, with(kSelectHit, "WHERE read_id = :read AND entry = :entry"),
          Values<std::string, std::string>{{to_string(read), to_string(entry)}}, decode_hit);
    });
  }

  Result<std::vector<SealedHit>> hits(const HitPage& page) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_page<HitRow>(session, kSelectHit, page, decode_hit);
    });
  }

  Result<std::vector<SealedHit>> hits_of_incident(const Id& incident) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<HitRow>(session,
                                with(kSelectHit, "WHERE incident = :incident ORDER BY id DESC"),
                                Values<std::string>{{to_string(incident)}}, decode_hit);
    });
  }

  Result<std::optional<SealedIncident>> incident(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<IncidentRow>(session, with(kSelectIncident, "WHERE id = :id"),
                                     Values<std::string>{{to_string(id)}}, decode_incident);
    });
  }

  Result<std::vector<SealedIncident>> incidents(const HitPage& page) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_page<IncidentRow>(session, kSelectIncident, page, decode_incident);
    });
  }

  Result<std::vector<SealedIncident>> open_incidents(UtcTime since) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<IncidentRow>(
          session, with(kSelectIncident, "WHERE last_at >= :since ORDER BY last_at DESC"),
          Values<long long>{{ms_of(since)}}, decode_incident);
    });
  }

 private:
  Connections connections_;
};

}  // namespace

std::unique_ptr<HitStore> make_hit_store(const Connections& connections) {
  return std::make_unique<SqlHitStore>(connections);
}

}  // namespace bas::control_sql
