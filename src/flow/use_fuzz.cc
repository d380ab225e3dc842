// What lies in the ledger is read back: an entry and its details, whatever they hold.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "flow/use.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (const auto entry = bas::flow::parse_entry(text)) {
    const std::string again = bas::flow::entry_text(entry->facts, entry->commitment);
    const auto back = bas::flow::parse_entry(again);
    bas::check(back && bas::flow::entry_text(back->facts, back->commitment) == again);
  }
  if (const auto details = bas::flow::parse_details(text)) {
    const auto back = bas::flow::parse_details(bas::flow::details_text(*details));
    bas::check(back && *back == *details);
  }
  return 0;
}
