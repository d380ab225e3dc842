#include "control_sql/hit_rows.h"
#include "control_sql/hit_steps.h"
#include "control_sql/stores.h"
#include "control_sql/verdicts.h"

namespace bas::control_sql {

namespace {

const std::string kPutHit =
    std::string("INSERT INTO hits (")
        .append(kHitFacts)
        .append(", ")
        .append(kLifeColumns)
        .append(
            ") VALUES (:id, :incident, :read, :entry, :list, :camera, :site, :zone, :day, "
            ":priority, :late, :captured, :created, :sealed, :quiet, :batch, :state, :version, "
            ":claimed_by, :claimed_name, :claimed_zone, :claimed_at, :reason, :judged_by, "
            ":judged_name, :judged_zone, :judged_at, :check, :note, :follow_up, :outcome, "
            ":followed_at, :escalated_at) ON CONFLICT (read_id, entry) DO NOTHING");

// What it shows is settled afterwards.
const std::string kPutIncident =
    std::string("INSERT INTO incidents (")
        .append(kIncidentColumns)
        .append(
            ") VALUES (:id, :day, :token, :version, :hits, :priority, :opened, :last, :last_hit, "
            ":sealed, :quiet, :batch, :state, :claimed_by, :claimed_name, :claimed_zone, "
            ":claimed_at, "
            ":follow_up, :outcome, :followed_at, :escalated_at, :open) ON CONFLICT (id) DO UPDATE "
            "SET day = excluded.day, token = excluded.token, hits = excluded.hits, priority = "
            "excluded.priority, opened_at = excluded.opened_at, last_at = excluded.last_at, "
            "last_hit = excluded.last_hit, sealed = excluded.sealed");

// Behind every id there is.
constexpr const char* kPastNewest = "~";

std::string start_of(const HitPage& page) {
  return page.before.is_zero() ? kPastNewest : to_string(page.before);
}

// A page of either table, newest first.
template <typename Row, typename Decode>
auto select_page(soci::session& session, std::string_view select, const HitPage& page,
                 Decode decode) {
  const std::string before = start_of(page);
  const auto limit = static_cast<long long>(page.limit);
  if (!page.state) {
    return select_all<Row>(session, with(select, "id < :before ORDER BY id DESC LIMIT :limit"),
                           Values<std::string, long long>{{before, limit}}, decode);
  }
  return select_all<Row>(
      session, with(select, "state = :state AND id < :before ORDER BY id DESC LIMIT :limit"),
      Values<std::string, std::string, long long>{
          {std::string(name_of(*page.state)), before, limit}},
      decode);
}

// A page of one batch. In whatever state: what is finished shows what came of it.
Result<std::vector<SealedIncident>> page_of_batch(soci::session& session, const HitPage& page) {
  const char* open = page.is_open ? "is_open = 1 AND " : "";
  return select_all<IncidentRow>(
      session,
      select_incidents(std::string("WHERE ").append(open).append(
          "batch_zone = :zone AND day = :day AND id < :before ORDER BY id DESC LIMIT :limit")),
      Values<std::string, int, std::string, long long>{{to_string(page.batch->zone),
                                                        page.batch->day.number, start_of(page),
                                                        static_cast<long long>(page.limit)}},
      decode_incident);
}

Result<std::vector<BatchCount>> batches(soci::session& session, const Id& zone) {
  Prepared<Values<std::string>, Values<int, long long, long long>> select(
      session,
      "SELECT day, COUNT(*), SUM(is_open) FROM incidents WHERE batch_zone = :zone GROUP BY day "
      "ORDER BY day DESC");
  select.in.values = {to_string(zone)};
  std::vector<BatchCount> all;
  for (bool more = select.run(); more; more = select.next()) {
    const auto& [day, vehicles, open] = select.out.values;
    all.push_back(
        {Day{day}, static_cast<std::uint64_t>(vehicles), static_cast<std::uint64_t>(open)});
  }
  return all;
}

// A new hit of an incident that somebody has claimed is his at once.
Result<> put_hit(soci::session& session, Prepared<HitRow>& put, SealedHit hit) {
  const auto incident = TRY(incident_with(session, hit.incident));
  const bool is_claimed = incident && incident->standing.claim.is_there() &&
                          is_open(incident->standing) && is_question(hit.life);
  if (is_claimed) {
    hit.life.state = HitState::kClaimed;
    hit.life.claim = incident->standing.claim;
  }
  put.in = row_of(hit);
  put.run();
  return {};
}

Result<Recorded> record(soci::session& session, std::span<const SealedHit> hits,
                        std::span<const SealedIncident> incidents) {
  Prepared<HitRow> put_one(session, kPutHit);
  for (const SealedHit& hit : hits) TRY(put_hit(session, put_one, hit));
  Recorded recorded;
  Prepared<IncidentRow> put(session, kPutIncident);
  for (const SealedIncident& incident : incidents) {
    put.in = row_of(incident);
    put.run();
    TRY(settle(session, incident.id));
    recorded.incidents.push_back(*TRY(incident_with(session, incident.id)));
  }
  for (const SealedHit& hit : hits) {
    recorded.hits.push_back(TRY(hit_with(session, hit.id)).value_or(hit));
  }
  return recorded;
}

class SqlHitStore final : public HitStore {
 public:
  explicit SqlHitStore(const Connections& connections) : connections_(connections) {}

