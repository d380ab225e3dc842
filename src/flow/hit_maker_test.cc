#include "flow/hit_maker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class hit_maker : public testing::Test {
 protected:
  // The reads' hits, made together.
  Result<> make(const std::vector<Read>& reads, Occasion occasion = Occasion::kFirst) {
    std::vector<MatchedRead> matched;
    for (const Read& read : reads) {
      world_.vault->keys(brussels_day(read.facts.captured_at)).value();
      matched.push_back({&read, world_.hits->matches(read), occasion});
    }
    return world_.hits->make(matched);
  }
  // What the desks were told since the last call.
  std::vector<testkit::RecordingDesks::Told> told() {
    auto all = world_.desks.told();
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(told_));
    told_ += all.size();
    return all;
  }
  Id incident_of(const Read& read) {
    EXPECT_TRUE(make({read}));
    const auto hits = told();
    EXPECT_EQ(hits.size(), 1u);
    return hits.empty() ? Id{} : hits[0].hit.incident;
  }
  void restart() {
    world_.hits = HitMaker::open({*world_.entries, *world_.hit_store, *world_.hit_sealer,
                                  world_.guard, [this](auto made) { return world_.share(made); },
                                  world_.desks, *world_.directory, world_.clock, world_.random})
                      .value();
  }
  Incident stored(const Id& incident) {
    return world_.hit_sealer->open(world_.hit_store->incident(incident).value().value()).value();
  }
  std::size_t incidents() { return world_.hit_store->incidents({}).value().size(); }

  testkit::FlowWorld world_;
  std::size_t told_ = 0;
};

TEST_F(hit_maker, a_hit_holds_the_facts_of_read_and_entry) {
  const Id entry = world_.wanted({"1ABC234", "BE"}, 2);
  Read read = world_.read("1-ABC-234");
  read.facts.is_late = true;
  ASSERT_TRUE(make({read}));
  const auto all = told();
  ASSERT_THAT(all, SizeIs(1));
  const Hit& hit = all[0].hit;
  EXPECT_EQ(hit.read, read.id);
  EXPECT_EQ(hit.entry, entry);
  EXPECT_EQ(hit.list, world_.list.id);
  EXPECT_EQ(hit.camera, world_.camera.id);
  EXPECT_EQ(hit.site, world_.site.id);
  EXPECT_EQ(hit.zone, world_.zone.id);
  EXPECT_EQ(hit.life.state, HitState::kCandidate);
  EXPECT_EQ(hit.priority, 2);
  EXPECT_TRUE(hit.is_late);
  EXPECT_EQ(hit.captured_at, read.facts.captured_at);
  EXPECT_EQ(hit.created_at, world_.clock.now());
  EXPECT_EQ(hit.plate, (Plate{"1ABC234", "BE"}));
  EXPECT_EQ(hit.plate_raw, "1-ABC-234");
  EXPECT_EQ(hit.entry_plate, (Plate{"1ABC234", "BE"}));
  EXPECT_EQ(hit.category, "stolen");
  EXPECT_EQ(hit.reason, "reported");
  EXPECT_FALSE(hit.explanation.empty());
  const auto sealed = world_.hit_store->hit(hit.id).value().value();
  EXPECT_EQ(sealed.sealed.find("1ABC234"), std::string::npos);
  const Hit opened = world_.hit_sealer->open(sealed).value();
  EXPECT_EQ(opened.plate, hit.plate);
  EXPECT_EQ(opened.reason, hit.reason);
  EXPECT_EQ(opened.incident, all[0].incident.id);
}

TEST_F(hit_maker, the_hits_of_one_vehicle_are_one_incident) {
  world_.wanted({"1ABC234", "BE"});
  const Id first = incident_of(world_.read("1ABC234"));
  EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{10})), first);
  EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{40})), first);
  const Incident incident = stored(first);
  EXPECT_EQ(incident.hits, 3);
  EXPECT_EQ(incident.version, 3);
  EXPECT_EQ(incident.opened_at, testkit::kWorldStart);
  EXPECT_EQ(incident.last_at, testkit::kWorldStart + minutes{40});
  EXPECT_EQ(incident.plate, (Plate{"1ABC234", "BE"}));
}

