#include "blobs_fs/file_blob_store.h"

#include "base/file.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace bas::blobs_fs {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kOpenDaysMax = 16;  // a backlog of more days begins more segments
constexpr int kNumberAttempts = 100;

Result<std::uint32_t> last_number_in(const fs::path& folder) {
  std::uint32_t last = 0;
  std::error_code failure;
  for (fs::directory_iterator file(folder, failure), end; !failure && file != end;
       file.increment(failure)) {
    last = std::max(last, segment_number(file->path().filename().string()));
  }
  if (!failure) return last;
  return fail(ErrorCode::kUnavailable,
              fmt::format("cannot list {}: {}", folder.string(), failure.message()));
}

}  // namespace

Result<std::unique_ptr<BlobStore>> FileBlobStore::open(Settings settings) {
  TRY(make_private_folder(settings.folder));
  return std::unique_ptr<BlobStore>(new FileBlobStore(std::move(settings)));
}

Result<std::vector<BlobRef>> FileBlobStore::append(Day day, std::span<const std::string> blobs) {
  std::uint64_t bytes = 0;
  for (const std::string& blob : blobs) {
    if (blob.size() > UINT32_MAX) return fail(ErrorCode::kTooLarge, "a blob must be below 4 GiB");
    bytes += blob.size();
  }
  if (blobs.empty()) return std::vector<BlobRef>{};
  TRY(refuse_when_full(bytes));
  const Place place = TRY(reserve(day, bytes));
  TRY(place.segment->write(place.offset, blobs));
  std::vector<BlobRef> refs;
  refs.reserve(blobs.size());
  std::uint64_t offset = place.offset;
  for (const std::string& blob : blobs) {
    const auto length = static_cast<std::uint32_t>(blob.size());
    refs.push_back({day, place.segment->number(), offset, length});
    offset += length;
  }
  return refs;
}

Result<std::string> FileBlobStore::read(const BlobRef& ref) {
  const auto segment = TRY(Segment::open(folder_of(ref.day), ref.segment));
  return segment->read(ref.offset, ref.length);
}

Result<> FileBlobStore::drop_day(Day day) {
  {
    const std::lock_guard lock(mutex_);
    open_.erase(day);
  }
  std::error_code failure;
  fs::remove_all(folder_of(day), failure);
  if (!failure) return sync_folder(settings_.folder);
  return fail(ErrorCode::kUnavailable,
              fmt::format("cannot remove {}: {}", folder_of(day).string(), failure.message()));
}

Result<> FileBlobStore::refuse_when_full(std::uint64_t bytes) const {
  struct statvfs disk{};
  if (::statvfs(settings_.folder.c_str(), &disk) != 0) {
    return fail(ErrorCode::kUnavailable,
                fmt::format("cannot inspect the disk of {}: {}", settings_.folder.string(),
                            std::strerror(errno)));
  }
  const std::uint64_t free = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  if (free >= bytes && free - bytes >= settings_.free_bytes_min) return {};
  return fail(ErrorCode::kUnavailable,
              fmt::format("the disk of {} has {} MiB left and {} MiB must stay free: free space, "
                          "or shorten the retention of pictures",
                          settings_.folder.string(), free >> 20, settings_.free_bytes_min >> 20));
}

// A range of the day's segment that no other append gets.
Result<FileBlobStore::Place> FileBlobStore::reserve(Day day, std::uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  auto found = open_.find(day);
  const bool is_usable =
      found != open_.end() && !found->second.segment->is_broken() &&
      (found->second.end == 0 || found->second.end + bytes <= settings_.segment_bytes);
  if (!is_usable) {
    if (found == open_.end() && open_.size() >= kOpenDaysMax) open_.erase(open_.begin());
    found = open_.insert_or_assign(day, OpenSegment{TRY(new_segment(day)), 0}).first;
  }
  const Place place{found->second.segment, found->second.end};
  found->second.end += bytes;
  return place;
}

Result<std::shared_ptr<Segment>> FileBlobStore::new_segment(Day day) const {
  const fs::path folder = folder_of(day);
  TRY(make_private_folder(folder));
  TRY(sync_folder(settings_.folder));
  const std::uint32_t last = TRY(last_number_in(folder));
  for (std::uint32_t number = last + 1; number <= last + kNumberAttempts; ++number) {
    auto made = Segment::create(folder, number);
    if (made || made.error().code != ErrorCode::kConflict) return made;
  }
  return fail(ErrorCode::kUnavailable,
              fmt::format("other processes keep making segments in {}", folder.string()));
}

fs::path FileBlobStore::folder_of(Day day) const { return settings_.folder / format_day(day); }

}  // namespace bas::blobs_fs
