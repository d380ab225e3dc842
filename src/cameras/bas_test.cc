#include "cameras/bas.h"

#include <gtest/gtest.h>

#include <string>

#include "base/file.h"
#include "cameras/received_test.h"

namespace bas::cameras {
namespace {

const std::string kRead = R"({"captured_at":"2026-11-23T10:00:00Z","plate":"1ABC234"})";
const std::string kBadRead = R"({"captured_at":"2026-11-23T10:00:00Z","plate":1})";

Result<Message> decode_text(std::string_view text, std::string_view content_type = {}) {
  return decode({content_type, text, kReceivedAt}, "bas");
}

TEST(Bas, takes_lines_without_being_told_that_they_are_lines) {
  for (const std::string& text :
       {kRead + "\n" + kRead, "\n\n" + kRead + "\n" + kRead + "\n", kRead + "\r\n" + kRead,
        kRead.substr(0, 20) + "\n" + kRead + "\n" + kRead,
        kRead + "\n" + kBadRead + "\n" + kRead}) {
    const auto message = decode_text(text);
    ASSERT_TRUE(message) << text << ": " << message.error().text;
    EXPECT_EQ(message->decoded.size(), 2U) << text;
  }
}

TEST(Bas, reports_refused_lines_by_number_with_their_bytes) {
  const auto message =
      decode_text(kRead + "\n\n" + kBadRead + "\n" + kRead, "application/x-ndjson");
  ASSERT_TRUE(message);
  ASSERT_EQ(message->rejected.size(), 1U);
  EXPECT_EQ(message->rejected[0].line, 3U);
  EXPECT_EQ(message->rejected[0].bytes, kBadRead);
  EXPECT_EQ(message->rejected[0].error.text, "plate must be a string");
}

TEST(Bas, fails_as_a_whole_when_no_line_is_good) {
  const auto message = decode_text(kBadRead + "\n" + kBadRead, "application/x-ndjson");
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().text, "line 1: plate must be a string");
}

TEST(Bas, refuses_a_message_without_reads) {
  for (const char* text : {"", " \n \n", "[]", "null", "5", "\xEF\xBB\xBF"}) {
    EXPECT_FALSE(decode_text(text)) << text;
    EXPECT_FALSE(decode_text(text, "application/x-ndjson")) << text;
  }
}

TEST(Bas, takes_ten_thousand_reads_and_refuses_one_more) {
  std::string lines;
  std::string array = "[" + kRead;
  for (std::size_t i = 0; i < kReadsMax; ++i) lines += kRead + "\n";
  for (std::size_t i = 1; i < kReadsMax; ++i) array += "," + kRead;
  EXPECT_EQ(decode_text(lines)->decoded.size(), kReadsMax);
  EXPECT_EQ(decode_text(array + "]")->decoded.size(), kReadsMax);
  EXPECT_EQ(decode_text(lines + kRead).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(decode_text(array + "," + kRead + "]").error().code, ErrorCode::kTooLarge);
}

TEST(Bas, does_not_take_what_is_nested_without_end) {
  const std::string deep = R"({"captured_at":"2026-11-23T10:00:00Z","x":)" +
                           std::string(100'000, '[') + std::string(100'000, ']') + "}";
  EXPECT_FALSE(decode_text(deep));
  EXPECT_EQ(decode_text(deep + "\n" + kRead + "\n")->decoded.size(), 1U);
}

TEST(Bas, takes_the_last_of_a_repeated_field) {
  const auto message =
      decode_text(R"({"captured_at":"2026-11-23T10:00:00Z","plate":"1ABC234","plate":"1XYZ987"})");
  ASSERT_TRUE(message);
  EXPECT_EQ(message->decoded[0].facts.plate_raw, "1XYZ987");
}

TEST(Bas, answers_with_what_became_of_the_reads) {
  EXPECT_EQ(acknowledge_bas({}).body, R"({"stored":0,"repeated":0,"rejected":[]})");
  const BadLine bad{3, {ErrorCode::kBadInput, "plate must be a string"}, "{}"};
  const Answer answer = acknowledge_bas({7, 2, {&bad, 1}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.content_type, "application/json");
  EXPECT_EQ(answer.body, R"({"stored":7,"repeated":2,"rejected":[{"line":3,)"
                         R"("error":"plate must be a string"}]})");
}

TEST(Bas, takes_the_example_of_its_document) {
  const std::string page = read_file("docs/protocols/bas.md", 1 << 20).value();
  const std::size_t start = page.find("```json\n") + 8;
  const auto message = decode_text(page.substr(start, page.find("```", start) - start));
  ASSERT_TRUE(message) << message.error().text;
  const Decoded& read = message->decoded.at(0);
  EXPECT_EQ(read.facts.plate_raw, "1-ABC-234");
  EXPECT_EQ(read.facts.speed_kmh, 88.5);
  EXPECT_EQ(read.pictures.size(), 1U);
}

TEST(Bas, says_no_value_in_an_error) {
  const auto message = decode_text(
      R"({"captured_at":"2026-11-23T10:00:00Z","plate":"SECRET1","direction":"SECRET2"})");
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().text.find("SECRET"), std::string::npos);
}

}  // namespace
}  // namespace bas::cameras
