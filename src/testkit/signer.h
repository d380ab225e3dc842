// Somebody who signs lists with OpenSSL, as a publisher would.
#pragma once

#include <cstdlib>
#include <string>

#include "base/check.h"
#include "base/file.h"
#include "testkit/scratch.h"

namespace bas::testkit {

class Signer {
 public:
  Signer() {
    run("openssl genpkey -algorithm ed25519 -out private.pem");
    run("openssl pkey -in private.pem -pubout -out public.pem");
  }

  const Scratch& scratch() const { return scratch_; }
  std::string public_key_file() const { return scratch_.path("public.pem"); }
  std::string public_key_pem() const { return text_of("public.pem"); }
  std::string private_key_pem() const { return text_of("private.pem"); }

  // The 64 bytes.
  std::string sign(const std::string& bytes) const {
    scratch_.file("bytes", bytes);
    run("openssl pkeyutl -sign -rawin -inkey private.pem -in bytes -out signature");
    return text_of("signature");
  }

 private:
  void run(const std::string& command) const {
    check(std::system(("cd '" + scratch_.folder().string() + "' && " + command).c_str()) == 0);
  }
  std::string text_of(const std::string& name) const {
    return *read_file(scratch_.path(name), std::size_t{1} << 20);
  }

  Scratch scratch_;
};

}  // namespace bas::testkit
