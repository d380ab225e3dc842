// What people do at desks, wired: lists on one side, the gate on the other.
#pragma once

#include "app/gate_parts.h"
#include "app/list_parts.h"
#include "flow/hit_clock.h"

namespace bas::app {

struct DeskParts {
  struct Uses {
    control_sql::ControlSql& control;
    flow::Reads& openers;
    ListParts& lists;
    GateParts& gate;
    const policy::Regime& regime;
    const Clock& clock;
  };
  explicit DeskParts(const Uses& uses)
      : judging({uses.lists.verdicts, uses.openers, uses.gate.gate, uses.control.lists(),
                 uses.control.revisions()}),
        hit_clock({uses.control.hits(), uses.lists.verdicts, uses.regime, uses.clock}),
        entry_puts({uses.lists.entry_actions, uses.gate.gate}) {}

  flow::Judging judging;
  flow::HitClock hit_clock;
  flow::EntryPuts entry_puts;
};

}  // namespace bas::app
