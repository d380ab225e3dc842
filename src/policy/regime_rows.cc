#include "policy/regime_rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace bas::policy {

namespace {

Result<> take(std::string& text, const toml::node& node) {
  const auto value = node.value<std::string>();
  if (!value || value->empty()) return fail(ErrorCode::kBadInput, "a text is needed");
  text = *value;
  return {};
}

Result<> take(Term& term, const toml::node& node) {
  term = TRY(term_from(node.value_or<std::string_view>("")));
  return {};
}

Result<> take(std::optional<Term>& term, const toml::node& node) {
  if (node.value_or<std::string_view>("") == "none") return {};
  term = TRY(term_from(node.value_or<std::string_view>("")));
  return {};
}

Result<> take(int& number, const toml::node& node) {
  const auto value = node.value_exact<std::int64_t>();
  if (!value || *value < 0 || *value > 1'000'000) {
    return fail(ErrorCode::kBadInput, "a whole number from 0 to 1000000 is needed");
  }
  number = static_cast<int>(*value);
  return {};
}

Result<> take(bool& is_so, const toml::node& node) {
  const auto value = node.value_exact<bool>();
  if (!value) return fail(ErrorCode::kBadInput, "true or false is needed");
  is_so = *value;
  return {};
}

template <typename Enum, std::size_t kCount>
Result<> take_word(Enum& value, const NameTable<Enum, kCount>& names, const toml::node& node) {
  const auto found = names.find(node.value_or<std::string_view>(""));
  if (!found) {
    return fail(ErrorCode::kBadInput,
                fmt::format("one of these is needed: {}", fmt::join(names.names, ", ")));
  }
  value = *found;
  return {};
}

Result<> take(Occupants& occupants, const toml::node& node) {
  return take_word(occupants, kOccupantsNames, node);
}

Result<> take(Clocks& clocks, const toml::node& node) {
  static constexpr NameTable<Clocks, 2> kClocks{{"Europe/Brussels", "Europe/London"}};
  return take_word(clocks, kClocks, node);
}

Result<> take(std::vector<std::string>& words, const toml::node& node) {
  const toml::array* array = node.as_array();
  if (array == nullptr) return fail(ErrorCode::kBadInput, "a list of words is needed");
  for (const toml::node& one : *array) {
    std::string word;
    TRY(take(word, one));
    if (std::ranges::find(words, word) != words.end()) {
      return fail(ErrorCode::kBadInput, fmt::format("{} stands there twice", word));
    }
    words.push_back(std::move(word));
  }
  return {};
}

Result<> take(ByPriority<Term>& terms, const toml::node& node) {
  const toml::array* array = node.as_array();
  if (array == nullptr || array->size() != terms.size()) {
    return fail(ErrorCode::kBadInput, "four terms are needed, of priority 1 to 4");
  }
  for (std::size_t i = 0; i < terms.size(); ++i) TRY(take(terms[i], *array->get(i)));
  return {};
}

// In whose name: words of the one list there is.
Result<> take_actors(std::vector<std::string>& actors, const toml::node& node) {
  TRY(take(actors, node));
  for (const std::string& actor : actors) {
    if (!kActorClassNames.find(actor)) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("{} is none of: {}", actor, fmt::join(kActorClassNames.names, ", ")));
    }
  }
  return {};
}

template <auto kMember>
RegimeRow row(std::string_view key, std::string_view meaning) {
  return {key, meaning,
          [](Regime& regime, const toml::node& node) { return take(regime.*kMember, node); }};
}

template <auto kMember>
RegimeRow actors_row(std::string_view key, std::string_view meaning) {
  return {key, meaning, [](Regime& regime, const toml::node& node) {
            return take_actors(regime.*kMember, node);
          }};
}

