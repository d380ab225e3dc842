// Lists, revisions and entries as JSON.
#pragma once

#include "api/answers.h"
#include "flow/directory.h"
#include "flow/list_imports.h"
#include "flow/list_reports.h"

namespace bas::api {

Json list_json(const flow::ProvinceView& view, const flow::ListStatus& status);
Json revision_json(const Revision& revision);
Json import_state_json(const flow::ImportState& state);
Json entry_json(const Entry& entry);

}  // namespace bas::api
