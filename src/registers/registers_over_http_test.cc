// The whole stack, through the real fetcher, against a machine that answers, errs, lies and stalls.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <latch>

#include "fetch/curl_fetcher.h"
#include "registers/register_desk.h"
#include "registers/register_world_test.h"
#include "testkit/peer.h"

namespace bas::registers {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using testkit::Peer;
using testkit::Talk;
using namespace std::chrono_literals;

constexpr std::string_view kUninsuredRow =
    R"([{"kenteken": "GX418K", "merk": "SEAT", "wam_verzekerd": "Nee"}])";
constexpr std::string_view kJsonType = "Content-Type: application/json;charset=utf-8\r\n";

std::string http(std::string_view body, const std::string& status = "200 OK",
                 const std::string& headers = std::string{kJsonType}) {
  return testkit::http_answer(status, headers, std::string{body});
}

// Short limits, no retries, no cache, and a circuit that stays closed, unless a test says more.
std::string rdw_at(const std::string& url, const std::string& more = R"("retry": {"attempts_max": 1,
    "total_max": "900ms"}, "guard": {"failures_max": 1000})") {
  return R"({"registers": [{"name": "rdw", "kind": "rdw", "question": {"url": ")" + url +
         R"(", "timeout": "400ms", "bytes_max": "4 KiB"},
       "cache": {"good_life": "0s", "adverse_life": "0s", "unknown_life": "0s"},
       "pace": {"burst": 10000, "wait_max": "0s"}, )" +
         more + "}]}";
}

struct RealDesk {
  fetch::CurlFetcher fetcher;
  SystemClock clock;
  SystemRandom random;
  SystemPause pause;
  std::unique_ptr<RegisterDesk> desk;

  explicit RealDesk(const std::string& settings) {
    const auto parsed = parse_settings(settings);
    EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().text);
    if (!parsed) return;
    auto opened = open_desk(*parsed, {fetcher, clock, random, pause});
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().text);
    desk = *std::move(opened);
  }
  Conclusion check(std::stop_token stop = {}) {
    return desk->check(kDutch, Suspicion::kUninsured, std::move(stop));
  }
  Health health() { return desk->health()[0].health; }
};

// What a desk makes of a machine that talks so.
Conclusion against(Peer::Script script) {
  const Peer peer(std::move(script));
  RealDesk desk(rdw_at(peer.url("/rdw.json")));
  return desk.check();
}

// No fact was taken, the sentence says why, and the plate is not in it.
testing::Matcher<Conclusion> unconfirmed(const std::string& reason) {
  return AllOf(
      testing::Field(&Conclusion::confirmation, Confirmation::kUnconfirmed),
      testing::Field(&Conclusion::ground, Ground::kNoAnswer),
      testing::Field(&Conclusion::sentence, AllOf(HasSubstr(reason), Not(HasSubstr("GX418")))));
}

TEST(RegistersOverHttp, confirm_what_the_register_says) {
  std::promise<std::string> seen;
  const Peer peer([&](Talk& talk) {
    seen.set_value(talk.head());
    talk.send(http(kUninsuredRow));
  });
  RealDesk desk(rdw_at(peer.url("/resource/x.json")));
  const Conclusion conclusion = desk.check();
  EXPECT_EQ(conclusion.confirmation, Confirmation::kConfirmed) << conclusion.sentence;
  const std::string head = seen.get_future().get();
  EXPECT_THAT(head, StartsWith("GET /resource/x.json?kenteken=GX418K HTTP/1.1\r\n"));
  EXPECT_THAT(head, HasSubstr("Accept: application/json\r\n"));
  EXPECT_EQ(desk.health().succeeded, 1U);
}

TEST(RegistersOverHttp, do_not_know_a_plate_of_an_empty_array) {
  EXPECT_EQ(against(testkit::always(http("[]"))).ground, Ground::kPlateUnknown);
}

TEST(RegistersOverHttp, are_unconfirmed_when_nobody_listens) {
  std::string url;
  {
    url = Peer(testkit::always("")).url("/rdw.json");
  }
  RealDesk desk(rdw_at(url));
  EXPECT_THAT(desk.check(), unconfirmed("nobody listens"));
}

