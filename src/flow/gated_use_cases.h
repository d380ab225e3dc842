// Who comes in and what opens stored data, in one place to include for whoever wires or serves it.
#pragma once

#include "flow/authorisations.h"
#include "flow/desk_use_cases.h"
#include "flow/entry_openings.h"
#include "flow/grants.h"
#include "flow/holds.h"
#include "flow/look_back.h"
#include "flow/openings.h"
#include "flow/provider_sign_ins.h"
#include "flow/provisioning.h"
#include "flow/sign_ins.h"
#include "flow/token_trials.h"
