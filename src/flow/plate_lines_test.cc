#include "flow/plate_lines.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

#include "model/plate.h"

namespace bas::flow {
namespace {

std::vector<PlateLine> all_of(std::string_view body) {
  std::vector<PlateLine> all;
  PlateLines lines(body);
  PlateLine line;
  while (lines.next(line)) all.push_back(line);
  return all;
}

TEST(PlateLines, pack_the_canonical_plate_and_show_the_country) {
  const auto lines = all_of("1-abc-123,BE\r\n  wa 12.345 , pl \n\n\r\nAB123CD");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0].packed->text(), "1ABC123");
  EXPECT_EQ(lines[0].country, "BE");
  EXPECT_EQ(lines[1].packed->text(), "WA12345");
  EXPECT_EQ(lines[1].country, "pl");
  EXPECT_EQ(lines[2].packed->text(), "AB123CD");
  EXPECT_EQ(lines[2].country, "");
  EXPECT_EQ(lines[2].number, 5U);
}

TEST(PlateLines, leave_what_does_not_pack_to_the_slow_way) {
  const auto lines = all_of("MÜ AB 12,DE\nABCDEFGHIJK\n1AB?123\n--,BE\n,BE\n");
  ASSERT_EQ(lines.size(), 5U);
  for (const PlateLine& line : lines) EXPECT_FALSE(line.packed) << line.number;
  EXPECT_EQ(lines[0].plate, "MÜ AB 12");
  EXPECT_EQ(lines[0].country, "DE");
  EXPECT_EQ(lines[2].plate, "1AB?123");
  EXPECT_EQ(lines[4].plate, "");
}

TEST(PlateLines, take_what_is_there_when_the_body_is_cut_anywhere) {
  const std::string body = "1ABC123,BE\r\nMÜAB12,DE\n2-XYZ-999\n";
  for (std::size_t size = 0; size <= body.size(); ++size) {
    const auto lines = all_of(std::string_view(body).substr(0, size));
    EXPECT_LE(lines.size(), 3U) << size;
    EXPECT_EQ(lines.empty(), size == 0) << size;
    if (size >= 11) {
      EXPECT_EQ(lines[0].packed->text(), "1ABC123") << size;
    }
  }
}

TEST(PlateLines, agree_with_the_canonical_form_on_any_text) {
  rc::check([](const std::string& body) {
    for (const PlateLine& line : all_of(body)) {
      if (line.packed) RC_ASSERT(line.packed->text() == canonical_plate(line.plate));
    }
  });
}

}  // namespace
}  // namespace bas::flow
