#include "flow/travels.h"

#include <gtest/gtest.h>

#include "base/file.h"
#include "flow/travel_codec.h"
#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

class TravelsTest : public testing::Test {
 protected:
  TravelsTest() { open(); }

  void open() {
    travels_.reset();
    travels_ = Travels::open({world_.clock, file_}, world_.random).value();
  }
  // That camera sees it, and its word is here at once.
  Read seen(std::string_view plate, const Id& camera, UtcTime at) {
    Read read = world_.read(plate);
    read.camera = camera;
    read.facts.captured_at = read.received_at = at;
    travels_->passed(read);
    return read;
  }
  // Vehicles that drive from a to b in two minutes.
  void drive(int vehicles) {
    for (int i = 0; i < vehicles; ++i) {
      const std::string plate = "1ABC" + std::to_string(100 + i);
      const UtcTime at = world_.clock.now() + seconds(i);
      seen(plate, a_, at);
      seen(plate, b_, at + minutes(2));
    }
  }
  std::vector<links::NextCamera> after_a() {
    world_.clock.advance(minutes(30));
    return travels_->next(seen("2XYZ999", a_, world_.clock.now()), 9);
  }

  testkit::FlowWorld world_;
  std::filesystem::path file_ = world_.folder.path / "learned.json";
  Id a_ = make_id(world_.clock.now(), world_.random);
  Id b_ = make_id(world_.clock.now(), world_.random);
  std::unique_ptr<Travels> travels_;
};

TEST_F(TravelsTest, learns_which_camera_follows_and_when) {
  drive(50);
  const auto next = after_a();
  ASSERT_EQ(next.size(), 1U);
  EXPECT_EQ(next[0].camera, b_);
  EXPECT_NEAR(next[0].likely.count(), 120, 10);
}

TEST_F(TravelsTest, keeps_it_over_a_restart_without_a_plate) {
  drive(50);
  open();
  EXPECT_EQ(after_a().at(0).camera, b_);
  EXPECT_EQ(read_file(file_, 1 << 20).value().find("1ABC"), std::string::npos);
}

TEST_F(TravelsTest, who_is_not_seen_again_lowers_what_is_foretold) {
  drive(50);
  for (int i = 0; i < 50; ++i) seen("1ZZZ" + std::to_string(100 + i), a_, world_.clock.now());
  const double before = after_a().at(0).probability;
  world_.clock.advance(minutes(61));
  seen("1YYY111", b_, world_.clock.now());
  EXPECT_LT(after_a().at(0).probability, before * 0.6);
}

TEST_F(TravelsTest, late_reads_and_clocks_that_are_off_tell_nothing) {
  Read read = world_.read("1ABC234");
  read.camera = a_;
  read.facts.is_late = true;
  travels_->passed(read);
  read.facts.is_late = false;
  read.received_at = read.facts.captured_at + minutes(2);
  travels_->passed(read);
  seen("1ABC234", b_, world_.clock.now() + minutes(1));
  EXPECT_TRUE(after_a().empty());
}

TEST_F(TravelsTest, reads_in_the_wrong_order_tell_nothing_wrong) {
  seen("1ABC234", b_, world_.clock.now() + minutes(2));
  seen("1ABC234", a_, world_.clock.now());
  EXPECT_TRUE(after_a().empty());
}

TEST_F(TravelsTest, a_damaged_file_is_refused_at_every_byte) {
  drive(3);
  ASSERT_TRUE(travels_->save());
  const std::string whole = read_file(file_, 1 << 20).value();
  for (std::size_t end = 0; end < whole.size(); end += 7) {
    const auto parsed = parse_travel_times(std::string_view(whole).substr(0, end));
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().code, ErrorCode::kCorrupt);
  }
  for (const char* text :
       {R"({"version":2,"legs":[],"turns":[]})", R"({"version":1,"legs":[1],"turns":[]})",
        R"({"version":1,"legs":[{"from":"x","to":"","bins":[]}],"turns":[]})",
        R"({"version":1,"legs":[{"from":"","to":"","bins":[-1]}],"turns":[]})",
        R"({"version":1,"legs":[],"turns":[{"before":"","from":"","to":""}]})"}) {
    EXPECT_FALSE(parse_travel_times(text)) << text;
  }
  EXPECT_TRUE(parse_travel_times(whole));
}

}  // namespace
}  // namespace bas::flow
