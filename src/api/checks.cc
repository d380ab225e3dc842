#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>

#include "api/access.h"
#include "api/answers.h"
#include "api/resources.h"

namespace bas::api {

namespace {

constexpr std::size_t kAnswerBytesMax = 64u << 20;
constexpr std::size_t kRefusedLinesMax = 1'000;

Result<flow::PlateChecks::Wanted> wanted_by(const net::Request& request) {
  const std::string_view kind = request.query_value("kind");
  if (kind.empty() || kind == "exact") return flow::PlateChecks::Wanted::kExact;
  if (kind == "all") return flow::PlateChecks::Wanted::kAll;
  return fail(ErrorCode::kBadInput, "`kind` is exact or all");
}

void append_number(std::string& out, std::size_t number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

// `[line,"entry","list",priority]`, and of all kinds also `,"kind",probability`. Names of lists
// hold nothing that JSON escapes.
void append_listed(std::string& out, const flow::CheckedPlate& plate,
                   flow::PlateChecks::Wanted wanted) {
  out.push_back('[');
  append_number(out, plate.line);
  out.append(",\"");
  out.append(to_string(plate.entry));
  out.append("\",\"");
  out.append(plate.list);
  out.append("\",");
  append_number(out, static_cast<std::size_t>(plate.priority));
  if (wanted == flow::PlateChecks::Wanted::kAll) {
    fmt::format_to(std::back_inserter(out), ",\"{}\",{:.3f}", match::name_of(plate.kind),
                   plate.probability);
  }
  out.append("]\n");
}

void append_document(std::string& out, const Json& document) {
  out += document.dump();
  out.push_back('\n');
}

Result<net::Response> check(Services& services, const net::Request& request) {
  const flow::PlateChecks::Request asked{request.body, TRY(wanted_by(request))};
  net::Response response;
  response.content_type = "application/x-ndjson";
  response.headers.push_back({"Cache-Control", "no-store"});
  std::string& out = response.body;
  std::size_t told = 0;
  const auto totals = TRY(services.checks.check(asked, [&](const auto& portion) {
    for (const flow::CheckedPlate& plate : portion.listed) append_listed(out, plate, asked.wanted);
    for (const flow::RefusedPlate& line : portion.refused) {
      if (told++ >= kRefusedLinesMax) break;
      append_document(out, {{"line", line.line}, {"error", line.reason}});
    }
    return out.size() <= kAnswerBytesMax;
  }));
  append_document(
      out, {{"lines", totals.lines}, {"listed", totals.listed}, {"refused", totals.refused}});
  return response;
}

}  // namespace

void add_checks(net::Router& router, Services& services) {
  add_writing(
      router, services,
      {"POST", "/api/v1/checks", Right::kCheckPlates, check, services.limits.check_bytes_max});
}

}  // namespace bas::api
