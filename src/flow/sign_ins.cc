#include "flow/sign_ins.h"

namespace bas::flow {

Result<IssuedCredential> SignIns::sign_in(const SignInTry& attempt) {
  const auto user = TRY(parts_.accounts.user_with({attempt.name, attempt.password}));
  const Id id = user ? user->id : Id{};
  const SecondFactorState factor = TRY(parts_.factors.state(id));
  bool is_in = user.has_value();
  if (is_in && factor.is_on) is_in = TRY(parts_.factors.take(id, attempt.code));
  if (!is_in) return fail(ErrorCode::kRefused, "the name, the password or the code is wrong");
  return parts_.accounts.open_session(*user);
}

}  // namespace bas::flow
