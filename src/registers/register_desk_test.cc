#include "registers/register_desk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file.h"
#include "registers/register_world_test.h"
#include "testkit/scripted_fetcher.h"

namespace bas::registers {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

constexpr std::string_view kSettings = R"({"registers": [
  {"name": "rdw", "kind": "rdw", "retry": {"attempts_max": 2}},
  {"name": "insurers", "kind": "mapped", "countries": ["BE"],
   "question": {"url": "https://insurers.example.be/{plate}"},
   "answer": {"is_insured": {"pointer": "/insured"}}},
  {"name": "licences", "kind": "mapped", "countries": ["BE"],
   "question": {"url": "https://licences.example.be/{plate}"},
   "answer": {"holder_is_disqualified": {"pointer": "/barred"}}}]})";
constexpr auto kRdwUrl = "https://opendata.rdw.nl/resource/m9d7-ebf2.json?kenteken=GX418K";
constexpr auto kInsurersUrl = "https://insurers.example.be/1ABC234";
constexpr auto kLicencesUrl = "https://licences.example.be/1ABC234";

struct DeskWorld : RegisterWorld {
  testkit::ScriptedFetcher fetcher;
  std::unique_ptr<RegisterDesk> desk;

  DeskWorld() {
    auto settings = parse_settings(kSettings);
    EXPECT_TRUE(settings) << settings.error().text;
    auto opened = open_desk(*settings, {fetcher, clock, random, pause});
    EXPECT_TRUE(opened);
    desk = *std::move(opened);
  }
  Conclusion check(const Plate& plate, Suspicion suspicion) {
    return desk->check(plate, suspicion, {});
  }
};

TEST(RegisterDesk, asks_the_register_of_the_country_that_answers_to_the_suspicion) {
  DeskWorld world;
  world.fetcher.answer(kRdwUrl, json_answer(R"([{"kenteken": "GX418K", "wam_verzekerd": "Nee"}])"));
  world.fetcher.answer(kInsurersUrl, json_answer(R"({"insured": true})"));
  world.fetcher.answer(kLicencesUrl, json_answer(R"({"barred": true})"));
  EXPECT_EQ(world.check(kDutch, Suspicion::kUninsured).confirmation, Confirmation::kConfirmed);
  EXPECT_EQ(world.check(kBelgian, Suspicion::kUninsured).confirmation, Confirmation::kRefuted);
  EXPECT_EQ(world.fetcher.requests().size(), 2U) << "nobody else was told of the plate";
  const Conclusion holder = world.check(kBelgian, Suspicion::kDisqualifiedHolder);
  EXPECT_EQ(holder.confirmation, Confirmation::kUnconfirmed);
  EXPECT_EQ(holder.ground, Ground::kHolderDisqualified);
}

TEST(RegisterDesk, is_unconfirmed_where_no_register_answers) {
  DeskWorld world;
  for (const auto& [plate, suspicion] : {std::pair{kBelgian, Suspicion::kUninspected},
                                         {kDutch, Suspicion::kDisqualifiedHolder},
                                         {Plate{"GX418K", "DE"}, Suspicion::kUninsured},
                                         {Plate{"GX418K", ""}, Suspicion::kUninsured}}) {
    const Conclusion conclusion = world.check(plate, suspicion);
    EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
    EXPECT_EQ(conclusion.ground, Ground::kNoAnswer);
  }
  EXPECT_TRUE(world.fetcher.requests().empty());
}

TEST(RegisterDesk, is_unconfirmed_when_the_register_is_down_and_stops_asking_it) {
  DeskWorld world;
  for (int i = 0; i < 5; ++i) {
    const Conclusion conclusion = world.check(kDutch, Suspicion::kUninsured);
    EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
    EXPECT_THAT(conclusion.sentence, HasSubstr("nobody listens"));
  }
  EXPECT_EQ(world.fetcher.requests().size(), 10U);
  EXPECT_EQ(world.check(kDutch, Suspicion::kUninsured).confirmation, Confirmation::kUnconfirmed);
  EXPECT_EQ(world.fetcher.requests().size(), 10U);
  EXPECT_EQ(world.desk->health()[0].health.circuit, Circuit::kOpen);
  EXPECT_EQ(world.desk->health()[1].health.circuit, Circuit::kClosed);
}

