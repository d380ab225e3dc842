// People and programs that may ask something of the server.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace bas {

// What an account may do in general; zones and purposes narrow it further.
enum class Role {
  kOperator,
  kInvestigator,
  kListManager,
  kTechnician,
  kAdministrator,
  kOverseer,
  kZoneAdministrator,
  kDataProtectionOfficer,
  kMagistrateOffice,
  kTraffic,
  kIntelligence,
  kIntelligenceOverseer,
};

std::string_view name_of(Role role);
std::vector<std::string_view> role_names();
std::optional<Role> role_from(std::string_view name);

// In whose name an officer acts: administrative police keeps order, judicial police works on crimes
// for the prosecutor. The purpose of a use says which of them it takes.
enum class Capacity { kAdministrative, kJudicial, kBoth };
std::string_view name_of(Capacity capacity);
std::optional<Capacity> capacity_from(std::string_view name);
// What an account of that role has where nothing else is said.
Capacity usual_capacity(Role role);

// Who somebody is at an identity provider, for good: never an address or a name, which change
// hands.
struct ProviderIdentity {
  std::string issuer;
  std::string subject;
  bool operator==(const ProviderIdentity&) const = default;
};

struct User {
  Id id;
  std::string name;  // unique, what one types to sign in
  std::string display_name;
  Id zone;  // all zero: the province itself
  Role role = Role::kOperator;
  std::string password_hash;  // Argon2id in its own encoded form; empty: it has no password
  std::string language;       // nl, fr, de or en
  bool is_disabled = false;
  UtcTime created_at;
  // Until when (excluded) it holds the role and its training counts: without either nothing stored
  // is opened for it (rule R58 of the law page).
  std::optional<UtcTime> role_until{};
  std::optional<UtcTime> trained_until{};
  Capacity capacity = Capacity::kAdministrative;
  // For when nothing else lets anybody in: it asks for no code, alarms, and ends after an hour.
  bool is_break_glass = false;
  // Of an account that signs in with a provider: it has no password, and role, zone and terms are
  // what the provider's groups stand for.
  std::optional<ProviderIdentity> identity{};
  int version = 1;  // grows by one with each change
};

// A bearer token or a session. Only the digest of its secret is kept.
enum class CredentialKind { kToken, kSession };

struct Credential {
  Id id{};
  CredentialKind kind = CredentialKind::kToken;
  std::string secret_sha256{};
  Id user;
  std::string label{};  // of a token what it is for, of a session the address it came from
  UtcTime created_at{};
  std::optional<UtcTime> expires_at{};
  std::optional<UtcTime> last_used_at{};  // to the minute; only of sessions
  std::optional<UtcTime> proved_at{};     // when its person last gave a password or a code
  std::string provider_session{};         // of a session: the provider's own name for it
};

}  // namespace bas
