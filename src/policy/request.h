// What policy is asked: who wants to do what with which data, and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/request_parts.h"

namespace bas::policy {

struct EntryAsked {
  std::string owner, basis, reason, source_id, category;
  int priority = 0;
  std::optional<UtcTime> valid_from, valid_until;
};

struct Criteria {
  std::string version, approved_by, approved_by_dpo, sha256, approved_sha256;
  std::vector<std::string> attributes;
  bool changes_itself = false;
};

struct HitAsked {
  HitStage stage = HitStage::kCandidate;
  MatchHow match = MatchHow::kExact;
  std::string category, entry_author, owner_unit;
  int priority = 0;
  UtcTime created_at;
  bool is_silent = false;
  std::string home_unit;  // it goes to that unit alone, with the others of its day; empty: to all
  std::vector<std::string> told;  // the units that the server tells of it by itself
  SourceAnswer source = SourceAnswer::kNotAsked;
  std::optional<UtcTime> fed_at;  // when the list was last refreshed
  bool has_unit_on_duty = false;
};

struct Log {
  bool is_available = true;
  LogPartition partition = LogPartition::kZone;
  LogReason why = LogReason::kNone;
};

struct Hold {
  std::string report_number;
  std::string case_number;  // of a hold that is opened
  std::optional<UtcTime> review_at;
};

struct Derived {
  UtcTime expires;
  std::vector<UtcTime> inputs_expire;
};

struct Subject {
  bool has_proof_of_holdership = false;
  SubjectThrough through = SubjectThrough::kNobody;
};

struct Change {
  std::string what, impact_assessment;
  std::optional<UtcTime> term_before, term_after;  // of data already there
};

struct Statistics {
  std::vector<std::string> fields;
  int smallest_cell = 0;
};

// Everything but `act` and `actor` is there when the act needs it; what is needed and not there is
// a reason to refuse.
struct Request {
  Act act = Act::kSearch;
  Actor actor;
  std::string of_zone;  // whose it is that is to be changed; empty: not known yet
  std::optional<Why> purpose;
  std::optional<Source> source;
  std::vector<Grant> grants;
  std::optional<Range> range;
  std::optional<Authorisation> authorisation;
  std::optional<Predicate> predicate;
  std::optional<Picture> picture;
  std::optional<Export> exported;
  std::optional<EntryAsked> entry;
  std::optional<Criteria> criteria;
  std::optional<HitAsked> hit;
  std::optional<Hold> hold;
  std::optional<Derived> derived;
  std::optional<Subject> subject;
  std::optional<Change> change;
  std::optional<Statistics> statistics;
  Log log;
};

}  // namespace bas::policy
