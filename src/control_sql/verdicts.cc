#include "control_sql/verdicts.h"

#include <fmt/format.h>

#include "control_sql/hit_rows.h"
#include "control_sql/hit_steps.h"

namespace bas::control_sql {

namespace {

// is_open() of model/hit_life.h, for the database.
constexpr std::string_view kIsOpen =
    "(state IN ('candidate', 'claimed') OR (state = 'validated' AND follow_up <> 'closed'))";

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

}  // namespace

Result<std::vector<SealedHit>> withdraw(soci::session& session, std::span<const Id> entries,
                                        UtcTime now) {
  std::vector<SealedHit> withdrawn;
  HitStep step;
  step.kind = StepKind::kWithdraw;
  step.at = now;
  for (const Id& entry : entries) {
    const auto open = TRY(select_all<HitRow>(
        session, select_hits(fmt::format("WHERE entry = :entry AND {}", kIsOpen)),
        Values<std::string>{{to_string(entry)}}, decode_hit));
    for (const SealedHit& hit : open) {
      withdrawn.push_back(TRY(take_alone(session, hit, {hit.id, 0, step})));
      TRY(settle(session, hit.incident));
    }
  }
  return withdrawn;
}

Result<std::vector<Id>> ended_entries_with_open_hits(soci::session& session) {
  using Row = Values<std::string>;
  return select_all<Row>(
      session,
      fmt::format(
          "SELECT DISTINCT entry FROM hits WHERE {} AND NOT EXISTS (SELECT 1 FROM entries e "
          "WHERE e.id = hits.entry)",
          kIsOpen),
      None{}, [](const Row& row) { return stored_id(std::get<0>(row.values)); });
}

// A stop that found nothing speaks against the entry as a rejection does.
Result<std::vector<Rejections>> rejections(soci::session& session, UtcTime since) {
  using Row = Values<std::string, int, long long>;
  return select_all<Row>(
      session,
      "SELECT entry, COUNT(*), MAX(COALESCE(followed_at, judged_at)) FROM hits WHERE (state = "
      "'rejected' OR outcome = 'cleared') AND COALESCE(followed_at, judged_at) >= :since AND "
      "COALESCE(followed_at, judged_at) > COALESCE((SELECT MAX(v.judged_at) FROM hits v WHERE "
      "v.entry = hits.entry AND v.state = 'validated' AND v.outcome <> 'cleared'), 0) GROUP BY "
      "entry",
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
