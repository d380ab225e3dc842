#include "net/url.h"

#include <algorithm>
#include <charconv>

namespace bas::net {
namespace {

tl::unexpected<Error> unusable(std::string_view why) {
  return fail(ErrorCode::kBadInput, "The address cannot be used: " + std::string{why} + ".");
}

bool is_port(std::string_view text) {
  unsigned port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc{} && end == text.data() + text.size() && port > 0 && port <= 65535;
}

// Splits "host", "host:port" or "[v6]:port".
Result<> read_authority(std::string_view authority, Url& url) {
  const bool is_v6 = authority.starts_with('[');
  const std::size_t close = is_v6 ? authority.find(']') : 0;
  if (close == std::string_view::npos) return unusable("a bracket is not closed");
  const std::size_t colon = authority.find(':', close);
  const std::string_view host = authority.substr(0, colon);
  url.host = is_v6 ? host.substr(1, close - 1) : host;
  if (is_v6 && host.size() != close + 1) return unusable("something follows the bracket");
  url.port = url.is_tls ? "443" : "80";
  if (colon != std::string_view::npos) url.port = authority.substr(colon + 1);
  if (url.host.empty()) return unusable("it names no host");
  if (!is_port(url.port)) return unusable("the port is not a number from 1 to 65535");
  return {};
}

}  // namespace

std::string Url::authority() const {
  const bool is_v6 = host.find(':') != std::string::npos;
  const std::string name = is_v6 ? "[" + host + "]" : host;
  return port == (is_tls ? "443" : "80") ? name : name + ":" + port;
}

Result<Url> parse_url(std::string_view text) {
  const bool is_dirty = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) == 0x7f;
  });
  if (is_dirty) return unusable("it holds a blank or a control character");
  Url url;
  if (text.starts_with("https://")) {
    url.is_tls = true;
  } else if (!text.starts_with("http://")) {
    return unusable("it must begin with http:// or https://");
  }
  std::string_view rest = text.substr(url.is_tls ? 8 : 7);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t end = std::min(rest.find_first_of("/?"), rest.size());
  const std::string_view authority = rest.substr(0, end);
  if (authority.find('@') != std::string_view::npos) return unusable("it holds a user name");
  TRY(read_authority(authority, url));
  url.target = rest.substr(end);
  if (!url.target.starts_with('/')) url.target.insert(url.target.begin(), '/');
  return url;
}

}  // namespace bas::net