TEST_F(hit_maker, the_hits_of_one_batch_are_one_incident_told_step_by_step) {
  world_.wanted({"1ABC234", "BE"});
  ASSERT_TRUE(make({world_.read("1ABC234"), world_.read("1ABC234", minutes{1})}));
  const auto all = told();
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0].incident.id, all[1].incident.id);
  EXPECT_EQ(all[0].incident.hits, 1);
  EXPECT_EQ(all[1].incident.hits, 2);
  EXPECT_EQ(all[1].incident.last_hit, all[1].hit.id);
  EXPECT_EQ(incidents(), 1u);
  EXPECT_EQ(stored(all[0].incident.id).hits, 2);
}

TEST_F(hit_maker, a_different_wanted_plate_makes_its_own_incident) {
  world_.wanted({"1ABC234", "BE"});
  world_.wanted({"1ABC235", "BE"});
  EXPECT_NE(incident_of(world_.read("1ABC234")), incident_of(world_.read("1ABC235")));
}

TEST_F(hit_maker, the_same_characters_of_two_countries_are_two_vehicles) {
  world_.wanted({"AB123CD", ""});
  Read french = world_.read("AB123CD");
  french.facts.country = "FR";
  Read italian = world_.read("AB123CD", minutes{1});
  italian.facts.country = "IT";
  EXPECT_NE(incident_of(french), incident_of(italian));
}

TEST_F(hit_maker, a_camera_that_names_no_country_joins) {
  world_.wanted({"AB123CD", ""});
  Read french = world_.read("AB123CD");
  french.facts.country = "FR";
  Read unknown = world_.read("AB123CD", minutes{1});
  unknown.facts.country = "";
  EXPECT_EQ(incident_of(french), incident_of(unknown));
}

TEST_F(hit_maker, the_window_ends_at_its_edge) {
  world_.wanted({"1ABC234", "BE"});
  const Id first = incident_of(world_.read("1ABC234"));
  EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{30})), first);
  EXPECT_NE(incident_of(world_.read("1ABC234", minutes{60} + milliseconds{1})), first);
  EXPECT_EQ(incidents(), 2u);
}

TEST_F(hit_maker, a_late_read_joins_when_it_is_near_and_opens_its_own_when_far) {
  world_.wanted({"1ABC234", "BE"});
  const Id first = incident_of(world_.read("1ABC234"));
  EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{-30})), first);
  EXPECT_NE(incident_of(world_.read("1ABC234", hours{-3})), first);
  EXPECT_EQ(stored(first).last_at, testkit::kWorldStart);
}

TEST_F(hit_maker, a_late_read_from_within_a_long_incident_joins_it) {
  world_.wanted({"1ABC234", "BE"});
  const Id first = incident_of(world_.read("1ABC234"));
  for (int minute = 20; minute <= 100; minute += 20) {
    EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{minute})), first);
  }
  EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{10})), first);
  EXPECT_EQ(stored(first).last_at, testkit::kWorldStart + minutes{100});
}

TEST_F(hit_maker, an_incident_has_the_strongest_priority_of_its_hits) {
  const Id weak = world_.wanted({"1ABC234", "BE"}, 3);
  const Id first = incident_of(world_.read("1ABC234"));
  EXPECT_EQ(stored(first).priority, 3);
  Entry strong = world_.entries->entry(weak).value();
  strong.priority = 1;
  ASSERT_TRUE(world_.entries->put({&strong, 1}, EntryWrite{}));
  incident_of(world_.read("1ABC234", minutes{1}));
  EXPECT_EQ(stored(first).priority, 1);
  strong.priority = 2;
  ASSERT_TRUE(world_.entries->put({&strong, 1}, EntryWrite{}));
  incident_of(world_.read("1ABC234", minutes{2}));
  EXPECT_EQ(stored(first).priority, 1);
}

