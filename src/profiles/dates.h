// The ways in which lists write a day or a moment.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace bas::profiles {

// Which end of a whole day is meant: valid_from is its start, valid_until the start of the next.
enum class DayEdge { kStart, kEnd };

// Always takes a day such as 2026-11-23 and RFC 3339 with an offset; beyond them only what it was
// told. Days and wall clocks are those of Brussels. Threads: any, once made.
class DateFormats {
 public:
  DateFormats() = default;

  // Each is made of YYYY, MM, DD, hh, mm, ss and signs, such as DD/MM/YYYY or YYYYMMDD, or is
  // `excel`: the number of days since 1899-12-30. kBadInput, too, when two of them could read one
  // text as two days.
  static Result<DateFormats> parse(const std::vector<std::string>& formats);

  // kBadInput with what is taken; says so when the text looks like a day of Excel's.
  Result<UtcTime> moment(std::string_view text, DayEdge edge) const;

 private:
  std::vector<std::string> formats_;
  bool takes_excel_ = false;
};

}  // namespace bas::profiles
