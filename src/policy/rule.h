// A rule of law.md: what it is asked about, and what it answers.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/decision.h"
#include "policy/regime.h"
#include "policy/request.h"

namespace bas::policy {

struct Asked {
  const Request& request;
  const Regime& regime;
  UtcTime now;
};

struct Refusal {
  std::string reason;
  std::string text;
};

// Empty: nothing against it.
struct Answer {
  std::optional<Refusal> refusal;
  std::vector<std::string> obligations;
  std::optional<Clip> clip;
};

inline Answer refuse(std::string reason, std::string text) {
  return {Refusal{std::move(reason), std::move(text)}, {}, {}};
}
inline Answer oblige(std::vector<std::string> obligations) {
  return {std::nullopt, std::move(obligations), {}};
}

// Pure: the same question has the same answer. Threads: any.
struct Rule {
  std::string_view id;
  std::span<const Act> acts;  // empty: all
  Answer (*ask)(const Asked&);
};

// In the order in which they are asked.
std::span<const Rule> people_rules();
std::span<const Rule> purpose_rules();
std::span<const Rule> source_rules();
std::span<const Rule> age_rules();
std::span<const Rule> limit_rules();
std::span<const Rule> list_rules();
std::span<const Rule> hit_rules();
std::span<const Rule> oversight_rules();

// Acts by which somebody comes to see reads.
inline constexpr std::array kReadingActs = {Act::kSearch, Act::kOpenRead,    Act::kOpenPicture,
                                            Act::kUnblur, Act::kExport,      Act::kHold,
                                            Act::kDerive, Act::kRunCriteria, Act::kLookBack};

// Acts that show no personal data but one's own account: nothing of them stands in the ledger.
inline constexpr std::array kPlainActs = {Act::kUseAccount, Act::kSeeProvince, Act::kSeeLists,
                                          Act::kSeeSystem, Act::kSeeQuarantine};

inline bool is_among(std::string_view word, const std::vector<std::string>& words) {
  for (const std::string& one : words) {
    if (one == word) return true;
  }
  return false;
}

}  // namespace bas::policy
