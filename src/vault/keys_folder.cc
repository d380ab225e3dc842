#include "vault/keys_folder.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <utility>

namespace bas::vault {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kKeyEnd = ".key";
constexpr std::string_view kDestroyedEnd = ".destroyed";
constexpr std::string_view kUnfinishedEnd = ".new";
constexpr std::string_view kStandingName = "standing.key";
constexpr std::size_t kFileBytesMax = 4096;

Result<> add_to_listing(KeysFolder::Listing& listing, const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.ends_with(kUnfinishedEnd)) return destroy_file(path);
  if (name == kStandingName) listing.has_standing = true;
  if (const auto day = parse_day(path.stem().string())) {
    if (path.extension() == kKeyEnd) listing.days.insert(*day);
    if (path.extension() == kDestroyedEnd) listing.destroyed.insert(*day);
  }
  return {};
}

Result<> destroy_in(const fs::path& path) {
  TRY(destroy_file(path.string() + std::string(kUnfinishedEnd)));
  return destroy_file(path);
}

}  // namespace

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

Result<Secret> KeysFolder::load(Day day) const { return load_from(path_of(day), day); }

Result<Secret> KeysFolder::load_hold(const Id& hold) const {
  return load_from(path_of_hold(hold), kHoldDay);
}

Result<Secret> KeysFolder::load_from(const fs::path& path, Day bound) const {
  const std::string wrapped = TRY(read_file(path, kFileBytesMax));
  auto pair = kek_.unwrap(bound, wrapped);
  if (pair) return pair;
  const std::string_view cure = pair.error().code == ErrorCode::kRefused
                                    ? "put back the key-encryption key it was made with"
                                    : "restore it from the backup of that folder";
  return fail(pair.error().code, fmt::format("the key file {} cannot be used: {}; {}",
                                             path.string(), pair.error().text, cure));
}

Result<Secret> KeysFolder::make(Day day, Random& random) const {
  return make_in(path_of(day), day, random);
}

Result<Secret> KeysFolder::make_hold(const Id& hold, Random& random) const {
  return make_in(path_of_hold(hold), kHoldDay, random);
}

Result<Secret> KeysFolder::make_in(const fs::path& path, Day bound, Random& random) const {
  Secret pair(kPairBytes);
  random.fill(pair.bytes());
  TRY(write_file(path, kek_.wrap(bound, pair), FileMode::kSecret));
  return pair;
}

Result<> KeysFolder::mark_destroyed(Day day) const {
  return write_file(folder_ / (format_day(day) + std::string(kDestroyedEnd)), "",
                    FileMode::kSecret);
}

Result<> KeysFolder::destroy(Day day) const { return destroy_in(path_of(day)); }

Result<> KeysFolder::destroy_hold(const Id& hold) const { return destroy_in(path_of_hold(hold)); }

fs::path KeysFolder::path_of(Day day) const {
  if (day == kStandingDay) return folder_ / kStandingName;
  return folder_ / (format_day(day) + std::string(kKeyEnd));
}

fs::path KeysFolder::path_of_hold(const Id& hold) const {
  return folder_ / fmt::format("hold-{}{}", to_string(hold), kKeyEnd);
}

}  // namespace bas::vault
