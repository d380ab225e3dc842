// What becomes of messages that come twice, late, in parts, or on a day that is gone.
#include "flow/ingest_batch.h"

#include "flow/ingest_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<ReadFate> fates(const std::vector<Outcome>& outcomes) {
  std::vector<ReadFate> fates;
  for (const Outcome& one : outcomes) fates.push_back(one.fate);
  return fates;
}

class ingest_batch : public IngestTest {
 protected:
  Arrival named(std::string_view plate, std::string event, milliseconds after = {}) {
    Arrival made = world_.arrival(plate, after);
    made.facts.event_id = std::move(event);
    return made;
  }
  // A message of a passage: a draft unless it is final.
  Arrival part(std::string_view plate, std::string event, std::string passage, double confidence) {
    Arrival made = named(plate, std::move(event));
    made.facts.passage_id = std::move(passage);
    made.facts.confidence = confidence;
    return made;
  }
};

TEST_F(ingest_batch, a_new_read_is_stored_as_it_was_sent) {
  Arrival arrival = world_.arrival("1-abc-234");
  arrival.facts.speed_kmh = 71.5;
  arrival.pictures = {{PictureRole::kPlate, "plate bytes"}, {PictureRole::kOverview, "overview"}};
  const Outcome outcome = sent(arrival);
  EXPECT_EQ(outcome.fate, ReadFate::kStored);
  const Read read = kept(outcome.read);
  EXPECT_EQ(read.camera, world_.camera.id);
  EXPECT_EQ(read.site, world_.site.id);
  EXPECT_EQ(read.zone, world_.zone.id);
  EXPECT_EQ(read.plate, "1ABC234");
  EXPECT_EQ(read.facts.plate_raw, "1-abc-234");
  EXPECT_EQ(read.facts.speed_kmh, 71.5);
  EXPECT_EQ(read.received_at, arrival.received_at);
  ASSERT_EQ(read.pictures.size(), 2u);
  EXPECT_EQ(read.pictures[1].role, PictureRole::kOverview);
  EXPECT_EQ(picture(read, 0), "plate bytes");
  EXPECT_EQ(picture(read, 1), "overview");
  EXPECT_EQ(history("1ABC234"), 1u);
}

TEST_F(ingest_batch, a_message_of_the_same_name_is_a_repeat_whenever_it_comes) {
  const Outcome first = sent(named("1ABC234", "e1"));
  const Outcome again = sent(named("1ABC234", "e1", minutes{10}));
  EXPECT_EQ(again.fate, ReadFate::kRepeated);
  EXPECT_EQ(again.read, first.read);
  EXPECT_EQ(sent(named("1ABC234", "e2", milliseconds{1})).fate, ReadFate::kStored);
  EXPECT_EQ(world_.reads.size(), 2u);
}

TEST_F(ingest_batch, names_of_two_devices_behind_one_camera_are_two_messages) {
  Arrival left = named("1ABC234", "e1");
  left.facts.device_id = "left";
  Arrival right = left;
  right.facts.device_id = "right";
  EXPECT_THAT(fates(sent({left, right})), ElementsAre(ReadFate::kStored, ReadFate::kStored));
}

// Where the device names no event: the window counts, wherever its slices of time fall.
TEST_F(ingest_batch, without_a_name_the_same_plate_within_the_window_is_a_repeat) {
  for (const milliseconds start : {seconds{0}, seconds{100}}) {
    const bool is_one_batch = start > seconds{0};
    for (int offset = 0; offset < 10; ++offset) {
      const std::string plate = "P" + std::to_string(start.count()) + "X" + std::to_string(offset);
      const milliseconds at = start + milliseconds{offset * 500};
      const Arrival first = world_.arrival(plate, at);
      const Arrival within = world_.arrival(plate, at + settings_.repeat_window);
      const Arrival behind = world_.arrival(plate, at + settings_.repeat_window + milliseconds{1});
      const Arrival before = world_.arrival(plate, at - milliseconds{3});
      std::vector<Outcome> outcomes;
      if (is_one_batch) {
        outcomes = sent({first, within, behind, before});
      } else {
        for (const Arrival& one : {first, within, behind, before}) outcomes.push_back(sent(one));
      }
      EXPECT_THAT(fates(outcomes), ElementsAre(ReadFate::kStored, ReadFate::kRepeated,
                                               ReadFate::kStored, ReadFate::kRepeated))
          << "offset " << offset << " start " << start.count();
      EXPECT_EQ(outcomes[1].read, outcomes[0].read);
      EXPECT_EQ(outcomes[3].read, outcomes[0].read);
    }
  }
}

