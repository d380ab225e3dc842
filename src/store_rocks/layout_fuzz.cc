#include "store_rocks/layout.h"

#include "base/check.h"

// A record that decodes must encode to itself: there is one form of each.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t count) {
  const std::string_view record(reinterpret_cast<const char*>(bytes), count);
  const auto read = bas::store_rocks::decode_record(bas::Id{}, record);
  if (read) bas::check(bas::store_rocks::encode_record(*read) == record);
  return 0;
}