std::vector<RegimeRow> purpose_and_age_rows() {
  return {
      row<&Regime::clocks>("clocks", "whose wall clock terms of months are counted by"),
      row<&Regime::supervisor>("supervisor", "who supervises the processing"),
      row<&Regime::reason_characters_min>("reason_characters_min",
                                          "how long a reason is at least (R1)"),
      row<&Regime::danger_valid>("danger_valid", "how long the mark of danger holds (R3)"),
      row<&Regime::store_max>("store_max", "when nothing of a read may be left (R16)"),
      row<&Regime::tier1>("tier1", "how long reads are open without an authorisation, or none"),
      row<&Regime::tier1_days_max>("tier1_days_max", "a cap on the same, or none (R10)"),
      actors_row<&Regime::tier1_actors>("tier1_actors", "who may read the younger reads"),
      actors_row<&Regime::tier2_actors>("tier2_actors", "who may read the older ones (R13)"),
      row<&Regime::tier2_issuer>("tier2_issuer", "who gives authorisations (R11)"),
      row<&Regime::tier2_penalty_years_min>("tier2_penalty_years_min",
                                            "the least penalty an authorisation names; 0: none"),
      row<&Regime::takes_oral_authorisation>("takes_oral_authorisation",
                                             "an oral one counts where life is at risk (R20)"),
      row<&Regime::written_within>("written_within", "when the written one is due (R20)"),
      row<&Regime::camera_act_max>("camera_act_max", "how long reads of municipal cameras stand"),
      row<&Regime::camera_act_designated_max>("camera_act_designated_max",
                                              "the same of a designated place (R7)"),
      row<&Regime::erasure_overdue_max>("erasure_overdue_max",
                                        "an erasure later than this alarms (R16)"),
      row<&Regime::log_years>("log_years", "how long the ledger is kept"),
      row<&Regime::read_fields>("read_fields", "the closed list of what a read may hold (R8)"),
      row<&Regime::occupants>("occupants", "what is shown of the people in a vehicle (R9)"),
  };
}

std::vector<RegimeRow> list_and_limit_rows() {
  return {
      row<&Regime::entry_valid_max>("entry_valid_max", "how long an entry stands at most (R21)"),
      row<&Regime::feed_age_max>("feed_age_max", "how old the feed of a list may be (R27)"),
      row<&Regime::candidate_valid>("candidate_valid", "when an unanswered hit expires (R32)"),
      row<&Regime::claim_within>("claim_within", "then an unclaimed hit escalates"),
      row<&Regime::outcome_within>("outcome_within",
                                   "then a validated hit is closed without one (R59)"),
      row<&Regime::batch_valid>("batch_valid",
                                "when an unanswered hit of a daily batch expires (R32)"),
      row<&Regime::prohibited_attributes>("prohibited_attributes",
                                          "what no criterion may look at (R23)"),
      row<&Regime::allows_inexact_alarms>("allows_inexact_alarms",
                                          "look-alikes and partial plates may alarm (R31)"),
      row<&Regime::two_people_up_to_priority>(
          "two_people_up_to_priority", "who made the entry may not validate its hit, up to (R26)"),
      row<&Regime::recheck_up_to_priority>("recheck_up_to_priority",
                                           "the source is asked before a stop, up to (R28)"),
      row<&Regime::partial_window_max>("partial_window_max",
                                       "of a search by part of a plate (R34)"),
      row<&Regime::partial_results_max>("partial_results_max", "more need a supervisor (R34)"),
      row<&Regime::area_purposes>("area_purposes", "purposes of a search of all vehicles (R35)"),
      row<&Regime::area_window_max>("area_window_max", "longer needs a supervisor (R35)"),
      row<&Regime::area_cameras_max>("area_cameras_max", "more need a supervisor (R35)"),
      row<&Regime::track_window_max>("track_window_max", "longer needs a supervisor (R36)"),
      row<&Regime::exports_a_day_max>("exports_a_day_max", "by one person (R38)"),
      row<&Regime::export_recipients>("export_recipients", "who may be given an export (R38)"),
      row<&Regime::intelligence_free>("intelligence_free",
                                      "reads open to intelligence without a decision (R39)"),
      row<&Regime::intelligence_overseer>("intelligence_overseer", "who sees its log (R39)"),
      row<&Regime::statistics_fields>("statistics_fields", "what is published, and no more (R59)"),
      row<&Regime::cell_min>("cell_min", "smaller numbers are not published (R59)"),
  };
}

}  // namespace

const std::vector<RegimeRow>& regime_rows() {
  static const std::vector<RegimeRow> rows = [] {
    std::vector<RegimeRow> all = purpose_and_age_rows();
    for (RegimeRow& one : list_and_limit_rows()) all.push_back(std::move(one));
    return all;
  }();
  return rows;
}

const RegimeRow* find_row(std::string_view key) {
  const auto& rows = regime_rows();
  const auto found = std::ranges::find(rows, key, &RegimeRow::key);
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace bas::policy
