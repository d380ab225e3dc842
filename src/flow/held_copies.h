// The copies of a hold, in and out of their sealed form, under the hold's own keys.
#pragma once

#include <string>

#include "model/hold.h"
#include "model/read.h"
#include "ports/held_store.h"
#include "vault/vault.h"

namespace bas::flow {

// Threads: any. kDestroyed once the hold was released.
class HeldCopies {
 public:
  HeldCopies(HeldStore& store, vault::Vault& vault) : store_(store), vault_(vault) {}

  // Before the first copy; durable when it returns.
  Result<> begin(const Id& hold);
  Result<> put(const Id& hold, const Read& read);
  Result<> put_picture(const HeldName& name, std::string_view bytes);

  Result<Read> read(const Id& hold, const Id& read);
  Result<std::string> picture(const HeldName& name);

  // Destroys the keys, then the files: for good. Repeating it changes nothing.
  Result<> destroy(const Id& hold);

 private:
  HeldStore& store_;
  vault::Vault& vault_;
};

}  // namespace bas::flow
