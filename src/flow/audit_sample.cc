#include "flow/audit_sample.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encode.h"

namespace bas::flow {

namespace {

using AuditJson = nlohmann::ordered_json;

constexpr std::size_t kOneIn = 100;
constexpr std::size_t kZoneLeast = 20;
constexpr const char* kDamagedMonth = "a stored sample is not as it was written: restore a backup";

std::string number_bytes(std::uint64_t number) {
  std::string bytes(8, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[bytes.size() - 1 - i] = static_cast<char>(number >> (8 * i) & 0xFFU);
  }
  return bytes;
}

AuditJson item_json(const AuditItem& item) {
  AuditJson json = {{"number", item.number},
                    {"zone", item.zone},
                    {"auditor", to_string(item.auditor)},
                    {"verdict", kAuditVerdictNames.of(item.verdict)},
                    {"word", item.word}};
  if (item.judged_at) {
    json["judged_at"] = format_rfc3339(*item.judged_at);
    json["judged_by"] = to_string(item.judged_by);
  }
  return json;
}

Result<AuditItem> item_in(const AuditJson& json) {
  AuditItem item;
  json.at("number").get_to(item.number);
  json.at("zone").get_to(item.zone);
  item.auditor = TRY(parse_id(json.at("auditor").get<std::string>()));
  const auto verdict = kAuditVerdictNames.find(json.at("verdict").get<std::string>());
  if (!verdict) return fail(ErrorCode::kCorrupt, kDamagedMonth);
  item.verdict = *verdict;
  json.at("word").get_to(item.word);
  if (!json.contains("judged_at")) return item;
  item.judged_at = TRY(parse_rfc3339(json.at("judged_at").get<std::string>()));
  item.judged_by = TRY(parse_id(json.at("judged_by").get<std::string>()));
  return item;
}

Result<AuditMonth> month_in(const AuditJson& json) {
  AuditMonth month;
  json.at("month").get_to(month.month);
  json.at("size").get_to(month.size);
  json.at("seed").get_to(month.seed);
  month.drawn_at = TRY(parse_rfc3339(json.at("drawn_at").get<std::string>()));
  for (const AuditJson& item : json.at("items")) month.items.push_back(TRY(item_in(item)));
  return month;
}

}  // namespace

std::string month_of(UtcTime time) { return format_day(brussels_day(time)).substr(0, 7); }

Result<MonthSpan> span_of(std::string_view month) {
  const std::string text(month);
  const Day first = TRY(parse_day(text + "-01"));
  Day next = first;
  while (format_day(next).starts_with(text)) ++next.number;
  return MonthSpan{start_of(first), start_of(next)};
}

bool is_sampled(const UseFacts& facts) {
  const bool is_of_log = facts.what.starts_with("ledger") || facts.what.starts_with("audit") ||
                         facts.what.starts_with("register of ");
  return facts.verb == policy::Verb::kConsult && facts.is_permitted && !facts.zone.empty() &&
         !is_of_log;
}

std::size_t sample_size(std::size_t consultations) {
  const std::size_t share = (consultations + kOneIn - 1) / kOneIn;
  return std::min(consultations, std::max(share, kZoneLeast));
}

std::vector<std::uint64_t> draw(std::span<const std::uint64_t> numbers, std::string_view seed,
                                std::size_t count) {
  std::vector<std::pair<std::string, std::uint64_t>> lots;
  lots.reserve(numbers.size());
  for (const std::uint64_t number : numbers) {
    lots.emplace_back(sha256({seed, number_bytes(number)}), number);
  }
  std::ranges::sort(lots);
  lots.resize(std::min(count, lots.size()));
  std::vector<std::uint64_t> drawn;
  for (const auto& [lot, number] : lots) drawn.push_back(number);
  std::ranges::sort(drawn);
  return drawn;
}

std::optional<Id> auditor_for(const Assignment& assignment, std::span<const Id> auditors) {
  if (assignment.actor.empty()) return std::nullopt;
  std::vector<Id> others;
  for (const Id& auditor : auditors) {
    if (to_string(auditor) != assignment.actor) others.push_back(auditor);
  }
  if (others.empty()) return std::nullopt;
  const std::string lot =
      sha256({assignment.seed, number_bytes(assignment.number), std::string_view("auditor")});
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8U | static_cast<unsigned char>(lot[i]);
  return others[value % others.size()];
}

std::string paper_text(const AuditMonth& month) {
  AuditJson items = AuditJson::array();
  for (const AuditItem& item : month.items) items.push_back(item_json(item));
  return AuditJson{{"month", month.month},
                   {"size", month.size},
                   {"seed", month.seed},
                   {"drawn_at", format_rfc3339(month.drawn_at)},
                   {"items", std::move(items)}}
      .dump();
}

Result<AuditMonth> parse_audit_month(const OpenPaper& paper) {
  try {
    return month_in(AuditJson::parse(paper.text));
  } catch (const AuditJson::exception&) {
    return fail(ErrorCode::kCorrupt, kDamagedMonth);
  }
}

}  // namespace bas::flow
