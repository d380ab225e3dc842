#include <fmt/format.h>

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "sources/settings.h"

namespace bas::sources {

namespace {

using nlohmann::json;
using std::chrono::seconds;

constexpr std::size_t kTextBytesMax = 64 * 1024;

template <typename Value>
struct Name {
  Value value;
  const char* text;
};
constexpr Name<SourceKind> kKinds[] = {
    {SourceKind::kHttp, "http"}, {SourceKind::kSftp, "sftp"}, {SourceKind::kFolder, "folder"}};
constexpr Name<CompleteWhen> kCompletions[] = {{CompleteWhen::kSettled, "settled"},
                                               {CompleteWhen::kRenamed, "renamed"},
                                               {CompleteWhen::kMarked, "marked"}};

// Every field once, for reading and for writing.
template <typename Visitor, typename Settings>
void visit(Visitor& at, Settings& settings) {
  at.choice("kind", settings.kind, kKinds);
  at.text("url", settings.url);
  at.text("path", settings.path);
  at.text("pattern", settings.pattern);
  at.object("access", [&](auto& in) {
    in.text("bearer_token_file", settings.access.bearer_token_file);
    in.text("user", settings.access.user);
    in.text("password_file", settings.access.password_file);
    in.text("ca_file", settings.access.ca_file);
    in.text("client_certificate_file", settings.access.client_certificate_file);
    in.text("client_key_file", settings.access.client_key_file);
    in.text("ssh_private_key_file", settings.access.ssh_private_key_file);
    in.text("ssh_known_hosts_file", settings.access.ssh_known_hosts_file);
  });
  at.object("checksum", [&](auto& in) {
    in.text("suffix", settings.checksum.suffix);
    in.text("url", settings.checksum.url);
    in.text("header", settings.checksum.header);
  });
  at.object("signature", [&](auto& in) {
    in.text("suffix", settings.signature.suffix);
    in.text("url", settings.signature.url);
    in.text("public_key_file", settings.signature.public_key_file);
  });
  at.choice("complete_when", settings.complete_when, kCompletions);
  at.time("settle_seconds", settings.settle);
  at.text("marker_suffix", settings.marker_suffix);
  at.time("interval_seconds", settings.interval);
  at.number("bytes_max", settings.bytes_max);
  at.time("connect_timeout_seconds", settings.connect_timeout);
  at.time("total_timeout_seconds", settings.total_timeout);
}

// Takes what it knows out of the object; the first thing that is wrong stays.
class Reader {
 public:
  Reader(json object, std::string within) : object_(std::move(object)), within_(std::move(within)) {
    if (!object_.is_object()) refuse("", "must be an object");
  }

  void text(const char* name, std::string& value) {
    const json found = take(name);
    if (found.is_null()) return;
    if (!found.is_string()) return refuse(name, "must be a text");
    value = found.get_ref<const std::string&>();
  }

  template <typename Value, std::size_t kCount>
  void choice(const char* name, Value& value, const Name<Value> (&names)[kCount]) {
    const json found = take(name);
    if (found.is_null()) return;
    std::string known;
    for (const auto& one : names) {
      if (found == one.text) {
        value = one.value;
        return;
      }
      known += known.empty() ? one.text : std::string(", ") + one.text;
    }
    refuse(name, "must be one of " + known);
  }

  void number(const char* name, std::size_t& value) {
    const json found = take(name);
    if (found.is_null()) return;
    if (!found.is_number_unsigned()) return refuse(name, "must be a whole number, not below 0");
    value = found.get<std::size_t>();
  }

  void time(const char* name, seconds& value) {
    std::size_t count = static_cast<std::size_t>(value.count());
    number(name, count);
    if (count > std::numeric_limits<std::int32_t>::max()) return refuse(name, "is too large");
    value = seconds{count};
  }

  template <typename Fields>
  void object(const char* name, Fields fields) {
    json found = take(name);
    if (found.is_null()) return;
    Reader inner(std::move(found), within_ + name + ".");
    if (inner.error_.empty()) fields(inner);
    inner.refuse_unknown();
    if (error_.empty()) error_ = inner.error_;
  }

  Result<> finish() {
    refuse_unknown();
    if (error_.empty()) return {};
    return fail(ErrorCode::kBadInput, error_);
  }

 private:
  json take(const char* name) {
    if (!object_.is_object()) return nullptr;
    const auto found = object_.find(name);
    if (found == object_.end()) return nullptr;
    json value = std::move(*found);
    object_.erase(found);
    if (value.is_null()) refuse(name, "is null: leave it out");
    return value;
  }
  void refuse(const char* name, const std::string& text) {
    if (error_.empty()) error_ = fmt::format("{}{} {}", within_, name, text);
  }
  void refuse_unknown() {
    if (object_.is_object() && !object_.empty() && error_.empty()) {
      const std::string name = object_.begin().key().substr(0, 40);
      error_ = fmt::format("{}{} is no field of a source: take it out", within_, name);
    }
  }

  json object_;
  std::string within_;
  std::string error_;
};

// Leaves out what is empty.
class Writer {
 public:
  void text(const char* name, const std::string& value) {
    if (!value.empty()) object_[name] = value;
  }
  template <typename Value, std::size_t kCount>
  void choice(const char* name, Value value, const Name<Value> (&names)[kCount]) {
    for (const auto& one : names) {
      if (one.value == value) object_[name] = one.text;
    }
  }
  void number(const char* name, std::size_t value) { object_[name] = value; }
  void time(const char* name, seconds value) { object_[name] = value.count(); }
  template <typename Fields>
  void object(const char* name, Fields fields) {
    Writer inner;
    fields(inner);
    if (!inner.object_.empty()) object_[name] = std::move(inner.object_);
  }

  // Text that is no UTF-8 is mended rather than thrown about.
  std::string take() const { return object_.dump(-1, ' ', false, json::error_handler_t::replace); }

 private:
  json object_ = json::object();
};

}  // namespace

Result<SourceSettings> parse_settings(std::string_view text) {
  if (text.size() > kTextBytesMax) {
    return fail(ErrorCode::kTooLarge, "the settings of a source are at most 64 KiB");
  }
  json document = json::parse(text, nullptr, false);
  if (document.is_discarded()) {
    return fail(ErrorCode::kBadInput, "the settings of a source must be one JSON object");
  }
  SourceSettings settings;
  Reader reader(std::move(document), "source: ");
  visit(reader, settings);
  TRY(reader.finish());
  TRY(validate(settings));
  return settings;
}

std::string to_json(const SourceSettings& settings) {
  Writer writer;
  visit(writer, settings);
  return writer.take();
}

}  // namespace bas::sources
