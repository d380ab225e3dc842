// Small whole files: read with a bound, written so that a crash leaves the old or the new one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas {

// kTooLarge when it holds more than `bytes_max`, kNotFound when it is not there.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max);

// kRefused when group or others may read what only we may: `what` names it in the sentence.
Result<> refuse_if_others_may_read(const std::filesystem::path& path, std::string_view what);

enum class FileMode : unsigned { kSecret = 0600, kPublic = 0644 };

// Durable when it returns: written beside, synced, renamed over, folder synced.
Result<> write_file(const std::filesystem::path& path, std::string_view bytes, FileMode mode);

// Overwrites the content, syncs, removes, syncs the folder. Gone already counts as done.
Result<> destroy_file(const std::filesystem::path& path);

// Makes the folder and its parents, private to this user (0700) where it is new.
Result<> make_private_folder(const std::filesystem::path& path);

// Durable names: the folder entry itself is on disk when it returns.
Result<> sync_folder(const std::filesystem::path& path);

}  // namespace bas
