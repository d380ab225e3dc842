#include "app/data_folder.h"

#include "base/file.h"

namespace bas::app {

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

}  // namespace bas::app
