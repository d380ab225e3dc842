// The file of a list, read line by line into entries.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "profiles/container.h"
#include "profiles/line_maker.h"
#include "profiles/profile.h"

namespace bas::profiles {

// A file as its source gave it. `bytes` must outlive the reader.
struct ListFile {
  std::string_view bytes;
  std::string_view name;  // without its path
  std::string_view password;
  UnpackLimits limits;
};

// What the file says of itself. The revisions are empty where the profile names no place for them.
struct FileFacts {
  Mode mode = Mode::kFull;
  std::string revision;
  std::string base_revision;  // the revision that a delta changes
  Charset charset = Charset::kUtf8;
};

// A line that was not taken. `raw` is its text, at most 200 characters of it: it holds a plate.
// `error` never does.
struct Reject {
  std::size_t line = 0;  // or the number of the element, in a JSON array; from 1
  std::string raw;
  std::string error;
};

// What was passed over so far, or read otherwise than told.
struct Passed {
  std::size_t noise = 0;
  std::size_t skipped_plates = 0;
  std::size_t skipped_categories = 0;
  std::size_t recoded_lines = 0;  // no UTF-8, so taken as Windows-1252
};

// Threads: one at a time. Memory: the unpacked text where the file was packed or in UTF-16, and one
// line. Hot: well under 2 µs for a line of a hundred bytes.
class FileReader {
 public:
  // kBadInput when the file as a whole cannot be read: damaged, empty, without its columns, its
  // array or its revision; kTooLarge when it grows too large unpacked.
  static Result<FileReader> open(const Profile& profile, const ListFile& file,
                                 ListDefaults defaults);

  FileReader(FileReader&&) noexcept;
  FileReader& operator=(FileReader&&) noexcept;
  ~FileReader();

  const FileFacts& facts() const;

  // The next line that speaks of a plate, taken or not; empty at the end. One that is not taken
  // never stops those behind it.
  std::optional<tl::expected<Line, Reject>> next();

  Passed passed() const;
  // Asked at the end: the text stops inside a quoted field, a JSON value or a character, or lacks
  // the footer that it needs. A full list must not be applied then.
  bool is_cut() const;

  // Of the text as it is read, unpacked.
  std::size_t bytes_taken() const;
  std::size_t bytes() const;

 private:
  struct State;
  explicit FileReader(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace bas::profiles