TEST_F(hit_maker, a_read_matched_again_makes_only_hits_that_are_not_there) {
  world_.wanted({"1ABC234", "BE"});
  const Read read = world_.read("1ABC234");
  ASSERT_TRUE(make({read}));
  ASSERT_TRUE(make({read}, Occasion::kAgain));
  EXPECT_THAT(told(), SizeIs(1));
  world_.wanted({"1ABC234", ""});
  ASSERT_TRUE(make({read}, Occasion::kAgain));
  const auto all = told();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].incident.hits, 2);
  EXPECT_THAT(world_.hit_store->hits({}).value(), SizeIs(2));
}

TEST_F(hit_maker, goes_on_with_open_incidents_after_a_restart) {
  world_.wanted({"1ABC234", "BE"});
  const Id first = incident_of(world_.read("1ABC234"));
  world_.clock.advance(minutes{20});
  restart();
  EXPECT_EQ(incident_of(world_.read("1ABC234", minutes{20})), first);
  EXPECT_EQ(stored(first).hits, 2);
  world_.clock.advance(hours{2});
  restart();
  EXPECT_NE(incident_of(world_.read("1ABC234", minutes{140})), first);
}

TEST_F(hit_maker, what_could_not_be_recorded_is_not_counted_and_nobody_is_told) {
  world_.wanted({"1ABC234", "BE"});
  const Read first = world_.read("1ABC234");
  const Read second = world_.read("1ABC234", minutes{1});
  ASSERT_TRUE(make({first}));
  told();
  world_.hit_store->is_failing = true;
  EXPECT_EQ(make({second}).error().code, ErrorCode::kUnavailable);
  EXPECT_THAT(told(), IsEmpty());
  world_.hit_store->is_failing = false;
  ASSERT_TRUE(make({second}, Occasion::kAgain));
  const auto all = told();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].incident.hits, 2);
  EXPECT_EQ(incidents(), 1u);
}

// The keys of the second read's day are destroyed between its match and its hit.
TEST_F(hit_maker, a_batch_that_fails_half_way_counts_nothing) {
  world_.wanted({"1ABC234", "BE"});
  const Read first = world_.read("1ABC234");
  const Read gone = world_.read("1ABC234", -std::chrono::days{40});
  const std::vector<MatchedRead> both = {{&first, world_.hits->matches(first), Occasion::kFirst},
                                         {&gone, world_.hits->matches(gone), Occasion::kFirst}};
  world_.vault->keys(brussels_day(first.facts.captured_at)).value();
  ASSERT_TRUE(world_.vault->destroy(brussels_day(gone.facts.captured_at)));
  EXPECT_EQ(world_.hits->make(both).error().code, ErrorCode::kDestroyed);
  EXPECT_THAT(told(), IsEmpty());
  ASSERT_TRUE(make({first}));
  const auto all = told();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].incident.hits, 1);
}

TEST_F(hit_maker, incidents_of_a_destroyed_day_are_left_out_at_the_start) {
  world_.wanted({"1ABC234", "BE"});
  const Id first = incident_of(world_.read("1ABC234"));
  ASSERT_TRUE(world_.vault->destroy(brussels_day(testkit::kWorldStart)));
  restart();
  const Read next_day = world_.read("1ABC234", hours{11});
  EXPECT_NE(incident_of(next_day), first);
}

TEST_F(hit_maker, an_entry_that_is_gone_makes_no_hit_and_stops_no_other) {
  const Id gone = world_.wanted({"1ABC234", "BE"});
  world_.wanted({"1ABC235", "BE"});
  ASSERT_TRUE(world_.sql->lists().end_entries({&gone, 1}, EntryEnd::kWithdrawn, {}));
  ASSERT_TRUE(make({world_.read("1ABC234"), world_.read("1ABC235")}));
  ASSERT_THAT(told(), SizeIs(1));
  EXPECT_EQ(incidents(), 1u);
}

}  // namespace
}  // namespace bas::flow