  Result<Recorded> record(std::span<const SealedHit> hits,
                          std::span<const SealedIncident> incidents) override {
    return connections_.hits
        .write(
            [&](soci::session& session) { return control_sql::record(session, hits, incidents); })
        .map_error(while_doing("the hits were not recorded"));
  }

  Result<> sync() override { return connections_.hits.sync(); }

  Result<std::vector<SealedHit>> take(const StepWish& wish) override {
    return connections_.hits.write(
        [&](soci::session& session) { return control_sql::take(session, wish); });
  }

  Result<std::vector<TakenStep>> steps(const Id& hit) override {
    return connections_.reads.read(
        [&](soci::session& session) { return control_sql::steps(session, hit); });
  }

  Result<std::vector<SealedHit>> oldest_questions(Priority priority, std::size_t limit) override {
    return selected(
        "WHERE state IN ('candidate', 'claimed') AND batch_zone IS NULL AND priority = :priority "
        "ORDER BY id LIMIT :limit",
        Values<int, long long>{{priority, static_cast<long long>(limit)}});
  }

  Result<std::vector<SealedHit>> oldest_batched(std::size_t limit) override {
    return selected(
        "WHERE state IN ('candidate', 'claimed') AND batch_zone IS NOT NULL ORDER BY id "
        "LIMIT :limit",
        Values<long long>{{static_cast<long long>(limit)}});
  }

  Result<std::vector<SealedHit>> unclaimed(Priority priority, std::size_t limit) override {
    return selected(
        "WHERE state = 'candidate' AND escalated_at IS NULL AND is_quiet = 0 AND "
        "is_late = 0 AND priority = :priority ORDER BY id LIMIT :limit",
        Values<int, long long>{{priority, static_cast<long long>(limit)}});
  }

  Result<std::vector<SealedHit>> without_outcome(std::size_t limit) override {
    return selected(
        "WHERE state = 'validated' AND follow_up <> 'closed' ORDER BY "
        "COALESCE(followed_at, judged_at), id LIMIT :limit",
        Values<long long>{{static_cast<long long>(limit)}});
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
            "DELETE FROM hit_steps WHERE hit IN (SELECT id FROM hits WHERE day = :day)",
            "DELETE FROM hits WHERE day = :day", "DELETE FROM incidents WHERE day = :day"}) {
        Prepared<Values<int>> statement(session, sql);
        statement.in.values = {day.number};
        statement.run();
      }
      return {};
    });
  }

  Result<std::optional<SealedHit>> hit(const Id& id) override {
    return connections_.reads.read([&](soci::session& session) { return hit_with(session, id); });
  }

  Result<std::optional<SealedHit>> hit_of(const Id& read, const Id& entry) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<HitRow>(
          session, select_hits("WHERE read_id = :read AND entry = :entry"),
          Values<std::string, std::string>{{to_string(read), to_string(entry)}}, decode_hit);
    });
  }

  Result<std::vector<SealedHit>> hits(const HitPage& page) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_page<HitRow>(session, select_hits("WHERE "), page, decode_hit);
    });
  }

  Result<std::vector<SealedHit>> hits_of_incident(const Id& incident) override {
    return selected("WHERE incident = :incident ORDER BY id DESC",
                    Values<std::string>{{to_string(incident)}});
  }

  Result<std::optional<SealedIncident>> incident(const Id& id) override {
    return connections_.reads.read(
        [&](soci::session& session) { return incident_with(session, id); });
  }

  Result<std::vector<SealedIncident>> incidents(const HitPage& page) override {
    const char* which = page.is_open ? "WHERE batch_zone IS NULL AND is_open = 1 AND "
                                     : "WHERE batch_zone IS NULL AND ";
    return connections_.reads.read([&](soci::session& session) {
      if (page.batch) return page_of_batch(session, page);
      return select_page<IncidentRow>(session, select_incidents(which), page, decode_incident);
    });
  }

  Result<std::vector<BatchCount>> batches(const Id& zone) override {
    return connections_.reads.read(
        [&](soci::session& session) { return control_sql::batches(session, zone); });
  }

  Result<std::vector<SealedIncident>> open_incidents(UtcTime since) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<IncidentRow>(
          session, select_incidents("WHERE last_at >= :since ORDER BY last_at DESC"),
          Values<long long>{{ms_of(since)}}, decode_incident);
    });
  }

 private:
  template <typename In>
  Result<std::vector<SealedHit>> selected(std::string_view where, In in) {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<HitRow>(session, select_hits(where), std::move(in), decode_hit);
    });
  }

  Connections connections_;
};

}  // namespace

std::unique_ptr<HitStore> make_hit_store(const Connections& connections) {
  return std::make_unique<SqlHitStore>(connections);
}

}  // namespace bas::control_sql
