#include "base/encode.h"
#include "control_sql/rows.h"
#include "control_sql/stores.h"

namespace bas::control_sql {

namespace {

struct UserRow {
  std::string id, name, display_name;
  Nullable<std::string> zone;
  std::string role, password_hash, language;
  int is_disabled = 0;
  long long created_at = 0;
  Nullable<long long> role_until, trained_until;
  std::string capacity;
  int is_break_glass = 0;
  Nullable<std::string> issuer, subject;
  int version = 0;
  auto fields() {
    return std::tie(id, name, display_name, zone, role, password_hash, language, is_disabled,
                    created_at, role_until, trained_until, capacity, is_break_glass, issuer,
                    subject, version);
  }
};

// What can be changed, then whose it is and in which version it was.
struct UserChangeRow {
  UserRow row;
  int before = 0;
  auto fields() {
    return std::tie(row.display_name, row.zone, row.role, row.password_hash, row.language,
                    row.is_disabled, row.role_until, row.trained_until, row.capacity,
                    row.is_break_glass, row.version, row.id, before);
  }
};

struct CredentialRow {
  std::string id, kind, secret_digest, user, label;
  long long created_at = 0;
  Nullable<long long> expires_at, last_used_at, proved_at;
  Nullable<std::string> provider_session;
  auto fields() {
    return std::tie(id, kind, secret_digest, user, label, created_at, expires_at, last_used_at,
                    proved_at, provider_session);
  }
};

constexpr std::string_view kSelectUser =
    "SELECT id, name, display_name, zone, role, password_hash, language, is_disabled, created_at, "
    "role_until, trained_until, capacity, is_break_glass, issuer, subject, version FROM users ";
constexpr std::string_view kSelectCredential =
    "SELECT id, kind, secret_digest, user_id, label, created_at, expires_at, last_used_at, "
    "proved_at, provider_session "
    "FROM credentials ";
constexpr std::string_view kToken = "token";
constexpr std::string_view kSession = "session";

std::optional<ProviderIdentity> identity_in(const UserRow& row) {
  const auto issuer = row.issuer.get();
  const auto subject = row.subject.get();
  if (!issuer || !subject) return std::nullopt;
  return ProviderIdentity{*issuer, *subject};
}

Nullable<std::string> nullable_text(std::optional<std::string> text) {
  return Nullable<std::string>(std::move(text));
}

Result<User> decode_user(const UserRow& row) {
  const auto role = role_from(row.role);
  const auto capacity = capacity_from(row.capacity);
  if (!role || !capacity)
    return fail(ErrorCode::kCorrupt, "a stored role or capacity is unknown: restore a backup");
  return User{TRY(stored_id(row.id)),
              row.name,
              row.display_name,
              TRY(stored_nullable_id(row.zone)),
              *role,
              row.password_hash,
              row.language,
              row.is_disabled != 0,
              time_of(row.created_at),
              nullable_time(row.role_until),
              nullable_time(row.trained_until),
              *capacity,
              row.is_break_glass != 0,
              identity_in(row),
              row.version};
}

UserRow encode_user(const User& user) {
  std::optional<std::string> issuer, subject;
  if (user.identity) {
    issuer = user.identity->issuer;
    subject = user.identity->subject;
  }
  return {to_string(user.id),
          user.name,
          user.display_name,
          nullable_id(user.zone),
          std::string(name_of(user.role)),
          user.password_hash,
          user.language,
          user.is_disabled ? 1 : 0,
          ms_of(user.created_at),
          nullable_ms(user.role_until),
          nullable_ms(user.trained_until),
          std::string(name_of(user.capacity)),
          user.is_break_glass ? 1 : 0,
          nullable_text(std::move(issuer)),
          nullable_text(std::move(subject)),
          user.version};
}

Result<Credential> decode_credential(const CredentialRow& row) {
  return Credential{TRY(stored_id(row.id)),
                    row.kind == kToken ? CredentialKind::kToken : CredentialKind::kSession,
                    TRY(stored_bytes(row.secret_digest)),
                    TRY(stored_id(row.user)),
                    row.label,
                    time_of(row.created_at),
                    nullable_time(row.expires_at),
                    nullable_time(row.last_used_at),
                    nullable_time(row.proved_at),
                    row.provider_session.get().value_or("")};
}

class SqlAccountStore final : public AccountStore {
 public:
  explicit SqlAccountStore(const Connections& connections) : connections_(connections) {}

  Result<> add_user(const User& user) override {
    return execute(
               "INSERT INTO users (id, name, display_name, zone, role, password_hash, "
               "language, is_disabled, created_at, role_until, trained_until, capacity, "
               "is_break_glass, issuer, subject, version) VALUES (:id, :name, :display, :zone, "
               ":role, :password, :language, :disabled, :created, :role_until, :trained_until, "
               ":capacity, :break_glass, :issuer, :subject, :version)",
               encode_user(user))
        .map_error(while_doing("the user was not added"));
  }

