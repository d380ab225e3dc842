#include "registers/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "registers/conclusion.h"

namespace bas::registers {
namespace {

using testing::HasSubstr;
using namespace std::chrono_literals;

std::string mapped_with(std::string_view question, std::string_view answer) {
  return R"({"registers": [{"name": "a", "kind": "mapped", "countries": ["BE"], "question": )" +
         std::string{question} + R"(, "answer": )" + std::string{answer} + "}]}";
}
constexpr std::string_view kQuestion = R"({"url": "https://a.be/{plate}"})";
constexpr std::string_view kAnswer = R"({"is_insured": {"pointer": "/insured"}})";

std::string error_of(const std::string& settings) {
  const auto parsed = parse_settings(settings);
  EXPECT_FALSE(parsed) << settings;
  return parsed ? std::string{} : parsed.error().text;
}

TEST(RegisterSettings, of_nothing_but_a_kind_have_defaults) {
  const auto parsed = parse_settings(R"({"registers": [{"name": "rdw", "kind": "rdw"}]})");
  ASSERT_TRUE(parsed) << parsed.error().text;
  ASSERT_EQ(parsed->size(), 1U);
  const RegisterSettings& rdw = parsed->front();
  EXPECT_EQ(rdw.name, "rdw");
  EXPECT_EQ(rdw.retry.attempt_max, rdw.rdw.limits.total_timeout + rdw.pace.wait_max);
  EXPECT_LE(rdw.cache.good_life, kAnswerAgeMax);
}

TEST(RegisterSettings, set_everything_around_a_register) {
  const auto parsed = parse_settings(R"({"registers": [{
    "name": "rdw", "kind": "rdw",
    "question": {"url": "http://127.0.0.1:99/x", "app_token_file": "t", "timeout": "1s",
                 "connect_timeout": "100ms", "bytes_max": "32 KiB"},
    "cache": {"entries_max": 5, "good_life": "3min", "adverse_life": "0s", "unknown_life": "1s"},
    "pace": {"per_minute": 7, "burst": 3, "wait_max": "20ms"},
    "retry": {"attempts_max": 2, "wait_first": "5ms", "wait_longest": "6ms", "total_max": "2s"},
    "guard": {"failures_max": 4, "open_for": "9s", "open_longest": "1min"}}]})");
  ASSERT_TRUE(parsed) << parsed.error().text;
  const RegisterSettings& rdw = parsed->front();
  EXPECT_EQ(rdw.rdw.url, "http://127.0.0.1:99/x");
  EXPECT_EQ(rdw.rdw.app_token_file, "t");
  EXPECT_EQ(rdw.rdw.limits.total_timeout, 1s);
  EXPECT_EQ(rdw.rdw.limits.connect_timeout, 100ms);
  EXPECT_EQ(rdw.rdw.limits.bytes_max, 32U << 10);
  EXPECT_EQ(rdw.cache.entries_max, 5);
  EXPECT_EQ(rdw.cache.good_life, 3min);
  EXPECT_EQ(rdw.cache.adverse_life, 0s);
  EXPECT_EQ(rdw.cache.unknown_life, 1s);
  EXPECT_EQ(rdw.pace.per_minute, 7);
  EXPECT_EQ(rdw.pace.burst, 3);
  EXPECT_EQ(rdw.pace.wait_max, 20ms);
  EXPECT_EQ(rdw.retry.attempts_max, 2);
  EXPECT_EQ(rdw.retry.wait_first, 5ms);
  EXPECT_EQ(rdw.retry.wait_longest, 6ms);
  EXPECT_EQ(rdw.retry.total_max, 2s);
  EXPECT_EQ(rdw.retry.attempt_max, 1020ms);
  EXPECT_EQ(rdw.guard.failures_max, 4);
  EXPECT_EQ(rdw.guard.open_for, 9s);
  EXPECT_EQ(rdw.guard.open_longest, 1min);
}

TEST(RegisterSettings, take_access_and_secrets_by_file) {
  const auto parsed = parse_settings(mapped_with(
      R"({"method": "POST", "url": "https://a.be/q", "body": "{plate}", "body_form": "form",
          "secret_headers": {"X-Key": "k"},
          "access": {"user": "u", "password_file": "p", "ca_file": "c",
                     "client_certificate_file": "cc", "client_key_file": "ck"}})",
      kAnswer));
  ASSERT_TRUE(parsed) << parsed.error().text;
  const QuestionMapping& question = parsed->front().mapping.question;
  EXPECT_EQ(question.method, "POST");
  EXPECT_EQ(question.body_form, BodyForm::kForm);
  ASSERT_EQ(question.secret_headers.size(), 1U);
  EXPECT_EQ(question.secret_headers[0].file, "k");
  EXPECT_EQ(question.access.user, "u");
  EXPECT_EQ(question.access.client_key_file, "ck");
}

