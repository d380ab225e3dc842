#include "api/session_cookies.h"

#include <fmt/format.h>

#include "api/access.h"

namespace bas::api {

net::Header set_cookie(const Cookie& cookie) {
  return {"Set-Cookie", fmt::format("{}={}; Path=/; Max-Age={}; Secure; HttpOnly; SameSite={}",
                                    cookie.name, cookie.value, cookie.life.count(),
                                    cookie.same_site == SameSite::kStrict ? "Strict" : "Lax")};
}

net::Header session_cookie(const Services& services, const flow::IssuedCredential& session) {
  const auto life = *session.credential.expires_at - services.clock.now();
  return set_cookie(
      {kSessionCookie, session.secret, std::chrono::floor<std::chrono::seconds>(life)});
}

Result<> end_session_before(Services& services, const net::Request& request) {
  const auto before = services.accounts.principal(request.cookie(kSessionCookie));
  if (!before || before->credential.kind != CredentialKind::kSession) return {};
  services.followers.end(before->credential.id);
  return services.accounts.sign_out(before->credential);
}

}  // namespace bas::api
