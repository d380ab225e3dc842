// Copies of reads and pictures that a hold keeps for its case: sealed, outside the pool, its days
// and its terms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/result.h"

namespace bas {

// A read of a hold, or one of its pictures.
struct HeldName {
  Id hold;
  Id read;
  std::optional<std::size_t> picture{};
};

// Threads: any. An engine sees ciphertext only. kUnavailable when the disk refuses.
class HeldStore {
 public:
  virtual ~HeldStore() = default;
  // Durable when it returns; what stood under the name is replaced.
  virtual Result<> put(const HeldName& name, std::string_view sealed) = 0;
  virtual Result<std::string> get(const HeldName& name) = 0;  // kNotFound
  // All that was put for this hold; nothing there already counts as done.
  virtual Result<> drop(const Id& hold) = 0;
};

}  // namespace bas
