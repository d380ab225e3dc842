// A list that others put into a folder of this machine: the newest complete file.
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>
#include <utility>
#include <vector>

#include "base/encode.h"
#include "sources/file_names.h"
#include "sources/kinds.h"
#include "sources/proof.h"

namespace bas::sources {

namespace {

using std::chrono::nanoseconds;

constexpr std::size_t kNamesMax = 100'000;
// Clocks of one machine and its shares may differ by this much before somebody must look.
constexpr std::chrono::minutes kFutureMax{5};

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  bool is_open() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

struct FolderFile {
  std::string name;
  nanoseconds changed{0};
  std::uint64_t size = 0;
  std::uint64_t inode = 0;
  bool is_regular = false;

  bool is_newer_than(const FolderFile& other) const {
    return std::pair(changed, name) > std::pair(other.changed, other.name);
  }
  bool is_unchanged(const FolderFile& other) const {
    return changed == other.changed && size == other.size && inode == other.inode;
  }
  UtcTime changed_at() const {
    return UtcTime{std::chrono::floor<std::chrono::milliseconds>(changed)};
  }
  // What tells this state of the file from every other.
  std::string tag() const { return fmt::format("{}:{}:{}:{}", name, size, changed.count(), inode); }
};

FolderFile facts_of(const std::string& name, const struct stat& stat) {
  const auto changed =
      std::chrono::seconds{stat.st_mtim.tv_sec} + nanoseconds{stat.st_mtim.tv_nsec};
  return {name, changed, static_cast<std::uint64_t>(stat.st_size),
          static_cast<std::uint64_t>(stat.st_ino), S_ISREG(stat.st_mode)};
}

class FolderSource final : public ListSource {
 public:
  FolderSource(SourceSettings settings, const Clock& clock, std::string root)
      : settings_(std::move(settings)), clock_(clock), root_(std::move(root)) {}

  Result<FetchedList> fetch(const SourceMark& last, std::stop_token stop) override {
    return fetch_proven([&] { return fetch_once(last, stop); });
  }

 private:
  Result<FetchedList> fetch_once(const SourceMark& last, const std::stop_token& stop) const;
  Result<Descriptor> open_folder() const;
  Result<std::vector<FolderFile>> list_files(const Descriptor& folder) const;
  Result<FolderFile> newest(const Descriptor& folder) const;
  Result<bool> is_complete(const Descriptor& folder, const FolderFile& file) const;
  Result<std::string> read(const Descriptor& folder, const FolderFile& file,
                           const std::stop_token& stop) const;
  Result<std::string> small_file(const Descriptor& folder, const std::string& name) const;
  Result<Proof> proof_of(const Descriptor& folder, const FolderFile& file) const;

