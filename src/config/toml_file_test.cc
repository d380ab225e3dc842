#include "config/toml_file.h"

#include <gtest/gtest.h>

#include "config/config.h"

namespace bas::config {
namespace {

TEST(toml_file, gives_dotted_keys_with_their_lines) {
  const auto values = parse_toml("a = 1\n[b]\nc = \"x\"\n[b.d]\ne = 1.5").value();
  ASSERT_EQ(values.size(), 3U);
  EXPECT_EQ(values[0].key, "a");
  EXPECT_EQ(values[0].value->written, Written::kNumber);
  EXPECT_EQ(values[1].key, "b.c");
  EXPECT_EQ(values[1].line, 3U);
  EXPECT_EQ(values[1].value->text, "x");
  EXPECT_EQ(values[2].key, "b.d.e");
  EXPECT_FALSE(values[2].value);
}

TEST(toml_file, reads_or_refuses_a_file_cut_at_every_length) {
  const std::string whole =
      "listen = \"h\\u00e9:1\" # é\nthreads = 1_0\n[http]\nidle_timeout = '30s'\n"
      "[ingest]\nx = [1, \"a\", {b = 2}]\ny = \"\"\"\nmany\nlines\"\"\"\nz = "
      "2026-11-23T01:02:03Z\n" +
      sample_toml();
  std::size_t refused = 0;
  for (std::size_t length = 0; length <= whole.size(); ++length) {
    const auto values = parse_toml(std::string_view(whole).substr(0, length));
    if (values) continue;
    EXPECT_FALSE(values.error().text.empty());
    ++refused;
  }
  EXPECT_GT(refused, 50U);
  EXPECT_TRUE(parse_toml(whole));
}

TEST(toml_file, refuses_nesting_without_end) {
  EXPECT_FALSE(parse_toml("a = " + std::string(100'000, '[')));
}

}  // namespace
}  // namespace bas::config
