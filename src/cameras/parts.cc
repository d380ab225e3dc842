#include "cameras/parts.h"

#include <algorithm>

#include "cameras/json_scan.h"
#include "cameras/text.h"

namespace bas::cameras {

namespace {

constexpr std::size_t kXmlHeadBytes = 4096;

struct Content {
  std::string_view type;
  std::string_view body;
};

Form form_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t start = text.find_first_not_of(std::string_view(" \t\r\n\0", 5));
  const std::string_view bytes = text.substr(std::min(start, text.size()));
  if (bytes.starts_with('<')) return Form::kXml;
  // UTF-16 with its byte-order mark.
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return Form::kXml;
  if (bytes.starts_with('{') || bytes.starts_with('[')) return Form::kJson;
  return Form::kOther;
}

// A captured request is its request line, headers, a blank line and the body.
Content without_request_head(Content content) {
  const std::size_t line_end = content.body.find('\n');
  const bool is_request = content.body.starts_with("POST ") && line_end != content.body.npos &&
                          contains(content.body.substr(0, line_end), " HTTP/1.");
  const std::size_t end = is_request ? end_of_headers(content.body) : content.body.npos;
  if (end == content.body.npos) return content;
  return {header_value(content.body.substr(0, end), "Content-Type"), content.body.substr(end)};
}

void set_event(Parts& parts, Content event) {
  parts.form = form_of(event.body);
  parts.event = event.body;
  parts.content_type = event.type;
  if (parts.form == Form::kXml) parts.xml_head = event.body.substr(0, kXmlHeadBytes);
  if (parts.form == Form::kJson) parts.json = scan_first_object(event.body);
}

Result<Parts> from_parts(std::vector<Part> all) {
  Parts parts;
  const auto is_event = [](const Part& part) {
    return picture_mime(part.body).empty() && form_of(part.body) != Form::kOther;
  };
  const auto event = std::find_if(all.begin(), all.end(), is_event);
  if (event == all.end()) {
    return fail(ErrorCode::kBadInput, "no part of the multipart message holds XML or JSON");
  }
  set_event(parts, {{}, event->body});
  all.erase(event);
  parts.others = std::move(all);
  return parts;
}

Result<Parts> split_content(Content content) {
  // The body decides: a header may name a multipart that is none, or the wrong boundary.
  std::string boundary = boundary_opening(content.body);
  if (boundary.empty() && form_of(content.body) == Form::kOther) {
    boundary = boundary_named_by(content.type);
  }
  if (!boundary.empty()) return from_parts(TRY(split_multipart(content.body, boundary)));
  Parts parts;
  set_event(parts, content);
  return parts;
}

}  // namespace

bool Parts::has_key(std::string_view key) const {
  return std::find(json.keys.begin(), json.keys.end(), key) != json.keys.end();
}

Result<Parts> split(const Envelope& envelope) {
  Parts parts = TRY(split_content(without_request_head({envelope.content_type, envelope.body})));
  parts.received_at = envelope.received_at;
  return parts;
}

std::vector<const Part*> pictures_of(const Parts& parts) {
  std::vector<const Part*> pictures;
  for (const Part& part : parts.others) {
    if (part.is_complete && !picture_mime(part.body).empty()) pictures.push_back(&part);
  }
  return pictures;
}

}  // namespace bas::cameras
