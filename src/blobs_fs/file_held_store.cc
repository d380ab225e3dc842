#include "blobs_fs/file_held_store.h"

#include <fmt/format.h>

#include "base/file.h"

namespace bas::blobs_fs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHeldBytesMax = 64u << 20;

}  // namespace

Result<> FileHeldStore::put(const HeldName& name, std::string_view sealed) {
  const fs::path path = path_of(name);
  TRY(make_private_folder(path.parent_path()));
  return write_file(path, sealed, FileMode::kSecret);
}

Result<std::string> FileHeldStore::get(const HeldName& name) {
  return read_file(path_of(name), kHeldBytesMax);
}

Result<> FileHeldStore::drop(const Id& hold) {
  const fs::path folder = folder_ / to_string(hold);
  std::error_code failure;
  if (!fs::exists(folder, failure)) return {};
  for (fs::directory_iterator file(folder, failure), end; !failure && file != end;
       file.increment(failure)) {
    TRY(destroy_file(file->path()));
  }
  if (!failure) fs::remove(folder, failure);
  if (!failure) return sync_folder(folder_);
  return fail(ErrorCode::kUnavailable,
              fmt::format("cannot remove {}: {}", folder.string(), failure.message()));
}

fs::path FileHeldStore::path_of(const HeldName& name) const {
  std::string file = to_string(name.read);
  if (name.picture) file += fmt::format(".{}", *name.picture);
  return folder_ / to_string(name.hold) / file;
}

}  // namespace bas::blobs_fs
