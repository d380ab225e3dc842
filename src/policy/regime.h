// The law of one country as data: what decisions are made by.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/name_table.h"
#include "policy/calendar.h"

namespace bas::policy {

// How sure it is that the law says so: read in a public source; read in the press or on a lawyer's
// page; recalled, confident, fairly sure, unsure; our own choice. Whatever is not read has to be
// checked by a jurist, who changes the file and no code.
enum class Mark { kRead, kPress, kConfident, kFairlySure, kUnsure, kChosen };
inline constexpr NameTable<Mark, 6> kMarkNames{{"S", "S (press)", "M+", "M", "M?", "D"}};

// In whose name somebody acts; a purpose is open to one of them.
enum class ActorClass { kAdminPolice, kJudPolice, kOther };
inline constexpr NameTable<ActorClass, 3> kActorClassNames{{"admin_police", "jud_police", "other"}};

// What may be seen of the people in a vehicle.
enum class Occupants { kShown, kBlurredByDefault, kAlwaysBlurred };
inline constexpr NameTable<Occupants, 3> kOccupantsNames{{"show", "blur_default", "blur"}};

// What no purpose names is kept for the one that names this.
inline constexpr std::string_view kOtherLists = "other";

// A closed list: data are used for one of these, or not at all.
struct Purpose {
  std::string code;
  ActorClass actor = ActorClass::kOther;
  bool needs_danger = false;  // of a missing person: a named officer has seen imminent danger
  std::vector<std::string> lists{};  // categories of the lists that are kept for it
};

// By priority, 1 to 4: the first element is of priority 1.
template <typename T>
using ByPriority = std::array<T, 4>;

// Where a value comes from.
struct Provenance {
  std::string key;
  std::string basis;  // article, document or reason
  Mark mark = Mark::kChosen;
};

// Threads: any, once read. Every member is a parameter of the file, with its meaning there.
struct Regime {
  std::string name;
  std::string sha256;  // of the file, lower-case hex
  std::vector<Provenance> provenance;

  Clocks clocks = Clocks::kBrussels;
  std::string supervisor;
  std::vector<Purpose> purposes;
  int reason_characters_min = 0;
  Term danger_valid;

  Term store_max;
  std::optional<Term> tier1;  // none: every reading needs an authorisation
  std::optional<Term> tier1_days_max;
  std::vector<std::string> tier1_actors, tier2_actors;
  std::string tier2_issuer;
  int tier2_penalty_years_min = 0;
  bool takes_oral_authorisation = false;
  Term written_within;
  Term camera_act_max, camera_act_designated_max;
  Term erasure_overdue_max;
  int log_years = 0;

  std::vector<std::string> read_fields;
  Occupants occupants = Occupants::kAlwaysBlurred;

  ByPriority<Term> entry_valid_max, feed_age_max, candidate_valid, claim_within;
  Term outcome_within, batch_valid;
  std::vector<std::string> prohibited_attributes;
  bool allows_inexact_alarms = false;
  int two_people_up_to_priority = 0;  // 0: none
  int recheck_up_to_priority = 0;

  Term partial_window_max;
  int partial_results_max = 0;
  std::vector<std::string> area_purposes;
  Term area_window_max;
  int area_cameras_max = 0;
  Term track_window_max;
  int exports_a_day_max = 0;
  std::vector<std::string> export_recipients;
  Term intelligence_free;
  std::string intelligence_overseer;

  std::vector<std::string> statistics_fields;
  int cell_min = 0;

  const Purpose* purpose(std::string_view code) const;
  // For what lists of that category are kept; every category is for one purpose.
  const Purpose& purpose_of_lists(std::string_view category) const;
  const Provenance* provenance_of(std::string_view key) const;
};

// From a TOML file as in regimes/. kBadInput with every finding, one a line: a key, unit, word or
// purpose that is not known, one that is missing, a value without basis or mark.
Result<Regime> regime_from(std::string_view name, std::string_view toml, std::string sha256);

// The names of the regimes that are built in.
std::vector<std::string_view> standard_regimes();
// The text of one of them; empty when there is none of that name.
std::string_view standard_regime_text(std::string_view name);

}  // namespace bas::policy