TEST(RegisterSettings, name_the_place_of_what_is_wrong_with_a_register) {
  struct Case {
    std::string_view registers;
    std::string_view finding;
  };
  for (const Case& one : {
           Case{R"([7])", "registers[0]: has to be an object"},
           Case{R"({})", "registers: has to be an array of objects"},
           Case{R"([{}])", "registers[0].name: is missing"},
           Case{R"([{"name": "a"}])", "registers[0].kind: is missing"},
           Case{R"([{"name": "a", "kind": "x"}])", "registers[0].kind: has to be rdw or mapped"},
           Case{R"([{"name": "a", "kind": "mapped"}])", "registers[0].countries: is missing"},
           Case{R"([{"name": "a", "kind": "mapped"}])", "registers[0].question: is missing"},
           Case{R"([{"name": "a", "kind": "rdw"}, {"name": "a", "kind": "rdw"}])",
                "registers[1].name: stands before already"},
           Case{R"([{"name": "a", "kind": "rdw", "cash": {}}])", "registers[0].cash: is not a"},
           Case{R"([{"name": "a", "kind": "rdw", "cache": {"good_life": "16min"}}])",
                "registers[0].cache.good_life: has to be a length of time, 0ms to 15min"},
           Case{R"([{"name": "a", "kind": "rdw", "cache": {"good_life": 60}}])", "length of time"},
           Case{R"([{"name": "a", "kind": "rdw", "cache": {"entries_max": 0}}])", "whole number"},
           Case{R"([{"name": "a", "kind": "rdw", "cache": {"entries_max": 1.5}}])", "whole number"},
           Case{R"([{"name": "a", "kind": "rdw", "retry": {"total_max": "1s"}}])",
                "registers[0].retry: total_max is less"},
           Case{R"([{"name": "a", "kind": "rdw", "question": {"url": "http://rdw.nl/a"}}])",
                "registers[0].question.url: has to be https"},
           Case{R"([{"name": "a", "kind": "rdw", "question": {"url": "https://rdw.nl/a?b"}}])",
                "without a query"},
           Case{R"([{"name": "a", "kind": "rdw", "question": {"bytes_max": "1 GiB"}}])",
                "has to be a size"},
       }) {
    EXPECT_THAT(error_of(R"({"registers": )" + std::string{one.registers} + '}'),
                HasSubstr(one.finding));
  }
}

