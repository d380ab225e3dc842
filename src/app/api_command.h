// What verbs that call the API share: their options, sending, and saying what came of it.
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

#include "app/server_call.h"

namespace CLI {
class App;
}

namespace bas::app {

using Json = nlohmann::ordered_json;

struct ApiOptions {
  ServerChoice server;
  bool is_json = false;  // for machines: the answer as it came
};

// Adds --data, --url, --token-file and --json.
void add_api_options(CLI::App& verb, ApiOptions& options);

// The parsed answer; a problem document becomes an Error with its detail.
Result<Json> call_api(ServerCall& server, Call call);
Result<Json> call_api(const ApiOptions& options, Call call);

// The same where the answer is no JSON: its bytes.
Result<std::string> call_bytes(ServerCall& server, Call call);

// The items of a listing, one line each: the members named, in columns.
void print_table(const Json& items, const std::vector<std::string>& members);

// Percent-encoding of one path segment or query value (RFC 3986).
std::string url_encoded(std::string_view text);

}  // namespace bas::app