  Result<> change_user(const User& user) override {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<UserChangeRow> statement(
          session,
          "UPDATE users SET display_name = :display, zone = :zone, role = :role, password_hash = "
          ":password, language = :language, is_disabled = :disabled, role_until = :role_until, "
          "trained_until = :trained_until, capacity = :capacity, is_break_glass = :break_glass, "
          "version = :version WHERE id = :id AND version = :before");
      statement.in = {encode_user(user), user.version - 1};
      statement.run();
      if (statement.changed_rows() > 0) return {};
      const auto kept =
          TRY(select_one<UserRow>(session, with(kSelectUser, "WHERE id = :id"),
                                  Values<std::string>{{to_string(user.id)}}, decode_user));
      if (!kept) return fail(ErrorCode::kNotFound, "there is no such account");
      return fail(ErrorCode::kConflict, "somebody else changed it meanwhile: look at it again");
    });
  }

  Result<std::vector<User>> users() override {
    return connections_.reads.read([](soci::session& session) {
      return select_all<UserRow>(session, with(kSelectUser, "ORDER BY name"), None{}, decode_user);
    });
  }

  Result<std::optional<User>> user_by_name(std::string_view name) override {
    return one_user("WHERE name = :name", std::string(name));
  }

  Result<std::optional<User>> user(const Id& id) override {
    return one_user("WHERE id = :id", to_string(id));
  }

  Result<std::optional<User>> user_of(const ProviderIdentity& identity) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<UserRow>(
          session, with(kSelectUser, "WHERE issuer = :issuer AND subject = :subject"),
          Values<std::string, std::string>{{identity.issuer, identity.subject}}, decode_user);
    });
  }

  Result<> add_credential(const Credential& credential) override {
    const bool is_token = credential.kind == CredentialKind::kToken;
    return execute(
               "INSERT INTO credentials (id, kind, secret_digest, user_id, label, "
               "created_at, expires_at, last_used_at, proved_at, provider_session) VALUES (:id, "
               ":kind, :secret, :user_id, :label, :created, :expires, :last_used, :proved, "
               ":provider_session)",
               CredentialRow{to_string(credential.id), std::string(is_token ? kToken : kSession),
                             to_base64(credential.secret_sha256), to_string(credential.user),
                             credential.label, ms_of(credential.created_at),
                             nullable_ms(credential.expires_at),
                             nullable_ms(credential.last_used_at),
                             nullable_ms(credential.proved_at),
                             nullable_text(credential.provider_session.empty()
                                               ? std::nullopt
                                               : std::optional(credential.provider_session))})
        .map_error(while_doing("the credential was not added"));
  }

  Result<std::optional<Credential>> credential(std::string_view secret_sha256) override {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<CredentialRow>(
          session, with(kSelectCredential, "WHERE secret_digest = :secret"),
          Values<std::string>{{to_base64(secret_sha256)}}, decode_credential);
    });
  }

  Result<std::vector<Credential>> tokens() override {
    return credentials("WHERE kind = :kind ORDER BY id", std::string(kToken));
  }

  Result<std::vector<Credential>> credentials_of(const Id& user) override {
    return credentials("WHERE user_id = :user_id ORDER BY id", to_string(user));
  }

  Result<std::vector<Credential>> credentials_in(std::string_view provider_session) override {
    return credentials("WHERE provider_session = :session ORDER BY id",
                       std::string(provider_session));
  }

  Result<> note_used(const Id& id, UtcTime at) override {
    return execute("UPDATE credentials SET last_used_at = :at WHERE id = :id",
                   Values<long long, std::string>{{ms_of(at), to_string(id)}});
  }

  Result<> note_proved(const Id& id, UtcTime at) override {
    return execute("UPDATE credentials SET proved_at = :at WHERE id = :id",
                   Values<long long, std::string>{{ms_of(at), to_string(id)}});
  }

  Result<> remove_credential(const Id& id) override {
    return execute("DELETE FROM credentials WHERE id = :id", Values<std::string>{{to_string(id)}});
  }

  Result<> remove_expired(UtcTime now) override {
    return execute("DELETE FROM credentials WHERE expires_at <= :now",
                   Values<long long>{{ms_of(now)}});
  }

 private:
  template <typename Row>
  Result<> execute(std::string_view sql, Row row) {
    return connections_.writes.write([&](soci::session& session) -> Result<> {
      Prepared<Row> statement(session, sql);
      statement.in = std::move(row);
      statement.run();
      return {};
    });
  }

  Result<std::vector<Credential>> credentials(std::string_view where, std::string key) {
    return connections_.reads.read([&](soci::session& session) {
      return select_all<CredentialRow>(session, with(kSelectCredential, where),
                                       Values<std::string>{{std::move(key)}}, decode_credential);
    });
  }

  Result<std::optional<User>> one_user(std::string_view where, std::string key) {
    return connections_.reads.read([&](soci::session& session) {
      return select_one<UserRow>(session, with(kSelectUser, where),
                                 Values<std::string>{{std::move(key)}}, decode_user);
    });
  }

  Connections connections_;
};

}  // namespace

std::unique_ptr<AccountStore> make_account_store(const Connections& connections) {
  return std::make_unique<SqlAccountStore>(connections);
}

}  // namespace bas::control_sql