TEST(RegisterSettings, name_the_place_of_what_is_wrong_with_a_question) {
  struct Case {
    std::string_view question;
    std::string_view finding;
  };
  for (const Case& one : {
           Case{R"({})", "question.url: is missing"},
           Case{R"({"url": "https://a.be/"})", "neither it nor the body holds {plate}"},
           Case{R"({"url": "https://a.be/{plaat}/{plate}"})", "only {plate} and {country}"},
           Case{R"({"url": "https://{plate}.be/"})", "not in the host"},
           Case{R"({"url": "https://{country}.be/{plate}"})", "not in the host"},
           Case{R"({"url": "http://a.be/{plate}"})", "has to be https"},
           Case{R"({"url": "http://127.0.0.1.be/{plate}"})", "has to be https"},
           Case{R"({"url": "sftp://a.be/{plate}"})", "has to be https"},
           Case{R"({"url": "nonsense {plate}"})", "question.url: "},
           Case{R"({"url": "https://a.be/{plate}", "method": "PUT"})", "has to be GET or POST"},
           Case{R"({"url": "https://a.be/{plate}", "body": "x"})", "with the method POST only"},
           Case{R"({"url": "https://a.be/{plate}", "body_form": "xml"})", "json or form"},
           Case{R"({"url": "https://a.be/{plate}", "headers": {"authorization": "x"}})",
                "holds a secret"},
           Case{R"({"url": "https://a.be/{plate}", "headers": {"A": "x\ny"}})", "control"},
           Case{R"({"url": "https://a.be/{plate}", "headers": {"A": 1}})", "values are texts"},
           Case{R"({"url": "https://a.be/{plate}", "access": {"password": "x"}})",
                "question.access.password: is not a setting"},
       }) {
    EXPECT_THAT(error_of(mapped_with(one.question, kAnswer)), HasSubstr(one.finding));
  }
}

TEST(RegisterSettings, name_the_place_of_what_is_wrong_with_an_answer) {
  struct Case {
    std::string_view answer;
    std::string_view finding;
  };
  for (const Case& one : {
           Case{R"({})", "nor holder_is_disqualified is mapped"},
           Case{R"({"is_insured": {}})", "answer.is_insured.pointer: is missing"},
           Case{R"({"is_insured": {"pointer": "insured"}})", "has to be a JSON pointer"},
           Case{R"({"is_insured": {"pointer": "/a~2"}})", "has to be a JSON pointer"},
           Case{R"({"is_insured": {"pointer": "/a", "words": {}}})", "holds no word"},
           Case{R"({"is_insured": {"pointer": "/a", "words": {"Ja": "true"}}})",
                "answer.is_insured.words.Ja: has to be true, false or null"},
           Case{R"({"is_insured": {"pointer": "/a", "required": "no"}})", "true or false"},
           Case{R"({"inspected_until": {"pointer": "/a"}})", "inspected_until.date: is missing"},
           Case{R"({"inspected_until": {"pointer": "/a", "date": "YY-MM-DD"}})", "YYYY, MM and DD"},
           Case{R"({"is_insured": {"pointer": "/a"}, "unknown": [{"pointer": "/b"}]})",
                "answer.unknown[0].status: has to stand alone"},
           Case{R"({"is_insured": {"pointer": "/a"}, "unknown": [{}]})", "has to stand alone"},
           Case{R"({"is_insured": {"pointer": "/a"},
                    "unknown": [{"pointer": "/b", "is": 1, "status": 404}]})",
                "stand alone"},
           Case{R"({"is_insured": {"pointer": "/a"}, "unknown": [{"pointer": "/b", "is": []}]})",
                "unknown[0].is: has to be"},
           Case{R"({"is_insured": {"pointer": "/a"}, "rows": "b"})", "answer.rows: has to be"},
           Case{R"({"is_insured": {"pointer": "/a"}, "stolen": {}})", "stolen: is not a setting"},
       }) {
    EXPECT_THAT(error_of(mapped_with(kQuestion, one.answer)), HasSubstr(one.finding));
  }
}

TEST(RegisterSettings, name_everything_that_is_wrong_at_once) {
  const std::string text = error_of(mapped_with(R"({"url": "http://a.be/"})", R"({"rows": 7})"));
  EXPECT_THAT(text, HasSubstr("https"));
  EXPECT_THAT(text, HasSubstr("{plate}"));
  EXPECT_THAT(text, HasSubstr("rows"));
}

TEST(RegisterSettings, of_the_page_about_registers_are_taken) {
  const auto page = read_file("docs/protocols/registers.md", 1 << 20);
  ASSERT_TRUE(page);
  const std::size_t begin = page->find("```json\n") + 8;
  const auto parsed = parse_settings(page->substr(begin, page->find("```", begin) - begin));
  ASSERT_TRUE(parsed) << parsed.error().text;
  ASSERT_EQ(parsed->size(), 2U);
  const RegisterSettings& stated = parsed->at(1);
  EXPECT_EQ(stated.mapping.answer.unknown.size(), 2U);
  // What the page says around a register is what holds when nothing is said.
  const RegisterSettings defaults;
  EXPECT_EQ(stated.cache.entries_max, defaults.cache.entries_max);
  EXPECT_EQ(stated.cache.good_life, defaults.cache.good_life);
  EXPECT_EQ(stated.cache.adverse_life, defaults.cache.adverse_life);
  EXPECT_EQ(stated.cache.unknown_life, defaults.cache.unknown_life);
  EXPECT_EQ(stated.pace.per_minute, defaults.pace.per_minute);
  EXPECT_EQ(stated.pace.burst, defaults.pace.burst);
  EXPECT_EQ(stated.pace.wait_max, defaults.pace.wait_max);
  EXPECT_EQ(stated.retry.attempts_max, defaults.retry.attempts_max);
  EXPECT_EQ(stated.retry.wait_first, defaults.retry.wait_first);
  EXPECT_EQ(stated.retry.wait_longest, defaults.retry.wait_longest);
  EXPECT_EQ(stated.retry.total_max, defaults.retry.total_max);
  EXPECT_EQ(stated.guard.failures_max, defaults.guard.failures_max);
  EXPECT_EQ(stated.guard.open_for, defaults.guard.open_for);
  EXPECT_EQ(stated.guard.open_longest, defaults.guard.open_longest);
}

TEST(RegisterSettings, are_refused_when_cut_anywhere) {
  const std::string whole = mapped_with(kQuestion, kAnswer);
  ASSERT_TRUE(parse_settings(whole));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    EXPECT_FALSE(parse_settings(whole.substr(0, length))) << length;
  }
  EXPECT_THAT(error_of(R"({"registers": [], "registers": []})"), HasSubstr("twice"));
}

}  // namespace
}  // namespace bas::registers
