// Signing in: name, password, and the code of a second factor where the account has one.
#pragma once

#include <string_view>

#include "flow/accounts.h"
#include "flow/second_factors.h"

namespace bas::flow {

struct SignInTry {
  std::string_view name;
  std::string_view password;
  std::string_view code{};  // of the app, or a recovery code; empty: none was given
};

// Threads: any. Takes about 50 ms of one core on purpose (Argon2id, RFC 9106).
class SignIns {
 public:
  struct Parts {
    Accounts& accounts;
    SecondFactors& factors;
  };
  explicit SignIns(Parts parts) : parts_(parts) {}

  // A new session, with a secret of its own. kRefused, after the same work and in the same words,
  // for an unknown name, a wrong password, a disabled account, and a right password whose code is
  // missing or wrong: nobody learns a password without its code. A code is looked at, and used up,
  // only beside the right password.
  Result<IssuedCredential> sign_in(const SignInTry& attempt);

 private:
  Parts parts_;
};

}  // namespace bas::flow
