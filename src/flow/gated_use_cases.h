// Who comes in, what opens stored data, and what tells of it, in one place to include for whoever
// wires or serves it.
#pragma once

#include "flow/authorisations.h"
#include "flow/grants.h"
#include "flow/searches.h"
#include "flow/sign_ins.h"
#include "flow/witnesses.h"
