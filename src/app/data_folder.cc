#include "app/data_folder.h"

#include "base/file.h"

namespace bas::app {

namespace {

namespace fs = std::filesystem;

std::uint64_t length_of(const fs::path& file) {
  std::error_code failure;
  const auto bytes = fs::file_size(file, failure);
  return failure ? 0 : bytes;
}

std::uint64_t bytes_in(const fs::path& folder) {
  std::uint64_t sum = 0;
  std::error_code failure;
  for (fs::recursive_directory_iterator at(folder, failure), end; !failure && at != end;
       at.increment(failure)) {
    std::error_code unknown;
    if (at->is_regular_file(unknown)) sum += length_of(at->path());
  }
  return sum;
}

}  // namespace

std::filesystem::path DataFolder::beside(const char* ending) const {
  auto folder = std::filesystem::absolute(root).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();  // a trailing slash
  return folder.string() + ending;
}

Result<> DataFolder::prepare() const {
  for (const auto& folder : {root, reads(), pictures(), keys()}) {
    TRY(make_private_folder(folder));
  }
  return {};
}

std::vector<std::pair<std::string, std::uint64_t>> store_sizes(const DataFolder& folder) {
  auto journal = folder.control_file();
  journal += "-wal";
  return {{"reads", bytes_in(folder.reads())},
          {"pictures", bytes_in(folder.pictures())},
          {"holds", bytes_in(folder.holds())},
          {"control", length_of(folder.control_file()) + length_of(journal)},
          {"ledger", bytes_in(folder.ledger())}};
}

}  // namespace bas::app
