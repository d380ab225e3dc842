// The folder of wrapped keys: one file a day, one marker per destroyed day; one file a hold.
#pragma once

#include <filesystem>
#include <set>

#include "base/id.h"
#include "vault/kek.h"

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

// Threads: one at a time. All writes are durable when they return.
class KeysFolder {
 public:
  struct Listing {
    std::set<Day> days;
    std::set<Day> destroyed;
    bool has_standing = false;
    bool is_empty() const { return days.empty() && destroyed.empty() && !has_standing; }
  };
  // Also removes what an interrupted write left behind.
  static Result<Listing> list(const std::filesystem::path& folder);

  KeysFolder(std::filesystem::path folder, Kek kek, FolderLock lock);

  // kNotFound, kRefused (another KEK), kCorrupt; the text names the file and the cure.
  Result<Secret> load(Day day) const;
  // Draws, wraps and writes a new pair.
  Result<Secret> make(Day day, Random& random) const;
  Result<> mark_destroyed(Day day) const;
  Result<> destroy(Day day) const;
  std::filesystem::path path_of(Day day) const;

  // The same of a hold; those are in no listing.
  Result<Secret> load_hold(const Id& hold) const;
  Result<Secret> make_hold(const Id& hold, Random& random) const;
  Result<> destroy_hold(const Id& hold) const;

 private:
  std::filesystem::path path_of_hold(const Id& hold) const;
  Result<Secret> load_from(const std::filesystem::path& path, Day bound) const;
  Result<Secret> make_in(const std::filesystem::path& path, Day bound, Random& random) const;

  std::filesystem::path folder_;
  Kek kek_;
  FolderLock lock_;
};

}  // namespace bas::vault
