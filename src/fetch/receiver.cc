#include "fetch/receiver.h"

#include <algorithm>
#include <string_view>

#include "fetch/option.h"

namespace bas::fetch {

namespace {

constexpr std::size_t kHeaderBytesMax = 64 * 1024;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  if (count > receiver.bytes_max - receiver.body.size()) {
    receiver.is_body_too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  receiver.body.append(bytes, count);
  return count;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  receiver.header_bytes += count;
  if (receiver.header_bytes > kHeaderBytesMax) {
    receiver.are_headers_too_large = true;
    return CURL_WRITEFUNC_ERROR;
  }
  const std::string_view line(bytes, count);
  // "100 Continue" and the like come before the answer; a new status line begins afresh.
  if (line.starts_with("HTTP/")) receiver.headers.clear();
  const std::size_t colon = line.find(':');
  if (colon == line.npos || line.starts_with("HTTP/")) return count;
  std::string name(trimmed(line.substr(0, colon)));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  receiver.headers.push_back({std::move(name), std::string(trimmed(line.substr(colon + 1)))});
  return count;
}

int judge_host_key(CURL*, const curl_khkey*, const curl_khkey*, curl_khmatch match, void* user) {
  auto& receiver = *static_cast<Receiver*>(user);
  receiver.host_key = match == CURLKHMATCH_OK         ? HostKey::kTrusted
                      : match == CURLKHMATCH_MISMATCH ? HostKey::kChanged
                                                      : HostKey::kUnknown;
  return match == CURLKHMATCH_OK ? CURLKHSTAT_FINE : CURLKHSTAT_REJECT;
}

}  // namespace

void Receiver::attach(CURL* easy) {
  set_option(easy, CURLOPT_WRITEFUNCTION, &take_body);
  set_option(easy, CURLOPT_WRITEDATA, this);
  set_option(easy, CURLOPT_HEADERFUNCTION, &take_header);
  set_option(easy, CURLOPT_HEADERDATA, this);
  set_option(easy, CURLOPT_SSH_KEYFUNCTION, &judge_host_key);
  set_option(easy, CURLOPT_SSH_KEYDATA, this);
  set_option(easy, CURLOPT_ERRORBUFFER, static_cast<char*>(detail));
}

}  // namespace bas::fetch
