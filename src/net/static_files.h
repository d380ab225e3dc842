// A folder of a built web application, kept in memory and served with the right headers.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "net/http.h"

namespace bas::net {

struct StaticFilesSettings {
  std::string folder;
  std::size_t bytes_max = 256 << 20;          // of all files together; more refuses to open
  std::string immutable_prefix = "/assets/";  // names with a digest in them: cached for a year
};

// Headers every document of ours carries: content security policy and its companions.
const std::vector<Header>& security_headers();

// Reads the folder once: later changes on disk are not seen, and no path leads out of it.
// Threads: any. `x.br` and `x.gz` beside `x` are sent to clients that accept them.
class StaticFiles {
 public:
  static Result<std::unique_ptr<StaticFiles>> open(StaticFilesSettings settings);
  ~StaticFiles();

  // GET and HEAD. A path without extension that names no file gets /index.html; one with, 404.
  // ETag and 304, one byte range (RFC 9110 section 14).
  Response answer(const Request& request) const;

 private:
  struct Files;
  explicit StaticFiles(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

}  // namespace bas::net
