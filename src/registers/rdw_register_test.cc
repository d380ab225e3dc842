#include "registers/rdw_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include "base/file.h"
#include "registers/rdw_answer.h"
#include "registers/register_world_test.h"
#include "testkit/scripted_fetcher.h"

namespace bas::registers {
namespace {

using testing::HasSubstr;
using testing::Not;

// In the register's form, of a vehicle that does not exist.
constexpr std::string_view kRow = R"({
    "kenteken": "GX418K", "voertuigsoort": "Bedrijfsauto", "merk": " RENAULT ",
    "handelsbenaming": "RENAULT KANGOO", "vervaldatum_apk": "20270214",
    "vervaldatum_apk_dt": "2027-02-14T00:00:00.000", "datum_tenaamstelling": "20240311",
    "inrichting": "gesloten opbouw", "eerste_kleur": "WIT", "tweede_kleur": "Niet geregistreerd",
    "aantal_deuren": "0", "wam_verzekerd": "Ja", "europese_voertuigcategorie": "N1",
    "wacht_op_keuren": "Geen verstrekking in Open Data", "taxi_indicator": "Nee"})";

std::string array_of(std::string_view row) { return '[' + std::string{row} + "]\n"; }

std::string with(std::string_view key, std::string_view json_value) {
  return array_of(R"({"kenteken": "GX418K", ")" + std::string{key} +
                  "\": " + std::string{json_value} + '}');
}

constexpr auto kCarUrl = "https://opendata.rdw.nl/resource/m9d7-ebf2.json?kenteken=GX418K";

struct RdwWorld {
  testkit::FakeClock clock{kNow};
  testkit::ScriptedFetcher fetcher;
  RdwRegister rdw;

  explicit RdwWorld(const Result<fetch::Answer>& reply, RdwSettings settings = {})
      : rdw("rdw", std::move(settings), {fetcher, clock}) {
    if (reply) {
      fetcher.answer(kCarUrl, *reply);
    } else {
      fetcher.fail_with(kCarUrl, reply.error());
    }
  }

  Asked ask() { return rdw.ask(kDutch, {}); }
  Failure failure() {
    const Asked asked = ask();
    EXPECT_FALSE(asked);
    return asked ? Failure{} : asked.error();
  }
};

TEST(RdwRegister, covers_the_netherlands_and_says_nothing_of_holders) {
  RdwWorld world(json_answer("[]"));
  EXPECT_TRUE(world.rdw.covers("NL"));
  EXPECT_FALSE(world.rdw.covers("BE"));
  EXPECT_TRUE(world.rdw.answers(Suspicion::kUninsured));
  EXPECT_TRUE(world.rdw.answers(Suspicion::kUninspected));
  EXPECT_FALSE(world.rdw.answers(Suspicion::kDisqualifiedHolder));
}

TEST(RdwRegister, asks_by_plate_and_says_when_the_answer_was_given) {
  RdwWorld world(json_answer(array_of(kRow)));
  const Asked status = world.ask();
  ASSERT_TRUE(status);
  EXPECT_EQ(status->answered_at, kNow);
  const auto requests = world.fetcher.requests();
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].url, kCarUrl);
  EXPECT_EQ(requests[0].limits.bytes_max, 64U << 10);
}

TEST(RdwRegister, reads_insurance_inspection_and_vehicle) {
  const Asked status = read_rdw(array_of(kRow), "GX418K");
  ASSERT_TRUE(status);
  EXPECT_TRUE(status->is_registered);
  EXPECT_EQ(status->is_insured, true);
  EXPECT_EQ(status->inspected_until, *parse_rfc3339("2027-02-14T22:59:59.999Z"));
  EXPECT_FALSE(status->holder_is_disqualified);
  EXPECT_EQ(status->vehicle, (Vehicle{"renault", "kangoo", "white", "van"}));
}

TEST(RdwRegister, ends_an_inspection_at_midnight_of_summer_time) {
  const Asked status = read_rdw(with("vervaldatum_apk", "\"20270701\""), "GX418K");
  ASSERT_TRUE(status);
  EXPECT_EQ(status->inspected_until, *parse_rfc3339("2027-07-01T21:59:59.999Z"));
}

