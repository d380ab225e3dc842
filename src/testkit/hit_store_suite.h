// What every engine under HitStore has to do.
#pragma once

#include <algorithm>

#include "testkit/control_store_suite.h"

namespace bas::testkit {

class HitStoreTest : public ControlStoreTest {
 protected:
  SealedHit hit_of(const Id& incident) {
    SealedHit hit;
    for (Id SealedHit::* id :
         {&SealedHit::id, &SealedHit::read, &SealedHit::entry, &SealedHit::list, &SealedHit::camera,
          &SealedHit::site, &SealedHit::zone}) {
      hit.*id = next_id();
    }
    hit.incident = incident;
    hit.day = Day{20780};
    hit.priority = 2;
    hit.is_late = true;
    hit.captured_at = at(1000);
    hit.created_at = at(1001);
    hit.sealed = random_.bytes(200);
    return hit;
  }
  SealedIncident incident_of(UtcTime last_at) {
    SealedIncident incident;
    incident.id = next_id();
    incident.day = Day{20780};
    incident.token = random_.bytes(16);
    incident.hits = 1;
    incident.priority = 2;
    incident.opened_at = at(100);
    incident.last_at = last_at;
    incident.last_hit = next_id();
    incident.sealed = random_.bytes(40);
    return incident;
  }
};
class hit_store : public HitStoreTest {};
TEST_P(hit_store, gives_back_a_hit_as_it_was_recorded) {
  const SealedHit hit = hit_of(next_id());
  ASSERT_TRUE(stores_->hits().record({&hit, 1}, {}));
  for (const auto& found :
       {stores_->hits().hit(hit.id).value(), stores_->hits().hit_of(hit.read, hit.entry).value()}) {
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, hit.id);
    EXPECT_EQ(found->incident, hit.incident);
    EXPECT_EQ(found->read, hit.read);
    EXPECT_EQ(found->entry, hit.entry);
    EXPECT_EQ(found->list, hit.list);
    EXPECT_EQ(found->camera, hit.camera);
    EXPECT_EQ(found->site, hit.site);
    EXPECT_EQ(found->zone, hit.zone);
    EXPECT_EQ(found->day, hit.day);
    EXPECT_EQ(found->life.state, HitState::kCandidate);
    EXPECT_EQ(found->priority, 2);
    EXPECT_TRUE(found->is_late);
    EXPECT_EQ(found->captured_at, at(1000));
    EXPECT_EQ(found->created_at, at(1001));
    EXPECT_EQ(found->sealed, hit.sealed);
  }
  EXPECT_FALSE(stores_->hits().hit(next_id()).value());
  EXPECT_FALSE(stores_->hits().hit_of(hit.entry, hit.read).value());
}

TEST_P(hit_store, drops_a_day_with_who_saw_it_and_leaves_the_others) {
  const User viewer{next_id(), "jan", "Jan", Id{}, Role::kOperator, "x", "nl", false, at(1)};
  ASSERT_TRUE(stores_->accounts().add_user(viewer));
  SealedHit gone = hit_of(next_id()), kept = hit_of(next_id());
  kept.day = Day{20781};
  SealedIncident old = incident_of(at(1000)), young = incident_of(at(2000));
  young.day = Day{20781};
  const std::vector<SealedHit> hits = {gone, kept};
  const std::vector<SealedIncident> incidents = {old, young};
  ASSERT_TRUE(stores_->hits().record(hits, incidents));
  ASSERT_TRUE(stores_->hits().note_view(viewer.id, gone.id, at(3)));
  ASSERT_TRUE(stores_->hits().drop_day(Day{20780}));
  EXPECT_FALSE(stores_->hits().hit(gone.id).value());
  EXPECT_TRUE(stores_->hits().hit(kept.id).value());
  EXPECT_FALSE(stores_->hits().incident(old.id).value());
  EXPECT_TRUE(stores_->hits().incident(young.id).value());
  EXPECT_TRUE(stores_->hits().drop_day(Day{20780})) << "again: nothing is left to do";
}

TEST_P(hit_store, leaves_a_hit_of_the_same_read_and_entry_as_it_is) {
  const SealedHit first = hit_of(next_id());
  SealedHit second = hit_of(next_id());
  second.read = first.read;
  second.entry = first.entry;
  ASSERT_TRUE(stores_->hits().record({&first, 1}, {}));
  ASSERT_TRUE(stores_->hits().record({&second, 1}, {}));
  ASSERT_TRUE(stores_->hits().record({&first, 1}, {}));
  EXPECT_EQ(stores_->hits().hit_of(first.read, first.entry).value()->id, first.id);
  EXPECT_FALSE(stores_->hits().hit(second.id).value());
}

TEST_P(hit_store, replaces_an_incident_that_is_known) {
  SealedIncident incident = incident_of(at(200));
  ASSERT_TRUE(stores_->hits().record({}, {&incident, 1}));
  incident.hits = 5;
  incident.priority = 1;
  incident.last_at = at(900);
  incident.last_hit = next_id();
  ASSERT_TRUE(stores_->hits().record({}, {&incident, 1}));
  const auto found = stores_->hits().incident(incident.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->hits, 5);
  EXPECT_EQ(found->priority, 1);
  EXPECT_EQ(found->opened_at, at(100));
  EXPECT_EQ(found->last_at, at(900));
  EXPECT_EQ(found->last_hit, incident.last_hit);
  EXPECT_EQ(found->token, incident.token);
  EXPECT_EQ(found->sealed, incident.sealed);
  EXPECT_EQ(stores_->hits().incidents({}).value().size(), 1U);
}

