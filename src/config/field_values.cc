// What each kind of field takes, shows and expects.
#include <algorithm>

#include "config/fields.h"
#include "config/units.h"

namespace bas::config {

namespace {

template <typename... Kinds>
struct ByKind : Kinds... {
  using Kinds::operator()...;
};

tl::unexpected<Error> refuse(std::string text) {
  return fail(ErrorCode::kBadInput, std::move(text));
}

Result<> set(const TextField& field, Settings& settings, const RawValue& raw) {
  if (raw.written == Written::kNumber) return refuse("expected text in quotes");
  const auto& words = field.words;
  if (!words.empty() && std::find(words.begin(), words.end(), raw.text) == words.end()) {
    return refuse("not a word it knows");
  }
  field.of(settings) = raw.text;
  return {};
}

Result<> set(const PathField& field, Settings& settings, const RawValue& raw) {
  if (raw.written == Written::kNumber) return refuse("expected a path in quotes");
  if (raw.text.find('\0') != std::string::npos) return refuse("a path holds no zero byte");
  field.of(settings) = raw.text;
  return {};
}

Result<> set(const WholeField& field, Settings& settings, const RawValue& raw) {
  if (raw.written == Written::kQuoted) return refuse("expected a whole number without quotes");
  const std::int64_t number = TRY(parse_whole(raw.text));
  if (number < field.least || number > field.most) return refuse("out of range");
  field.of(settings) = static_cast<int>(number);
  return {};
}

Result<> set(const SizeField& field, Settings& settings, const RawValue& raw) {
  const std::uint64_t bytes = TRY(parse_size(raw.text));
  if (bytes < field.least || bytes > field.most) return refuse("out of range");
  field.of(settings) = bytes;
  return {};
}

Result<> set(const DurationField& field, Settings& settings, const RawValue& raw) {
  const milliseconds duration = TRY(parse_duration(raw.text));
  if (duration < field.least || duration > field.most) return refuse("out of range");
  field.of(settings) = duration;
  return {};
}

std::string in_quotes(std::string_view text) {
  std::string toml = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') toml += '\\';
    toml += letter;
  }
  return toml + '"';
}

}  // namespace

Result<> assign(const Field& field, Settings& settings, const RawValue& raw) {
  auto done = std::visit([&](const auto& kind) { return set(kind, settings, raw); }, field.binding);
  if (done) return {};
  return refuse(std::string(field.key) + ": " + done.error().text + "; it takes " +
                expected(field));
}

std::string show(const Field& field, const Settings& settings) {
  Settings copy = settings;  // the accessors are for writing
  return std::visit(
      ByKind{[&](const TextField& kind) { return in_quotes(kind.of(copy)); },
             [&](const PathField& kind) { return in_quotes(kind.of(copy).string()); },
             [&](const WholeField& kind) { return std::to_string(kind.of(copy)); },
             [&](const SizeField& kind) { return in_quotes(format_size(kind.of(copy))); },
             [&](const DurationField& kind) { return in_quotes(format_duration(kind.of(copy))); }},
      field.binding);
}

std::string expected(const Field& field) {
  return std::visit(ByKind{[](const TextField& kind) {
                             if (kind.words.empty()) return std::string("text");
                             std::string all = "one of";
                             for (const std::string_view word : kind.words)
                               all.append(" ").append(word);
                             return all;
                           },
                           [](const PathField&) { return std::string("a path"); },
                           [](const WholeField& kind) {
                             return "a whole number, " + std::to_string(kind.least) + " to " +
                                    std::to_string(kind.most);
                           },
                           [](const SizeField& kind) {
                             return "a size, " + format_size(kind.least) + " to " +
                                    format_size(kind.most);
                           },
                           [](const DurationField& kind) {
                             return "a length of time, " + format_duration(kind.least) + " to " +
                                    format_duration(kind.most);
                           }},
                    field.binding);
}

}  // namespace bas::config
