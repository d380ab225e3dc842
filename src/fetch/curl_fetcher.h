// Asks over the network, through libcurl: HTTP/1.1, TLS 1.2 or later, SFTP.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "fetch/fetcher.h"

namespace bas::fetch {

class Line;

// Keeps up to eight idle HTTP connections, so that questions to one place in a row share one; SFTP
// connects anew each time. Redirects are followed five times.
class CurlFetcher final : public Fetcher {
 public:
  CurlFetcher();
  ~CurlFetcher() override;

  Result<Answer> fetch(const Request& request, std::stop_token stop) override;

 private:
  std::unique_ptr<Line> take_line(const std::string& key);
  void give_back(std::string key, std::unique_ptr<Line> line);

  std::mutex mutex_;
  std::vector<std::pair<std::string, std::unique_ptr<Line>>> idle_;  // oldest first
};

}  // namespace bas::fetch
