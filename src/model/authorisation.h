// The decision of an authority that opens what is otherwise closed, such as older reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace bas {

// One question that was asked on it; its pages and repetitions are the same use.
struct AuthorisationUse {
  std::string question_sha256;
  Id by;
  UtcTime at;
};

// Empty `plates` and `areas` (codes of zones): the decision names none, any will do.
// `from` to `until`: of capture. It counts from the moment a second person has compared it with the
// document and its signature.
struct Authorisation {
  Id id;
  Id zone;  // whose people may use it
  std::string number;
  std::string authority;  // as the law names it, such as "procureur"
  std::string office;     // which one, and who signed
  std::string case_number;
  UtcTime dated, expires;
  UtcTime from, until;
  std::vector<std::string> plates, areas;
  int penalty_years = 0;
  int uses_max = 0;             // 0: any number
  std::string document_sha256;  // hex; empty until the document is there
  std::uint64_t document_bytes = 0;
  Id registered_by;
  UtcTime registered_at;
  std::optional<UtcTime> confirmed_at{};
  Id confirmed_by{};
  std::optional<UtcTime> revoked_at{};
  Id revoked_by{};
  std::vector<AuthorisationUse> uses{};
};

enum class AuthorisationState {
  kWithoutDocument,
  kUnconfirmed,
  kInForce,
  kUsedUp,
  kExpired,
  kRevoked
};
std::string_view name_of(AuthorisationState state);
AuthorisationState state_of(const Authorisation& authorisation, UtcTime now);

}  // namespace bas
