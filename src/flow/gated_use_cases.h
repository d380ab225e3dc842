// Who comes in, what opens stored data, and what tells of it, in one place to include for whoever
// wires or serves it.
#pragma once

#include "flow/audits.h"
#include "flow/authorisations.h"
#include "flow/desk.h"
#include "flow/entry_openings.h"
#include "flow/grants.h"
#include "flow/hit_sharing.h"
#include "flow/kept_registers.h"
#include "flow/look_back.h"
#include "flow/openings.h"
#include "flow/oversight.h"
#include "flow/sign_ins.h"
#include "flow/subject_packages.h"
#include "flow/transparency.h"
#include "flow/witnesses.h"
