// A look at everything a stopped server keeps: does it open, is it there once.
#pragma once

#include <cstdint>
#include <filesystem>

#include "base/result.h"

namespace bas::app {

struct Inspection {
  std::uint64_t days = 0;
  std::uint64_t reads = 0;
  std::uint64_t unreadable_reads = 0;  // a record that does not open under its day's key
  std::uint64_t doubled_reads = 0;     // a second read of the same event of the same camera
  std::uint64_t pictures = 0;
  std::uint64_t unreadable_pictures = 0;
  std::uint64_t hits = 0;
  std::uint64_t untold_reads = 0;  // matched again at the next start
};

// Reads and opens every record: minutes for a large store. kConflict while a server runs on it.
Result<Inspection> inspect(const std::filesystem::path& data_folder,
                           const std::filesystem::path& kek_file);

}  // namespace bas::app
