// What opens stored data, and what tells of it, in one place to include for whoever wires or serves
// it.
#pragma once

#include "flow/audits.h"
#include "flow/authorisations.h"
#include "flow/grants.h"
#include "flow/kept_registers.h"
#include "flow/oversight.h"
#include "flow/searches.h"
#include "flow/subject_packages.h"
#include "flow/transparency.h"
#include "flow/witnesses.h"
