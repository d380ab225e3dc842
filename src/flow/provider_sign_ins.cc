#include "flow/provider_sign_ins.h"

#include "base/encode.h"

namespace bas::flow {

namespace {

// How far the provider's clock may be behind this one.
constexpr std::chrono::seconds kProofSkew{60};

auto not_ours() {
  return fail(ErrorCode::kRefused, "this is not the answer to what this browser began");
}

}  // namespace

Result<BegunSignIn> ProviderSignIns::begin() {
  return begun(PendingSignIn::draw(parts_.clock.now(), parts_.random));
}

Result<BegunSignIn> ProviderSignIns::begin_proof(const Principal& who) {
  IdentityProvider* const asked = TRY(provider());
  if (!who.user.identity || who.user.identity->issuer != asked->issuer()) {
    return fail(ErrorCode::kConflict, "this account does not sign in with a provider");
  }
  PendingSignIn pending = PendingSignIn::draw(parts_.clock.now(), parts_.random);
  pending.user = who.user.id;
  pending.session = who.credential.id;
  return begun(pending);
}

Result<BegunSignIn> ProviderSignIns::begun(const PendingSignIn& pending) {
  const std::string challenge = pending.challenge();
  IdentityProvider* const asked = TRY(provider());
  std::string address = TRY(
      asked->address_for({pending.state, pending.nonce, challenge, !pending.session.is_zero()}));
  std::string kept = TRY(seal(pending, parts_.vault));
  return BegunSignIn{std::move(address), std::move(kept)};
}

Result<ProviderEntry> ProviderSignIns::finish(const ProviderReturn& back) {
  const auto pending = TRY(open_pending(back.kept, parts_.vault, parts_.clock.now()));
  const auto person = TRY(person_of(back, pending));
  return pending.session.is_zero() ? enter(person, back.address) : prove(person, pending);
}

Result<ProvenPerson> ProviderSignIns::person_of(const ProviderReturn& back,
                                                const PendingSignIn& pending) {
  IdentityProvider* const asked = TRY(provider());
  if (back.code.empty() || !equal_constant_time(pending.state, back.state)) return not_ours();
  if (!back.issuer.empty() && back.issuer != asked->issuer()) return not_ours();
  const UtcTime now = parts_.clock.now();
  if (!states_.take(pending.state, now, pending.begun_at + PendingSignIn::kLife)) return not_ours();
  return asked->person_of({back.code, pending.verifier, pending.nonce});
}

Result<ProviderEntry> ProviderSignIns::enter(const ProvenPerson& person, std::string_view address) {
  auto entered = TRY(parts_.entrances.enter(person, address));
  ProviderEntry entry;
  entry.stale = std::move(entered.stale);
  if (!entered.account) return entry;
  entry.outcome = ProviderOutcome::kIn;
  entry.session = TRY(parts_.accounts.open_session({.user = *entered.account,
                                                    .address = std::string(address),
                                                    .provider_session = person.session,
                                                    .proved_at = person.authenticated_at}));
  return entry;
}

Result<ProviderEntry> ProviderSignIns::prove(const ProvenPerson& person,
                                             const PendingSignIn& pending) {
  const auto user = TRY(parts_.store.user(pending.user));
  const bool is_same = user && user->identity == person.identity;
  // Asked for with `max_age`, the provider has to say when; who says nothing proves nothing.
  const bool is_new =
      person.authenticated_at && *person.authenticated_at + kProofSkew >= pending.begun_at;
  if (!is_same || !is_new) {
    return fail(ErrorCode::kRefused, "the provider did not ask that person again");
  }
  for (const Credential& session : TRY(parts_.sessions.living_of(pending.user))) {
    if (session.id != pending.session) continue;
    TRY(parts_.sessions.note_proved(session));
    return ProviderEntry{ProviderOutcome::kProved};
  }
  return fail(ErrorCode::kRefused, "the session whose proof was asked for is over");
}

Result<std::vector<Credential>> ProviderSignIns::end(std::string_view logout_token) {
  IdentityProvider* const asked = TRY(provider());
  const auto logout = TRY(asked->read_logout(logout_token));
  if (!logouts_.take(logout.id, parts_.clock.now(), logout.until)) {
    return fail(ErrorCode::kRefused, "this token to sign out was used before (`jti`)");
  }
  auto ended = TRY(sessions_of(logout));
  for (const Credential& one : ended) TRY(parts_.store.remove_credential(one.id));
  return ended;
}

// Where both are named it is that session of that person.
Result<std::vector<Credential>> ProviderSignIns::sessions_of(const ProviderLogout& logout) {
  std::vector<Credential> found;
  if (logout.identity.subject.empty()) {
    found = TRY(parts_.store.credentials_in(logout.session));
  } else if (const auto user = TRY(parts_.store.user_of(logout.identity)); user) {
    found = TRY(parts_.store.credentials_of(user->id));
  }
  std::erase_if(found, [&](const Credential& one) {
    const bool is_named = logout.session.empty() || one.provider_session == logout.session;
    return one.kind != CredentialKind::kSession || !is_named;
  });
  return found;
}

Result<IdentityProvider*> ProviderSignIns::provider() const {
  if (parts_.provider != nullptr) return parts_.provider;
  return fail(ErrorCode::kNotFound, "no identity provider is configured here: see oidc.issuer");
}

}  // namespace bas::flow
