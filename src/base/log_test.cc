#include "base/log.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bas {
namespace {

std::string logged(LogLevel level, std::string_view message, const std::vector<LogField>& fields) {
  testing::internal::CaptureStderr();
  log(level, "base", message, fields);
  return testing::internal::GetCapturedStderr();
}

// The tests run with stderr on a file, so that lines are JSON.
TEST(Log, writes_one_json_line_with_its_fields) {
  const std::string line = logged(LogLevel::kWarning, "one", {{"camera", "01"}});
  EXPECT_NE(line.find(R"("level":"warning","component":"base","message":"one","camera":"01"})"),
            std::string::npos)
      << line;
  EXPECT_EQ(line.front(), '{');
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
}

TEST(Log, lets_no_value_break_out_of_its_line) {
  const std::string line = logged(LogLevel::kError, "two\n\"x\\", {{"f", "a\"\n,\"b\":\"c"}});
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
  EXPECT_NE(line.find(R"("two \"x\\")"), std::string::npos) << line;
  EXPECT_EQ(line.find(R"(,"b":"c")"), std::string::npos) << line;
}

TEST(Log, counts_equal_lines_in_a_line_that_is_json_too) {
  testing::internal::CaptureStderr();
  for (int i = 0; i < 4; ++i) log(LogLevel::kInfo, "base", "equal");
  log(LogLevel::kInfo, "base", "other");
  const std::string lines = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3) << lines;
  EXPECT_NE(lines.find(R"("component":"base","message":"Skipped 3 duplicate messages..")"),
            std::string::npos)
      << lines;
}

TEST(Log, is_silent_below_its_level) {
  set_log_level(LogLevel::kError);
  EXPECT_EQ(logged(LogLevel::kWarning, "three", {}), "");
  set_log_level(LogLevel::kInfo);
}

}  // namespace
}  // namespace bas
