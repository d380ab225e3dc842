// Where the file of a list is fetched from.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace bas {

// What is remembered of the last file, so that the same one is not fetched or imported twice.
struct SourceMark {
  std::string etag;
  std::string last_modified;  // as the source wrote it
  std::string sha256;         // of the file as it came, 64 lower-case hexadecimal digits
  bool operator==(const SourceMark&) const = default;
};

// A fetched file. `bytes` is what the source holds, unpacked by nobody yet; empty optional: the
// source says that nothing changed since the mark.
struct FetchedList {
  std::optional<std::string> bytes;
  std::string name;  // of the file, without its path
  SourceMark mark;
  UtcTime fetched_at;
};

// Threads: one call at a time. Errors: kUnavailable (down, refused, slow: try again later),
// kBadInput (checksum or signature is wrong, larger than allowed: somebody must look).
class ListSource {
 public:
  virtual ~ListSource() = default;
  virtual Result<FetchedList> fetch(const SourceMark& last, std::stop_token stop) = 0;
};

}  // namespace bas
