#include "fetch/failure.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encode.h"

namespace bas::fetch {

namespace {

struct Row {
  CURLcode code;
  ErrorCode kind;
  const char* text;
};

constexpr Row kRows[] = {
    {CURLE_COULDNT_RESOLVE_HOST, ErrorCode::kUnavailable, "the host's name is not known"},
    {CURLE_COULDNT_CONNECT, ErrorCode::kUnavailable, "nobody listens there, or a network is down"},
    {CURLE_OPERATION_TIMEDOUT, ErrorCode::kUnavailable, "it did not answer in time"},
    {CURLE_PARTIAL_FILE, ErrorCode::kUnavailable, "the answer was cut off"},
    {CURLE_RECV_ERROR, ErrorCode::kUnavailable, "the answer was cut off"},
    {CURLE_SEND_ERROR, ErrorCode::kUnavailable, "the connection was cut off"},
    {CURLE_GOT_NOTHING, ErrorCode::kUnavailable, "it closed the connection without an answer"},
    {CURLE_BAD_CONTENT_ENCODING, ErrorCode::kUnavailable, "the answer's compression is broken"},
    {CURLE_WRITE_ERROR, ErrorCode::kUnavailable, "the answer's compression is broken"},
    {CURLE_UNSUPPORTED_PROTOCOL, ErrorCode::kUnavailable, "it does not speak HTTP"},
    {CURLE_WEIRD_SERVER_REPLY, ErrorCode::kUnavailable, "it does not speak HTTP"},
    {CURLE_SSL_CERTPROBLEM, ErrorCode::kBadInput,
     "client_certificate_file and client_key_file are no pair of PEM files"},
    {CURLE_SSL_CACERT_BADFILE, ErrorCode::kBadInput, "ca_file holds no PEM certificate"},
    {CURLE_LOGIN_DENIED, ErrorCode::kUnavailable,
     "the host does not accept the user with this key or password"},
    {CURLE_REMOTE_ACCESS_DENIED, ErrorCode::kUnavailable, "the user may not read this file"},
};

// libcurl's own words on TLS and SSH name certificates and methods, never a user or a secret.
std::string tidy(const char* detail) {
  std::string text = to_valid_utf8(std::string_view(detail).substr(0, 200));
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text.empty() ? "no reason given" : text;
}

Error error_of_trust(CURLcode code, const Receiver& receiver) {
  switch (receiver.host_key) {
    case HostKey::kUnknown:
      return {ErrorCode::kUnavailable, "its SSH host key is not in ssh_known_hosts_file"};
    case HostKey::kChanged:
      return {ErrorCode::kUnavailable,
              "its SSH host key is another than in ssh_known_hosts_file: ask its owner first"};
    default: break;
  }
  const char* protocol = code == CURLE_SSH ? "SSH" : "TLS";
  return {ErrorCode::kUnavailable, fmt::format("{}: {}", protocol, tidy(receiver.detail))};
}

Error plain_error_of(CURLcode code, const Receiver& receiver) {
  if (receiver.is_body_too_large || code == CURLE_FILESIZE_EXCEEDED) {
    return {ErrorCode::kTooLarge, fmt::format("more than {} bytes", receiver.bytes_max)};
  }
  if (receiver.are_headers_too_large) {
    return {ErrorCode::kTooLarge, "the headers of the answer are too large"};
  }
  const auto* row = std::ranges::find(kRows, code, &Row::code);
  if (row != std::end(kRows)) return {row->kind, row->text};
  if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
      code == CURLE_SSH) {
    return error_of_trust(code, receiver);
  }
  return {ErrorCode::kUnavailable, fmt::format("libcurl gave up ({})", curl_easy_strerror(code))};
}

}  // namespace

Error error_of(CURLcode code, const Receiver& receiver, const Address& address) {
  Error error = plain_error_of(code, receiver);
  error.text = address.place() + ": " + error.text;
  return error;
}

}  // namespace bas::fetch