TEST_P(hit_store, pages_five_thousand_hits_newest_first) {
  const Id incident = next_id();
  std::vector<Id> recorded;
  for (int batch = 0; batch < 50; ++batch) {
    std::vector<SealedHit> hits;
    for (int i = 0; i < 100; ++i) hits.push_back(hit_of(i == 0 ? incident : next_id()));
    for (const SealedHit& hit : hits) recorded.push_back(hit.id);
    ASSERT_TRUE(stores_->hits().record(hits, {}));
  }
  ASSERT_TRUE(stores_->hits().sync());
  std::vector<Id> seen;
  HitPage page{.before = {}, .limit = 700, .state = {}};
  while (true) {
    const auto hits = stores_->hits().hits(page).value();
    if (hits.empty()) break;
    for (const SealedHit& hit : hits) seen.push_back(hit.id);
    page.before = hits.back().id;
  }
  std::reverse(recorded.begin(), recorded.end());
  EXPECT_EQ(seen, recorded);
  EXPECT_EQ(stores_->hits().hits_of_incident(incident).value().size(), 50U);
}

TEST_P(hit_store, lists_only_the_state_asked_for) {
  std::vector<SealedHit> hits;
  std::vector<SealedIncident> incidents;
  for (int i = 0; i < 9; ++i) {
    hits.push_back(hit_of(next_id()));
    incidents.push_back(incident_of(at(i)));
    if (i % 3 != 0) continue;
    hits.back().life.state = incidents.back().standing.state = HitState::kRejected;
  }
  ASSERT_TRUE(stores_->hits().record(hits, incidents));
  const HitPage rejected{.before = {}, .limit = 2, .state = HitState::kRejected};
  const auto page = stores_->hits().hits(rejected).value();
  ASSERT_EQ(page.size(), 2U);
  EXPECT_EQ(page[0].id, hits[6].id);
  EXPECT_EQ(page[1].id, hits[3].id);
  const auto of_incidents = stores_->hits().incidents(rejected).value();
  ASSERT_EQ(of_incidents.size(), 2U);
  EXPECT_EQ(of_incidents[0].id, incidents[6].id);
}

TEST_P(hit_store, keeps_the_batches_of_zones_apart_from_each_other_and_from_the_desks) {
  const Zone mine = add_zone("5364");
  const Zone theirs = add_zone("5352");
  std::vector<SealedHit> hits;
  std::vector<SealedIncident> incidents;
  for (const Id& zone : {mine.id, mine.id, theirs.id, Id{}}) {
    hits.push_back(hit_of(next_id()));
    incidents.push_back(incident_of(at(30)));
    incidents.back().id = hits.back().incident;
    incidents.back().last_hit = hits.back().id;
    hits.back().batch_zone = incidents.back().batch_zone = zone;
  }
  hits[1].day = incidents[1].day = Day{20781};
  hits[1].life.state = HitState::kRejected;
  ASSERT_TRUE(stores_->hits().record(hits, incidents));
  EXPECT_EQ(stores_->hits().hit(hits[0].id).value()->batch_zone, mine.id);

  const auto counts = stores_->hits().batches(mine.id).value();
  ASSERT_EQ(counts.size(), 2U);
  EXPECT_EQ(counts[0].day, Day{20781});
  EXPECT_EQ(counts[0].vehicles, 1U);
  EXPECT_EQ(counts[0].open, 0U);
  EXPECT_EQ(counts[1].open, 1U);
  HitPage page;
  page.batch = BatchDay{mine.id, Day{20780}};
  const auto found = stores_->hits().incidents(page).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, incidents[0].id);
  EXPECT_EQ(found[0].batch_zone, mine.id);
  page.is_open = true;
  page.batch = BatchDay{mine.id, Day{20781}};
  EXPECT_TRUE(stores_->hits().incidents(page).value().empty());
  EXPECT_EQ(stores_->hits().incidents({}).value().size(), 1U) << "in no batch";
  EXPECT_EQ(stores_->hits().oldest_batched(10).value().size(), 2U);
  EXPECT_EQ(stores_->hits().oldest_questions(2, 10).value().size(), 1U);
}

TEST_P(hit_store, finds_the_incidents_that_may_still_be_extended) {
  const std::vector<SealedIncident> incidents = {incident_of(at(10)), incident_of(at(20)),
                                                 incident_of(at(30))};
  ASSERT_TRUE(stores_->hits().record({}, incidents));
  const auto open = stores_->hits().open_incidents(at(20)).value();
  ASSERT_EQ(open.size(), 2U);
  EXPECT_EQ(open[0].id, incidents[2].id);
  EXPECT_EQ(open[1].id, incidents[1].id);
}

TEST_P(hit_store, records_all_of_a_call_or_nothing) {
  const SealedHit good = hit_of(next_id());
  std::vector<SealedHit> both = {good, hit_of(next_id())};
  both[1].id = good.id;  // another hit under the same id
  EXPECT_EQ(stores_->hits().record(both, {}).error().code, ErrorCode::kConflict);
  EXPECT_FALSE(stores_->hits().hit(good.id).value());
}

}  // namespace bas::testkit
