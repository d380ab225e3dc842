// One use of the system as the ledger keeps it: an entry for everybody who checks, and sealed
// details behind a commitment.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "policy/decision.h"
#include "policy/request_words.h"

namespace bas::flow {

// What the entry says openly: no person, no plate, no case. `what` names the thing used ("search",
// "read", "software"); `zone`: its code, empty for the province; `results_sha256` of the ids given
// out, in their order, in hex; `version` of software, regime or list, where that is what is said.
struct UseFacts {
  UtcTime at;
  policy::Verb verb = policy::Verb::kConsult;
  std::string what;
  std::string zone;
  std::string role;
  bool is_permitted = true;
  std::string reason;  // the code of a refusal
  std::vector<std::string> rules;
  std::string regime_sha256;
  std::uint64_t results = 0;
  std::string results_sha256;
  std::string version;
};

// The part of the log that tells of people of that role, and that they read (rule R39).
policy::LogPartition partition_of(std::string_view role);

// What it commits to. Empty where nothing is to be said.
struct UseDetails {
  std::string actor;  // id of the account
  std::string purpose;
  std::string case_number;
  std::string justification;
  std::string predicate;  // what was asked for, as JSON
  std::string authorisation_sha256;
  std::string terminal;
  std::vector<std::string> recipients;
  bool operator==(const UseDetails&) const = default;
};

// The entry, at most 65,535 bytes of JSON, members in one order. `commitment`: 32 bytes.
std::string entry_text(const UseFacts& facts, std::string_view commitment);
struct ParsedEntry {
  UseFacts facts;
  std::string commitment;
};
// kCorrupt when it is not as entry_text() writes it.
Result<ParsedEntry> parse_entry(std::string_view text);

std::string details_text(const UseDetails& details);
Result<UseDetails> parse_details(std::string_view text);

}  // namespace bas::flow
