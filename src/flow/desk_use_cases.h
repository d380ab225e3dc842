// What people do with hits and entries, in one place to include for whoever wires or serves it.
#pragma once

#include "flow/desk.h"
#include "flow/entry_puts.h"
#include "flow/hit_sharing.h"
#include "flow/judging.h"
#include "flow/outlet_desk.h"
#include "flow/pursuits.h"
#include "flow/statistics.h"
#include "flow/travels.h"
