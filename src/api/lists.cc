#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"
#include "api/views.h"

namespace bas::api {

namespace {

bool is_list_name(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-";
  return !name.empty() && name.size() <= 64 && name.front() != '-' &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

Result<net::Response> all(Services& services, const net::Request&) {
  const auto view = services.directory.view();
  Json items = Json::array();
  for (const auto& [list, entries] : TRY(services.lists.all())) {
    items.push_back(list_json(*view, list, entries));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> add(Services& services, const net::Request& request) {
  const Json body = TRY(json_body(request));
  const auto view = services.directory.view();
  flow::NewList wanted;
  wanted.name = TRY(text_member(body, {.name = "name"}));
  if (!is_list_name(wanted.name)) {
    return fail(ErrorCode::kBadInput,
                "`name` must hold small letters, digits and hyphens, 64 at most");
  }
  wanted.title = TRY(text_member(body, {.name = "title", .is_required = false}));
  wanted.category = TRY(text_member(body, {.name = "category", .is_required = false}));
  const auto priority = TRY(number_member(body, {.name = "priority", .least = 1, .most = 4}));
  wanted.priority = static_cast<Priority>(priority.value_or(3));
  const std::string code = TRY(text_member(body, {.name = "owner_zone"}));
  const Zone* owner = view->zone_with_code(code);
  if (owner == nullptr) {
    return fail(ErrorCode::kNotFound, fmt::format("no zone has the code {}", code));
  }
  wanted.owner_zone = owner->id;
  return json_answer(list_json(*view, TRY(services.lists.add(std::move(wanted))), 0), 201);
}

Result<net::Response> import(Services& services, const net::Request& request) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const bool is_dry_run = request.query_value("dry_run") == "true";
  const auto report =
      TRY(services.lists.import(list, {.csv = request.body,
                                       .mapping = request.query_value("map"),
                                       .mode = is_dry_run ? flow::EntryBook::Mode::kPreview
                                                          : flow::EntryBook::Mode::kApply}));
  Json rejected = Json::array();
  for (const flow::RejectedLine& line : report.rejected_lines) {
    rejected.push_back({{"line", line.line}, {"error", line.error}});
  }
  return json_answer({{"dry_run", is_dry_run},
                      {"lines", report.lines},
                      {"added", report.added},
                      {"changed", report.changed},
                      {"unchanged", report.unchanged},
                      {"rejected", report.rejected},
                      {"rejected_lines", std::move(rejected)}});
}

Result<net::Response> entries(Services& services, const net::Request& request) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const Id after = TRY(query_id(request, "after"));
  const std::size_t limit = TRY(query_number(request, {.name = "limit"}));
  Json items = Json::array();
  for (const Entry& entry : TRY(services.lists.page(list, after, limit))) {
    items.push_back(entry_json(entry));
  }
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_lists(net::Router& router, Services& services) {
  add_reading(router, services, {"/api/v1/lists", Right::kSeeLists, all});
  add_writing(router, services, {"POST", "/api/v1/lists", Right::kManageLists, add});
  add_writing(router, services,
              {"POST", "/api/v1/lists/{name}/import", Right::kManageLists, import,
               services.limits.import_bytes_max});
  add_reading(router, services, {"/api/v1/lists/{name}/entries", Right::kSeeLists, entries});
}

}  // namespace bas::api
