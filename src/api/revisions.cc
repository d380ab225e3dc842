#include <charconv>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/list_views.h"
#include "api/own_zone.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr std::size_t kFileNameBytesMax = 200;

Result<RevisionName> revision_of(const List& list, const net::Request& request) {
  const std::string_view text = request.path_value("number");
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || number < 1) {
    return fail(ErrorCode::kBadInput, "the number of a revision is a whole number from 1");
  }
  return RevisionName{list.id, number};
}

Result<RevisionName> revision_of(Services& services, const net::Request& request) {
  return revision_of(TRY(services.lists.named(request.path_value("name"))), request);
}

// One of a list that this person keeps.
Result<RevisionName> own_revision(Services& services, const net::Request& request,
                                  const User& who) {
  return revision_of(TRY(own_list(services, {request, who, Act::kChangeList})), request);
}

Result<std::string> profile_of(const net::Request& request) {
  const std::string_view mapping = request.query_value("map");
  if (!mapping.empty() && mapping.find('=') == std::string_view::npos) {
    return fail(ErrorCode::kBadInput,
                "the mapping `" + std::string(mapping) + "` is not of the form fact=column");
  }
  return std::string(mapping.empty() ? request.query_value("profile") : mapping);
}

Result<net::Response> import(Services& services, const net::Request& request, const User& who) {
  flow::ImportWish wish;
  wish.list = TRY(own_list(services, {request, who, Act::kChangeList})).id;
  wish.by = who.id;
  wish.profile = TRY(profile_of(request));
  if (request.query_value("dry_run") == "true") wish.effect = flow::ImportEffect::kPreview;
  if (request.query_value("accept_shrink") == "true") wish.shrink = flow::ShrinkRule::kAccept;
  if (const auto mode = request.query_value("mode"); !mode.empty()) {
    wish.mode = import_mode_from(mode);
    if (!wish.mode) return fail(ErrorCode::kBadInput, "`mode` must be full, delta or merge");
  }
  wish.file_name = request.query_value("file_name");
  if (wish.file_name.size() > kFileNameBytesMax) {
    return fail(ErrorCode::kBadInput, "`file_name` holds 200 bytes at most");
  }
  wish.bytes = request.body;
  return json_answer(revision_json(TRY(services.list_imports.start(std::move(wish)))), 202);
}

Result<net::Response> all_revisions(Services& services, const net::Request& request) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const auto before =
      TRY(query_number(request, {.name = "before", .most = 1'000'000'000, .otherwise = 0}));
  const std::size_t limit = TRY(query_number(request, {.name = "limit"}));
  Json items = Json::array();
  for (const Revision& revision :
       TRY(services.revisions.latest(list.id, static_cast<int>(before), limit))) {
    items.push_back(revision_json(revision));
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> state(Services& services, const RevisionName& name) {
  return json_answer(import_state_json(TRY(services.list_imports.state(name))));
}

Result<net::Response> one_revision(Services& services, const net::Request& request) {
  return state(services, TRY(revision_of(services, request)));
}

Result<net::Response> confirm_revision(Services& services, const net::Request& request,
                                       const User& who) {
  const RevisionName name = TRY(own_revision(services, request, who));
  return json_answer(revision_json(TRY(services.list_imports.confirm(name, who.id))), 202);
}

Result<net::Response> discard(Services& services, const net::Request& request, const User& who) {
  const RevisionName name = TRY(own_revision(services, request, who));
  TRY(services.list_imports.discard(name));
  return state(services, name);
}

Result<net::Response> cancel(Services& services, const net::Request& request, const User& who) {
  const RevisionName name = TRY(own_revision(services, request, who));
  TRY(services.list_imports.cancel(name));
  return state(services, name);
}

// Lines that its keeper brought and the list did not take.
Result<net::Response> rejects(Services& services, const net::Request& request, const User& who) {
  const RevisionName name = TRY(own_revision(services, request, who));
  const auto after = TRY(query_number(
      request, {.name = "after", .least = 0, .most = std::size_t{1} << 40, .otherwise = 0}));
  const std::size_t limit = TRY(query_number(request, {.name = "limit"}));
  const auto rejected = TRY(services.revisions.rejects(name, after, limit));
  Json items = Json::array();
  for (const flow::Reject& reject : rejected) {
    items.push_back({{"line", reject.line}, {"raw", reject.raw}, {"error", reject.error}});
  }
  return json_answer({{"items", std::move(items)}});
}

Result<net::Response> changes(Services& services, const net::Request& request, const User& who) {
  const RevisionName name = TRY(revision_of(services, request));
  const EntryPage page{TRY(query_id(request, "after")),
                       TRY(query_number(request, {.name = "limit"}))};
  Json items = Json::array();
  if (request.query_value("kind") == "ended") {
    for (const auto& [entry, how] : TRY(services.list_reports.ended_in(name, page))) {
      items.push_back({{"how", name_of(how)}, {"entry", entry_json(entry)}});
    }
  } else {
    for (const auto& [entry, is_added] : TRY(services.list_reports.written_in(name, page))) {
      items.push_back({{"how", is_added ? "added" : "changed"}, {"entry", entry_json(entry)}});
    }
  }
  const List list = TRY(services.lists.with_id(name.list));
  TRY(services.entry_openings.open(list, {"changed entries", items.size()},
                                   {who, request.remote_address}));
  return json_answer({{"items", std::move(items)}});
}

}  // namespace

void add_revisions(net::Router& router, Services& services) {
  add_acting(router, services,
             {"POST", "/api/v1/lists/{name}/import", Act::kChangeList, import,
              services.limits.import_bytes_max});
  add_reading(router, services, {"/api/v1/lists/{name}/revisions", Act::kSeeLists, all_revisions});
  add_reading(router, services,
              {"/api/v1/lists/{name}/revisions/{number}", Act::kSeeLists, one_revision});
  add_acting(router, services,
             {"POST", "/api/v1/lists/{name}/revisions/{number}/confirm", Act::kChangeList,
              confirm_revision});
  add_acting(
      router, services,
      {"POST", "/api/v1/lists/{name}/revisions/{number}/discard", Act::kChangeList, discard});
  add_acting(router, services,
             {"POST", "/api/v1/lists/{name}/revisions/{number}/cancel", Act::kChangeList, cancel});
  add_acting(
      router, services,
      {"GET", "/api/v1/lists/{name}/revisions/{number}/rejects", Act::kChangeList, rejects, 0});
  add_acting(
      router, services,
      {"GET", "/api/v1/lists/{name}/revisions/{number}/changes", Act::kOpenEntry, changes, 0});
}

}  // namespace bas::api
