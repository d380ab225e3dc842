#include "config/toml_file.h"

#include <toml++/toml.h>

namespace bas::config {

namespace {

TomlValue value_of(std::string key, const toml::node& node) {
  TomlValue value{std::move(key), node.source().begin.line, std::nullopt};
  if (const auto* text = node.as_string()) {
    value.value = RawValue{text->get(), Written::kQuoted};
  } else if (const auto* number = node.as_integer()) {
    value.value = RawValue{std::to_string(number->get()), Written::kNumber};
  }
  return value;
}

// Tables nest no deeper than the parser allows (256).
void flatten(const toml::table& table, const std::string& prefix, std::vector<TomlValue>& values) {
  for (const auto& [name, node] : table) {
    const std::string key = prefix + std::string(name.str());
    if (const auto* inner = node.as_table()) {
      flatten(*inner, key + ".", values);
    } else {
      values.push_back(value_of(key, node));
    }
  }
}

}  // namespace

Result<std::vector<TomlValue>> parse_toml(std::string_view text) {
  try {
    std::vector<TomlValue> values;
    flatten(toml::parse(text), "", values);
    return values;
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::kBadInput, std::to_string(error.source().begin.line) + ": " +
                                          std::string(error.description()));
  }
}

}  // namespace bas::config
