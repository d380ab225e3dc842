#include "flow/misread_book.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "flow/misread_codec.h"
#include "testkit/list_world.h"

namespace bas::flow {
namespace {

// A camera that reads every third B as 8, and never anything else.
std::string reads_of_camera(int vehicles) {
  std::string text;
  for (int i = 0; i < vehicles; ++i) {
    const auto serial = fmt::format("{:03}", i % 1000);
    const char letter = static_cast<char>('A' + i % 26);
    text +=
        fmt::format("1{}BC{},1{}{}C{}\n", letter, serial, letter, i % 3 == 0 ? '8' : 'B', serial);
  }
  return text;
}

class MisreadBookTest : public ::testing::Test {
 protected:
  double probability(std::string_view plate, const Id& camera) {
    Read read = lists_.world.read(plate);
    read.camera = camera;
    double most = 0;
    for (const match::Match& match : lists_.world.entries->find(read)) {
      most = std::max(most, match.probability);
    }
    return most;
  }
  void list_inexactly(std::string_view plate) {
    List list = lists_.world.list;
    list.match = {InexactUse::kReview, 0, true};
    lists_.world.entries->apply_settings(list);
    ASSERT_EQ(lists_.import(fmt::format("plate,country\n{},BE\n", plate)).counts.added, 1U);
  }

  testkit::ListWorld lists_;
  MisreadBook& book_ = lists_.misreads;
  Id camera_ = make_id(lists_.world.clock.now(), lists_.world.random);
  Id other_ = make_id(lists_.world.clock.now(), lists_.world.random);
  Id alice_ = make_id(lists_.world.clock.now(), lists_.world.random);
  Id bob_ = make_id(lists_.world.clock.now(), lists_.world.random);
};

TEST_F(MisreadBookTest, what_is_learned_counts_once_another_person_has_approved_it) {
  list_inexactly("1XBC999");
  const double before = probability("1X8C999", camera_);
  const auto draft = book_.learn(camera_, reads_of_camera(2000), alice_);
  ASSERT_TRUE(draft) << draft.error().text;
  EXPECT_EQ(draft->draft->version, 1);
  EXPECT_GT(draft->draft->evaluation.gain, 0);
  EXPECT_FALSE(draft->in_force);
  EXPECT_EQ(probability("1X8C999", camera_), before);

  EXPECT_EQ(book_.approve(camera_, 2, bob_).error().code, ErrorCode::kConflict);
  EXPECT_EQ(book_.approve(camera_, 1, alice_).error().code, ErrorCode::kConflict);
  const auto approved = book_.approve(camera_, 1, bob_);
  ASSERT_TRUE(approved) << approved.error().text;
  EXPECT_FALSE(approved->draft);
  EXPECT_GT(probability("1X8C999", camera_), before);
  EXPECT_EQ(probability("1X8C999", other_), before);
  EXPECT_EQ(book_.learn(camera_, reads_of_camera(2000), alice_)->draft->version, 2);

  ASSERT_TRUE(book_.forget(camera_));
  EXPECT_EQ(probability("1X8C999", camera_), before);
}

TEST_F(MisreadBookTest, what_was_approved_outlives_a_restart) {
  list_inexactly("1XBC999");
  ASSERT_TRUE(book_.learn(camera_, reads_of_camera(2000), alice_));
  ASSERT_TRUE(book_.approve(camera_, 1, bob_));
  const double approved = probability("1X8C999", camera_);
  lists_.world.entries->set_camera_models(nullptr);
  EXPECT_LT(probability("1X8C999", camera_), approved);
  const auto file = lists_.world.folder.path / "misreads.json";
  MisreadBook again(
      {*lists_.world.entries, *lists_.world.tally, lists_.world.clock, lists_.random, file});
  ASSERT_TRUE(again.load());
  EXPECT_EQ(probability("1X8C999", camera_), approved);
  EXPECT_EQ(again.of(camera_).in_force->approved_by, bob_);

  const std::string text = read_file(file, 1U << 20).value();
  EXPECT_EQ(text.find("1XBC"), std::string::npos);
  for (std::size_t size = 0; size < text.size() - 2; size += 97) {
    const auto cut = parse_misreads(std::string_view(text).substr(0, size));
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code, ErrorCode::kCorrupt);
  }
}

TEST_F(MisreadBookTest, what_teaches_nothing_is_refused_in_words) {
  EXPECT_EQ(book_.learn(camera_, "", alice_).error().code, ErrorCode::kBadInput);
  EXPECT_EQ(book_.learn(camera_, reads_of_camera(100), alice_).error().code, ErrorCode::kBadInput);
  EXPECT_EQ(book_.learn(camera_, std::string(1 << 20, ','), alice_).error().code,
            ErrorCode::kBadInput);
  const auto half = book_.learn(camera_, "plate\n,\n?,1\n" + reads_of_camera(1000), alice_);
  ASSERT_TRUE(half);
  EXPECT_EQ(half->draft->refused, 3U);
}

// A camera that is right where it is sure, and reads every third B as R where it is not.
TEST_F(MisreadBookTest, confidences_count_where_they_foretell_errors) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    const auto serial = fmt::format("{:03}", i % 1000);
    const char letter = static_cast<char>('A' + i % 26);
    text += fmt::format("1{}BC{},1{}{}C{},0.99 0.99 {} 0.99 0.99 0.99 0.99\n", letter, serial,
                        letter, i % 3 == 0 ? 'R' : 'B', serial, i % 3 == 0 ? 0.6 : 0.98);
  }
  list_inexactly("1XBC999");
  const auto draft = book_.learn(camera_, text, alice_);
  ASSERT_TRUE(draft) << draft.error().text;
  EXPECT_GT(draft->draft->calibration_gain, 0);
  ASSERT_TRUE(book_.approve(camera_, 1, bob_));
  const auto probability_at = [&](double of_glyph) {
    Read read = lists_.world.read("1XRC999");
    read.camera = camera_;
    read.facts.glyph_confidences = {0.99, 0.99, of_glyph, 0.99, 0.99, 0.99, 0.99};
    return lists_.world.entries->find(read).at(0).probability;
  };
  EXPECT_GT(probability_at(0.6), probability_at(0.99) + 0.05);
}

// Plates and reads that have nothing to do with each other, or the wrong ones alone.
TEST_F(MisreadBookTest, reads_that_are_mostly_wrong_are_no_fair_choice) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += fmt::format("1{:04}B,A{:04}C\n", i, (i * 7919) % 10'000);
  EXPECT_EQ(book_.learn(camera_, text, alice_).error().code, ErrorCode::kBadInput);
  EXPECT_FALSE(book_.of(camera_).draft);
}

}  // namespace
}  // namespace bas::flow
