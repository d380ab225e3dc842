#include "cameras/bas.h"

#include <simdjson.h>

#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/encode.h"
#include "base/text.h"
#include "cameras/bas_read.h"
#include "cameras/json_document.h"
#include "cameras/parts.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace {

namespace dom = simdjson::dom;

constexpr std::string_view kNoReads = "the message holds no read";

tl::unexpected<Error> too_many_reads() {
  return fail(ErrorCode::kTooLarge, "more than 10,000 reads in one message: send them in several");
}

// Takes good lines, keeps bad ones with their number.
class BatchBuilder {
 public:
  explicit BatchBuilder(UtcTime received_at) : received_at_(received_at) {}

  // `line` is one JSON text. False when there is no room for another.
  bool add_line(std::size_t number, std::string_view line) {
    if (is_full()) return false;
    const std::string repaired = is_valid_utf8(line) ? std::string{} : repaired_utf8(line);
    const std::string_view text = repaired.empty() ? line : std::string_view(repaired);
    JsonValue value;
    const auto error = parser_.parse(text.data(), text.size()).get(value);
    if (error == simdjson::SUCCESS) return add(number, read_bas(value, received_at_), line);
    return add(number, json_error(error), line);
  }

  bool add_element(std::size_t number, const JsonValue& value) {
    if (is_full()) return false;
    auto decoded = read_bas(value, received_at_);
    const std::string bytes = decoded ? std::string{} : simdjson::minify(value);
    return add(number, std::move(decoded), bytes);
  }

  Batch take() { return std::move(batch_); }

 private:
  bool is_full() const { return batch_.decoded.size() + batch_.rejected.size() >= kReadsMax; }

  bool add(std::size_t number, Result<Decoded> decoded, std::string_view bytes) {
    if (decoded) {
      batch_.decoded.push_back(std::move(*decoded));
    } else {
      batch_.rejected.push_back({number, std::move(decoded).error(), std::string(bytes)});
    }
    return true;
  }

  UtcTime received_at_;
  dom::parser parser_ = bounded_json_parser();
  Batch batch_;
};

Result<Batch> decode_lines(std::string_view text, UtcTime received_at) {
  BatchBuilder builder(received_at);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty() && !builder.add_line(number, line)) return too_many_reads();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return builder.take();
}

Result<Batch> decode_document(std::string_view text, UtcTime received_at) {
  const JsonDocument document = TRY(JsonDocument::parse(text));
  dom::array array;
  if (document.root().get(array) != simdjson::SUCCESS) {
    Batch batch;
    batch.decoded.push_back(TRY(read_bas(document.root(), received_at)));
    return batch;
  }
  BatchBuilder builder(received_at);
  std::size_t number = 0;
  for (const JsonValue element : array) {
    if (!builder.add_element(++number, element)) return too_many_reads();
  }
  return builder.take();
}

bool is_declared_as_lines(std::string_view content_type) {
  const std::string type = to_lower(content_type);
  return contains(type, "ndjson") || contains(type, "jsonl") || contains(type, "json-lines");
}

// A first line that is a whole object with more behind it, or a later line that starts another.
bool looks_like_lines(const Parts& parts) {
  if (trimmed(parts.event).starts_with('[')) return false;
  const std::size_t line_end = parts.event.find('\n', parts.event.find('{'));
  if (line_end == std::string_view::npos) return false;
  const bool has_more = !trimmed(parts.event.substr(line_end)).empty();
  const bool is_whole = parts.json.end <= line_end;
  return has_more && (is_whole || contains(parts.event.substr(line_end), "\n{"));
}

}  // namespace

bool recognises_bas(const Parts& parts) {
  return is_declared_as_lines(parts.content_type) || parts.has_key("captured_at");
}

Result<Batch> decode_bas(const Parts& parts) {
  std::string_view text = parts.event;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (trimmed(text).empty()) return fail(ErrorCode::kBadInput, std::string(kNoReads));
  const bool has_lines = is_declared_as_lines(parts.content_type) || looks_like_lines(parts);
  return has_lines ? decode_lines(text, parts.received_at)
                   : decode_document(text, parts.received_at);
}

Answer acknowledge_bas(const Receipt& receipt) {
  nlohmann::ordered_json rejected = nlohmann::ordered_json::array();
  for (const BadLine& bad : receipt.rejected) {
    rejected.push_back({{"line", bad.line}, {"error", bad.error.text}});
  }
  const nlohmann::ordered_json body{
      {"stored", receipt.stored}, {"repeated", receipt.repeated}, {"rejected", rejected}};
  return {200, "application/json", body.dump()};
}

}  // namespace bas::cameras
