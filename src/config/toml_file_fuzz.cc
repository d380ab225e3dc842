// Any bytes as a settings file: refused or read, and every value offered to every field.
#include <cstdint>
#include <string_view>

#include "config/toml_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), count);
  const auto values = bas::config::parse_toml(text);
  if (!values) return 0;
  for (const auto& each : *values) {
    for (const auto& field : bas::config::fields()) {
      bas::config::Settings settings;
      if (each.value && bas::config::assign(field, settings, *each.value)) {
        bas::config::show(field, settings);
      }
    }
  }
  return 0;
}
