#include "flow/accounts.h"

#include <argon2.h>

#include <algorithm>

#include "base/check.h"
#include "base/encode.h"

namespace bas::flow {

namespace {

// The second choice of RFC 9106 section 4 for memory-bound machines, halved in memory:
// 3 passes, 32 MiB, 4 lanes.
constexpr std::uint32_t kPasses = 3;
constexpr std::uint32_t kMemoryKib = 32 * 1024;
constexpr std::uint32_t kLanes = 4;
constexpr std::size_t kPasswordSaltBytes = 16;
constexpr std::size_t kHashBytes = 32;
constexpr std::size_t kSecretBytes = 32;

// What a password is held against when the name is unknown, so that the answer takes as long.
constexpr std::string_view kSaltOfNobody = "nobody-has-this!";

std::string hash_password(std::string_view password, std::string_view salt) {
  std::string encoded(
      argon2_encodedlen(kPasses, kMemoryKib, kLanes, kPasswordSaltBytes, kHashBytes, Argon2_id),
      '\0');
  const int outcome =
      argon2id_hash_encoded(kPasses, kMemoryKib, kLanes, password.data(), password.size(),
                            salt.data(), salt.size(), kHashBytes, encoded.data(), encoded.size());
  check(outcome == ARGON2_OK);
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool is_password(const User& user, std::string_view password) {
  return argon2id_verify(user.password_hash.c_str(), password.data(), password.size()) == ARGON2_OK;
}

// What a provider says of an account is not for anybody here to change.
bool is_of_provider(const UserChange& change) {
  return change.password || change.zone || change.role || change.capacity || change.role_until ||
         change.trained_until;
}

// All but the password.
User with_change(User user, const UserChange& change) {
  user.display_name = change.display_name.value_or(user.display_name);
  user.language = change.language.value_or(user.language);
  user.zone = change.zone.value_or(user.zone);
  user.role = change.role.value_or(user.role);
  user.capacity = change.capacity.value_or(user.capacity);
  user.role_until = change.role_until.value_or(user.role_until);
  user.trained_until = change.trained_until.value_or(user.trained_until);
  user.is_disabled = change.is_disabled.value_or(user.is_disabled);
  ++user.version;
  return user;
}

}  // namespace

Result<User> Accounts::add_user(NewUser wanted) {
  if (wanted.name.starts_with(kProviderName)) {
    return fail(ErrorCode::kBadInput, "names that begin so are of who signs in with a provider");
  }
  const UtcTime now = parts_.clock.now();
  User user{
      .id = make_id(now, parts_.random),
      .name = std::move(wanted.name),
      .display_name = std::move(wanted.display_name),
      .zone = wanted.zone,
      .role = wanted.role,
      .password_hash = hash_password(wanted.password, parts_.random.bytes(kPasswordSaltBytes)),
      .language = std::move(wanted.language),
      .is_disabled = false,
      .created_at = now,
      .role_until = wanted.role_until,
      .trained_until = wanted.trained_until,
      .capacity = wanted.capacity,
      .is_break_glass = wanted.is_break_glass};
  if (user.display_name.empty()) user.display_name = user.name;
  TRY(parts_.store.add_user(user));
  return user;
}

Result<Accounts::ChangedUser> Accounts::change_user(const Id& id, const UserChange& change,
                                                    const Id& kept) {
  auto found = TRY(parts_.store.user(id));
  if (!found) return fail(ErrorCode::kNotFound, "there is no such account");
  if (found->identity && is_of_provider(change)) {
    return fail(
        ErrorCode::kConflict,
        "it signs in with its zone's account: password, role, zone and terms are kept there");
  }
  if (change.seen.value_or(found->version) != found->version) {
    return fail(ErrorCode::kConflict, "somebody else changed the account: look at it again");
  }
  User user = with_change(std::move(*found), change);
  if (change.password) {
    user.password_hash = hash_password(*change.password, parts_.random.bytes(kPasswordSaltBytes));
  }
  TRY(parts_.store.change_user(user));
  const auto credentials = TRY(parts_.store.credentials_of(id));
  for (const Credential& one : credentials) {
    const bool is_session = one.kind == CredentialKind::kSession;
    const bool is_over = user.is_disabled || (change.password && is_session && one.id != kept);
    if (is_over) TRY(parts_.store.remove_credential(one.id));
  }
  return ChangedUser{std::move(user), credentials};
}

Result<std::optional<User>> Accounts::user_with(const NameAndPassword& given) {
  auto user = TRY(parts_.store.user_by_name(given.name));
  const bool has_password = user && !user->password_hash.empty();
  const bool is_right = has_password ? is_password(*user, given.password)
                                     : hash_password(given.password, kSaltOfNobody).empty();
  if (!is_right || user->is_disabled) return std::nullopt;
  return user;
}

Result<IssuedCredential> Accounts::open_session(const NewSession& wanted) {
  const UtcTime now = parts_.clock.now();
  TRY(parts_.store.remove_expired(now));
  std::chrono::milliseconds life = parts_.sessions.terms().life_max;
  if (wanted.user.is_break_glass)
    life = std::min<std::chrono::milliseconds>(life, SessionTerms::kBreakGlassMax);
  return issue({.kind = CredentialKind::kSession,
                .user = wanted.user.id,
                .label = wanted.address,
                .expires_at = now + life,
                .proved_at = wanted.user.identity ? wanted.proved_at : now,
                .provider_session = wanted.provider_session});
}

Result<> Accounts::sign_out(const Credential& session) {
  return parts_.store.remove_credential(session.id);
}

Result<std::vector<Credential>> Accounts::broken_glass() {
  std::vector<Credential> open;
  for (const User& user : TRY(parts_.store.users())) {
    if (!user.is_break_glass) continue;
    for (Credential& one : TRY(parts_.sessions.living_of(user.id))) open.push_back(std::move(one));
  }
  return open;
}

Result<IssuedCredential> Accounts::issue_token(std::string_view user, std::string label,
                                               std::chrono::minutes life) {
  const auto known = TRY(parts_.store.user_by_name(user));
  if (!known) return fail(ErrorCode::kNotFound, "there is no such account");
  if (known->is_disabled) {
    return fail(ErrorCode::kConflict, "the account is disabled: enable it first");
  }
  if (known->is_break_glass) {
    return fail(ErrorCode::kConflict, "a break-glass account gets no token: use another account");
  }
  return issue({.kind = CredentialKind::kToken,
                .user = known->id,
                .label = std::move(label),
                .expires_at = parts_.clock.now() + life});
}

// Fills in what is drawn and when.
Result<IssuedCredential> Accounts::issue(Credential wanted) {
  IssuedCredential issued;
  issued.secret = "bas_" + to_base64url(parts_.random.bytes(kSecretBytes));
  issued.credential = std::move(wanted);
  issued.credential.created_at = parts_.clock.now();
  issued.credential.id = make_id(issued.credential.created_at, parts_.random);
  issued.credential.secret_sha256 = to_hex(sha256(issued.secret));
  TRY(parts_.store.add_credential(issued.credential));
  return issued;
}

// The secret is looked up by its digest, so the time taken says nothing about it.
Result<Principal> Accounts::principal(std::string_view secret) {
  const auto credential = TRY(parts_.store.credential(to_hex(sha256(secret))));
  if (!credential || !parts_.sessions.is_living(*credential)) {
    return fail(ErrorCode::kRefused, "the session or token is not known or has ended: sign in");
  }
  const auto user = TRY(parts_.store.user(credential->user));
  if (!user || user->is_disabled) {
    return fail(ErrorCode::kRefused, "the account is disabled: ask its administrator");
  }
  return Principal{*user, *credential};
}

}  // namespace bas::flow
