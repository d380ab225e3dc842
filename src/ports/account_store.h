// Users, tokens and sessions, kept relationally.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/account.h"

namespace bas {

// Threads: any; calls are served one after another. Durable when a write returns.
class AccountStore {
 public:
  virtual ~AccountStore() = default;

  virtual Result<> add_user(const User& user) = 0;
  virtual Result<std::vector<User>> users() = 0;
  virtual Result<std::optional<User>> user_by_name(std::string_view name) = 0;
  virtual Result<std::optional<User>> user(const Id& id) = 0;
  virtual Result<std::optional<User>> user_of(const ProviderIdentity& identity) = 0;

  // All but id, name, identity and the time of its making; `version` is the one it is in from now
  // on. kConflict unless the stored version is the one before: somebody else was faster. kNotFound
  // when it is gone.
  virtual Result<> change_user(const User& user) = 0;

  virtual Result<> add_credential(const Credential& credential) = 0;
  // By the digest of the secret; expired ones are returned too: the caller judges by its clock.
  virtual Result<std::optional<Credential>> credential(std::string_view secret_sha256) = 0;
  virtual Result<std::vector<Credential>> tokens() = 0;
  // Sessions and tokens, in the order of their making.
  virtual Result<std::vector<Credential>> credentials_of(const Id& user) = 0;
  // Those that were opened in that session at the provider.
  virtual Result<std::vector<Credential>> credentials_in(std::string_view provider_session) = 0;
  // One that is gone is no failure.
  virtual Result<> note_used(const Id& credential, UtcTime at) = 0;
  virtual Result<> note_proved(const Id& credential, UtcTime at) = 0;
  virtual Result<> remove_credential(const Id& id) = 0;
  virtual Result<> remove_expired(UtcTime now) = 0;
};

}  // namespace bas