  const SourceSettings settings_;
  const Clock& clock_;
  const std::string root_;
};

// The mark: etag is the state of the file, left out while it is not believable; last_modified its
// time, so that an older file left behind is not taken for a newer one.
Result<FetchedList> FolderSource::fetch_once(const SourceMark& last,
                                             const std::stop_token& stop) const {
  const Descriptor folder = TRY(open_folder());
  const FolderFile file = TRY(newest(folder));
  const std::string changed = format_rfc3339(file.changed_at());
  if (!last.last_modified.empty() && changed < last.last_modified) {
    return fail(ErrorCode::kUnavailable,
                "the newest complete file is older than the one that was taken before");
  }
  FetchedList list;
  list.name = file.name;
  list.mark = last;
  list.fetched_at = clock_.now();
  if (last.etag == file.tag() && !last.sha256.empty()) return list;
  std::string bytes = TRY(read(folder, file, stop));
  const bool is_believable = list.fetched_at - file.changed_at() >= kBelievableAge;
  list.mark.etag = is_believable ? file.tag() : std::string{};
  list.mark.last_modified = changed;
  list.mark.sha256 = to_hex(sha256(bytes));
  if (list.mark.sha256 == last.sha256) return list;
  const Proof proof = TRY(proof_of(folder, file));
  TRY(check_proof(bytes, list.mark.sha256, proof, settings_.signature));
  list.bytes = std::move(bytes);
  return list;
}

tl::unexpected<Error> folder_failure() {
  return fail(ErrorCode::kUnavailable,
              "the folder cannot be opened: it must be there, readable and no symbolic link");
}

// From the root one step after another, so that no symbolic link leads out of it.
Result<Descriptor> FolderSource::open_folder() const {
  constexpr int kFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  if (root_.empty()) {
    Descriptor folder(::open(settings_.path.c_str(), kFlags));
    if (!folder.is_open()) return folder_failure();
    return folder;
  }
  int at = ::open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const std::string rest = settings_.path.substr(root_.size());
  std::size_t begin = 0;
  while (at >= 0 && begin < rest.size()) {
    const std::size_t end = std::min(rest.find('/', begin), rest.size());
    const std::string step = rest.substr(begin, end - begin);
    begin = end + 1;
    if (step.empty() || step == ".") continue;
    const Descriptor above(at);
    at = ::openat(above.get(), step.c_str(), kFlags);
  }
  Descriptor folder(at);
  if (!folder.is_open()) return folder_failure();
  return folder;
}

Result<std::vector<FolderFile>> FolderSource::list_files(const Descriptor& folder) const {
  const int copy = ::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR* const opened = copy < 0 ? nullptr : ::fdopendir(copy);
  if (opened == nullptr) {
    if (copy >= 0) ::close(copy);
    return folder_failure();
  }
  const auto close = [](DIR* stream) { ::closedir(stream); };
  const std::unique_ptr<DIR, decltype(close)> stream(opened, close);
  std::vector<FolderFile> files;
  std::size_t seen = 0;
  while (const dirent* entry = ::readdir(stream.get())) {
    if (++seen > kNamesMax) {
      return fail(ErrorCode::kBadInput, "the folder holds more than 100000 names: clear it out");
    }
    const std::string name = entry->d_name;
    struct stat stat{};
    if (!is_list_name(name, settings_)) continue;
    if (::fstatat(folder.get(), name.c_str(), &stat, AT_SYMLINK_NOFOLLOW) != 0) continue;
    files.push_back(facts_of(name, stat));
  }
  return files;
}

Result<FolderFile> FolderSource::newest(const Descriptor& folder) const {
  std::optional<FolderFile> best;
  const std::vector<FolderFile> files = TRY(list_files(folder));
  for (const FolderFile& file : files) {
    if (!file.is_regular) {
      return fail(ErrorCode::kBadInput,
                  "a name that fits the pattern is a symbolic link or no plain file: put the file "
                  "itself there, or narrow the pattern");
    }
    if (file.changed_at() > clock_.now() + kFutureMax) {
      return fail(ErrorCode::kBadInput, "a file is dated in the future: check the clocks");
    }
    if (TRY(is_complete(folder, file)) && (!best || file.is_newer_than(*best))) best = file;
  }
  if (best) return *best;
  return fail(ErrorCode::kUnavailable, files.empty() ? "no file in the folder fits the pattern"
                                                     : "no file in the folder is complete yet");
}

Result<bool> FolderSource::is_complete(const Descriptor& folder, const FolderFile& file) const {
  if (settings_.complete_when == CompleteWhen::kRenamed) return true;
  if (settings_.complete_when == CompleteWhen::kSettled) {
    return clock_.now() - file.changed_at() >= settings_.settle;
  }
  struct stat stat{};
  const std::string marker = file.name + settings_.marker_suffix;
  if (::fstatat(folder.get(), marker.c_str(), &stat, AT_SYMLINK_NOFOLLOW) != 0) return false;
  const FolderFile mark = facts_of(marker, stat);
  return mark.is_regular && mark.changed >= file.changed;
}

Result<std::string> FolderSource::read(const Descriptor& folder, const FolderFile& file,
                                       const std::stop_token& stop) const {
  if (file.size > settings_.bytes_max) {
    return fail(ErrorCode::kTooLarge,
                fmt::format("the file holds more than {} bytes: if the list may be that large, "
                            "raise bytes_max",
                            settings_.bytes_max));
  }
  const auto changed = [] {
    return fail(ErrorCode::kUnavailable, "the file was written or replaced while it was read");
  };
  // O_NONBLOCK: a pipe put in the file's place must not hold us up.
  const Descriptor opened(
      ::openat(folder.get(), file.name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!opened.is_open()) return fail(ErrorCode::kUnavailable, "the file cannot be opened");
  const auto is_as_seen = [&] {
    struct stat stat{};
    if (::fstat(opened.get(), &stat) != 0) return false;
    const FolderFile now = facts_of(file.name, stat);
    return now.is_regular && now.is_unchanged(file);
  };
  if (!is_as_seen()) return changed();
  std::string bytes(file.size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    if (stop.stop_requested()) return fail(ErrorCode::kUnavailable, "stopped while reading");
    const std::size_t step = std::min(bytes.size() - filled, std::size_t{4} << 20);
    const ssize_t count = ::read(opened.get(), bytes.data() + filled, step);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return changed();
    filled += static_cast<std::size_t>(count);
  }
  if (!is_as_seen()) return changed();
  return bytes;
}

Result<std::string> FolderSource::small_file(const Descriptor& folder,
                                             const std::string& name) const {
  struct stat stat{};
  if (::fstatat(folder.get(), name.c_str(), &stat, AT_SYMLINK_NOFOLLOW) != 0) {
    return fail(ErrorCode::kNotFound, "the checksum or signature beside the file is not there");
  }
  const FolderFile file = facts_of(name, stat);
  if (!file.is_regular || file.size > kSmallFileBytesMax) {
    return fail(ErrorCode::kBadInput,
                "the checksum or signature beside the file is no plain file up to 1 MiB");
  }
  return read(folder, file, {});
}

Result<Proof> FolderSource::proof_of(const Descriptor& folder, const FolderFile& file) const {
  Proof proof;
  if (!settings_.checksum.suffix.empty()) {
    const std::string text = TRY(small_file(folder, file.name + settings_.checksum.suffix));
    proof.checksum = TRY(checksum_in(text, file.name));
  }
  if (!settings_.signature.suffix.empty()) {
    proof.signature = TRY(small_file(folder, file.name + settings_.signature.suffix));
  }
  return proof;
}

}  // namespace

std::unique_ptr<ListSource> make_folder_source(SourceSettings settings, const Clock& clock,
                                               std::string root) {
  return std::make_unique<FolderSource>(std::move(settings), clock, std::move(root));
}

}  // namespace bas::sources
