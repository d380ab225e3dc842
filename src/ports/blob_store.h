// Where sealed pictures and quarantined payloads are kept, by day.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/read.h"

namespace bas {

// Threads: any, concurrently. An engine sees ciphertext only.
class BlobStore {
 public:
  virtual ~BlobStore() = default;

  // Durable when it returns; refs in the order of `blobs`.
  virtual Result<std::vector<BlobRef>> append(Day day, std::span<const std::string> blobs) = 0;

  // kNotFound when the day was dropped or the ref lies outside what was written.
  virtual Result<std::string> read(const BlobRef& ref) = 0;

  virtual Result<> drop_day(Day day) = 0;
};

}  // namespace bas
