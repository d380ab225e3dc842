// What a browser keeps to show that an account has come in from it before.
#pragma once

#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/random.h"
#include "vault/vault.h"

namespace bas::flow {

// A mark is 58 hexadecimal digits: a random number of the device, when it was made, and a MAC of
// both with the account's name under the standing keys. Nothing is kept of it here. It opens
// nothing: it only keeps what strangers tried from slowing its account down. A cookie holds the
// marks of up to eight accounts, since desks are shared, joined by "~". Threads: any.
class DeviceMarks {
 public:
  static constexpr std::chrono::days kLife{180};
  static constexpr std::size_t kMarksMax = 8;

  struct Parts {
    vault::Vault& vault;
    const Clock& clock;
    Random& random;
  };
  explicit DeviceMarks(Parts parts) : parts_(parts) {}

  struct Shown {
    std::string_view name;
    std::string_view marks;  // as the browser sent them: anything
  };
  // The number of the device, or empty when no mark is of that name, unchanged and young enough.
  Result<std::string> device(const Shown& shown);
  // What the browser is to keep once that account has come in: a new mark and those of others.
  Result<std::string> renewed(const Shown& shown);

 private:
  Result<std::string> mac(std::string_view name, std::string_view facts);
  Result<bool> is_of(std::string_view mark, std::string_view name);

  Parts parts_;
};

}  // namespace bas::flow