TEST(RdwRegister, takes_a_missing_key_and_an_empty_word_as_nothing_said) {
  for (const std::string& body :
       {with("merk", "\"FIAT\""), with("wam_verzekerd", "\"Niet geregistreerd\""),
        with("wam_verzekerd", "\"N.v.t.\""), with("vervaldatum_apk", "\"\""),
        with("vervaldatum_apk", "\"Geen verstrekking in Open Data\"")}) {
    const Asked status = read_rdw(body, "GX418K");
    ASSERT_TRUE(status) << body;
    EXPECT_TRUE(status->is_registered);
    EXPECT_FALSE(status->is_insured) << body;
    EXPECT_FALSE(status->inspected_until) << body;
  }
  EXPECT_EQ(read_rdw(with("eerste_kleur", "\"Niet geregistreerd\""), "GX418K")->vehicle.colour, "");
}

TEST(RdwRegister, does_not_know_a_plate_of_an_empty_array) {
  const Asked status = read_rdw("[]", "GX418K");
  ASSERT_TRUE(status);
  EXPECT_FALSE(status->is_registered);
  EXPECT_FALSE(status->is_insured);
}

TEST(RdwRegister, takes_no_fact_from_another_form) {
  for (const std::string& body : {std::string{"{}"},
                                  std::string{"null"},
                                  std::string{"\"Ja\""},
                                  std::string{"[1]"},
                                  std::string{"[null]"},
                                  std::string{"[[]]"},
                                  std::string{"[{}]"},
                                  array_of(R"({"kenteken": "GX418L", "wam_verzekerd": "Nee"})"),
                                  array_of(R"({"kenteken": "gx-418-k", "wam_verzekerd": "Nee"})"),
                                  with("wam_verzekerd", "false"),
                                  with("wam_verzekerd", "0"),
                                  with("wam_verzekerd", "null"),
                                  with("wam_verzekerd", "\"nee\""),
                                  with("wam_verzekerd", "[\"Nee\"]"),
                                  with("vervaldatum_apk", "20200101"),
                                  with("vervaldatum_apk", "\"0\""),
                                  with("vervaldatum_apk", "\"2020-01-01\""),
                                  with("vervaldatum_apk", "\"20201301\""),
                                  with("vervaldatum_apk", "\"20200230\""),
                                  with("vervaldatum_apk", "\"2020 101\""),
                                  with("merk", "{}"),
                                  with("wam_verzekerd", R"("Ja", "wam_verzekerd": "Nee")")}) {
    const Asked status = read_rdw(body, "GX418K");
    ASSERT_FALSE(status) << body;
    EXPECT_EQ(status.error().trouble, Trouble::kLasting) << body;
    EXPECT_THAT(status.error().text, HasSubstr("another form")) << body;
  }
}

TEST(RdwRegister, takes_equal_rows_as_one_and_contradicting_ones_as_none) {
  const std::string row{kRow};
  ASSERT_TRUE(read_rdw('[' + row + ',' + row + ']', "GX418K"));
  std::string other = row;
  other.replace(other.find("\"Ja\""), 4, "\"Nee\"");
  const Asked status = read_rdw('[' + row + ',' + other + ']', "GX418K");
  ASSERT_FALSE(status);
  EXPECT_THAT(status.error().text, HasSubstr("contradict"));
  std::string many = "[" + row;
  for (int i = 0; i < 16; ++i) many += "," + row;
  EXPECT_FALSE(read_rdw(many + "]", "GX418K"));
}

TEST(RdwRegister, takes_no_fact_from_an_answer_cut_anywhere) {
  const std::string whole = '[' + std::string{kRow} + ']';
  ASSERT_TRUE(read_rdw(whole, "GX418K"));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const Asked status = read_rdw(whole.substr(0, length), "GX418K");
    ASSERT_FALSE(status) << length;
    EXPECT_EQ(status.error().trouble, Trouble::kPassing) << length;
  }
}

TEST(RdwRegister, refuses_what_is_nested_too_deep) {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_FALSE(read_rdw(deep, "GX418K"));
}

TEST(RdwRegister, knows_an_error_page_by_its_type_even_when_it_holds_json) {
  for (const std::string_view type :
       {"text/html; charset=utf-8", "", "text/plain", "application/jsonp"}) {
    RdwWorld world(fetch::Answer{200, {{"content-type", std::string{type}}}, "[]"});
    EXPECT_EQ(world.failure().trouble, Trouble::kPassing) << type;
  }
  RdwWorld world(fetch::Answer{200, {{"content-type", "Application/JSON ; charset=UTF-8"}}, "[]"});
  EXPECT_TRUE(world.ask());
}

TEST(RdwRegister, says_which_status_is_worth_asking_again) {
  for (const int status : {500, 502, 503, 504, 408, 202, 429}) {
    EXPECT_EQ(RdwWorld(json_answer("[]", status)).failure().trouble, Trouble::kPassing) << status;
  }
  for (const int status : {400, 401, 403, 404, 301, 204, 0}) {
    EXPECT_EQ(RdwWorld(json_answer("[]", status)).failure().trouble, Trouble::kLasting) << status;
  }
}

