// The parts of a request that say who asks, why, and of which reads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "policy/request_words.h"

namespace bas::policy {

struct Actor {
  std::string name, unit, zone;
  Role role = Role::kOperator;
  ActorClass actor_class = ActorClass::kOther;
  std::optional<UtcTime> role_until, trained_until;  // from then on it no longer holds
};

struct Danger {
  std::string set_by;  // the officer who saw it
  UtcTime set_at;
};
struct Why {
  std::string code, case_number, reason;
  std::optional<Danger> danger;
};

// Where the data come from. `camera_from` to `camera_until`: what the council allowed.
struct Source {
  std::string controller_zone, camera, authorisation_ref;
  LegalSource legal_source = LegalSource::kUnknown;
  std::optional<UtcTime> camera_from, camera_until;
  bool is_outside_scope = false;  // another type or area than was allowed
  bool is_designated_place = false;
  bool is_transferred = false;  // documented transfer or seizure
  std::vector<std::string> fields;
};

struct Grant {
  std::string from_zone, to_zone;
  std::vector<std::string> purposes;
  UtcTime from, until;
  std::optional<UtcTime> revoked_at;
};

// Captured in [from, until).
struct Range {
  UtcTime from, until;
  bool tier1_only = false;
};

struct Authorisation {
  std::string number, authority, office, reasons_sha256, case_number;
  std::optional<UtcTime> dated, expires;
  std::vector<std::string> plates, areas;  // empty: any
  std::optional<UtcTime> from, until;      // of capture
  int uses = 0;
  int uses_max = 0;  // 0: any number
  int penalty_years = 0;
  bool is_revoked = false;
  bool has_valid_signature = false;
  std::string spoken_to;  // an oral one: by whom it was recorded
};

struct Predicate {
  PredicateKind kind = PredicateKind::kPlate;
  std::string plate;
  std::vector<std::string> areas;
  int cameras = 0;
  std::string supervisor;  // who agreed beforehand
  WatchedPlate watched = WatchedPlate::kNone;
  std::vector<std::string> attributes;
};

struct Picture {
  bool shows_occupants = false;
  std::string unblur_reason;
};

struct Export {
  std::string recipient;
  std::optional<UtcTime> expires;
  int exported_today = 0;
};

}  // namespace bas::policy
