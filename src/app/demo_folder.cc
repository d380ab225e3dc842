#include "app/demo_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <string>

#include "base/log.h"

namespace bas::app {

namespace fs = std::filesystem;

Result<std::unique_ptr<DemoFolder>> DemoFolder::open() {
  std::error_code failure;
  std::string name = (fs::temp_directory_path(failure) / "bas-demo-XXXXXX").string();
  if (failure || ::mkdtemp(name.data()) == nullptr) {
    return fail(ErrorCode::kUnavailable, "no temporary folder can be made for the demo's data");
  }
  return std::unique_ptr<DemoFolder>(new DemoFolder(name));
}

DemoFolder::~DemoFolder() {
  std::error_code failure;
  fs::remove_all(root_, failure);
  if (failure) log(LogLevel::kWarning, "app", "the demo's data stay behind");
}

}  // namespace bas::app
