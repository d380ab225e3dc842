#include "flow/misread_tally.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "flow/tally_codec.h"
#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using std::chrono::milliseconds;

class MisreadTallyTest : public ::testing::Test {
 protected:
  MisreadTallyTest() {
    far_ = world_.directory->add_camera({world_.site.id, "C2", {}, 1}).value().camera;
    List list = world_.list;
    list.match = {InexactUse::kReview, 0, true};
    EXPECT_TRUE(world_.sql->lists().update_list(list));
    world_.entries->apply_settings(list);
  }

  // Every third B of the second camera is an 8.
  void drive_past(int vehicles) {
    for (int i = 0; i < vehicles; ++i) {
      const auto at = milliseconds(i * 2'000);
      const auto plate = fmt::format("1{}BC{:03}", static_cast<char>('A' + i % 26), i % 1000);
      world_.tally->passed(world_.read(plate, at));
      Read again = world_.read(plate, at + milliseconds(900));
      again.camera = far_.id;
      if (i % 3 == 0) again.plate[2] = '8';
      world_.tally->passed(again);
    }
    ASSERT_TRUE(world_.tally->save());
  }
  TalliedCamera tallied(const Id& camera) {
    return world_.tally->of(camera).value_or(TalliedCamera{});
  }

  // The hit of that read, confirmed by somebody who looked at it.
  void confirm(std::string_view plate) {
    lists_.passes(plate);
    const Hit hit = lists_.last_hit();
    StepWish wish{hit.id, hit.life.version, {}};
    wish.step.kind = StepKind::kValidate;
    wish.step.by.id = alice_;
    ASSERT_TRUE(lists_.verdicts.take(wish));
    world_.clock.advance(kUndoWindow + std::chrono::seconds(1));
    lists_.verdicts.learn_from_settled();
  }

  testkit::ListWorld lists_;
  testkit::FlowWorld& world_ = lists_.world;
  Camera far_;
  Id alice_ = make_id(world_.clock.now(), world_.random);
};

TEST_F(MisreadTallyTest, vehicles_that_two_cameras_saw_teach_what_one_of_them_misreads) {
  EXPECT_EQ(lists_.misreads.learn_tallied(far_.id, alice_).error().code, ErrorCode::kConflict);
  drive_past(1'200);
  EXPECT_GT(tallied(far_.id).by_passage, 900);
  const auto of_near = lists_.misreads.learn_tallied(world_.camera.id, alice_).value();
  const auto of_far = lists_.misreads.learn_tallied(far_.id, alice_).value();
  EXPECT_GT(of_far.draft->evaluation.gain, 0.05);
  EXPECT_GT(of_far.draft->evaluation.gain, of_near.draft->evaluation.gain);
  const auto b = plates::first_glyph("B")->glyph;
  const auto eight = plates::first_glyph("8")->glyph;
  const auto model = [](const CameraMisreads& one) {
    return plates::MisreadModel::parse(one.draft->model).value();
  };
  EXPECT_GT(model(of_far).replaced(b, eight), 0.15);
  EXPECT_LT(model(of_near).replaced(b, eight), 0.02) << "the grammar tells which camera was wrong";
}

TEST_F(MisreadTallyTest, a_hit_that_a_person_confirmed_teaches_where_the_list_matches_inexactly) {
  lists_.world.wanted({"1XBC999", "BE"});
  confirm("1X8C999");
  EXPECT_EQ(tallied(world_.camera.id).by_verdict, 1);
  const auto b = plates::first_glyph("B")->glyph;
  const auto eight = plates::first_glyph("8")->glyph;
  TalliedCamera now = tallied(world_.camera.id);
  now.learned_from.add(now.held_out);
  EXPECT_GT(now.learned_from.misreads.read[b][eight], 0.99);
}

TEST_F(MisreadTallyTest, exact_lists_and_clocks_that_are_off_teach_nothing) {
  ASSERT_TRUE(world_.sql->lists().update_list(world_.list));
  lists_.world.wanted({"1XBC999", "BE"});
  confirm("1XBC999");
  EXPECT_FALSE(world_.tally->of(world_.camera.id));

  for (const Id& camera : {world_.camera.id, far_.id}) {
    Read read = world_.read("1ABC234");
    read.camera = camera;
    read.received_at = read.facts.captured_at + std::chrono::hours(1);
    world_.tally->passed(read);
  }
  ASSERT_TRUE(world_.tally->save());
  EXPECT_FALSE(world_.tally->of(far_.id));
}

TEST_F(MisreadTallyTest, counts_outlive_a_restart_without_a_plate_and_begin_again_when_told) {
  drive_past(300);
  const double before = tallied(far_.id).by_passage;
  ASSERT_GT(before, 100);
  const auto file = world_.folder.path / "misread-tally.json";
  const std::string text = read_file(file, 1U << 20).value();
  EXPECT_EQ(text.find("1ABC"), std::string::npos);
  const auto again = MisreadTally::open(
      {*world_.entries, world_.sql->lists(), *world_.directory, world_.clock, file}, world_.random);
  ASSERT_TRUE(again);
  EXPECT_EQ((*again)->of(far_.id)->by_passage, before);
  EXPECT_EQ((*again)->of(far_.id)->learned_from.misreads.read,
            tallied(far_.id).learned_from.misreads.read);
  ASSERT_TRUE(lists_.misreads.forget(far_.id));
  EXPECT_FALSE(world_.tally->of(far_.id));

  for (std::size_t size = 0; size < text.size() - 2; size += 1999) {
    const auto cut = parse_tally(std::string_view(text).substr(0, size));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::kCorrupt);
  }
  for (const char* wrong : {R"({"seed":1,"cameras":{"x":{}}})", R"({"seed":1,"cameras":[1]})",
                            R"({"seed":"x","cameras":{}})", "[]", "null"}) {
    EXPECT_FALSE(parse_tally(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace bas::flow
