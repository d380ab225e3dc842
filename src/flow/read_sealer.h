// Reads in and out of their sealed form: tokens, records and pictures under a day's keys.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "flow/terms.h"
#include "model/read.h"
#include "ports/blob_store.h"
#include "ports/read_store.h"
#include "vault/vault.h"

namespace bas::flow {

// Threads: any.
class ReadSealer {
 public:
  // With `terms`, what they say is over does not open any more.
  explicit ReadSealer(vault::Vault& vault, const Terms* terms = nullptr)
      : vault_(vault), terms_(terms) {}

  // The token under which the plate's reads of that day are found.
  Result<std::string> plate_token(Day day, std::string_view canonical_plate) const;

  // Under the keys of the day of capture, and of the act of its camera; without names. kDestroyed
  // when its term is over already.
  Result<SealedRead> seal(const Read& read) const;
  // kDestroyed once the day's key is gone or its term has ended.
  Result<Read> open(const SealedRead& sealed) const;

  Result<std::string> seal_picture(const Read& read, const Picture& picture) const;
  Result<std::string> open_picture(const Read& read, std::string_view sealed) const;

 private:
  vault::Vault& vault_;
  const Terms* terms_;
};

}  // namespace bas::flow
