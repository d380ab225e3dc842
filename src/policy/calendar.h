// Terms of the law in the calendar of the country.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace bas::policy {

// Whose clocks count. Brussels, Amsterdam and Berlin go alike; London is an hour behind them.
enum class Clocks { kBrussels, kLondon };

// A length of time as a law names it. Months are months of the calendar; a day is 24 hours.
enum class TermUnit { kSeconds, kMinutes, kHours, kDays, kMonths };
struct Term {
  int count = 0;
  TermUnit unit = TermUnit::kDays;
  bool operator==(const Term&) const = default;
};

// "12 months", "1 month", "28 days". kBadInput when it is anything else, or longer than 100 years.
Result<Term> term_from(std::string_view text);
std::string text_of(const Term& term);

// The first instant at which the term is over; the last one inside is a millisecond before. A month
// from the 31st ends on the last day of a shorter one. Where the wall clock shows that time twice
// or not at all, the earlier of the two instants counts: never later than the law can mean (rule
// R10).
UtcTime end_of(UtcTime start, const Term& term, Clocks clocks);

// In [from, until).
struct Starts {
  UtcTime from, until;
};
// The last of the starts whose term is over at `now`; none when none is. An earlier start
// may end later: at the end of a month from the 28th stands what a month from the 31st does not.
// Cost: end_of() once, but at the end of a term once for each of its last hours: 75 for a month,
// 900 for a year.
std::optional<UtcTime> last_over(const Starts& starts, const Term& term, Clocks clocks,
                                 UtcTime now);

}  // namespace bas::policy
