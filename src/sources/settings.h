// Where the file of a list comes from, how often, and what proves that it is whole and genuine.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "fetch/fetcher.h"

namespace bas::sources {

enum class SourceKind { kHttp, kSftp, kFolder };

// How a file in a folder, here or over SFTP, shows that nobody writes it any more.
enum class CompleteWhen {
  kSettled,  // it has not changed for `settle`
  kRenamed,  // writers use a name that does not fit `pattern` and rename when they are done
  kMarked,   // a file called like it with `marker_suffix`, not older, stands beside it
};

// A SHA-256 of the file: in a document beside it, in one elsewhere, or in a header of the answer.
// At most one is set; none means no checksum.
struct ChecksumSettings {
  std::string suffix;  // such as ".sha256", put after the file's name
  std::string url;     // HTTP only
  std::string header;  // HTTP only, such as "repr-digest"
  bool operator==(const ChecksumSettings&) const = default;
};

// A detached Ed25519 signature over the file's bytes. Either `suffix` or `url` is set where there
// is one, together with the file that holds the public key.
struct SignatureSettings {
  std::string suffix;
  std::string url;  // HTTP only
  std::string public_key_file;
  bool operator==(const SignatureSettings&) const = default;
};

struct SourceSettings {
  SourceKind kind = SourceKind::kHttp;
  std::string url;      // http(s) or sftp; an SFTP URL that ends in "/" is a folder
  std::string path;     // kFolder: absolute
  std::string pattern;  // of file names in a folder: `*`, `?`, `[a-z]`
  fetch::Access access;
  ChecksumSettings checksum;
  SignatureSettings signature;
  CompleteWhen complete_when = CompleteWhen::kSettled;
  std::chrono::seconds settle{10};
  std::string marker_suffix = ".done";
  std::chrono::seconds interval{900};  // between two fetches: 60 s to a week
  // The whole file is held in memory: more lets larger lists in, and lets a source take more of it.
  std::size_t bytes_max = std::size_t{256} << 20;
  std::chrono::seconds connect_timeout{10};
  std::chrono::seconds total_timeout{300};
  bool operator==(const SourceSettings&) const = default;

  bool has_proof() const {
    return !checksum.suffix.empty() || !checksum.url.empty() || !checksum.header.empty() ||
           !signature.public_key_file.empty();
  }
};

// Secrets appear by file name only. kBadInput names the field and says what to do. Threads: any.
Result<SourceSettings> parse_settings(std::string_view json);
std::string to_json(const SourceSettings& settings);

// What parse_settings also asks: fields that fit the kind and each other. Opens no file.
Result<> validate(const SourceSettings& settings);

}  // namespace bas::sources
