#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace bas {

namespace fs = std::filesystem;

namespace {

// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, unsigned mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

tl::unexpected<Error> system_failure(std::string_view act, const fs::path& path) {
  const ErrorCode code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnavailable;
  return fail(code, fmt::format("cannot {} {}: {}", act, path.string(), std::strerror(errno)));
}

Result<> write_all(int fd, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (::fsync(fd) != 0) return system_failure("sync", path);
  return {};
}

}  // namespace

Result<> refuse_if_others_may_read(const fs::path& path, std::string_view what) {
  std::error_code failure;
  const fs::perms mode = fs::status(path, failure).permissions();
  if (failure) {
    return fail(ErrorCode::kUnavailable,
                fmt::format("cannot inspect {}: {}", path.string(), failure.message()));
  }
  if ((mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none) return {};
  return fail(ErrorCode::kRefused,
              fmt::format("the {} {} is open to other users: chmod 600 it, and replace it if they "
                          "may have read it",
                          what, path.string()));
}

Result<std::string> read_file(const fs::path& path, std::size_t bytes_max) {
  const Descriptor file(path, O_RDONLY);
  if (!file.is_open()) return system_failure("open", path);
  std::string out;
  char buffer[65536];
  while (true) {
    const ssize_t count = ::read(file.get(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure("read", path);
    if (count == 0) return out;
    out.append(buffer, static_cast<std::size_t>(count));
    if (out.size() > bytes_max) {
      return fail(ErrorCode::kTooLarge,
                  fmt::format("{} holds more than {} bytes", path.string(), bytes_max));
    }
  }
}

Result<> sync_folder(const fs::path& path) {
  const Descriptor folder(path.empty() ? fs::path(".") : path, O_RDONLY | O_DIRECTORY);
  if (!folder.is_open()) return system_failure("open", path);
  if (::fsync(folder.get()) != 0) return system_failure("sync", path);
  return {};
}

Result<> write_file(const fs::path& path, std::string_view bytes, FileMode mode) {
  const fs::path beside = path.string() + ".new";
  {
    const Descriptor file(beside, O_WRONLY | O_CREAT | O_TRUNC, static_cast<unsigned>(mode));
    if (!file.is_open()) return system_failure("create", beside);
    // A leftover of a crash keeps its old mode when it is opened.
    if (::fchmod(file.get(), static_cast<unsigned>(mode)) != 0) {
      return system_failure("protect", beside);
    }
    TRY(write_all(file.get(), bytes, beside));
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return system_failure("rename", beside);
  return sync_folder(path.parent_path());
}

Result<> destroy_file(const fs::path& path) {
  {
    const Descriptor file(path, O_WRONLY);
    if (!file.is_open()) {
      if (errno == ENOENT) return {};
      return system_failure("open", path);
    }
    struct stat facts{};
    if (::fstat(file.get(), &facts) != 0) return system_failure("inspect", path);
    TRY(write_all(file.get(), std::string(static_cast<std::size_t>(facts.st_size), '\0'), path));
  }
  if (::unlink(path.c_str()) != 0) return system_failure("remove", path);
  return sync_folder(path.parent_path());
}

Result<> make_private_folder(const fs::path& path) {
  std::error_code failure;
  const bool is_new = fs::create_directories(path, failure);
  if (failure) {
    return fail(ErrorCode::kUnavailable,
                fmt::format("cannot make folder {}: {}", path.string(), failure.message()));
  }
  if (is_new) fs::permissions(path, fs::perms::owner_all, failure);
  return {};
}

}  // namespace bas
