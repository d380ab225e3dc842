// What submitters are told, and when hits are made, also when stores fail and after a crash.
#include "flow/ingest.h"

#include "flow/ingest_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class ingest : public IngestTest {
 protected:
  // Holds the committing thread in a submission's answer until the test lets it go.
  struct Gate {
    std::promise<void> reached;
    std::promise<void> open;
  };
  void hold(Gate& gate) {
    ingest_->submit({world_.arrival("GATE")}, [&gate](const Answer&) {
      gate.reached.set_value();
      gate.open.get_future().wait();
    });
    gate.reached.get_future().wait();
  }
};

TEST_F(ingest, an_empty_submission_is_answered_at_once) {
  EXPECT_THAT(submit({}).get().value(), IsEmpty());
}

TEST_F(ingest, a_wanted_plate_is_told_to_the_desks) {
  const Id entry = world_.wanted({"1ABC234", "BE"}, 1);
  const Outcome outcome = sent(world_.arrival("1-ABC-234"));
  sent(world_.arrival("1ABC235"));
  const auto told = world_.desks.told();
  ASSERT_THAT(told, SizeIs(1));
  EXPECT_EQ(told[0].hit.read, outcome.read);
  EXPECT_EQ(told[0].hit.entry, entry);
  EXPECT_EQ(told[0].read.id, outcome.read);
  EXPECT_EQ(told[0].incident.hits, 1);
  EXPECT_TRUE(world_.hit_store->hit_of(outcome.read, entry).value());
}

TEST_F(ingest, a_repeat_makes_no_second_hit) {
  world_.wanted({"1ABC234", "BE"});
  sent({world_.arrival("1ABC234"), world_.arrival("1ABC234")});
  sent(world_.arrival("1ABC234"));
  EXPECT_THAT(world_.desks.hits(), SizeIs(1));
}

TEST_F(ingest, a_better_view_that_matches_makes_the_hit_and_a_second_one_does_not) {
  world_.wanted({"1ABC234", "BE"});
  Arrival view = world_.arrival("1A8C234");
  view.facts.passage_id = "p1";
  for (const double confidence : {0.1, 0.2, 0.3}) {
    view.facts.event_id = "e" + std::to_string(confidence);
    view.facts.confidence = confidence;
    sent(view);
    view.facts.plate_raw = "1ABC234";
  }
  ASSERT_THAT(world_.desks.hits(), SizeIs(1));
  EXPECT_EQ(world_.desks.hits()[0].plate.text, "1ABC234");
}

TEST_F(ingest, every_submitter_is_told_his_own_outcomes) {
  Gate gate;
  hold(gate);
  std::vector<std::future<Answer>> answers;
  for (int i = 0; i < 20; ++i) {
    std::vector<Arrival> own;
    for (int j = 0; j <= i % 3; ++j) {
      own.push_back(world_.arrival("P" + std::to_string(i) + "X" + std::to_string(j)));
    }
    answers.push_back(submit(std::move(own)));
  }
  gate.open.set_value();
  for (int i = 0; i < 20; ++i) {
    const auto outcomes = answers[static_cast<std::size_t>(i)].get().value();
    ASSERT_THAT(outcomes, SizeIs(i % 3 + 1));
    for (int j = 0; j <= i % 3; ++j) {
      EXPECT_EQ(kept(outcomes[static_cast<std::size_t>(j)].read).plate,
                "P" + std::to_string(i) + "X" + std::to_string(j));
    }
  }
}

TEST_F(ingest, when_the_store_fails_every_submitter_is_told_and_later_ones_are_served) {
  Gate gate;
  hold(gate);
  world_.reads.is_failing = true;
  auto one = submit({world_.arrival("1ABC234")});
  auto two = submit({world_.arrival("1ABC235"), world_.arrival("1ABC236")});
  gate.open.set_value();
  for (auto* answer : {&one, &two}) {
    const Answer told = answer->get();
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, ErrorCode::kUnavailable);
  }
  world_.reads.is_failing = false;
  EXPECT_EQ(sent(world_.arrival("1ABC234")).fate, ReadFate::kStored);
  EXPECT_EQ(history("1ABC234"), 1u);
}

