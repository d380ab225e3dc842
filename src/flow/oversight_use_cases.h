// What tells of how the system is used, in one place to include for whoever wires or serves it.
#pragma once

#include "flow/audits.h"
#include "flow/kept_registers.h"
#include "flow/oversight.h"
#include "flow/subject_packages.h"
#include "flow/transparency.h"
#include "flow/witnesses.h"
