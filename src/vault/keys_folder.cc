#include "vault/keys_folder.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <optional>
#include <utility>

namespace bas::vault {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kKeyEnd = ".key";
constexpr std::string_view kDestroyedEnd = ".destroyed";
constexpr std::string_view kUnfinishedEnd = ".new";
constexpr std::string_view kStandingName = "standing.key";
constexpr std::size_t kFileBytesMax = 4096;

// "2026-11-23" or "2026-11-23.camera_act".
std::optional<Shelf> shelf_from(const std::string& stem) {
  const auto point = stem.find('.');
  const auto day = parse_day(stem.substr(0, point));
  if (!day) return std::nullopt;
  return Shelf{*day, point == stem.npos ? std::string() : stem.substr(point + 1)};
}

Result<> add_to_listing(KeysFolder::Listing& listing, const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.ends_with(kUnfinishedEnd)) return destroy_file(path);
  if (name == kStandingName) listing.has_standing = true;
  const auto shelf = shelf_from(path.stem().string());
  if (shelf && path.extension() == kKeyEnd) listing.shelves.insert(*shelf);
  if (shelf && path.extension() == kDestroyedEnd) listing.destroyed.insert(*shelf);
  return {};
}

}  // namespace

KeyFile file_of(const Shelf& shelf) {
  if (shelf.day == kStandingDay) return {"standing", kStandingDay};
  std::string stem = format_day(shelf.day);
  if (!shelf.name.empty()) stem += '.' + shelf.name;
  return {std::move(stem), shelf.day};
}

KeyFile file_of_hold(const Id& hold) { return {"hold-" + to_string(hold), kHoldDay}; }

Result<FolderLock> FolderLock::take(const fs::path& folder) {
  TRY(make_private_folder(folder));
  const fs::path path = folder / "lock";
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return fail(ErrorCode::kUnavailable, fmt::format("cannot open {}", path.string()));
  FolderLock lock(fd);
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return lock;
  return fail(
      ErrorCode::kConflict,
      fmt::format("another process holds {}: stop it, or ask it over its API", folder.string()));
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

FolderLock::~FolderLock() {
  if (fd_ >= 0) ::close(fd_);
}

Result<KeysFolder::Listing> KeysFolder::list(const fs::path& folder) {
  Listing listing;
  std::error_code failure;
  for (fs::directory_iterator file(folder, failure), end; !failure && file != end;
       file.increment(failure)) {
    TRY(add_to_listing(listing, file->path()));
  }
  if (!failure) return listing;
  return fail(ErrorCode::kUnavailable,
              fmt::format("cannot list {}: {}", folder.string(), failure.message()));
}

KeysFolder::KeysFolder(fs::path folder, Kek kek, FolderLock lock)
    : folder_(std::move(folder)), kek_(std::move(kek)), lock_(std::move(lock)) {}

Result<Secret> KeysFolder::load(const KeyFile& file) const {
  const fs::path path = path_of(file);
  const std::string wrapped = TRY(read_file(path, kFileBytesMax));
  auto pair = kek_.unwrap(file.bound, wrapped);
  if (pair) return pair;
  const std::string_view cure = pair.error().code == ErrorCode::kRefused
                                    ? "put back the key-encryption key it was made with"
                                    : "restore it from the backup of that folder";
  return fail(pair.error().code, fmt::format("the key file {} cannot be used: {}; {}",
                                             path.string(), pair.error().text, cure));
}

Result<Secret> KeysFolder::make(const KeyFile& file, Random& random) const {
  Secret pair(kPairBytes);
  random.fill(pair.bytes());
  TRY(write_file(path_of(file), kek_.wrap(file.bound, pair), FileMode::kSecret));
  return pair;
}

Result<> KeysFolder::mark_destroyed(const KeyFile& file) const {
  return write_file(folder_ / (file.stem + std::string(kDestroyedEnd)), "", FileMode::kSecret);
}

Result<> KeysFolder::destroy(const KeyFile& file) const {
  const fs::path path = path_of(file);
  TRY(destroy_file(path.string() + std::string(kUnfinishedEnd)));
  return destroy_file(path);
}

fs::path KeysFolder::path_of(const KeyFile& file) const {
  return folder_ / (file.stem + std::string(kKeyEnd));
}

}  // namespace bas::vault
