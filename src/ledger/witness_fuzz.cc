// Requests to a witness from any bytes: refused, or written again exactly so.
#include "ledger/witness.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  namespace ledger = bas::ledger;
  const std::string_view body(reinterpret_cast<const char*>(bytes), size);
  const auto asked = ledger::AddCheckpoint::parse(body);
  if (!asked) return 0;
  if (asked->body() != body) __builtin_trap();
  const auto nobody = [](const std::string&) { return std::optional<ledger::Checkpoint>(); };
  if (ledger::judge(*asked, {}, nobody).status == 200) __builtin_trap();
  return 0;
}
