// One question and its answer, without redirects. For .cc files of this folder only.
#pragma once

#include <chrono>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "fetch/address.h"
#include "fetch/fetcher.h"
#include "fetch/line.h"
#include "fetch/secrets.h"

namespace bas::fetch {

// What is asked, of whom, and until when.
struct Question {
  const Request& request;
  const std::string& url;
  const Address& address;
  const Secrets& secrets;
  std::chrono::steady_clock::time_point deadline;
};

// `redirect`: where the answer points to, absolute; empty when it points nowhere.
struct Reply {
  Answer answer;
  std::string redirect;
};

// Errors: as Fetcher. After one the line's connections are of no use.
Result<Reply> transfer(Line& line, const Question& question, std::stop_token stop);

}  // namespace bas::fetch
