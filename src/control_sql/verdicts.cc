#include "control_sql/verdicts.h"

#include "control_sql/hit_rows.h"

namespace bas::control_sql {

namespace {

std::string select_hits(std::string_view where) {
  return std::string("SELECT ").append(kHitColumns).append(" FROM hits ").append(where);
}

constexpr std::string_view kJudge =
    "UPDATE hits SET state = :state, version = version + 1, verdict_reason = :reason, judged_by = "
    ":by, judged_at = :at, register_check = :check, register_note = :note WHERE id = :id AND "
    "version = :version AND state = 'candidate'";

constexpr std::string_view kWithdraw =
    "UPDATE hits SET state = 'withdrawn', version = version + 1, judged_at = :at WHERE entry = "
    ":entry AND state IN ('candidate', 'validated')";

constexpr std::string_view kNoise =
    "SELECT list, COUNT(*), SUM(CASE WHEN state = 'validated' THEN 1 ELSE 0 END), "
    "SUM(CASE WHEN state = 'rejected' THEN 1 ELSE 0 END), "
    "SUM(CASE WHEN state = 'rejected' AND verdict_reason = 'misread' THEN 1 ELSE 0 END), "
    "SUM(CASE WHEN state = 'withdrawn' THEN 1 ELSE 0 END), "
    "SUM(CASE WHEN state = 'expired' THEN 1 ELSE 0 END) "
    "FROM hits WHERE created_at >= :since GROUP BY list ORDER BY list";

constexpr std::string_view kNoteView =
    "INSERT INTO hit_views (viewer, hit, viewed_at) VALUES (:viewer, :hit, :at) "
    "ON CONFLICT (viewer, hit) DO NOTHING";

Result<std::optional<SealedHit>> hit_with(soci::session& session, const Id& id) {
  return select_one<HitRow>(session, select_hits("WHERE id = :id"),
                            Values<std::string>{{to_string(id)}}, decode_hit);
}

}  // namespace

Result<SealedHit> judge(soci::session& session, const Judgement& judgement) {
  const Verdict& verdict = judgement.verdict;
  using In = Values<std::string, std::string, Nullable<std::string>, Nullable<long long>,
                    std::string, std::string, std::string, int>;
  Prepared<In> change(session, kJudge);
  change.in.values = {std::string(name_of(verdict.state)),
                      std::string(name_of(verdict.reason)),
                      nullable_id(verdict.by),
                      nullable_ms(verdict.at),
                      std::string(name_of(verdict.check)),
                      verdict.check_note,
                      to_string(judgement.hit),
                      judgement.version};
  change.run();
  const bool is_changed = change.changed_rows() > 0;
  auto hit = TRY(hit_with(session, judgement.hit));
  if (!hit) return fail(ErrorCode::kNotFound, "there is no such hit");
  if (!is_changed) {
    return fail(ErrorCode::kConflict,
                "somebody else has judged this hit meanwhile, or it was withdrawn: load it again");
  }
  return std::move(*hit);
}

Result<std::vector<SealedHit>> withdraw(soci::session& session, std::span<const Id> entries,
                                        UtcTime now) {
  std::vector<SealedHit> withdrawn;
  Prepared<Values<long long, std::string>> change(session, kWithdraw);
  for (const Id& entry : entries) {
    const auto open = TRY(select_all<HitRow>(
        session, select_hits("WHERE entry = :entry AND state IN ('candidate', 'validated')"),
        Values<std::string>{{to_string(entry)}}, decode_hit));
    if (open.empty()) continue;
    change.in.values = {ms_of(now), to_string(entry)};
    change.run();
    for (const SealedHit& hit : open) withdrawn.push_back(*TRY(hit_with(session, hit.id)));
  }
  return withdrawn;
}

Result<std::vector<Id>> ended_entries_with_open_hits(soci::session& session) {
  using Row = Values<std::string>;
  return select_all<Row>(
      session,
      "SELECT DISTINCT entry FROM hits WHERE state IN ('candidate', 'validated') AND NOT EXISTS "
      "(SELECT 1 FROM entries e WHERE e.id = hits.entry)",
      None{}, [](const Row& row) { return stored_id(std::get<0>(row.values)); });
}

Result<std::vector<Rejections>> rejections(soci::session& session, UtcTime since) {
  using Row = Values<std::string, int, long long>;
  return select_all<Row>(
      session,
      "SELECT entry, COUNT(*), MAX(judged_at) FROM hits WHERE state = 'rejected' AND judged_at >= "
      ":since AND judged_at > COALESCE((SELECT MAX(v.judged_at) FROM hits v WHERE v.entry = "
      "hits.entry AND v.state = 'validated'), 0) GROUP BY entry",
      Values<long long>{{ms_of(since)}}, [](const Row& row) -> Result<Rejections> {
        const auto& [entry, count, last_at] = row.values;
        return Rejections{TRY(stored_id(entry)), count, time_of(last_at)};
      });
}

Result<std::vector<ListNoise>> noise(soci::session& session, UtcTime since) {
  using Row = Values<std::string, long long, long long, long long, long long, long long, long long>;
  return select_all<Row>(
      session, kNoise, Values<long long>{{ms_of(since)}}, [](const Row& row) -> Result<ListNoise> {
        const auto& [list, hits, validated, rejected, misread, withdrawn, expired] = row.values;
        const auto count = [](long long value) { return static_cast<std::uint64_t>(value); };
        return ListNoise{TRY(stored_id(list)), count(hits),      count(validated), count(rejected),
                         count(misread),       count(withdrawn), count(expired)};
      });
}

void note_view(soci::session& session, const Id& viewer, const Id& hit, UtcTime now) {
  Prepared<Values<std::string, std::string, long long>> put(session, kNoteView);
  put.in.values = {to_string(viewer), to_string(hit), ms_of(now)};
  put.run();
}

Result<std::vector<SealedHit>> withdrawn_unseen(soci::session& session, const Id& viewer) {
  return select_all<HitRow>(
      session,
      select_hits("WHERE state = 'withdrawn' AND id IN (SELECT hit FROM hit_views WHERE viewer = "
                  ":viewer AND told_at IS NULL) ORDER BY id DESC"),
      Values<std::string>{{to_string(viewer)}}, decode_hit);
}

void mark_told(soci::session& session, const Id& viewer, const Id& hit, UtcTime now) {
  Prepared<Values<long long, std::string, std::string>> mark(
      session, "UPDATE hit_views SET told_at = :at WHERE viewer = :viewer AND hit = :hit");
  mark.in.values = {ms_of(now), to_string(viewer), to_string(hit)};
  mark.run();
}

}  // namespace bas::control_sql