TEST(RdwRegister, passes_on_how_long_to_wait) {
  fetch::Answer busy = json_answer("{}", 429);
  EXPECT_FALSE(RdwWorld(busy).failure().retry_after);
  busy.headers.push_back({"retry-after", "7"});
  EXPECT_EQ(RdwWorld(busy).failure().retry_after, std::chrono::seconds{7});
}

TEST(RdwRegister, says_why_there_is_no_answer_unless_the_plate_stands_in_it) {
  RdwWorld down(fail(ErrorCode::kUnavailable, "cannot reach opendata.rdw.nl"));
  EXPECT_EQ(down.failure().text, "cannot reach opendata.rdw.nl");
  EXPECT_EQ(down.failure().trouble, Trouble::kPassing);
  RdwWorld telling(fail(ErrorCode::kUnavailable, "no route to /x?kenteken=gx418K"));
  EXPECT_THAT(telling.failure().text, Not(HasSubstr("418")));
  RdwWorld huge(fail(ErrorCode::kTooLarge, "more than 65536 bytes"));
  EXPECT_EQ(huge.failure().trouble, Trouble::kLasting);
}

TEST(RdwRegister, sends_its_token_from_a_file_read_at_each_question) {
  const std::string path = testing::TempDir() + "rdw_token_" + std::to_string(::getpid());
  RdwWorld world(json_answer("[]"), {.app_token_file = path});
  EXPECT_EQ(world.failure().trouble, Trouble::kLasting);
  EXPECT_TRUE(world.fetcher.requests().empty());
  ASSERT_TRUE(write_file(path, "first\n", FileMode::kSecret));
  ASSERT_TRUE(world.ask());
  ASSERT_TRUE(write_file(path, "second", FileMode::kSecret));
  ASSERT_TRUE(world.ask());
  ASSERT_TRUE(destroy_file(path));
  const auto requests = world.fetcher.requests();
  ASSERT_EQ(requests.size(), 2U);
  EXPECT_EQ(requests[0].headers.back().name, "X-App-Token");
  EXPECT_EQ(requests[0].headers.back().value, "first");
  EXPECT_EQ(requests[1].headers.back().value, "second");
}

TEST(RdwRegister, is_stopped_without_asking) {
  RdwWorld world(json_answer("[]"));
  std::stop_source stop;
  stop.request_stop();
  const Asked asked = world.rdw.ask(kDutch, stop.get_token());
  ASSERT_FALSE(asked);
  EXPECT_EQ(asked.error().trouble, Trouble::kStopped);
  EXPECT_TRUE(world.fetcher.requests().empty());
}

TEST(RdwRegister, refuses_at_the_door_what_is_no_whole_plate_of_its_country) {
  RdwWorld world(json_answer("[]"));
  EXPECT_TRUE(world.rdw.look_up(kDutch, {}));
  for (const Plate& plate :
       {Plate{"", "NL"}, Plate{"GX4?8K", "NL"}, Plate{"GX*", "NL"}, Plate{"gx-418-k", "NL"},
        Plate{std::string(33, 'A'), "NL"}, kBelgian, Plate{"GX418K", ""}}) {
    const auto status = world.rdw.look_up(plate, {});
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().code, ErrorCode::kUnavailable);
  }
  EXPECT_EQ(world.fetcher.requests().size(), 1U);
}

TEST(RetryAfter, is_seconds_or_a_date_or_nothing) {
  using std::chrono::seconds;
  EXPECT_EQ(read_retry_after("0", kNow), seconds{0});
  EXPECT_EQ(read_retry_after("120", kNow), seconds{120});
  EXPECT_EQ(read_retry_after("Mon, 23 Nov 2026 12:01:30 GMT", kNow), seconds{90});
  EXPECT_EQ(read_retry_after("Mon, 23 Nov 2026 11:00:00 GMT", kNow), seconds{0});
  EXPECT_EQ(read_retry_after("999999999", kNow), seconds{7 * 24 * 3600});
  for (const std::string_view wrong :
       {"", "-1", "1.5", "soon", "99999999999", "Mon, 23 Nov 2026 12:01:30 CET",
        "Mon, 23 Foo 2026 12:01:30 GMT"}) {
    EXPECT_FALSE(read_retry_after(wrong, kNow)) << wrong;
  }
}

}  // namespace
}  // namespace bas::registers
