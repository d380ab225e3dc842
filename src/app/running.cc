#include "app/running.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "base/encode.h"
#include "base/file.h"
#include "base/log.h"

namespace bas::app {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPathMax = 4'096;

// Ours alone, or not used at all: others may write where temporary files lie.
Result<fs::path> notes_folder() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code failure;
  const fs::path base = runtime != nullptr ? fs::path(runtime) : fs::temp_directory_path(failure);
  const fs::path folder = base / fmt::format("bas-{}", ::getuid());
  TRY(make_private_folder(folder));
  struct stat facts{};
  const bool is_ours = ::lstat(folder.c_str(), &facts) == 0 && S_ISDIR(facts.st_mode) &&
                       facts.st_uid == ::getuid() && (facts.st_mode & 0077) == 0;
  if (is_ours) return folder;
  return fail(ErrorCode::kRefused,
              fmt::format("{} belongs to somebody else or is open to others", folder.string()));
}

Result<fs::path> note_of(std::string address) {
  while (address.ends_with('/')) address.pop_back();
  return TRY(notes_folder()) / to_hex(sha256(address)).substr(0, 32);
}

}  // namespace

Result<> note_running(const std::string& address, const DataFolder& data) {
  TRY(write_file(data.address_file(), address, FileMode::kPublic));
  const fs::path note = TRY(note_of(address));
  return write_file(note, fs::absolute(data.root).string(), FileMode::kSecret);
}

void forget_running(const std::string& address, const DataFolder& data) {
  const auto note = note_of(address);
  const auto removed = note ? destroy_file(*note) : tl::make_unexpected(note.error());
  for (const auto& gone : {destroy_file(data.address_file()), removed}) {
    if (gone) continue;
    log(LogLevel::kWarning, "app", "the note of this server's address stays behind",
        {{"reason", gone.error().text}});
  }
}

Result<fs::path> data_folder_of(const std::string& url) {
  const fs::path note = TRY(note_of(url));
  auto text = read_file(note, kPathMax);
  if (text) return fs::path(*text);
  return fail(ErrorCode::kNotFound,
              "no server of yours runs at that address: name its token with --token-file");
}

}  // namespace bas::app
