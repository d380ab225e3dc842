#include "net/answer_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace bas::net {
namespace {

constexpr std::array<std::string_view, 4> kOwned = {"Date", "Content-Length", "Connection",
                                                    "Transfer-Encoding"};

bool is_token(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           kMarks.find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) {
    return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
  });
}

void append_field(std::string& out, std::string_view name, std::string_view value) {
  if (!is_token(name) || !is_field_value(value)) return;
  out.append(name).append(": ").append(value).append("\r\n");
}

void append_framing(std::string& out, int status, const HeadFacts& facts) {
  if (facts.framing == Framing::kChunked) {
    append_field(out, "Transfer-Encoding", "chunked");
  } else if (facts.framing == Framing::kLength && status != 204 && status >= 200) {
    fmt::format_to(std::back_inserter(out), "Content-Length: {}\r\n", facts.content_length);
  }
}

}  // namespace

bool may_have_body(int status) { return status >= 200 && status != 204 && status != 304; }

void append_head(std::string& out, const Response& response, const HeadFacts& facts) {
  fmt::format_to(std::back_inserter(out), "HTTP/1.1 {} {}\r\n", response.status,
                 reason_phrase(response.status));
  append_field(out, "Date", facts.date);
  if (!facts.request_id.empty()) append_field(out, "X-Request-Id", facts.request_id);
  if (!response.content_type.empty()) append_field(out, "Content-Type", response.content_type);
  for (const Header& header : response.headers) {
    const bool is_owned = std::any_of(kOwned.begin(), kOwned.end(), [&](std::string_view name) {
      return equal_ignoring_case(name, header.name);
    });
    if (!is_owned) append_field(out, header.name, header.value);
  }
  append_framing(out, response.status, facts);
  if (!facts.keep_alive) {
    append_field(out, "Connection", "close");
  } else if (facts.version == 10) {
    append_field(out, "Connection", "keep-alive");
  }
  out.append("\r\n");
}

}  // namespace bas::net
