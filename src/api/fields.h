// Members of a JSON body, checked: each failure names the member and what it should be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/answers.h"
#include "base/id.h"
#include "model/plate.h"

namespace bas::api {

struct TextRule {
  std::string_view name;
  std::size_t bytes_max = 128;
  bool is_required = true;
};
// Whether a change takes the member away: it is there and null.
bool takes_away(const Json& body, std::string_view name);

// Empty when absent and not required.
Result<std::string> text_member(const Json& body, const TextRule& rule);

struct NumberRule {
  std::string_view name;
  double least = 0;
  double most = 0;
};
Result<std::optional<double>> number_member(const Json& body, const NumberRule& rule);

// A list of texts; empty when absent.
struct TextsRule {
  std::string_view name;
  std::size_t most = 100;  // texts
  std::size_t bytes_max = 128;
};
Result<std::vector<std::string>> texts_member(const Json& body, const TextsRule& rule);

// RFC 3339; nothing when absent.
Result<std::optional<UtcTime>> time_member(const Json& body, std::string_view name);
Result<UtcTime> needed_time(const Json& body, std::string_view name);

// `plate` and `country`: a canonical plate or pattern.
Result<Plate> plate_member(const Json& body);

// A whole number of the query, between the bounds; `otherwise` when absent.
struct QueryNumber {
  std::string_view name;
  std::size_t least = 1;
  std::size_t most = 1000;
  std::size_t otherwise = 100;
};
Result<std::size_t> query_number(const net::Request& request, const QueryNumber& rule);

// The id in the query; all zero when absent.
Result<Id> query_id(const net::Request& request, std::string_view name);
Result<Id> path_id(const net::Request& request);

}  // namespace bas::api
