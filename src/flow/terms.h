// How long what cameras saw may be kept: as the law in force says, and for what was there before a
// change of it never longer than it said then (rules R16, R19).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "model/province.h"
#include "policy/calendar.h"
#include "policy/regime.h"

namespace bas::flow {

// A term that held for everything captured before the next one began, and for what was there when
// it began.
struct TermInForce {
  UtcTime from;
  policy::Term store_max;
  policy::Term designated_max;  // of cameras of the camera act at a designated place (rule R7)
  policy::Term camera_act_max;  // of other cameras of that act
  policy::Clocks clocks = policy::Clocks::kBrussels;
};

// Threads: any; nothing changes once open.
class Terms {
 public:
  struct Parts {
    const policy::Regime& regime;
    const Clock& clock;
    std::filesystem::path file;  // the terms that were ever in force
  };
  // A term that differs from the last is written down, durably, before anything is judged by it.
  // kCorrupt when the file is not as it was written.
  static Result<std::unique_ptr<Terms>> open(Parts parts);

  // Its time is over: it is not there any more, whatever lies on the disk. Cost: microseconds.
  bool is_over(UtcTime captured_at, LegalSource source = LegalSource::kPoliceAct) const {
    return end_of(captured_at, source) <= clock_.now();
  }
  // The first instant at which it is.
  UtcTime end_of(UtcTime captured_at, LegalSource source = LegalSource::kPoliceAct) const;
  // The same of everything that was captured on that day.
  UtcTime end_of(Day day, LegalSource source = LegalSource::kPoliceAct) const;
  bool is_over(Day day, LegalSource source = LegalSource::kPoliceAct) const {
    return end_of(day, source) <= clock_.now();
  }
  // Before it every day is over.
  Day first_open_day() const;

 private:
  Terms(const Clock& clock, std::vector<TermInForce> terms)
      : clock_(clock), terms_(std::move(terms)) {}

  const Clock& clock_;
  std::vector<TermInForce> terms_;  // never empty, in order
};

// kDestroyed when `terms` are told and the time of what such a camera saw then is over.
Result<> check_kept(const Terms* terms, UtcTime captured_at, LegalSource source);

}  // namespace bas::flow
