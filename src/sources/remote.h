// Asking another machine for a file and what stands beside it. For .cc files of this folder only.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "fetch/address.h"
#include "fetch/fetcher.h"
#include "sources/settings.h"

namespace bas::sources {

struct Question {
  std::string method = "GET";
  std::string url;
  std::vector<fetch::Header> headers;
};

// Threads: one at a time. Settings and fetcher outlive it.
class Remote {
 public:
  Remote(const SourceSettings& settings, fetch::Fetcher& fetcher)
      : settings_(settings), fetcher_(fetcher) {}

  // Secrets go only to the place of the settings' URL. The bytes come as the source holds them.
  Result<fetch::Answer> ask(const Question& question, std::stop_token stop);

  // A small file beside the list. `what` names it in errors, such as "the checksum document".
  Result<std::string> small_file(const std::string& url, const std::string& what,
                                 std::stop_token stop);

 private:
  fetch::Request request_for(const Question& question) const;

  const SourceSettings& settings_;
  fetch::Fetcher& fetcher_;
};

// What a status other than 200 means: kNotFound (404, 410), kUnavailable (may pass by itself) or
// kBadInput (somebody must look).
Error error_of_status(int status, const std::string& what);

}  // namespace bas::sources
