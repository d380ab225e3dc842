// Sealed blobs in append-only segment files of this machine, a folder a day:
// `<folder>/2026-11-23/000001.seg`. A segment is the blobs, one after another, nothing else: they
// are sealed, so each proves itself. A process never writes to a segment of an earlier one, so what
// a crash tore off lies behind the last ref that was given out and is never read.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "blobs_fs/segment.h"
#include "ports/blob_store.h"

namespace bas::blobs_fs {

// Each append costs one write and one fdatasync (0.3-3 ms); concurrent appends overlap.
class FileBlobStore final : public BlobStore {
 public:
  struct Settings {
    std::filesystem::path folder;
    std::uint64_t segment_bytes = 256u << 20;  // a new segment begins beyond; a batch is not split
    std::uint64_t free_bytes_min = 1u << 30;   // appends are refused when less would stay free
  };

  static Result<std::unique_ptr<BlobStore>> open(Settings settings);

  // kUnavailable, with the cure, when the disk would become too full.
  Result<std::vector<BlobRef>> append(Day day, std::span<const std::string> blobs) override;
  Result<std::string> read(const BlobRef& ref) override;
  // Unlinks; bytes of an append under way go when it ends.
  Result<> drop_day(Day day) override;

 private:
  struct OpenSegment {
    std::shared_ptr<Segment> segment;
    std::uint64_t end = 0;  // what is promised to appends, written or not
  };
  struct Place {
    std::shared_ptr<Segment> segment;
    std::uint64_t offset = 0;
  };

  explicit FileBlobStore(Settings settings) : settings_(std::move(settings)) {}
  Result<> refuse_when_full(std::uint64_t bytes) const;
  Result<Place> reserve(Day day, std::uint64_t bytes);
  Result<std::shared_ptr<Segment>> new_segment(Day day) const;
  std::filesystem::path folder_of(Day day) const;

  Settings settings_;
  std::mutex mutex_;  // guards open_
  std::map<Day, OpenSegment> open_;
};

}  // namespace bas::blobs_fs
