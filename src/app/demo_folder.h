// A folder that goes when the demo ends, with the key beside the data in it.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"

namespace bas::app {

class DemoFolder {
 public:
  static Result<std::unique_ptr<DemoFolder>> open();
  DemoFolder(const DemoFolder&) = delete;
  DemoFolder& operator=(const DemoFolder&) = delete;
  ~DemoFolder();

  std::filesystem::path data() const { return root_ / "data"; }

 private:
  explicit DemoFolder(std::filesystem::path root) : root_(std::move(root)) {}
  std::filesystem::path root_;
};

}  // namespace bas::app
