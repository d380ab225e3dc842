// Where the file of a list is fetched from.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace bas {

// What is remembered of the last file, so that the same one is not fetched or imported twice. It
// belongs to the settings under which it was made: when they change, begin with an empty one.
struct SourceMark {
  std::string etag;           // as the source wrote it, or what tells its file from others
  std::string last_modified;  // as the source wrote it
  std::string sha256;         // of the file as it came, 64 lower-case hexadecimal digits
  bool operator==(const SourceMark&) const = default;
};

// A fetched file, proven as far as the source's settings ask. `bytes` is what the source holds,
// unpacked by nobody yet; empty optional: nothing changed since the mark, by the word of the source
// or because the digest is the same. `mark` is the one to remember either way, once the file is
// dealt with. `fetched_at`: when the source said so.
struct FetchedList {
  std::optional<std::string> bytes;
  std::string name;  // of the file, without its path
  SourceMark mark;
  UtcTime fetched_at;
};

// Threads: one call at a time. A call may wait for the network up to the source's time limits and
// ends early when asked to stop; the whole file is held in memory. Errors: kUnavailable (down,
// slow, not there yet, still being written: try again later), kBadInput (access refused, checksum
// or signature wrong, larger than allowed, settings that do not fit: somebody must look). No other.
class ListSource {
 public:
  virtual ~ListSource() = default;
  virtual Result<FetchedList> fetch(const SourceMark& last, std::stop_token stop) = 0;
};

}  // namespace bas