// A record that fails leaves the read acknowledged; its hit is made later, once.
TEST_F(ingest, hits_that_could_not_be_recorded_are_made_later_exactly_once) {
  const Id entry = world_.wanted({"1ABC234", "BE"});
  world_.hit_store->is_failing = true;
  const Outcome first = sent(world_.arrival("1ABC234"));
  const Outcome second = sent(world_.arrival("1ABC234", seconds{60}));
  EXPECT_EQ(first.fate, ReadFate::kStored);
  EXPECT_THAT(world_.desks.told(), IsEmpty());
  world_.hit_store->is_failing = false;
  for (int i = 0; i < 4; ++i) {
    world_.clock.advance(seconds{2});
    sent(world_.arrival("OTHER", seconds{100 * i}));
  }
  ingest_->stop();
  ASSERT_THAT(world_.desks.told(), SizeIs(2));
  EXPECT_TRUE(world_.hit_store->hit_of(first.read, entry).value());
  EXPECT_TRUE(world_.hit_store->hit_of(second.read, entry).value());
  const auto incidents = world_.hit_store->incidents({}).value();
  ASSERT_THAT(incidents, SizeIs(1));
  EXPECT_EQ(incidents[0].hits, 2);
  EXPECT_THAT(world_.reads.untold(10).value(), IsEmpty());
}

TEST_F(ingest, a_read_is_told_once_its_hits_would_survive) {
  world_.wanted({"1ABC234", "BE"});
  sent({world_.arrival("1ABC234"), world_.arrival("1ABC235")});
  ingest_->stop();
  EXPECT_THAT(world_.reads.untold(10).value(), IsEmpty());
}

TEST_F(ingest, a_read_whose_hits_may_be_lost_stays_untold) {
  world_.wanted({"1ABC234", "BE"});
  world_.hit_store->is_sync_failing = true;
  const Outcome outcome = sent(world_.arrival("1ABC234"));
  ingest_->stop();
  const auto untold = world_.reads.untold(10).value();
  ASSERT_THAT(untold, SizeIs(1));
  EXPECT_EQ(untold[0].id, outcome.read);
}

TEST_F(ingest, what_a_crash_left_untold_is_matched_at_the_next_start) {
  world_.wanted({"1ABC234", "BE"});
  world_.hit_store->is_failing = true;
  const Outcome outcome = sent(world_.arrival("1ABC234"));
  sent(world_.arrival("1ABC235"));
  ingest_.reset();
  world_.hit_store->is_failing = false;
  start();
  ASSERT_THAT(world_.desks.hits(), SizeIs(1));
  EXPECT_EQ(world_.desks.hits()[0].read, outcome.read);
  EXPECT_THAT(world_.reads.untold(10).value(), IsEmpty());
  ingest_.reset();
  start();
  EXPECT_THAT(world_.desks.hits(), SizeIs(1));
}

TEST_F(ingest, hits_recorded_before_a_crash_are_left_alone_after_it) {
  world_.wanted({"1ABC234", "BE"});
  world_.hit_store->is_sync_failing = true;
  sent(world_.arrival("1ABC234"));
  ingest_.reset();
  world_.hit_store->is_sync_failing = false;
  ASSERT_THAT(world_.reads.untold(10).value(), SizeIs(1));
  start();
  EXPECT_THAT(world_.reads.untold(10).value(), IsEmpty());
  EXPECT_THAT(world_.hit_store->hits({}).value(), SizeIs(1));
  EXPECT_EQ(world_.hit_store->incidents({}).value().at(0).hits, 1);
}

