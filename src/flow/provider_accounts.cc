#include "flow/provider_accounts.h"

#include <nlohmann/json.hpp>

#include "base/encode.h"

namespace bas::flow {

namespace {

constexpr std::size_t kDigestDigits = 24;

std::string language_for(const ProvenPerson& person) {
  for (const std::string_view known : {"nl", "fr", "de", "en"}) {
    if (person.language == known) return person.language;
  }
  return "nl";
}

// Whether somebody with `after` may see other things than with `before`.
bool sees_other_things(const User& before, const User& after) {
  return before.role != after.role || before.zone != after.zone ||
         before.capacity != after.capacity;
}

}  // namespace

std::string provider_name(const ProviderIdentity& identity) {
  const std::string digest = to_hex(sha256({sha256(identity.issuer), identity.subject}));
  return std::string(kProviderName) + digest.substr(0, kDigestDigits);
}

Result<ProviderAccounts::Entry> ProviderAccounts::enter(const ProvenPerson& person,
                                                        std::string_view terminal) {
  const auto known = TRY(parts_.store.user_of(person.identity));
  const GroupRow* const row = parts_.mapping.row_for(person.groups);
  if (known && known->is_disabled) return Entry{};
  if (row == nullptr) return known ? lapse(*known, terminal) : Entry{};
  User wanted = TRY(as_mapped(person, *row));
  if (known) return change(*known, std::move(wanted), terminal);
  wanted.created_at = parts_.clock.now();
  wanted.id = make_id(wanted.created_at, parts_.random);
  TRY(tell("account of a provider", wanted, terminal));
  TRY(parts_.store.add_user(wanted));
  return Entry{std::move(wanted)};
}

Result<User> ProviderAccounts::as_mapped(const ProvenPerson& person, const GroupRow& row) {
  const auto view = parts_.directory.view();
  const Zone* const zone = row.zone.empty() ? nullptr : view->zone_with_code(row.zone);
  if (zone == nullptr && !row.zone.empty()) {
    return fail(ErrorCode::kConflict, "the mapping of groups names a zone that is not here");
  }
  User user;
  user.name = provider_name(person.identity);
  user.display_name = person.name.empty() ? user.name : to_valid_utf8(person.name);
  user.zone = zone == nullptr ? Id{} : zone->id;
  user.role = row.role;
  user.language = language_for(person);
  user.role_until = parts_.clock.now() + row.role_life;
  user.trained_until = row.trained_until;
  user.capacity = row.capacity;
  user.identity = person.identity;
  return user;
}

Result<ProviderAccounts::Entry> ProviderAccounts::change(const User& before, User after,
                                                         std::string_view terminal) {
  after.id = before.id;
  after.created_at = before.created_at;
  after.language = before.language;
  after.version = before.version + 1;
  TRY(tell("account changed by a provider", after, terminal));
  TRY(parts_.store.change_user(after));
  Entry entry{std::move(after)};
  if (sees_other_things(before, *entry.account)) {
    entry.stale = TRY(parts_.store.credentials_of(before.id));
  }
  return entry;
}

Result<ProviderAccounts::Entry> ProviderAccounts::lapse(const User& user,
                                                        std::string_view terminal) {
  User lapsed = user;
  lapsed.role_until = parts_.clock.now();
  ++lapsed.version;
  TRY(tell("role ended by a provider", lapsed, terminal));
  TRY(parts_.store.change_user(lapsed));
  Entry entry{{}, TRY(parts_.store.credentials_of(user.id))};
  for (const Credential& one : entry.stale) TRY(parts_.store.remove_credential(one.id));
  return entry;
}

// Alters, as what an administrator does with accounts. Who it is at the provider is sealed with it.
Result<> ProviderAccounts::tell(const char* what, const User& user, std::string_view terminal) {
  Use use;
  use.facts.verb = policy::Verb::kAlter;
  use.facts.what = what;
  use.facts.role = name_of(user.role);
  const auto view = parts_.directory.view();
  if (const Zone* const zone = view->zone(user.zone); zone != nullptr) use.facts.zone = zone->code;
  use.details.actor = to_string(user.id);
  use.details.terminal = terminal;
  nlohmann::json told = {{"account", to_string(user.id)},
                         {"issuer", user.identity->issuer},
                         {"subject", user.identity->subject},
                         {"role", name_of(user.role)},
                         {"capacity", name_of(user.capacity)}};
  if (user.role_until) told["role_until"] = format_rfc3339(*user.role_until);
  if (user.trained_until) told["trained_until"] = format_rfc3339(*user.trained_until);
  use.details.predicate = told.dump();
  TRY(parts_.uses.write(std::move(use)));
  return {};
}

}  // namespace bas::flow
