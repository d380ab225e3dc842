#include "profiles/dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::profiles {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string day(const DateFormats& formats, std::string_view text) {
  const auto moment = formats.moment(text, DayEdge::kStart);
  return moment ? format_rfc3339(*moment) : std::string("refused");
}
DateFormats formats(std::vector<std::string> written) {
  return DateFormats::parse(written).value();
}

constexpr auto kStart = "2026-11-22T23:00:00.000Z";  // of 23 November in Brussels

TEST(dates, a_plain_day_and_rfc_3339_are_always_taken) {
  for (const auto& each : {DateFormats(), formats({"DD/MM/YYYY"})}) {
    EXPECT_EQ(day(each, "2026-11-23"), kStart);
    EXPECT_EQ(day(each, "2026-11-23T20:16:23+01:00"), "2026-11-23T19:16:23.000Z");
    EXPECT_EQ(day(each, "2026-11-23T20:16:23"), "refused");
  }
}

TEST(dates, each_form_is_taken_where_it_is_told) {
  EXPECT_EQ(day(formats({"YYYYMMDD"}), "20261123"), kStart);
  EXPECT_EQ(day(formats({"DD/MM/YYYY"}), "23/11/2026"), kStart);
  EXPECT_EQ(day(formats({"MM/DD/YYYY"}), "11/23/2026"), kStart);
  EXPECT_EQ(day(formats({"YYYYMMDD", "DD.MM.YYYY hh:mm"}), "23.11.2026 08:30"),
            "2026-11-23T07:30:00.000Z");
  EXPECT_EQ(day(formats({"DD/MM/YYYY"}), "3/7/2026"), "2026-07-02T22:00:00.000Z");
  EXPECT_EQ(day(DateFormats(), "20261123"), "refused");
}

TEST(dates, what_no_calendar_has_is_refused) {
  for (const char* text : {"31/02/2026", "00/01/2026", "23/13/2026", "23/11/26", "23/11/2026 ",
                           "23-11-2026", "x3/11/2026", "", "//", "23/11/20266"}) {
    EXPECT_EQ(day(formats({"DD/MM/YYYY"}), text), "refused") << text;
  }
  EXPECT_EQ(day(formats({"YYYYMMDD"}), "2026112"), "refused");
}

TEST(dates, the_end_of_a_day_is_the_start_of_the_next) {
  EXPECT_EQ(format_rfc3339(formats({"DD/MM/YYYY"}).moment("25/10/2026", DayEdge::kEnd).value()),
            "2026-10-25T23:00:00.000Z");
}

TEST(dates, days_of_excel_are_taken_where_they_are_allowed) {
  const DateFormats excel = formats({"excel"});
  EXPECT_EQ(day(excel, "46349"), kStart);
  EXPECT_EQ(day(excel, "46349.5"), "2026-11-23T11:00:00.000Z");
  EXPECT_EQ(day(excel, "46349.99999999"), "2026-11-23T23:00:00.000Z");
  EXPECT_EQ(format_rfc3339(excel.moment("46349", DayEdge::kEnd).value()),
            "2026-11-23T23:00:00.000Z");
  for (const char* text : {"1234", "99999", "463490", "46349.", "46349.x", "-46349"}) {
    EXPECT_EQ(day(excel, text), "refused") << text;
  }
}

TEST(dates, a_day_of_excel_that_is_not_allowed_is_called_one) {
  for (const char* text : {"46349", "45231.75"}) {
    EXPECT_THAT(formats({"YYYYMMDD"}).moment(text, DayEdge::kStart).error().text,
                HasSubstr("Excel"));
  }
  EXPECT_THAT(DateFormats().moment("463490", DayEdge::kStart).error().text,
              Not(HasSubstr("Excel")));
}

TEST(dates, forms_that_mean_nothing_or_two_things_are_refused) {
  for (const char* bad : {"", "DD/MM", "DD/MM/YY", "DD/MM/YYYY hh", "DDDD/MM/YYYY", "Excel",
                          "DD/MM/YYYY/DD", "D/M/YYYY"}) {
    EXPECT_FALSE(DateFormats::parse({bad})) << bad;
  }
  EXPECT_THAT(DateFormats::parse({"DD/MM/YYYY", "MM/DD/YYYY"}).error().text, HasSubstr("two days"));
}

}  // namespace
}  // namespace bas::profiles
