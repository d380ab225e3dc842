#include "fetch/address.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <memory>

namespace bas::fetch {

namespace {

struct FreeByCurl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};
using Url = std::unique_ptr<CURLU, FreeByCurl>;

std::string part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  const std::unique_ptr<char, FreeByCurl> owned(text);
  return text;
}

void lower(std::string& text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
}

}  // namespace

Result<Address> parse_address(const std::string& url) {
  const auto refuse = [](const char* text) { return fail(ErrorCode::kBadInput, text); };
  const Url parsed(curl_url());
  const CURLUcode code = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(),
                                      CURLU_DISALLOW_USER | CURLU_NON_SUPPORT_SCHEME);
  if (code == CURLUE_USER_NOT_ALLOWED) {
    return refuse("the URL holds a user: name user and password_file instead");
  }
  if (code != CURLUE_OK || url.find('\0') != std::string::npos) {
    return refuse("the URL is malformed: write scheme://host/path");
  }
  Address out;
  out.scheme = part_of(parsed.get(), CURLUPART_SCHEME);
  lower(out.scheme);
  if (out.scheme != "http" && out.scheme != "https" && out.scheme != "sftp") {
    return refuse("the URL's scheme is not http, https or sftp");
  }
  if (!part_of(parsed.get(), CURLUPART_FRAGMENT).empty()) {
    return refuse("the URL holds a fragment: leave out what follows #");
  }
  out.host = part_of(parsed.get(), CURLUPART_HOST);
  lower(out.host);
  const std::string port = part_of(parsed.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  const auto read = std::from_chars(port.data(), port.data() + port.size(), out.port);
  if (out.host.empty() || read.ec != std::errc{} || out.port == 0) {
    return refuse("the URL names no host or no usable port");
  }
  out.path = part_of(parsed.get(), CURLUPART_PATH);
  return out;
}

std::string Address::place() const { return host + ":" + std::to_string(port); }

bool Address::is_loopback() const {
  const bool is_number = host.find_first_not_of("0123456789.") == std::string::npos;
  return host == "localhost" || host == "[::1]" || (is_number && host.starts_with("127."));
}

bool Address::is_same_place(const Address& other) const {
  return scheme == other.scheme && host == other.host && port == other.port;
}

std::string file_name_of(const Address& address) {
  const std::string last = address.path.substr(address.path.rfind('/') + 1);
  int length = 0;
  char* text = curl_easy_unescape(nullptr, last.data(), static_cast<int>(last.size()), &length);
  if (text == nullptr) return last;
  const std::unique_ptr<char, FreeByCurl> owned(text);
  std::string name(text, static_cast<std::size_t>(length));
  // An encoded slash or a control character names no file of a folder.
  const auto is_odd = [](char c) { return c == '/' || static_cast<unsigned char>(c) < 0x20; };
  std::ranges::replace_if(name, is_odd, '_');
  return name;
}

}  // namespace bas::fetch
