#include "blobs_fs/segment.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <limits.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <vector>

namespace bas::blobs_fs {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kEnd = ".seg";

tl::unexpected<Error> system_failure(std::string_view act) {
  if (errno == ENOENT) return fail(ErrorCode::kNotFound, "that segment is not there");
  if (errno == EEXIST) return fail(ErrorCode::kConflict, "that segment is already there");
  if (errno == ENOSPC || errno == EDQUOT) {
    return fail(ErrorCode::kUnavailable,
                fmt::format("cannot {} a segment: the disk is full; free space on it", act));
  }
  return fail(ErrorCode::kUnavailable,
              fmt::format("cannot {} a segment: {}", act, std::generic_category().message(errno)));
}

// The not yet written rest of a batch, as the system call wants it.
class Gathered {
 public:
  explicit Gathered(std::span<const std::string> blobs) {
    pieces_.reserve(blobs.size());
    for (const std::string& blob : blobs) {
      if (!blob.empty()) pieces_.push_back({const_cast<char*>(blob.data()), blob.size()});
    }
  }
  bool is_empty() const { return first_ == pieces_.size(); }
  const iovec* first() const { return &pieces_[first_]; }
  int count() const {
    return static_cast<int>(std::min<std::size_t>(pieces_.size() - first_, IOV_MAX));
  }
  void drop(std::size_t bytes) {
    while (bytes > 0) {
      iovec& piece = pieces_[first_];
      const std::size_t part = std::min(bytes, piece.iov_len);
      piece.iov_base = static_cast<char*>(piece.iov_base) + part;
      piece.iov_len -= part;
      bytes -= part;
      if (piece.iov_len == 0) ++first_;
    }
  }

 private:
  std::vector<iovec> pieces_;
  std::size_t first_ = 0;
};

// True when all is on disk; else errno says why not.
bool write_and_sync(int fd, std::uint64_t offset, std::span<const std::string> blobs) {
  Gathered rest(blobs);
  while (!rest.is_empty()) {
    const ssize_t count = ::pwritev(fd, rest.first(), rest.count(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    rest.drop(static_cast<std::size_t>(count));
    offset += static_cast<std::uint64_t>(count);
  }
  return ::fdatasync(fd) == 0;
}

}  // namespace

Result<std::shared_ptr<Segment>> Segment::create(const fs::path& folder, std::uint32_t number) {
  const fs::path path = folder / segment_name(number);
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return system_failure("create");
  std::shared_ptr<Segment> segment(new Segment(fd, number));
  TRY(sync_folder(folder));
  return segment;
}

Result<std::shared_ptr<Segment>> Segment::open(const fs::path& folder, std::uint32_t number) {
  const fs::path path = folder / segment_name(number);
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return system_failure("open");
  return std::shared_ptr<Segment>(new Segment(fd, number));
}

Segment::~Segment() { ::close(fd_); }

Result<> Segment::write(std::uint64_t offset, std::span<const std::string> blobs) {
  if (is_broken()) return fail(ErrorCode::kUnavailable, "that segment failed a write before");
  if (write_and_sync(fd_, offset, blobs)) return {};
  is_broken_.store(true, std::memory_order_relaxed);
  return system_failure("write");
}

Result<std::string> Segment::read(std::uint64_t offset, std::uint32_t length) const {
  struct stat facts{};
  if (::fstat(fd_, &facts) != 0) return system_failure("inspect");
  const auto bytes = static_cast<std::uint64_t>(facts.st_size);
  if (offset > bytes || length > bytes - offset) {
    return fail(ErrorCode::kNotFound, "a ref lies outside what was written");
  }
  std::string out(length, '\0');
  std::size_t done = 0;
  while (done < out.size()) {
    const ssize_t count =
        ::pread(fd_, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure("read");
    if (count == 0) return fail(ErrorCode::kNotFound, "a ref lies outside what was written");
    done += static_cast<std::size_t>(count);
  }
  return out;
}

std::string segment_name(std::uint32_t number) { return fmt::format("{:06}{}", number, kEnd); }

std::uint32_t segment_number(const std::string& name) {
  if (!name.ends_with(kEnd)) return 0;
  const char* const end = name.data() + (name.size() - kEnd.size());
  std::uint32_t number = 0;
  const auto parsed = std::from_chars(name.data(), end, number);
  return parsed.ec == std::errc{} && parsed.ptr == end ? number : 0;
}

}  // namespace bas::blobs_fs
