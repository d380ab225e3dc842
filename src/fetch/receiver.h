// Gathers what libcurl receives, within bounds. For .cc files of this folder only.
#pragma once

#include <curl/curl.h>

#include <string>
#include <vector>

#include "fetch/fetcher.h"

namespace bas::fetch {

// What the host showed of its SSH key.
enum class HostKey { kUnseen, kTrusted, kUnknown, kChanged };

struct Receiver {
  explicit Receiver(std::size_t most) : bytes_max(most) {}

  // Makes libcurl hand everything to this receiver, which must outlive the transfer.
  void attach(CURL* easy);

  std::size_t bytes_max;
  std::size_t header_bytes = 0;
  std::string body;
  std::vector<Header> headers;
  HostKey host_key = HostKey::kUnseen;
  bool is_body_too_large = false;
  bool are_headers_too_large = false;
  char detail[CURL_ERROR_SIZE] = {};
};

}  // namespace bas::fetch
