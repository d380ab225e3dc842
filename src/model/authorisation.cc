#include "model/authorisation.h"

#include "model/name_table.h"

namespace bas {

std::string_view name_of(AuthorisationState state) {
  static constexpr NameTable<AuthorisationState, 6> kAuthorisationStates{
      {"without_document", "unconfirmed", "in_force", "used_up", "expired", "revoked"}};
  return kAuthorisationStates.of(state);
}

AuthorisationState state_of(const Authorisation& authorisation, UtcTime now) {
  if (authorisation.revoked_at) return AuthorisationState::kRevoked;
  if (authorisation.expires <= now) return AuthorisationState::kExpired;
  if (authorisation.document_sha256.empty()) return AuthorisationState::kWithoutDocument;
  if (!authorisation.confirmed_at) return AuthorisationState::kUnconfirmed;
  const auto used = static_cast<int>(authorisation.uses.size());
  const bool is_used_up = authorisation.uses_max > 0 && used >= authorisation.uses_max;
  return is_used_up ? AuthorisationState::kUsedUp : AuthorisationState::kInForce;
}

}  // namespace bas
