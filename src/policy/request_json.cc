#include "policy/request_json.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "policy/request_fields.h"

namespace bas::policy {

namespace {

using Json = nlohmann::ordered_json;

const auto& names_of(Act) { return kActNames; }
const auto& names_of(Role) { return kRoleNames; }
const auto& names_of(ActorClass) { return kActorClassNames; }
const auto& names_of(LegalSource) { return kLegalSourceNames; }
const auto& names_of(PredicateKind) { return kPredicateKindNames; }
const auto& names_of(WatchedPlate) { return kWatchedPlateNames; }
const auto& names_of(HitStage) { return kHitStageNames; }
const auto& names_of(MatchHow) { return kMatchHowNames; }
const auto& names_of(SourceAnswer) { return kSourceAnswerNames; }
const auto& names_of(LogPartition) { return kLogPartitionNames; }
const auto& names_of(LogReason) { return kLogReasonNames; }
const auto& names_of(SubjectThrough) { return kSubjectThroughNames; }

constexpr int kNumberMost = 1'000'000;

auto wrong(const std::string& path, std::string_view needed) {
  return fail(ErrorCode::kBadInput,
              fmt::format("{}: {}", path.empty() ? "the request" : path, needed));
}

template <typename T>
Result<> read(const Json& json, const std::string& path, T& into);

Result<> read_value(const Json& json, const std::string& path, std::string& into) {
  if (!json.is_string()) return wrong(path, "a text is needed");
  into = json.get<std::string>();
  return {};
}

Result<> read_value(const Json& json, const std::string& path, bool& into) {
  if (!json.is_boolean()) return wrong(path, "true or false is needed");
  into = json.get<bool>();
  return {};
}

Result<> read_value(const Json& json, const std::string& path, int& into) {
  const bool is_fitting = json.is_number_integer() && json.get<std::int64_t>() >= 0 &&
                          json.get<std::int64_t>() <= kNumberMost;
  if (!is_fitting) return wrong(path, "a whole number from 0 to 1000000 is needed");
  into = json.get<int>();
  return {};
}

Result<> read_value(const Json& json, const std::string& path, UtcTime& into) {
  const auto time = parse_rfc3339(json.is_string() ? json.get<std::string>() : std::string());
  if (!time) return wrong(path, time.error().text);
  into = *time;
  return {};
}

template <typename T>
Result<> read_value(const Json& json, const std::string& path, std::optional<T>& into) {
  into.emplace();
  return read(json, path, *into);
}

template <typename T>
Result<> read_value(const Json& json, const std::string& path, std::vector<T>& into) {
  if (!json.is_array()) return wrong(path, "a list is needed");
  for (std::size_t i = 0; i < json.size(); ++i) {
    TRY(read(json[i], fmt::format("{}[{}]", path, i), into.emplace_back()));
  }
  return {};
}

template <typename Enum>
  requires std::is_enum_v<Enum>
Result<> read_value(const Json& json, const std::string& path, Enum& into) {
  const auto& names = names_of(into);
  const auto found = names.find(json.is_string() ? json.get<std::string>() : std::string());
  if (!found) return wrong(path, fmt::format("one of: {}", fmt::join(names.names, ", ")));
  into = *found;
  return {};
}

// Takes the members of one object; whatever is not among them is refused.
class Reader {
 public:
  Reader(const Json& json, std::string path) : json_(json), path_(std::move(path)) {}

  template <typename T>
  Reader& operator()(std::string_view name, T& into) {
    known_.push_back(name);
    const auto member = json_.find(name);
    if (outcome_ && member != json_.end()) outcome_ = read(*member, path_of(name), into);
    return *this;
  }

  Result<> finish() const {
    if (!outcome_) return outcome_;
    for (const auto& [name, value] : json_.items()) {
      if (std::ranges::find(known_, name) != known_.end()) continue;
      return wrong(path_of(name), fmt::format("not known here: {}", fmt::join(known_, ", ")));
    }
    return {};
  }

 private:
  std::string path_of(std::string_view name) const {
    return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
  }

  const Json& json_;
  std::string path_;
  std::vector<std::string_view> known_;
  Result<> outcome_;
};

template <typename T>
Result<> read(const Json& json, const std::string& path, T& into) {
  if constexpr (requires { read_value(json, path, into); }) {
    return read_value(json, path, into);
  } else {
    if (!json.is_object()) return wrong(path, "an object is needed");
    Reader reader(json, path);
    visit_members(into, reader);
    return reader.finish();
  }
}

// The same members as a schema.
class SchemaWriter {
 public:
  template <typename T>
  SchemaWriter& operator()(std::string_view name, T& member) {
    properties_[std::string(name)] = schema_of(member);
    return *this;
  }

  template <typename T>
  static Json schema_of(T& one) {
    SchemaWriter writer;
    visit_members(one, writer);
    return {{"type", "object"},
            {"additionalProperties", false},
            {"properties", std::move(writer.properties_)}};
  }
  static Json schema_of(std::string&) { return {{"type", "string"}}; }
  static Json schema_of(bool&) { return {{"type", "boolean"}}; }
  static Json schema_of(int&) {
    return {{"type", "integer"}, {"minimum", 0}, {"maximum", kNumberMost}};
  }
  static Json schema_of(UtcTime&) { return {{"type", "string"}, {"format", "date-time"}}; }
  template <typename T>
  static Json schema_of(std::optional<T>&) {
    T inner{};
    return schema_of(inner);
  }
  template <typename T>
  static Json schema_of(std::vector<T>&) {
    T inner{};
    return {{"type", "array"}, {"items", schema_of(inner)}};
  }
  template <typename Enum>
    requires std::is_enum_v<Enum>
  static Json schema_of(Enum& one) {
    return {{"type", "string"}, {"enum", names_of(one).names}};
  }

 private:
  Json properties_ = Json::object();
};

}  // namespace

Result<Request> request_from_json(std::string_view text) {
  if (text.size() > kRequestBytesMax) return wrong({}, "it is longer than 1 MiB");
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return wrong({}, "it is no JSON");
  Request request;
  TRY(read(json, {}, request));
  if (!json.contains("act")) return wrong("act", "it is missing");
  if (!json.contains("actor")) return wrong("actor", "it is missing");
  return request;
}

std::string request_schema() {
  Request request;
  Json schema = SchemaWriter::schema_of(request);
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = "What policy is asked";
  schema["required"] = {"act", "actor"};
  return schema.dump(2);
}

}  // namespace bas::policy
