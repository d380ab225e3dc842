// A JSON object that a person wrote: every key is asked for, and one that is not is refused.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace bas::profiles {

using Json = nlohmann::json;

// kBadInput names the line of a mistake, and a key that stands twice in one object.
Result<Json> parse_json(std::string_view text);

// Takes note of what was asked for; `finish` refuses the rest, `comment` apart. The value must
// outlive it. An answer is empty where the key is absent; kBadInput when its value is of another
// kind.
class JsonKeys {
 public:
  // `path` is how messages name the object; empty for the outermost.
  static Result<JsonKeys> open(const Json& value, std::string path);

  const Json* find(std::string_view key);
  Result<std::optional<std::string>> text(std::string_view key);
  Result<std::optional<bool>> truth(std::string_view key);
  // Not above `most`, not below `least`.
  struct Range {
    std::int64_t least = 0;
    std::int64_t most = 0;
  };
  Result<std::optional<std::int64_t>> number(std::string_view key, Range range);
  // One text, or a list of them; none where the key is absent.
  Result<std::vector<std::string>> texts(std::string_view key);

  Result<> finish() const;
  std::string path_of(std::string_view key) const;
  // `key: what`, as kBadInput.
  tl::unexpected<Error> refuse(std::string_view key, std::string_view what) const;

 private:
  JsonKeys(const Json& value, std::string path) : value_(&value), path_(std::move(path)) {}

  const Json* value_;
  std::string path_;
  std::set<std::string, std::less<>> known_ = {"comment"};
};

}  // namespace bas::profiles
