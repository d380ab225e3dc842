#include "flow/provisioning.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "flow/provider_accounts.h"

namespace bas::flow {

namespace {

// Taken away: disabled, and without any term, which an account of a provider has otherwise.
bool is_removed(const User& user) { return user.is_disabled && !user.role_until; }

auto not_there() {
  return fail(ErrorCode::kNotFound, "there is no such account of the identity provider");
}

User with_said(User user, const ProvidedChange& said) {
  if (said.display_name) user.display_name = to_valid_utf8(*said.display_name);
  if (user.display_name.empty()) user.display_name = user.name;
  if (said.is_active) user.is_disabled = !*said.is_active;
  return user;
}

}  // namespace

Result<std::vector<User>> Provisioning::users() {
  auto users = TRY(parts_.store.users());
  std::erase_if(users, [this](const User& one) {
    return !one.identity || one.identity->issuer != parts_.issuer || is_removed(one);
  });
  return users;
}

Result<std::optional<User>> Provisioning::user(const Id& id) {
  auto user = TRY(parts_.store.user(id));
  const bool is_ours = user && user->identity && user->identity->issuer == parts_.issuer;
  return is_ours && !is_removed(*user) ? std::move(user) : std::nullopt;
}

Result<std::optional<User>> Provisioning::user_of(const std::string& subject) {
  auto user = TRY(parts_.store.user_of({parts_.issuer, subject}));
  return user && !is_removed(*user) ? std::move(user) : std::nullopt;
}

Result<User> Provisioning::add(const std::string& subject, const ProvidedChange& said) {
  const auto known = TRY(parts_.store.user_of({parts_.issuer, subject}));
  const UtcTime now = parts_.clock.now();
  if (known && !is_removed(*known)) {
    return fail(ErrorCode::kConflict, "somebody with this userName is there");
  }
  if (known) {
    User back = *known;
    back.is_disabled = false;
    back.role_until = now;
    return TRY(put("account provided", with_said(std::move(back), said))).user;
  }
  User user;
  user.identity = ProviderIdentity{parts_.issuer, subject};
  user.name = provider_name(*user.identity);
  user.language = "nl";
  user.created_at = user.role_until.emplace(now);
  user.id = make_id(now, parts_.random);
  user = with_said(std::move(user), said);
  TRY(tell("account provided", user));
  TRY(parts_.store.add_user(user));
  return user;
}

Result<ProvidedAccount> Provisioning::change(const Id& id, const ProvidedChange& said) {
  const User before = TRY(present(id));
  User after = with_said(before, said);
  const bool is_same =
      after.is_disabled == before.is_disabled && after.display_name == before.display_name;
  if (is_same) return ProvidedAccount{std::move(after)};
  return put(after.is_disabled ? "account disabled by a provider" : "account provided",
             std::move(after));
}

Result<ProvidedAccount> Provisioning::remove(const Id& id) {
  User user = TRY(present(id));
  user.is_disabled = true;
  user.role_until.reset();
  user.trained_until.reset();
  user.display_name = user.name;
  return put("account taken away by a provider", std::move(user));
}

Result<User> Provisioning::present(const Id& id) {
  auto found = TRY(user(id));
  if (!found) return not_there();
  return std::move(*found);
}

// Disabling is that of accounts: sessions and tokens are over with it.
Result<ProvidedAccount> Provisioning::put(const char* what, User user) {
  TRY(tell(what, user));
  ++user.version;
  TRY(parts_.store.change_user(user));
  UserChange change;
  change.is_disabled = user.is_disabled;
  auto changed = TRY(parts_.accounts.change_user(user.id, change));
  if (!user.is_disabled) changed.credentials.clear();
  return ProvidedAccount{std::move(changed.user), std::move(changed.credentials)};
}

Result<> Provisioning::tell(const char* what, const User& user) {
  Use use;
  use.facts.verb = policy::Verb::kAlter;
  use.facts.what = what;
  use.details.actor = "identity provider";
  use.details.predicate = nlohmann::json{
      {"account", to_string(user.id)},
      {"issuer", user.identity->issuer},
      {"subject", user.identity->subject},
      {"disabled",
       user.is_disabled}}.dump();
  TRY(parts_.uses.write(std::move(use)));
  return {};
}

}  // namespace bas::flow