TEST(RegisterDesk, asks_once_while_an_answer_is_fresh) {
  DeskWorld world;
  world.fetcher.answer(kInsurersUrl, json_answer(R"({"insured": false})"));
  world.check(kBelgian, Suspicion::kUninsured);
  world.clock.advance(59s);
  EXPECT_EQ(world.check(kBelgian, Suspicion::kUninsured).confirmation, Confirmation::kConfirmed);
  EXPECT_EQ(world.fetcher.requests().size(), 1U);
  world.clock.advance(1s);
  world.check(kBelgian, Suspicion::kUninsured);
  EXPECT_EQ(world.fetcher.requests().size(), 2U);
}

TEST(RegisterDesk, shows_how_each_register_fares_and_that_every_question_ended) {
  DeskWorld world;
  world.fetcher.answer(kInsurersUrl, json_answer(R"({"insured": true})"));
  for (int i = 0; i < 3; ++i) world.check(kBelgian, Suspicion::kUninsured);
  for (int i = 0; i < 7; ++i) world.check(kDutch, Suspicion::kUninspected);
  for (int i = 0; i < 20; ++i) {
    world.desk->check({"1ABC" + std::to_string(100 + i), "BE"}, Suspicion::kUninsured, {});
  }
  const auto rows = world.desk->health();
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].name, "rdw");
  EXPECT_EQ(rows[1].countries, std::vector<std::string>{"BE"});
  for (const NamedHealth& row : rows) {
    const Health& health = row.health;
    EXPECT_EQ(health.questions, health.from_cache + health.shared + health.succeeded +
                                    health.failed + health.held_back + health.shut_out +
                                    health.stopped)
        << row.name;
  }
}

TEST(RegisterDesk, never_speaks_of_a_plate) {
  DeskWorld world;
  for (const fetch::Answer& answer :
       {json_answer(R"([{"kenteken": "GX418K", "wam_verzekerd": "GX418K"}])"),
        json_answer(R"([{"kenteken": "GX418K", "GX418K": 1, "GX418K": 2}])"), json_answer("GX418K"),
        json_answer("GX418K", 500),
        fetch::Answer{200, {{"content-type", "text/GX418K"}}, "GX418K"}}) {
    world.fetcher.forget_answers();
    world.fetcher.answer(kRdwUrl, answer);
    world.clock.advance(1h);
    const Conclusion conclusion = world.check(kDutch, Suspicion::kUninsured);
    EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
    EXPECT_THAT(conclusion.sentence, Not(HasSubstr("418")));
    EXPECT_THAT(world.desk->health()[0].health.last_failure_reason, Not(HasSubstr("418")));
  }
}

TEST(RegisterDesk, is_not_opened_without_a_secret_it_needs) {
  RegisterWorld world;
  testkit::ScriptedFetcher fetcher;
  const std::string path = testing::TempDir() + "register_secret_" + std::to_string(::getpid());
  const auto settings = parse_settings(
      R"({"registers": [{"name": "rdw", "kind": "rdw", "question": {"app_token_file": ")" + path +
      R"("}}]})");
  ASSERT_TRUE(settings);
  const Surroundings around{fetcher, world.clock, world.random, world.pause};
  const auto without = open_desk(*settings, around);
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().code, ErrorCode::kBadInput);
  EXPECT_THAT(without.error().text, HasSubstr("cannot be read"));
  ASSERT_TRUE(write_file(path, "\n", FileMode::kSecret));
  EXPECT_FALSE(open_desk(*settings, around));
  ASSERT_TRUE(write_file(path, "token\n", FileMode::kSecret));
  EXPECT_TRUE(open_desk(*settings, around));
  ASSERT_TRUE(destroy_file(path));
}

TEST(SystemPause, ends_at_once_when_told_to_stop) {
  std::stop_source stop;
  stop.request_stop();
  SystemPause pause;
  EXPECT_FALSE(pause.wait(1h, stop.get_token()));
  EXPECT_TRUE(pause.wait(1ms, {}));
}

}  // namespace
}  // namespace bas::registers