TEST_F(ingest_batch, another_plate_or_camera_is_another_read) {
  Arrival elsewhere = world_.arrival("1ABC234");
  NewCamera wanted;
  wanted.site = world_.site.id;
  wanted.name = "C2";
  elsewhere.camera = world_.directory->add_camera(wanted).value().camera;
  EXPECT_THAT(fates(sent({world_.arrival("1ABC234"), world_.arrival("1ABC235"), elsewhere})),
              ElementsAre(ReadFate::kStored, ReadFate::kStored, ReadFate::kStored));
}

TEST_F(ingest_batch, vehicles_without_a_readable_plate_are_told_apart_by_their_time) {
  const Arrival first = world_.arrival("");
  const Arrival second = world_.arrival("", milliseconds{1});
  EXPECT_THAT(fates(sent({first, second, first})),
              ElementsAre(ReadFate::kStored, ReadFate::kStored, ReadFate::kRepeated));
}

TEST_F(ingest_batch, a_better_view_of_a_passage_takes_its_place) {
  Arrival draft = part("1A8C234", "e1", "p1", 0.5);
  draft.facts.is_final = false;
  draft.pictures = {{PictureRole::kPlate, "one"}};
  Arrival better = part("1ABC234", "e2", "p1", 0.4);
  better.facts.captured_at += seconds{1};
  better.pictures = {{PictureRole::kOverview, "two"}};
  const Outcome first = sent(draft);
  const Outcome second = sent(better);
  EXPECT_EQ(second.fate, ReadFate::kImproved);
  EXPECT_EQ(second.read, first.read);
  const Read read = kept(first.read);
  EXPECT_EQ(read.plate, "1ABC234");
  EXPECT_EQ(read.facts.captured_at, draft.facts.captured_at);
  ASSERT_EQ(read.pictures.size(), 2u);
  EXPECT_EQ(picture(read, 0), "one");
  EXPECT_EQ(picture(read, 1), "two");
  EXPECT_EQ(history("1ABC234"), 1u);
  EXPECT_EQ(history("1A8C234"), 0u);
  EXPECT_EQ(sent(better).fate, ReadFate::kRepeated);
}

TEST_F(ingest_batch, a_worse_view_of_a_passage_adds_its_pictures_only) {
  const Outcome first = sent(part("1ABC234", "e1", "p1", 0.9));
  Arrival worse = part("1A8C234", "e2", "p1", 0.8);
  worse.pictures = {{PictureRole::kPlate, "one"}};
  EXPECT_EQ(sent(worse).fate, ReadFate::kImproved);
  Arrival unreadable = part("", "e3", "p1", 1.0);
  EXPECT_EQ(sent(unreadable).fate, ReadFate::kImproved);
  const Read read = kept(first.read);
  EXPECT_EQ(read.plate, "1ABC234");
  EXPECT_EQ(read.pictures.size(), 1u);
  EXPECT_EQ(history("1ABC234"), 1u);
}

TEST_F(ingest_batch, the_parts_of_a_passage_in_one_batch_are_one_read) {
  Arrival draft = part("1A8C234", "e1", "p1", 0.5);
  Arrival better = part("1ABC234", "e2", "p1", 0.8);
  draft.pictures = {{PictureRole::kPlate, "one"}};
  better.pictures = {{PictureRole::kPlate, "two"}};
  const auto outcomes = sent({draft, better, better});
  EXPECT_THAT(fates(outcomes),
              ElementsAre(ReadFate::kStored, ReadFate::kImproved, ReadFate::kRepeated));
  EXPECT_EQ(outcomes[1].read, outcomes[0].read);
  EXPECT_EQ(outcomes[2].read, outcomes[0].read);
  EXPECT_EQ(world_.reads.size(), 1u);
  const Read read = kept(outcomes[0].read);
  EXPECT_EQ(read.plate, "1ABC234");
  EXPECT_EQ(read.pictures.size(), 2u);
  EXPECT_EQ(history("1ABC234"), 1u);
}

TEST_F(ingest_batch, the_parts_of_a_passage_sent_again_change_nothing) {
  Arrival draft = part("1A8C234", "e1", "p1", 0.5);
  Arrival better = part("1ABC234", "e2", "p1", 0.8);
  Arrival best = part("1ABC234", "e3", "p1", 0.9);
  for (Arrival* one : {&draft, &better, &best}) one->pictures = {{PictureRole::kPlate, "x"}};
  const auto first = sent({draft, better, best});
  const auto again = sent({draft, better, best});
  EXPECT_THAT(fates(again),
              ElementsAre(ReadFate::kRepeated, ReadFate::kRepeated, ReadFate::kRepeated));
  EXPECT_EQ(kept(first[0].read).pictures.size(), 3u);
}

