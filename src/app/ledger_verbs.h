// The parts of `bas ledger`.
#pragma once

#include "app/verbs.h"

namespace bas::app {

// Those that ask a server: key, export, uses.
void add_ledger_files(CLI::App& ledger, Action& chosen);

// Runs a witness.
void add_ledger_witness(CLI::App& ledger, Action& chosen);

}  // namespace bas::app
