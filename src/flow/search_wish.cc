#include "flow/search_wish.h"

#include <nlohmann/json.hpp>

namespace bas::flow {

std::string question_of(const SearchWish& wish) {
  nlohmann::ordered_json sites = nlohmann::ordered_json::array();
  for (const Id& site : wish.sites) sites.push_back(to_string(site));
  const nlohmann::ordered_json json = {{"plate", wish.plate},
                                       {"sites", std::move(sites)},
                                       {"from", format_rfc3339(wish.from)},
                                       {"until", format_rfc3339(wish.until)}};
  return json.dump();
}

}  // namespace bas::flow
