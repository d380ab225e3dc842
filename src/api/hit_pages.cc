#include "api/hit_pages.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/fields.h"
#include "api/hit_views.h"
#include "api/versions.h"

namespace bas::api {

Result<HitPage> page_of(const net::Request& request) {
  HitPage page;
  page.before = TRY(query_id(request, "before"));
  page.limit = TRY(query_number(request, {.name = "limit"}));
  page.is_open = request.query_value("open") == "true";
  const std::string_view state = request.query_value("state");
  if (state.empty()) return page;
  page.state = hit_state_from(state);
  if (!page.state) {
    return fail(ErrorCode::kBadInput,
                "`state` must be candidate, claimed, validated, rejected, expired, withdrawn or "
                "superseded");
  }
  return page;
}

UtcTime batch_ready_at(Day day) { return start_of({day.number + 1}); }

Result<HitPage> incident_page_of(const net::Request& request, UtcTime now) {
  HitPage page = TRY(page_of(request));
  const std::string_view day = request.query_value("batch");
  if (day.empty()) return page;
  page.batch = BatchDay{{}, TRY(parse_day(day))};
  const UtcTime ready_at = batch_ready_at(page.batch->day);
  if (ready_at <= now) return page;
  return fail(ErrorCode::kConflict,
              "the batch of that day is ready at " + format_rfc3339(ready_at));
}

Json hit_json_of(Services& services, const std::vector<List>& lists, const flow::HitWithRead& hit) {
  const auto found =
      std::ranges::find(lists, hit.hit.list, [](const List& list) { return list.id; });
  const List* list = found == lists.end() ? nullptr : &*found;
  return hit_json(*services.directory.view(), {hit.hit, hit.read, list});
}

net::Response hit_answer(Services& services, const std::vector<List>& lists,
                         const flow::HitWithRead& hit) {
  net::Response answer = json_answer(hit_json_of(services, lists, hit));
  answer.headers.push_back(etag_of(hit.hit.life.version));
  return answer;
}

}  // namespace bas::api