TEST_F(ingest_batch, two_better_views_in_one_batch_improve_one_stored_passage) {
  const Outcome first = sent(part("1A8C234", "e1", "p1", 0.3));
  Arrival second = part("1AB0234", "e2", "p1", 0.5);
  Arrival third = part("1ABC234", "e3", "p1", 0.9);
  const auto outcomes = sent({second, third});
  EXPECT_THAT(fates(outcomes), ElementsAre(ReadFate::kImproved, ReadFate::kImproved));
  EXPECT_EQ(outcomes[1].read, first.read);
  EXPECT_EQ(kept(first.read).plate, "1ABC234");
  EXPECT_EQ(world_.reads.size(), 1u);
}

TEST_F(ingest_batch, a_passage_name_used_again_after_two_minutes_is_another_read) {
  Arrival other = part("2XYZ999", "e2", "p1", 0.9);
  other.facts.captured_at += minutes{2} + milliseconds{1};
  EXPECT_EQ(sent(part("1ABC234", "e1", "p1", 0.9)).fate, ReadFate::kStored);
  EXPECT_EQ(sent(other).fate, ReadFate::kStored);
  EXPECT_EQ(world_.reads.size(), 2u);
}

TEST_F(ingest_batch, a_passage_name_used_again_is_another_read_within_a_batch_too) {
  Arrival other = part("2XYZ999", "e2", "p1", 0.9);
  other.facts.captured_at += minutes{2} + milliseconds{1};
  EXPECT_THAT(fates(sent({part("1ABC234", "e1", "p1", 0.9), other})),
              ElementsAre(ReadFate::kStored, ReadFate::kStored));
  EXPECT_EQ(history("1ABC234"), 1u);
  EXPECT_EQ(history("2XYZ999"), 1u);
}

// Midnight in Brussels is 23:00 UTC in winter: the second message lies in the next day.
TEST_F(ingest_batch, a_passage_over_midnight_is_one_read_of_its_first_day) {
  const milliseconds midnight = std::chrono::hours{11};
  for (const bool is_one_batch : {false, true}) {
    const std::string tail = is_one_batch ? "1" : "2";
    Arrival first = part("1A8C23" + tail, "a" + tail, "p" + tail, 0.5);
    first.facts.captured_at += midnight - seconds{10};
    Arrival second = part("1ABC23" + tail, "b" + tail, "p" + tail, 0.9);
    second.facts.captured_at += midnight + seconds{10};
    second.pictures = {{PictureRole::kPlate, "after midnight"}};
    const auto outcomes = is_one_batch ? sent({first, second, second})
                                       : std::vector{sent(first), sent(second), sent(second)};
    EXPECT_THAT(fates(outcomes),
                ElementsAre(ReadFate::kStored, ReadFate::kImproved, ReadFate::kRepeated));
    const Read read = kept(outcomes[0].read);
    EXPECT_EQ(outcomes[1].read, read.id);
    EXPECT_EQ(outcomes[2].read, read.id);
    EXPECT_EQ(read.plate, second.facts.plate_raw);
    EXPECT_EQ(picture(read, 0), "after midnight");
    EXPECT_EQ(history(read.plate), 1u);
  }
}

TEST_F(ingest_batch, a_repeat_without_a_name_is_known_over_midnight) {
  const milliseconds midnight = std::chrono::hours{11};
  const Arrival before = world_.arrival("1ABC234", midnight - seconds{2});
  const Arrival after = world_.arrival("1ABC234", midnight + seconds{2});
  EXPECT_EQ(sent(before).fate, ReadFate::kStored);
  EXPECT_EQ(sent(after).fate, ReadFate::kRepeated);
  EXPECT_EQ(world_.reads.size(), 1u);
}

// A better view of a read that does not open any more is kept as a read of its own.
TEST_F(ingest_batch, a_damaged_read_costs_neither_its_passage_nor_its_batch) {
  const Outcome first = sent(part("1A8C234", "e1", "p1", 0.3));
  SealedRead damaged = world_.reads.fetch(first.read).value().value();
  damaged.sealed.back() = static_cast<char>(~damaged.sealed.back());
  ASSERT_TRUE(world_.reads.append({&damaged, 1}));
  const auto outcomes = sent({part("1ABC234", "e2", "p1", 0.9), named("1ABC235", "e3")});
  EXPECT_THAT(fates(outcomes), ElementsAre(ReadFate::kStored, ReadFate::kStored));
  EXPECT_NE(outcomes[0].read, first.read);
  EXPECT_EQ(kept(outcomes[0].read).plate, "1ABC234");
}

