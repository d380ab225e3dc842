// What people do at desks, wired: lists on one side, the gate on the other.
#pragma once

#include "app/gate_parts.h"
#include "app/list_parts.h"
#include "flow/hit_clock.h"
#include "flow/pursuits.h"

namespace bas::app {

struct DeskParts {
  struct Uses {
    control_sql::ControlSql& control;
    flow::Reads& openers;
    ListParts& lists;
    GateParts& gate;
    flow::PursuitRecords& pursuits;
    const policy::Regime& regime;
    const Clock& clock;
    Random& random;
  };
  explicit DeskParts(const Uses& uses)
      : judging({uses.lists.verdicts, uses.openers, uses.gate.gate, uses.control.lists(),
                 uses.control.revisions()}),
        hit_clock({uses.control.hits(), uses.lists.verdicts, uses.regime, uses.clock}),
        pursuits({uses.pursuits, judging, uses.gate.gate, uses.clock, uses.random}),
        entry_puts({uses.lists.entry_actions, uses.gate.gate}) {}

  flow::Judging judging;
  flow::HitClock hit_clock;
  flow::Pursuits pursuits;
  flow::EntryPuts entry_puts;
};

}  // namespace bas::app
