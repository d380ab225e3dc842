// What holds have copied, in files of this machine: `<folder>/<hold>/<read>` and
// `<folder>/<hold>/<read>.<number>` for its pictures.
#pragma once

#include <filesystem>

#include "ports/held_store.h"

namespace bas::blobs_fs {

// Each put costs a write, two syncs and a rename (some milliseconds).
class FileHeldStore final : public HeldStore {
 public:
  explicit FileHeldStore(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<> put(const HeldName& name, std::string_view sealed) override;
  Result<std::string> get(const HeldName& name) override;
  Result<> drop(const Id& hold) override;

 private:
  std::filesystem::path path_of(const HeldName& name) const;

  std::filesystem::path folder_;
};

}  // namespace bas::blobs_fs