TEST_F(ingest, an_untold_read_of_a_destroyed_day_is_let_go) {
  world_.wanted({"1ABC234", "BE"});
  world_.hit_store->is_failing = true;
  sent(world_.arrival("1ABC234"));
  ingest_.reset();
  world_.hit_store->is_failing = false;
  ASSERT_TRUE(world_.vault->destroy(brussels_day(testkit::kWorldStart)));
  start();
  EXPECT_THAT(world_.reads.untold(10).value(), IsEmpty());
  EXPECT_THAT(world_.desks.hits(), IsEmpty());
}

TEST_F(ingest, does_not_start_while_what_is_untold_cannot_be_recorded) {
  world_.wanted({"1ABC234", "BE"});
  world_.hit_store->is_failing = true;
  sent(world_.arrival("1ABC234"));
  ingest_.reset();
  const auto refused = open();
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
}

class full_ingest : public ingest {
 protected:
  full_ingest() {
    ingest_.reset();
    settings_.queue_reads_max = 3;
    settings_.queue_bytes_max = 100;
    start();
  }
};

TEST_F(full_ingest, refuses_more_reads_than_fit_and_takes_them_later) {
  Gate gate;
  hold(gate);
  auto fits = submit({world_.arrival("A1"), world_.arrival("A2")});
  auto too_many = submit({world_.arrival("B1"), world_.arrival("B2")});
  auto fits_too = submit({world_.arrival("C1")});
  EXPECT_EQ(ingest_->queued_reads(), 3u);
  const Answer told = too_many.get();
  ASSERT_FALSE(told);
  EXPECT_EQ(told.error().code, ErrorCode::kUnavailable);
  gate.open.set_value();
  EXPECT_THAT(fits.get().value(), SizeIs(2));
  EXPECT_THAT(fits_too.get().value(), SizeIs(1));
  EXPECT_EQ(ingest_->queued_reads(), 0u);
  EXPECT_THAT(sent({world_.arrival("B1"), world_.arrival("B2")}), SizeIs(2));
}

TEST_F(full_ingest, refuses_more_picture_bytes_than_fit_but_always_takes_one) {
  Gate gate;
  hold(gate);
  Arrival huge = world_.arrival("A1");
  huge.pictures = {{PictureRole::kPlate, std::string(500, 'x')}};
  Arrival small = world_.arrival("A2");
  small.pictures = {{PictureRole::kPlate, "x"}};
  auto fits = submit({huge});
  EXPECT_FALSE(submit({small}).get());
  gate.open.set_value();
  EXPECT_THAT(fits.get().value(), SizeIs(1));
  EXPECT_EQ(sent(small).fate, ReadFate::kStored);
}

TEST_F(ingest, commits_what_is_queued_when_it_stops_and_refuses_what_comes_later) {
  Gate gate;
  hold(gate);
  auto queued = submit({world_.arrival("1ABC234")});
  auto stopping = std::async(std::launch::async, [&] { ingest_->stop(); });
  gate.open.set_value();
  stopping.wait();
  EXPECT_EQ(queued.get().value().at(0).fate, ReadFate::kStored);
  const Answer late = submit({world_.arrival("1ABC235")}).get();
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, ErrorCode::kUnavailable);
  EXPECT_EQ(history("1ABC234"), 1u);
}

TEST_F(ingest, takes_from_many_threads_at_once) {
  constexpr int kThreads = 4;
  constexpr int kEach = 50;
  std::vector<std::jthread> threads;
  std::atomic<int> stored = 0;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < kEach; ++i) {
        const std::string plate = "T" + std::to_string(thread) + "X" + std::to_string(i);
        if (sent(world_.arrival(plate)).fate == ReadFate::kStored) ++stored;
      }
    });
  }
  threads.clear();
  EXPECT_EQ(stored, kThreads * kEach);
  EXPECT_EQ(world_.reads.size(), std::size_t{kThreads * kEach});
}

}  // namespace
}  // namespace bas::flow
