#include "api/search_fields.h"

#include <nlohmann/json.hpp>

#include "api/fields.h"
#include "api/purpose_fields.h"

namespace bas::api {

namespace {

constexpr std::size_t kSitesMost = 100;

Result<std::vector<Id>> site_members(const Json& body) {
  std::vector<Id> sites;
  for (const std::string& one : TRY(texts_member(body, {.name = "sites", .most = kSitesMost}))) {
    const auto id = parse_id(one);
    if (!id) return fail(ErrorCode::kBadInput, "`sites` holds something that is no id");
    sites.push_back(*id);
  }
  return sites;
}

}  // namespace

Result<flow::SearchWish> search_wish_of(const Json& body) {
  flow::SearchWish wish;
  const auto told = [&](std::string_view name) {
    return text_member(body, {.name = name, .bytes_max = 500, .is_required = false});
  };
  policy::Why why = TRY(why_of(body));
  wish.purpose = std::move(why.code);
  wish.case_number = std::move(why.case_number);
  wish.reason = std::move(why.reason);
  wish.danger = std::move(why.danger);
  const std::string plate = TRY(told("plate"));
  if (is_pattern(plate)) {
    return fail(ErrorCode::kBadInput,
                "`plate` must be a whole plate: parts of one are not searched yet");
  }
  wish.plate = canonical_plate(plate);
  wish.sites = TRY(site_members(body));
  wish.from = TRY(needed_time(body, "from"));
  wish.until = TRY(needed_time(body, "until"));
  wish.is_young_only = body.value("without_authorisation", Json(false)) == Json(true);
  wish.authorisation = TRY(authorisation_member(body));
  wish.agreement = TRY(optional_id(body, "agreement"));
  wish.after = TRY(optional_id(body, "after"));
  const auto limit =
      TRY(number_member(body, {.name = "limit", .least = 1, .most = flow::Searches::kPageMost}));
  if (limit) wish.limit = static_cast<std::size_t>(*limit);
  return wish;
}

Result<std::optional<Id>> optional_id(const Json& body, std::string_view name) {
  const std::string text =
      TRY(text_member(body, {.name = name, .bytes_max = 64, .is_required = false}));
  if (text.empty()) return std::nullopt;
  const auto id = parse_id(text);
  if (id) return std::optional(*id);
  return fail(ErrorCode::kBadInput, "`" + std::string(name) + "` is no id");
}

}  // namespace bas::api
