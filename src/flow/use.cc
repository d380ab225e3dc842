#include "flow/use.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "model/account.h"

namespace bas::flow {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr int kEntryVersion = 1;
constexpr const char* kNoEntry = "an entry of the ledger is not as it was written";

template <typename T, typename Read>
Result<T> unless_malformed(std::string_view text, Read read) {
  try {
    return read(OrderedJson::parse(text));
  } catch (const OrderedJson::exception&) {
    return fail(ErrorCode::kCorrupt, kNoEntry);
  }
}

Result<ParsedEntry> entry_in(const OrderedJson& json) {
  const bool is_known = json.at("v") == kEntryVersion && json.at("results").is_number_unsigned();
  if (!is_known) return fail(ErrorCode::kCorrupt, kNoEntry);
  ParsedEntry parsed;
  UseFacts& facts = parsed.facts;
  facts.at = TRY(parse_rfc3339(json.at("at").get<std::string>()));
  const auto verb = policy::kVerbNames.find(json.at("verb").get<std::string>());
  if (!verb) return fail(ErrorCode::kCorrupt, kNoEntry);
  facts.verb = *verb;
  json.at("what").get_to(facts.what);
  json.at("zone").get_to(facts.zone);
  json.at("role").get_to(facts.role);
  json.at("permitted").get_to(facts.is_permitted);
  json.at("reason").get_to(facts.reason);
  json.at("rules").get_to(facts.rules);
  json.at("regime_sha256").get_to(facts.regime_sha256);
  json.at("results").get_to(facts.results);
  json.at("results_sha256").get_to(facts.results_sha256);
  json.at("version").get_to(facts.version);
  parsed.commitment = TRY(from_base64(json.at("commitment").get<std::string>()));
  return parsed;
}

}  // namespace

policy::LogPartition partition_of(std::string_view role) {
  const bool is_apart =
      role == name_of(Role::kIntelligence) || role == name_of(Role::kIntelligenceOverseer);
  return is_apart ? policy::LogPartition::kIntelligence : policy::LogPartition::kZone;
}

std::string entry_text(const UseFacts& facts, std::string_view commitment) {
  return OrderedJson{{"v", kEntryVersion},
                     {"at", format_rfc3339(facts.at)},
                     {"verb", policy::kVerbNames.of(facts.verb)},
                     {"what", facts.what},
                     {"zone", facts.zone},
                     {"role", facts.role},
                     {"permitted", facts.is_permitted},
                     {"reason", facts.reason},
                     {"rules", facts.rules},
                     {"regime_sha256", facts.regime_sha256},
                     {"results", facts.results},
                     {"results_sha256", facts.results_sha256},
                     {"version", facts.version},
                     {"commitment", to_base64(commitment)}}
      .dump();
}

Result<ParsedEntry> parse_entry(std::string_view text) {
  return unless_malformed<ParsedEntry>(text, entry_in);
}

std::string details_text(const UseDetails& details) {
  return OrderedJson{{"actor", details.actor},
                     {"purpose", details.purpose},
                     {"case_number", details.case_number},
                     {"justification", details.justification},
                     {"predicate", details.predicate},
                     {"authorisation_sha256", details.authorisation_sha256},
                     {"terminal", details.terminal},
                     {"recipients", details.recipients}}
      .dump();
}

Result<UseDetails> parse_details(std::string_view text) {
  return unless_malformed<UseDetails>(text, [](const OrderedJson& json) -> Result<UseDetails> {
    UseDetails details;
    json.at("actor").get_to(details.actor);
    json.at("purpose").get_to(details.purpose);
    json.at("case_number").get_to(details.case_number);
    json.at("justification").get_to(details.justification);
    json.at("predicate").get_to(details.predicate);
    json.at("authorisation_sha256").get_to(details.authorisation_sha256);
    json.at("terminal").get_to(details.terminal);
    json.at("recipients").get_to(details.recipients);
    return details;
  });
}

}  // namespace bas::flow
