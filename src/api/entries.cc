#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/list_views.h"
#include "api/own_zone.h"
#include "api/read_views.h"
#include "api/resources.h"
#include "api/search_fields.h"
#include "api/views.h"
#include "model/plate.h"

namespace bas::api {

namespace {

net::Response nothing() {
  net::Response response;
  response.status = 204;
  return response;
}

struct NamedText {
  std::string_view name;
  std::string* text;
};
Result<> take_texts(const Json& body, std::initializer_list<NamedText> texts) {
  for (const auto& [name, text] : texts) {
    *text = TRY(text_member(body, {.name = name, .bytes_max = 2'000, .is_required = false}));
  }
  return {};
}

Result<Json> object_member(const Json& body, const char* name) {
  const auto found = body.find(name);
  if (found == body.end()) return Json::object();
  if (found->is_object()) return *found;
  return fail(ErrorCode::kBadInput, "`" + std::string(name) + "` must be an object");
}

Result<Entry> entry_of(const Json& body, const List& list) {
  Entry entry;
  entry.list = list.id;
  entry.plate = TRY(plate_member(body));
  const auto priority = TRY(number_member(body, {.name = "priority", .least = 1, .most = 4}));
  entry.priority = static_cast<Priority>(priority.value_or(list.priority));
  TRY(take_texts(body, {{"category", &entry.category},
                        {"reason", &entry.reason},
                        {"source_id", &entry.source_id},
                        {"owner", &entry.owner},
                        {"basis", &entry.basis},
                        {"case_number", &entry.case_number},
                        {"home", &entry.home}}));
  if (entry.category.empty()) entry.category = list.category;
  entry.valid_from = TRY(time_member(body, "valid_from"));
  entry.valid_until = TRY(time_member(body, "valid_until"));
  const Json vehicle = TRY(object_member(body, "vehicle"));
  TRY(take_texts(vehicle, {{"make", &entry.vehicle.make},
                           {"model", &entry.vehicle.model},
                           {"colour", &entry.vehicle.colour},
                           {"class", &entry.vehicle.vehicle_class}}));
  const Json procedure = TRY(object_member(body, "procedure"));
  TRY(take_texts(procedure, {{"nl", &entry.procedure.nl},
                             {"fr", &entry.procedure.fr},
                             {"de", &entry.procedure.de},
                             {"en", &entry.procedure.en}}));
  return entry;
}

Result<net::Response> page_of_entries(Services& services, const net::Request& request,
                                      const User& who) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const EntryPage wanted{TRY(query_id(request, "after")),
                         TRY(query_number(request, {.name = "limit"}))};
  const auto entries = TRY(services.entries.page(list.id, wanted));
  TRY(services.entry_openings.open(list, {"entries", entries.size()},
                                   {who, request.remote_address}));
  Json items = Json::array();
  for (const Entry& entry : entries) items.push_back(entry_json(entry));
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> put_one_entry(Services& services, const net::Request& request,
                                    const User& who) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const Json body = TRY(json_body(request));
  Entry wanted = TRY(entry_of(body, list));
  if (is_pattern(wanted.plate.text) && list.match.inexact == InexactUse::kNothing) {
    return fail(ErrorCode::kBadInput, "this list takes no partial plates with ? or *");
  }
  const Entry put =
      TRY(services.entry_puts.put(std::move(wanted), list, {who, request.remote_address}));
  return json_answer(entry_json(put), 201);
}

Result<net::Response> one_entry(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const Entry entry = TRY(services.entries.entry(id));
  const List list = TRY(services.lists.with_id(entry.list));
  TRY(services.entry_openings.open(list, {"entry", 1}, {who, request.remote_address}));
  return json_answer(entry_json(entry));
}

// An entry that never changed has no past, and shows nothing.
Result<net::Response> past(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const auto states = TRY(services.entry_actions.past(id));
  if (!states.empty()) {
    const List list = TRY(services.lists.with_id(states.front().entry.list));
    TRY(services.entry_openings.open(list, {"past of an entry", states.size()},
                                     {who, request.remote_address}));
  }
  Json items = Json::array();
  for (const flow::EntryPast& state : states) {
    Json item = {{"how", name_of(state.how)},
                 {"revision", state.revision},
                 {"ended_at", format_rfc3339(state.ended_at)}};
    if (!state.ended_by.is_zero()) item["ended_by"] = to_string(state.ended_by);
    item["entry"] = entry_json(state.entry);
    items.push_back(std::move(item));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> withdraw(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  const Entry entry = TRY(services.entries.entry(id));
  const List list = TRY(services.lists.with_id(entry.list));
  TRY(check_zone(services, list.owner_zone, {request, who, Act::kWithdrawEntry}));
  TRY(services.entry_actions.withdraw(id, who.id));
  return nothing();
}

// By whoever of any zone finds it out: somebody may be stopped on it this minute.
Result<net::Response> mark_wrong(Services& services, const net::Request& request, const User& who) {
  const Id id = TRY(path_id(request));
  TRY(services.entry_actions.mark_wrong(id, who.id));
  return nothing();
}

Result<net::Response> wrong(Services& services, const net::Request& request, const User& who) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const auto all = TRY(services.entry_actions.wrong(list.id));
  TRY(services.entry_openings.open(list, {"wrong entries", all.size()},
                                   {who, request.remote_address}));
  Json items = Json::array();
  for (const flow::WrongEntry& wrong : all) {
    Json item = {{"entry", entry_json(wrong.entry)},
                 {"marked_at", format_rfc3339(wrong.marked_at)}};
    if (!wrong.marked_by.is_zero()) item["marked_by"] = to_string(wrong.marked_by);
    items.push_back(std::move(item));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> take_back(Services& services, const net::Request& request, const User& who) {
  const List list = TRY(own_list(services, {request, who, Act::kChangeList}));
  const Json body = TRY(json_body(request));
  const Plate plate = TRY(plate_member(body));
  TRY(services.entry_actions.unmark_wrong(list.id, plate));
  return nothing();
}

Result<Day> day_member(const Json& body, std::string_view name) {
  const std::string text = TRY(text_member(body, {.name = name}));
  const auto day = parse_day(text);
  if (day) return *day;
  return fail(ErrorCode::kBadInput, "`" + std::string(name) + "` must be a day such as 2026-11-23");
}

Result<net::Response> look_back(Services& services, const net::Request& request, const User& who) {
  const Json body = TRY(json_body(request));
  flow::LookBackWish wish;
  wish.entry = TRY(path_id(request));
  wish.first = TRY(day_member(body, "from"));
  wish.last = TRY(day_member(body, "to"));
  TRY(take_texts(body, {{"purpose", &wish.why.purpose},
                        {"case_number", &wish.why.case_number},
                        {"reason", &wish.why.reason}}));
  wish.agreement = TRY(optional_id(body, "agreement"));
  const auto finding = TRY(services.look_back.find(wish, {who, request.remote_address}));
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const Read& read : finding.reads) items.push_back(read_json(*view, read, finding.purpose));
  return json_answer({{"items", std::move(items)}, {"cut", finding.is_cut}});
}

}  // namespace

void add_entries(net::Router& router, Services& services) {
  add_acting(router, services,
             {"GET", "/api/v1/lists/{name}/entries", Act::kOpenEntry, page_of_entries, 0});
  add_acting(router, services,
             {"POST", "/api/v1/lists/{name}/entries", Act::kImportEntry, put_one_entry});
  add_acting(router, services, {"GET", "/api/v1/lists/{name}/wrong", Act::kOpenEntry, wrong, 0});
  add_acting(router, services,
             {"POST", "/api/v1/lists/{name}/wrong/take-back", Act::kChangeList, take_back});
  add_acting(router, services, {"GET", "/api/v1/entries/{id}", Act::kOpenEntry, one_entry, 0});
  add_acting(router, services, {"GET", "/api/v1/entries/{id}/past", Act::kOpenEntry, past, 0});
  add_acting(router, services,
             {"POST", "/api/v1/entries/{id}/withdraw", Act::kWithdrawEntry, withdraw});
  add_acting(router, services, {"POST", "/api/v1/entries/{id}/wrong", Act::kMarkWrong, mark_wrong});
  add_acting(router, services,
             {"POST", "/api/v1/entries/{id}/look-back", Act::kLookBack, look_back});
}

}  // namespace bas::api
