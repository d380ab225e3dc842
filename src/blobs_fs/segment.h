// One segment file, being written by this process or read.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"

namespace bas::blobs_fs {

// Threads: any, concurrently, on ranges that do not overlap.
class Segment {
 public:
  // Durable as a name when it returns. kConflict when the file is already there.
  static Result<std::shared_ptr<Segment>> create(const std::filesystem::path& folder,
                                                 std::uint32_t number);
  static Result<std::shared_ptr<Segment>> open(const std::filesystem::path& folder,
                                               std::uint32_t number);
  Segment(const Segment&) = delete;
  Segment& operator=(const Segment&) = delete;
  ~Segment();

  // On disk when it returns. After a failure the segment takes no more: the system may have
  // dropped pages it could not write, and a later sync would not tell.
  Result<> write(std::uint64_t offset, std::span<const std::string> blobs);
  // kNotFound when the range goes beyond the end.
  Result<std::string> read(std::uint64_t offset, std::uint32_t length) const;

  std::uint32_t number() const { return number_; }
  bool is_broken() const { return is_broken_.load(std::memory_order_relaxed); }

 private:
  Segment(int fd, std::uint32_t number) : fd_(fd), number_(number) {}

  const int fd_;
  const std::uint32_t number_;
  std::atomic<bool> is_broken_{false};
};

// "000001.seg" and back; 0 when the name is not one.
std::string segment_name(std::uint32_t number);
std::uint32_t segment_number(const std::string& name);

}  // namespace bas::blobs_fs
