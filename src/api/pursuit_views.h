// Pursuits as JSON.
#pragma once

#include "api/answers.h"
#include "flow/directory.h"
#include "model/pursuit.h"

namespace bas::api {

Json pursuit_json(const flow::ProvinceView& view, const Pursuit& pursuit);
Json pursuit_entry_json(const flow::ProvinceView& view, const PursuitEntry& entry);

}  // namespace bas::api
