#include "config/config.h"

#include <unistd.h>

#include <algorithm>

#include "base/file.h"
#include "config/rules.h"
#include "config/spelling.h"
#include "config/toml_file.h"

namespace bas::config {

namespace {

constexpr std::size_t kFileBytesMax = 1U << 20U;
constexpr std::string_view kPrefix = "BAS_";

// Fills a Reading, source after source.
class Reader {
 public:
  void take_file(const std::filesystem::path& path) {
    const auto text = read_file(path, kFileBytesMax);
    if (!text) return find(path.string(), text.error().text);
    const auto values = parse_toml(*text);
    if (!values) return find(path.string() + ":" + values.error().text, "no valid TOML");
    for (const TomlValue& each : *values) {
      const std::string where = path.string() + ":" + std::to_string(each.line);
      const Field* field = find_field(each.key);
      if (field == nullptr) {
        find(where, unknown(each.key));
      } else if (!each.value) {
        find(where, each.key + ": it takes " + expected(*field));
      } else {
        take(*field, *each.value, where);
      }
    }
  }

  void take_variable(const std::string& name, const std::string& value) {
    for (const Field& field : fields()) {
      if (variable_of(field) == name) return take(field, {value, Written::kPlain}, name);
    }
    std::vector<std::string> names;
    for (const Field& field : fields()) names.push_back(variable_of(field));
    find(name, "no setting has this variable" + did_you_mean(name, names));
  }

  void take_flag(const std::string& key, const std::string& value) {
    const Field* field = find_field(key);
    if (field == nullptr) return find("--" + key, unknown(key));
    take(*field, {value, Written::kPlain}, "--" + key);
  }

  Reading finish() {
    Settings& settings = reading_.settings;
    const auto beside = [&](std::filesystem::path& path, const char* suffix) {
      if (path.empty()) path = beside_data(settings.data_dir, suffix);
    };
    beside(settings.vault.kek_file, ".kek");
    beside(settings.ledger.key_file, ".ledger-key");
    beside(settings.lists.secrets_dir, ".secrets");
    beside(settings.lists.inbox_dir, ".inbox");
    for (const Breach& breach : breaches(settings)) {
      const auto& origins = reading_.origins;
      const auto set = std::find_if(origins.begin(), origins.end(),
                                    [&](const auto& each) { return each.first == breach.key; });
      find(set == origins.end() ? breach.key : set->second, breach.key + ": " + breach.text);
    }
    return std::move(reading_);
  }

 private:
  void take(const Field& field, const RawValue& raw, const std::string& where) {
    if (auto done = assign(field, reading_.settings, raw); !done) {
      return find(where, done.error().text);
    }
    auto& origins = reading_.origins;
    std::erase_if(origins, [&](const auto& each) { return each.first == field.key; });
    origins.emplace_back(field.key, where);
  }

  static std::string unknown(const std::string& key) {
    std::vector<std::string> keys;
    for (const Field& field : fields()) keys.emplace_back(field.key);
    return "\"" + key + "\" is no setting" + did_you_mean(key, keys);
  }

  void find(std::string where, std::string text) {
    reading_.findings.push_back({std::move(where), std::move(text)});
  }

  Reading reading_;
};

}  // namespace

Reading read_settings(const Sources& sources) {
  Reader reader;
  if (sources.file) reader.take_file(*sources.file);
  const auto& others = sources.other_variables;
  for (const auto& [name, value] : sources.environment) {
    if (!name.starts_with(kPrefix)) continue;
    if (std::find(others.begin(), others.end(), name) != others.end()) continue;
    reader.take_variable(name, value);
  }
  for (const auto& [key, value] : sources.flags) reader.take_flag(key, value);
  return reader.finish();
}

Result<Settings> load(const Sources& sources) {
  Reading reading = read_settings(sources);
  if (reading.findings.empty()) return std::move(reading.settings);
  std::string all;
  for (const Finding& finding : reading.findings) {
    if (!all.empty()) all += '\n';
    all.append(finding.where).append(": ").append(finding.text);
  }
  return fail(ErrorCode::kBadInput, all);
}

std::vector<std::pair<std::string, std::string>> process_environment() {
  std::vector<std::pair<std::string, std::string>> variables;
  for (char** each = environ; each != nullptr && *each != nullptr; ++each) {
    const std::string_view line = *each;
    const auto equals = line.find('=');
    if (!line.starts_with(kPrefix) || equals == std::string_view::npos) continue;
    variables.emplace_back(line.substr(0, equals), line.substr(equals + 1));
  }
  return variables;
}

}  // namespace bas::config
