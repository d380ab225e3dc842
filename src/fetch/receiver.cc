#include "fetch/receiver.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "fetch/line.h"

namespace bas::fetch {

namespace {

constexpr std::size_t kHeaderBytesMax = 64 * 1024;

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

int judge(HostKey& host_key, curl_khmatch match) {
  host_key = match == CURLKHMATCH_OK         ? HostKey::kTrusted
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
  const curl_sshkeycallback judge_host_key = [](auto, auto, auto, curl_khmatch match, void* user) {
    return judge(static_cast<Receiver*>(user)->host_key, match);
  };
  set_option(easy, CURLOPT_SSH_KEYFUNCTION, judge_host_key);
  set_option(easy, CURLOPT_SSH_KEYDATA, this);
  set_option(easy, CURLOPT_ERRORBUFFER, static_cast<char*>(detail));
}

}  // namespace bas::fetch
