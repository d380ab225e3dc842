// The one address of a witness (C2SP tlog-witness).
#pragma once

#include "flow/witness_book.h"
#include "net/router.h"

namespace bas::api {

// POST /add-checkpoint, open to anybody: what it answers is decided by signatures alone.
void add_witness(net::Router& router, flow::WitnessBook& book);

}  // namespace bas::api
