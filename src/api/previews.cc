#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/fields.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr std::size_t kReadsShown = 100;

Result<net::Response> of_list(Services& services, const net::Request& request, const User& who) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const auto preview = TRY(services.previews.list(list));
  TRY(services.entry_openings.open(list, {"preview of a list", preview.worst.size()},
                                   {who, request.remote_address}));
  Json worst = Json::array();
  for (const auto& noisy : preview.worst) {
    worst.push_back({{"entry", to_string(noisy.entry)},
                     {"plate", noisy.plate},
                     {"false_hits_per_day", noisy.false_hits_a_day}});
  }
  return json_answer({{"entries", preview.entries},
                      {"false_hits_per_day", preview.false_hits_a_day},
                      {"reads_per_day", services.previews.reads_per_day()},
                      {"worst", std::move(worst)}});
}

Result<net::Response> of_entry(Services& services, const net::Request& request) {
  const List list = TRY(services.lists.named(request.path_value("name")));
  const Json body = TRY(json_body(request));
  const Plate plate = TRY(plate_member(body));
  const auto preview = TRY(services.previews.entry(list, plate));
  Json accepted = Json::array();
  for (const match::AcceptedRead& read : preview.reads) {
    if (accepted.size() == kReadsShown) break;
    accepted.push_back({{"read", read.read.text},
                        {"kind", match::name_of(read.kind)},
                        {"probability", read.probability},
                        {"share", read.share}});
  }
  return json_answer({{"found_share", preview.recall()},
                      {"false_hits_per_day", preview.false_hits_a_day},
                      {"reads_per_day", services.previews.reads_per_day()},
                      {"accepted", std::move(accepted)}});
}

}  // namespace

void add_previews(net::Router& router, Services& services) {
  add_acting(router, services,
             {"GET", "/api/v1/lists/{name}/preview", Act::kOpenEntry, of_list, 0});
  add_writing(router, services, {"POST", "/api/v1/lists/{name}/preview", Act::kSeeLists, of_entry});
}

}  // namespace bas::api