TEST(RegistersOverHttp, are_unconfirmed_in_time_when_the_register_is_slow) {
  const auto began = std::chrono::steady_clock::now();
  EXPECT_THAT(against([](Talk& talk) { talk.wait_until_closed(); }),
              unconfirmed("no whole answer"));
  EXPECT_THAT(against([](Talk& talk) {
                talk.head();
                talk.send(http(kUninsuredRow).substr(0, 120));
                talk.wait_until_closed();
              }),
              unconfirmed("no whole answer"));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 10s);
}

TEST(RegistersOverHttp, are_unconfirmed_by_what_is_wrong) {
  const auto answered = [](const std::string& bytes) { return against(testkit::always(bytes)); };
  const auto wrong = [&](std::string_view body) { return answered(http(body)); };
  EXPECT_THAT(wrong(R"([{"kenteken": "GX419K", "wam_verzekerd": "Nee"}])"),
              unconfirmed("another plate"));
  EXPECT_THAT(wrong(R"([{"plate": "GX418K", "insured": "no"}])"), unconfirmed("another form"));
  EXPECT_THAT(wrong(R"({"rows": [{"kenteken": "GX418K"}]})"), unconfirmed("another form"));
  EXPECT_THAT(wrong(R"([{"kenteken": "GX418K", "wam_verzekerd": false}])"),
              unconfirmed("another form"));
  EXPECT_THAT(
      answered(http("<html>GX418K is busy</html>", "200 OK", "Content-Type: text/html\r\n")),
      unconfirmed("error page"));
  EXPECT_THAT(answered(http("<html></html>", "500 Oops")), unconfirmed("HTTP status 500"));
  EXPECT_THAT(answered(http("{}", "403 Forbidden")), unconfirmed("refuses our key"));
  EXPECT_THAT(answered("GX418K\r\n\r\n"), unconfirmed(""));
}

TEST(RegistersOverHttp, take_no_more_than_their_limit_of_a_huge_answer) {
  std::atomic<std::size_t> sent = 0;
  EXPECT_THAT(against([&](Talk& talk) {
                talk.head();
                talk.send("HTTP/1.1 200 OK\r\n" + std::string{kJsonType} + "\r\n[");
                const std::string block(64 << 10, ' ');
                while (sent < (64U << 20) && talk.send(block)) sent += block.size();
              }),
              unconfirmed("more than 4096 bytes"));
  EXPECT_LT(sent, 64U << 20);
}

TEST(RegistersOverHttp, take_no_fact_from_an_answer_cut_at_any_byte) {
  const std::string with_length = http(kUninsuredRow);
  const std::string without_length =
      "HTTP/1.1 200 OK\r\n" + std::string{kJsonType} + "\r\n" + std::string{kUninsuredRow};
  std::atomic<const std::string*> whole = &with_length;
  std::atomic<std::size_t> length = 0;
  const Peer peer([&](Talk& talk) {
    talk.head();
    talk.send(std::string_view{*whole}.substr(0, length));
  });
  RealDesk desk(rdw_at(peer.url("/rdw.json")));
  for (const std::string* answer : {&with_length, &without_length}) {
    whole = answer;
    for (length = 0; length < answer->size(); ++length) {
      ASSERT_EQ(desk.check().ground, Ground::kNoAnswer) << length;
    }
    ASSERT_EQ(desk.check().confirmation, Confirmation::kConfirmed);
  }
}

TEST(RegistersOverHttp, ask_again_what_failed_for_a_moment) {
  std::atomic<int> asked = 0;
  const Peer peer([&](Talk& talk) {
    while (!talk.head().empty()) {
      const int turn = ++asked;
      if (turn == 1) talk.send(http("", "503 Busy", "Retry-After: 0\r\n"));
      if (turn == 2) talk.send(http("<p>", "200 OK", "Content-Type: text/html\r\n"));
      if (turn >= 3) talk.send(http(kUninsuredRow));
    }
  });
  RealDesk desk(rdw_at(peer.url("/rdw.json"), R"("retry": {"wait_first": "1ms"})"));
  EXPECT_EQ(desk.check().confirmation, Confirmation::kConfirmed);
  EXPECT_EQ(asked, 3);
  EXPECT_EQ(desk.health().retries, 2U);
}

