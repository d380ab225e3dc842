// What becomes of what cameras send, in one place to include for whoever wires or serves it.
#pragma once

#include "flow/activity.h"
#include "flow/ingest.h"
#include "flow/quarantine.h"
