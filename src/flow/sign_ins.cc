#include "flow/sign_ins.h"

namespace bas::flow {

Result<SignInAnswer> SignIns::sign_in(const SignInTry& attempt) {
  const std::string device = TRY(parts_.devices.device({attempt.name, attempt.marks}));
  const SignInGuard::Attempt counted{attempt.name, attempt.address, device};
  SignInAnswer answer;
  answer.wait = parts_.guard.admit(counted);
  if (answer.wait > std::chrono::seconds{0}) return answer;
  const auto user = TRY(user_of(attempt));
  if (!user) return answer;
  if (user->is_break_glass) TRY(tell_break_glass(*user, attempt.address));
  parts_.guard.forgive(counted);
  answer.marks = TRY(parts_.devices.renewed({attempt.name, attempt.marks}));
  answer.session = TRY(parts_.accounts.open_session({*user, std::string(attempt.address)}));
  return answer;
}

Result<ProofAnswer> SignIns::prove(const Principal& who, const SignInTry& given) {
  const std::string_view name = who.user.name;
  const std::string device = TRY(parts_.devices.device({name, given.marks}));
  const SignInGuard::Attempt counted{name, given.address, device};
  ProofAnswer answer;
  answer.wait = parts_.guard.admit(counted);
  if (answer.wait > std::chrono::seconds{0}) return answer;
  answer.is_proved = TRY(is_of(who.user, given));
  if (!answer.is_proved) return answer;
  parts_.guard.forgive(counted);
  TRY(parts_.sessions.note_proved(who.credential));
  return answer;
}

Result<bool> SignIns::is_of(const User& user, const SignInTry& given) {
  if (given.password.empty() && given.code.empty()) return false;
  if (!given.password.empty()) {
    const auto named = TRY(parts_.accounts.user_with({user.name, given.password}));
    if (!named || named->id != user.id) return false;
  }
  if (given.code.empty()) return true;
  return parts_.factors.take(user.id, given.code);
}

Result<> SignIns::tell_break_glass(const User& user, std::string_view address) {
  Use use;
  use.facts.verb = policy::Verb::kAlter;
  use.facts.what = "break glass";
  use.facts.role = name_of(user.role);
  use.details.actor = to_string(user.id);
  use.details.terminal = address;
  TRY(parts_.uses.write(std::move(use)));
  return {};
}

// Nobody unless all that the account asks for is right.
Result<std::optional<User>> SignIns::user_of(const SignInTry& attempt) {
  const auto user = TRY(parts_.accounts.user_with({attempt.name, attempt.password}));
  const Id id = user ? user->id : Id{};
  const SecondFactorState factor = TRY(parts_.factors.state(id));
  bool is_in = user.has_value();
  const bool is_asked = is_in && factor.is_on && !user->is_break_glass;
  if (is_asked) is_in = TRY(parts_.factors.take(id, attempt.code));
  return is_in ? user : std::nullopt;
}

}  // namespace bas::flow
