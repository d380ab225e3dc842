#include "app/api_command.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace bas::app {

void add_api_options(CLI::App& verb, ApiOptions& options) {
  verb.add_option("--config", options.server.config_file,
                  "TOML file of a server that does not run: it is opened for this command");
  verb.add_option("--data", options.server.data_folder, "data folder of the server")
      ->capture_default_str();
  verb.add_option("--url", options.server.url, "address of a running server, instead of --data");
  verb.add_option("--token-file", options.server.token_file, "file that holds a token for --url");
  verb.add_flag("--json", options.is_json, "the answer as JSON");
}

Result<Json> call_api(ServerCall& server, Call call) {
  const Json body = Json::parse(TRY(call_bytes(server, std::move(call))), nullptr, false);
  return body.is_discarded() ? Json::object() : body;
}

Result<std::string> call_bytes(ServerCall& server, Call call) {
  CallAnswer answer = TRY(server.send(std::move(call)));
  if (answer.status < 300) return std::move(answer.body);
  const Json body = Json::parse(answer.body, nullptr, false);
  const std::string detail = body.is_object() ? body.value("detail", "") : "";
  return fail(ErrorCode::kRefused,
              detail.empty() ? fmt::format("the server answered {}", answer.status) : detail);
}

Result<Json> call_api(const ApiOptions& options, Call call) {
  const auto server = TRY(ServerCall::open(options.server));
  return call_api(*server, std::move(call));
}

namespace {

std::string cell(const Json& item, const std::string& member) {
  const Json value = item.value(Json::json_pointer("/" + member), Json());
  if (value.is_null()) return "-";
  return value.is_string() ? value.get<std::string>() : value.dump();
}

}  // namespace

void print_table(const Json& items, const std::vector<std::string>& members) {
  std::vector<std::vector<std::string>> rows = {members};
  for (const Json& item : items) {
    auto& row = rows.emplace_back();
    for (const std::string& member : members) row.push_back(cell(item, member));
  }
  std::vector<std::size_t> widths(members.size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) fmt::print("{:<{}}  ", row[i], widths[i]);
    fmt::print("\n");
  }
}

std::string url_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.' || c == '~';
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace bas::app
