// A TOML file as a flat row of keys and values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "config/fields.h"

namespace bas::config {

struct TomlValue {
  std::string key;  // dotted
  std::size_t line = 0;
  // Absent when it is no text or whole number: no setting takes such a value.
  std::optional<RawValue> value;
};

// kBadInput with line and reason when it is no TOML 1.0.
Result<std::vector<TomlValue>> parse_toml(std::string_view text);

}  // namespace bas::config
