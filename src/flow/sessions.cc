#include "flow/sessions.h"

#include <algorithm>

#include "base/log.h"

namespace bas::flow {

namespace {

constexpr std::chrono::minutes kWriteEvery{1};
constexpr std::size_t kRememberedMax = 10'000;

}  // namespace

bool Sessions::is_living(const Credential& credential) {
  const UtcTime now = parts_.clock.now();
  if (credential.expires_at && *credential.expires_at <= now) return false;
  return credential.kind != CredentialKind::kSession || now < idle_until(credential);
}

UtcTime Sessions::idle_until(const Credential& session) {
  return last_use(session) + parts_.terms.idle_max;
}

void Sessions::note_use(const Credential& session) {
  if (session.kind != CredentialKind::kSession) return;
  const UtcTime now = parts_.clock.now();
  {
    const std::lock_guard lock(mutex_);
    if (used_.size() >= kRememberedMax) {
      const auto is_over = [&](const auto& one) {
        return now - one.second > parts_.terms.idle_max;
      };
      absl::erase_if(used_, is_over);
      absl::erase_if(written_, is_over);
    }
    used_[session.id] = now;
    UtcTime& written = written_[session.id];
    if (now - std::max(written, session.last_used_at.value_or(UtcTime{})) < kWriteEvery) return;
    written = now;
  }
  if (const auto kept = parts_.store.note_used(session.id, now); !kept) {
    log(LogLevel::kWarning, "flow", "the use of a session was not kept",
        {{"why", kept.error().text}});
  }
}

Result<std::vector<Credential>> Sessions::living_of(const Id& user) {
  auto sessions = TRY(parts_.store.credentials_of(user));
  std::erase_if(sessions, [this](const Credential& one) {
    return one.kind != CredentialKind::kSession || !is_living(one);
  });
  for (Credential& session : sessions) session.last_used_at = last_use(session);
  return sessions;
}

Result<> Sessions::end(const Id& user, const Id& session) {
  for (const Credential& own : TRY(living_of(user))) {
    if (own.id == session) return parts_.store.remove_credential(session);
  }
  return fail(ErrorCode::kNotFound, "you have no such session: it may have ended");
}

bool Sessions::is_proved(const Credential& credential) const {
  if (credential.kind != CredentialKind::kSession) return true;
  return credential.proved_at &&
         parts_.clock.now() - *credential.proved_at < parts_.terms.proof_max;
}

Result<> Sessions::note_proved(const Credential& session) {
  return parts_.store.note_proved(session.id, parts_.clock.now());
}

UtcTime Sessions::last_use(const Credential& session) {
  UtcTime last = std::max(session.created_at, session.last_used_at.value_or(session.created_at));
  const std::lock_guard lock(mutex_);
  if (const auto used = used_.find(session.id); used != used_.end()) {
    last = std::max(last, used->second);
  }
  return last;
}

}  // namespace bas::flow
