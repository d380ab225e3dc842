#include "profiles/json_keys.h"

#include <fmt/format.h>

namespace bas::profiles {

namespace {

constexpr std::size_t kProfileBytesMax = 256 * 1024;
constexpr int kDepthMax = 8;

// Notes what nlohmann would let pass: a key twice in one object, and nesting without end.
class Watch {
 public:
  bool operator()(int depth, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::object_start) names_.emplace_back();
    if (event == Json::parse_event_t::object_end && !names_.empty()) names_.pop_back();
    if (event == Json::parse_event_t::key && !names_.back().insert(value).second) {
      mistake_ = fmt::format("the key `{}` stands twice in one object", value.get<std::string>());
    }
    if (depth > kDepthMax) mistake_ = "it is nested too deeply";
    return true;
  }
  const std::string& mistake() const { return mistake_; }

 private:
  std::vector<std::set<std::string>> names_;
  std::string mistake_;
};

// "[json.exception.parse_error.101] parse error at line 1, column 2: …" without what stands first.
std::string_view without_class(std::string_view what) {
  const std::size_t bracket = what.find("] ");
  return bracket == std::string_view::npos ? what : what.substr(bracket + 2);
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (text.size() > kProfileBytesMax) {
    return fail(ErrorCode::kTooLarge, "a profile is a text of at most 256 KiB");
  }
  Watch watch;
  try {
    Json json = Json::parse(text, std::ref(watch));
    if (watch.mistake().empty()) return json;
  } catch (const Json::exception& error) {
    return fail(ErrorCode::kBadInput, fmt::format("not JSON: {}", without_class(error.what())));
  }
  return fail(ErrorCode::kBadInput, watch.mistake());
}

Result<JsonKeys> JsonKeys::open(const Json& value, std::string path) {
  if (value.is_object()) return JsonKeys(value, std::move(path));
  return fail(ErrorCode::kBadInput, fmt::format("{}: an object, {{…}}, is needed",
                                                path.empty() ? std::string("profile") : path));
}

std::string JsonKeys::path_of(std::string_view key) const {
  return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

tl::unexpected<Error> JsonKeys::refuse(std::string_view key, std::string_view what) const {
  return fail(ErrorCode::kBadInput, fmt::format("{}: {}", path_of(key), what));
}

const Json* JsonKeys::find(std::string_view key) {
  known_.emplace(key);
  const auto found = value_->find(key);
  return found == value_->end() ? nullptr : &*found;
}

Result<std::optional<std::string>> JsonKeys::text(std::string_view key) {
  const Json* found = find(key);
  if (found == nullptr) return std::optional<std::string>();
  if (!found->is_string()) return refuse(key, "a text is needed");
  return std::optional(found->get<std::string>());
}

Result<std::optional<bool>> JsonKeys::truth(std::string_view key) {
  const Json* found = find(key);
  if (found == nullptr) return std::optional<bool>();
  if (!found->is_boolean()) return refuse(key, "true or false is needed");
  return std::optional(found->get<bool>());
}

Result<std::optional<std::int64_t>> JsonKeys::number(std::string_view key, Range range) {
  const Json* found = find(key);
  if (found == nullptr) return std::optional<std::int64_t>();
  const bool is_small = found->is_number_integer() && found->dump().size() < 18;
  const std::int64_t value = is_small ? found->get<std::int64_t>() : 0;
  if (!is_small || value < range.least || value > range.most) {
    return refuse(key,
                  fmt::format("a whole number from {} to {} is needed", range.least, range.most));
  }
  return std::optional(value);
}

Result<std::vector<std::string>> JsonKeys::texts(std::string_view key) {
  std::vector<std::string> all;
  const Json* found = find(key);
  if (found == nullptr) return all;
  if (found->is_string()) return std::vector{found->get<std::string>()};
  if (!found->is_array()) return refuse(key, "a text, or a list of texts, is needed");
  for (const Json& each : *found) {
    if (!each.is_string()) return refuse(key, "a list of texts is needed");
    all.push_back(each.get<std::string>());
  }
  return all;
}

Result<> JsonKeys::finish() const {
  for (const auto& item : value_->items()) {
    if (known_.contains(item.key())) continue;
    return refuse(item.key(),
                  fmt::format("this key is not known here; allowed: {}", fmt::join(known_, ", ")));
  }
  return {};
}

}  // namespace bas::profiles