TEST_F(ingest_batch, a_passage_keeps_sixteen_pictures_at_most) {
  std::vector<Arrival> parts;
  for (int i = 0; i < 5; ++i) {
    parts.push_back(part("1ABC234", "e" + std::to_string(i), "p1", 0.5));
    parts.back().pictures.assign(6, {PictureRole::kPlate, "x"});
  }
  EXPECT_EQ(kept(sent(parts).at(0).read).pictures.size(), 16u);
}

TEST_F(ingest_batch, what_arrives_long_after_its_capture_is_late) {
  Arrival in_time = world_.arrival("1ABC234");
  in_time.received_at += settings_.late_after;
  Arrival late = world_.arrival("1ABC235");
  late.received_at += settings_.late_after + milliseconds{1};
  Arrival said_late = world_.arrival("1ABC236");
  said_late.facts.is_late = true;
  const auto outcomes = sent({in_time, late, said_late});
  EXPECT_FALSE(kept(outcomes[0].read).facts.is_late);
  EXPECT_TRUE(kept(outcomes[1].read).facts.is_late);
  EXPECT_TRUE(kept(outcomes[2].read).facts.is_late);
  EXPECT_EQ(activity_.of(world_.camera.id).late, 2u);
}

TEST_F(ingest_batch, a_destroyed_day_refuses_its_own_reads_and_nobody_elses) {
  world_.wanted({"1ABC237", "BE"});
  Arrival gone = world_.arrival("1ABC235");
  gone.facts.captured_at -= std::chrono::days{40};
  gone.pictures = {{PictureRole::kPlate, "x"}};
  ASSERT_TRUE(world_.vault->destroy(brussels_day(gone.facts.captured_at)));
  const auto outcomes = sent({world_.arrival("1ABC234"), gone, world_.arrival("1ABC237")});
  EXPECT_THAT(fates(outcomes),
              ElementsAre(ReadFate::kStored, ReadFate::kRefused, ReadFate::kStored));
  ASSERT_TRUE(outcomes[1].refusal);
  EXPECT_EQ(outcomes[1].refusal->code, ErrorCode::kDestroyed);
  EXPECT_FALSE(outcomes[0].refusal);
  EXPECT_EQ(world_.reads.size(), 2u);
  EXPECT_EQ(world_.desks.hits().size(), 1u);
  EXPECT_EQ(activity_.of(world_.camera.id).reads, 2u);
}

TEST_F(ingest_batch, counts_what_was_stored_and_what_was_there) {
  sent({named("1ABC234", "e1"), named("1ABC234", "e1"), named("1ABC235", "e2")});
  const CameraActivity activity = activity_.of(world_.camera.id);
  EXPECT_EQ(activity.reads, 2u);
  EXPECT_EQ(activity.repeated, 1u);
  EXPECT_EQ(activity.last_read_at, testkit::kWorldStart);
}

TEST_F(ingest_batch, messages_at_random_are_kept_once_however_they_are_cut_into_batches) {
  constexpr std::uint64_t kSeed = 4711;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  SeededRandom dice(kSeed);
  std::vector<Arrival> messages;
  std::set<std::string> events;
  for (int i = 0; i < 400; ++i) {
    const std::string event = "e" + std::to_string(dice.next() % 120);
    messages.push_back(named("1ABC" + event.substr(1), event));
    events.insert(event);
  }
  std::size_t stored = 0;
  for (std::size_t at = 0; at < messages.size();) {
    const std::size_t count = std::min<std::size_t>(1 + dice.next() % 40, messages.size() - at);
    const auto first = messages.begin() + static_cast<std::ptrdiff_t>(at);
    for (const Outcome& one :
         sent(std::vector<Arrival>(first, first + static_cast<std::ptrdiff_t>(count)))) {
      if (one.fate == ReadFate::kStored) ++stored;
      EXPECT_FALSE(one.read.is_zero());
    }
    at += count;
  }
  EXPECT_EQ(stored, events.size());
  EXPECT_EQ(world_.reads.size(), events.size());
}

}  // namespace
}  // namespace bas::flow
