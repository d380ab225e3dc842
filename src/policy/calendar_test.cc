#include "policy/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace bas::policy {
namespace {

UtcTime utc(std::string_view text) { return parse_rfc3339(text).value(); }
UtcTime brussels(std::string_view text) {
  return parse_rfc3339(text, NoOffset::kAssumeBrussels).value();
}
UtcTime after(std::string_view captured, std::string_view term) {
  return end_of(brussels(captured), term_from(term).value(), Clocks::kBrussels);
}

TEST(calendar, ends_a_month_on_the_same_day_or_on_the_last_one) {
  EXPECT_EQ(after("2025-01-15T12:00:00", "1 month"), brussels("2025-02-15T12:00:00"));
  EXPECT_EQ(after("2025-01-29T12:00:00", "1 month"), brussels("2025-02-28T12:00:00"));
  EXPECT_EQ(after("2025-01-31T12:00:00", "1 month"), brussels("2025-02-28T12:00:00"));
  EXPECT_EQ(after("2024-01-31T12:00:00", "1 month"), brussels("2024-02-29T12:00:00"));
  EXPECT_EQ(after("2025-03-31T12:00:00", "1 month"), brussels("2025-04-30T12:00:00"));
  EXPECT_EQ(after("2025-12-31T23:59:59", "1 month"), brussels("2026-01-31T23:59:59"));
  EXPECT_EQ(after("2024-02-29T12:00:00", "12 months"), brussels("2025-02-28T12:00:00"));
}

TEST(calendar, counts_months_by_the_wall_clock_and_days_by_24_hours) {
  EXPECT_EQ(after("2025-03-15T12:00:00", "1 month"), brussels("2025-04-15T12:00:00"));
  EXPECT_EQ(after("2025-03-15T12:00:00", "30 days"), brussels("2025-04-14T13:00:00"));
  EXPECT_EQ(after("2025-10-10T12:00:00", "1 month"), brussels("2025-11-10T12:00:00"));
  EXPECT_EQ(after("2025-10-10T12:00:00", "30 days"), brussels("2025-11-09T11:00:00"));
}

TEST(calendar, takes_the_earlier_instant_where_the_clock_shows_a_time_twice_or_never) {
  EXPECT_EQ(after("2025-09-26T02:30:00", "1 month"), utc("2025-10-26T00:30:00Z"));
  EXPECT_EQ(after("2024-03-30T02:30:00", "12 months"), utc("2025-03-30T00:30:00Z"));
}

TEST(calendar, goes_by_the_clocks_of_london) {
  const Term month{1, TermUnit::kMonths};
  // 12:00 in London, before and after the clocks are put forward.
  EXPECT_EQ(end_of(utc("2025-03-15T12:00:00Z"), month, Clocks::kLondon),
            utc("2025-04-15T11:00:00Z"));
  EXPECT_EQ(end_of(utc("2025-09-26T00:30:00Z"), month, Clocks::kLondon),
            utc("2025-10-26T00:30:00Z"));
}

TEST(calendar, refuses_what_is_no_term) {
  for (const std::string_view text :
       {"", "12", "months", "12months", "0 days", "-1 days", "1 months", "12 weeks", "12  months",
        "9999 months", "1.5 months"}) {
    EXPECT_FALSE(term_from(text)) << text;
  }
  EXPECT_EQ(text_of(term_from("1 month").value()), "1 month");
  EXPECT_EQ(text_of(term_from("36 hours").value()), "36 hours");
}

TEST(calendar, knows_that_an_earlier_start_may_end_later) {
  const Term month{1, TermUnit::kMonths};
  const UtcTime now = brussels("2025-02-28T10:00:00");
  const auto over = [&](std::string_view captured) {
    return end_of(brussels(captured), month, Clocks::kBrussels) <= now;
  };
  EXPECT_FALSE(over("2025-01-28T11:00:00"));
  EXPECT_TRUE(over("2025-01-31T00:10:00"));
  EXPECT_EQ(last_over({brussels("2025-01-28T11:00:00"), now}, month, Clocks::kBrussels, now),
            brussels("2025-01-31T10:00:00"));
  EXPECT_EQ(last_over({brussels("2025-01-28T11:00:00"), brussels("2025-01-28T12:00:00")}, month,
                      Clocks::kBrussels, now),
            std::nullopt);
}

RC_GTEST_PROP(calendar, never_ends_before_the_shortest_months_are_over, ()) {
  const UtcTime start{std::chrono::seconds{*rc::gen::inRange<std::int64_t>(0, 6'000'000'000)}};
  const Term term{*rc::gen::inRange(1, 30), TermUnit::kMonths};
  const auto length = end_of(start, term, Clocks::kBrussels) - start;
  RC_ASSERT(length >= std::chrono::days{28} * term.count - std::chrono::hours{1});
  RC_ASSERT(length <= std::chrono::days{31} * term.count + std::chrono::hours{1});
}

// Against looking at every quarter of an hour, around ends of months and nights of change.
RC_GTEST_PROP(calendar, finds_the_last_start_that_is_over, ()) {
  using std::chrono::minutes;
  const UtcTime now{std::chrono::minutes{*rc::gen::inRange<std::int64_t>(26'000'000, 31'000'000)}};
  const Term term = *rc::gen::element(Term{1, TermUnit::kMonths}, Term{12, TermUnit::kMonths},
                                      Term{30, TermUnit::kDays});
  const auto about = end_of(UtcTime{}, term, Clocks::kBrussels) - UtcTime{};
  const UtcTime from = now - about - minutes{*rc::gen::inRange(-6'000, 6'000)};
  const UtcTime until = from + minutes{*rc::gen::inRange(1, 6'000)};
  const auto last = last_over({from, until}, term, Clocks::kBrussels, now);
  if (last) RC_ASSERT(end_of(*last, term, Clocks::kBrussels) <= now);
  for (UtcTime start = from; start < until; start += minutes{15}) {
    const bool is_over = end_of(start, term, Clocks::kBrussels) <= now;
    RC_ASSERT(!is_over || (last && start <= *last));
  }
}

}  // namespace
}  // namespace bas::policy
