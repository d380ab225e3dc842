// The folder of wrapped keys: one file a day, a shelf of a day, or a hold; one marker per day or
// shelf that was destroyed.
#pragma once

#include <filesystem>
#include <set>

#include "base/id.h"
#include "vault/kek.h"
#include "vault/shelf.h"

namespace bas::vault {

// Keeps other processes out of a folder for as long as it lives.
class FolderLock {
 public:
  // Makes the folder where it is absent. kConflict when another process holds it.
  static Result<FolderLock> take(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int fd) : fd_(fd) {}
  int fd_;
};

// What a file of keys is called, and the day that is bound into it.
struct KeyFile {
  std::string stem;
  Day bound;
};
KeyFile file_of(const Shelf& shelf);
KeyFile file_of_hold(const Id& hold);

// Threads: one at a time. All writes are durable when they return.
class KeysFolder {
 public:
  struct Listing {
    std::set<Shelf> shelves;  // days among them
    std::set<Shelf> destroyed;
    bool has_standing = false;
    bool is_empty() const { return shelves.empty() && destroyed.empty() && !has_standing; }
  };
  // Also removes what an interrupted write left behind.
  static Result<Listing> list(const std::filesystem::path& folder);

  KeysFolder(std::filesystem::path folder, Kek kek, FolderLock lock);

  // kNotFound, kRefused (another KEK), kCorrupt; the text names the file and the cure.
  Result<Secret> load(const KeyFile& file) const;
  // Draws, wraps and writes a new pair.
  Result<Secret> make(const KeyFile& file, Random& random) const;
  Result<> mark_destroyed(const KeyFile& file) const;
  Result<> destroy(const KeyFile& file) const;
  std::filesystem::path path_of(const KeyFile& file) const;

 private:
  std::filesystem::path folder_;
  Kek kek_;
  FolderLock lock_;
};

}  // namespace bas::vault
