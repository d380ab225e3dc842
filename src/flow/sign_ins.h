// Signing in: name, password, and the code of a second factor where the account has one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "flow/accounts.h"
#include "flow/device_marks.h"
#include "flow/second_factors.h"
#include "flow/sign_in_guard.h"
#include "flow/use_log.h"

namespace bas::flow {

struct SignInTry {
  std::string_view name;
  std::string_view password;
  std::string_view code{};     // of the app, or a recovery code; empty: none was given
  std::string_view address{};  // where it comes from
  std::string_view marks{};    // of the device, as the browser sent them
};

// One of three: in; to wait, and nothing was looked at; refused.
struct SignInAnswer {
  std::optional<IssuedCredential> session{};
  std::string marks{};  // for the browser to keep, once in
  std::chrono::seconds wait{0};
};

struct ProofAnswer {
  bool is_proved = false;
  std::chrono::seconds wait{0};  // more than none: nothing was looked at
};

// Threads: any. Takes about 50 ms of one core on purpose (Argon2id, RFC 9106).
class SignIns {
 public:
  struct Parts {
    Accounts& accounts;
    SecondFactors& factors;
    SignInGuard& guard;
    DeviceMarks& devices;
    Sessions& sessions;
    UseLog& uses;
  };
  explicit SignIns(Parts parts) : parts_(parts) {}

  // A new session, with a secret of its own. Refused, after the same work, is an unknown name, a
  // wrong password, a disabled account, and a right password whose code is missing or wrong alike:
  // nobody learns a password without its code. A code is looked at, and used up, only beside the
  // right password. A break-glass account is not asked for one; its use is written into the ledger
  // before it is in, and where that fails it is not. How long to wait says nothing of them either.
  Result<SignInAnswer> sign_in(const SignInTry& attempt);
  // Whether who holds that session still knows the password, or has the app: what is given of the
  // two has to be right, and one of them has to be given. Guessing is slowed as it is for signing
  // in. The name in `given` is not looked at.
  Result<ProofAnswer> prove(const Principal& who, const SignInTry& given);

 private:
  Result<> tell_break_glass(const User& user, std::string_view address);
  Result<bool> is_of(const User& user, const SignInTry& given);
  Result<std::optional<User>> user_of(const SignInTry& attempt);

  Parts parts_;
};

}  // namespace bas::flow
