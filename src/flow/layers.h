// Two seals on what a camera of the camera act saw: that of its day, and beneath it that of the
// act, which is destroyed when the shorter term ends (rule R7). What the police act knows has one.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/province.h"
#include "vault/vault.h"

namespace bas::flow {

// What is sealed, and what it belongs to.
struct Sealing {
  vault::SealKind kind;
  std::string_view context;
  Day day;
  LegalSource source = LegalSource::kPoliceAct;
};

// The shelf of the vault that the second seal stands on.
vault::Shelf shelf_of(Day day, LegalSource source);

// Keys are made on first use. Errors of all: kDestroyed once the day or the act's term on it ended.
Result<std::string> seal_layered(vault::Vault& vault, const Sealing& sealing,
                                 std::string_view plain);
Result<std::string> open_layered(vault::Vault& vault, const Sealing& sealing,
                                 std::string_view sealed);

// The same of a record, which tells its source itself: `sealing.source` is not looked at to open
// it. `plain` is a map or list of CBOR.
struct OpenedRecord {
  std::string plain;
  LegalSource source = LegalSource::kPoliceAct;
};
Result<std::string> seal_record(vault::Vault& vault, const Sealing& sealing,
                                std::string_view plain);
Result<OpenedRecord> open_record(vault::Vault& vault, const Sealing& sealing,
                                 std::string_view sealed);

// Whether it failed because the day is erased, or never was.
inline bool is_erased(const Error& error) {
  return error.code == ErrorCode::kDestroyed || error.code == ErrorCode::kNotFound;
}

}  // namespace bas::flow