TEST(RegistersOverHttp, leave_a_register_alone_that_asks_for_it) {
  std::atomic<int> asked = 0;
  const Peer peer([&](Talk& talk) {
    while (!talk.head().empty()) {
      ++asked;
      talk.send(http("", "429 Too Many", "Retry-After: 60\r\n"));
    }
  });
  RealDesk desk(rdw_at(peer.url("/rdw.json"), R"("retry": {"attempts_max": 3})"));
  EXPECT_THAT(desk.check(), unconfirmed("429"));
  EXPECT_THAT(desk.check(), unconfirmed("429"));
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(desk.health().circuit, Circuit::kOpen);
}

TEST(RegistersOverHttp, end_early_when_told_to_stop) {
  std::latch is_asked{1};
  const Peer peer([&](Talk& talk) {
    talk.head();
    is_asked.count_down();
    talk.wait_until_closed();
  });
  std::string settings = rdw_at(peer.url("/rdw.json"), R"("retry": {"total_max": "2min"})");
  settings.replace(settings.find("400ms"), 5, "1min");
  RealDesk desk(settings);
  std::stop_source stop;
  const auto began = std::chrono::steady_clock::now();
  auto answer = std::async(std::launch::async, [&] { return desk.check(stop.get_token()); });
  is_asked.wait();
  stop.request_stop();
  EXPECT_THAT(answer.get(), unconfirmed("stopped"));
  EXPECT_LT(std::chrono::steady_clock::now() - began, 30s);
  EXPECT_EQ(desk.health().stopped, 1U);
  EXPECT_EQ(desk.health().failed, 0U);
}

TEST(RegistersOverHttp, ask_once_for_many_at_once) {
  std::atomic<int> asked = 0;
  const Peer peer([&](Talk& talk) {
    while (!talk.head().empty()) {
      ++asked;
      talk.send(http(kUninsuredRow));
    }
  });
  std::string settings = rdw_at(peer.url("/rdw.json"));
  settings.replace(settings.find(R"("adverse_life": "0s")"), 20, R"("adverse_life": "5min")");
  RealDesk desk(settings);
  std::vector<std::future<Conclusion>> answers;
  for (int i = 0; i < 16; ++i) {
    answers.push_back(std::async(std::launch::async, [&] { return desk.check(); }));
  }
  for (auto& answer : answers) {
    EXPECT_EQ(answer.get().confirmation, Confirmation::kConfirmed);
  }
  EXPECT_EQ(asked, 1);
}

TEST(RegistersOverHttp, post_the_question_that_a_mapping_describes) {
  std::promise<std::string> seen;
  const Peer peer([&](Talk& talk) {
    const std::string head = talk.head();
    seen.set_value(head + talk.body(31));
    talk.send(http(R"({"result": {"barred": "J"}})"));
  });
  RealDesk desk(R"({"registers": [{"name": "licences", "kind": "mapped", "countries": ["BE"],
    "question": {"method": "POST", "url": ")" +
                peer.url("/q") + R"(", "body": "{\"mark\": \"{plate}\", \"of\": \"{country}\"}"},
    "answer": {"holder_is_disqualified": {"pointer": "/result/barred",
                                          "words": {"J": true, "N": false}}}}]})");
  const Conclusion conclusion = desk.desk->check(kBelgian, Suspicion::kDisqualifiedHolder, {});
  EXPECT_EQ(conclusion.ground, Ground::kHolderDisqualified) << conclusion.sentence;
  EXPECT_EQ(conclusion.confirmation, Confirmation::kUnconfirmed);
  const std::string request = seen.get_future().get();
  EXPECT_THAT(request, StartsWith("POST /q HTTP/1.1\r\n"));
  EXPECT_THAT(request, HasSubstr("Content-Type: application/json\r\n"));
  EXPECT_THAT(request, testing::EndsWith(R"({"mark": "1ABC234", "of": "BE"})"));
}

}  // namespace
}  // namespace bas::registers
