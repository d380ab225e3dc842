// Any text is refused or gives settings that are valid and come back the same.
#include "base/check.h"
#include "sources/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto settings = bas::sources::parse_settings({reinterpret_cast<const char*>(bytes), size});
  if (settings) {
    const auto again = bas::sources::parse_settings(bas::sources::to_json(*settings));
    bas::check(again && *again == *settings);
  }
  return 0;
}
