// Two cameras that saw one vehicle: what repeated passages teach of misreads, without the truth.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <array>
#include <chrono>
#include <deque>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "match/misread_counts.h"

namespace bas::match {

// A read as long as another of the same vehicle may follow. WGS 84 degrees.
struct PassingRead {
  plates::PackedPlate plate;
  std::string country;
  Id camera;
  UtcTime captured_at;
  double latitude = 0;
  double longitude = 0;
  std::array<double, plates::PackedPlate::kGlyphsMax> confidences{};
  std::size_t confidence_count = 0;  // 0: the camera says none

  RatedRead rated() const { return {plate, {confidences.data(), confidence_count}}; }
};

// `same`: as PassagePair wants it.
struct RepeatedPassage {
  PassingRead first;
  PassingRead second;
  double same = 0;
};

// Remembers the reads of the last minutes, in memory alone, and finds the earlier read of a vehicle
// that passes another camera: the only one not more than a glyph away, where the vehicle can have
// come from in that time. Of more than one nobody can tell; of a vehicle one pair in the window
// counts. Plates of less than six glyphs are left out, and the caller leaves out reads whose moment
// cannot be trusted. Threads: one. Cost: some microseconds with 100,000 reads remembered.
class RepeatedPassages {
 public:
  struct Settings {
    std::chrono::minutes window{15};
    std::size_t reads_most = 100'000;
    double speed_most_kmh = 200;
  };
  explicit RepeatedPassages(Settings settings) : settings_(settings) {}

  std::optional<RepeatedPassage> next(PassingRead read);
  std::size_t remembered() const { return reads_.size(); }

 private:
  // Numbers of reads count on for good; those below `oldest_` are gone. 0 is none.
  using Number = std::uint64_t;
  struct Remembered {
    PassingRead read;
    bool is_paired = false;
    std::array<std::uint64_t, 2> keys{};  // of its beginning and its end
    std::array<Number, 2> before{};       // the read before it with the same key
  };

  void forget_old(UtcTime now);
  void remember(PassingRead read);
  Remembered& at(Number number) { return reads_[number - oldest_]; }
  bool may_be_same(const PassingRead& earlier, const PassingRead& later) const;

  Settings settings_;
  std::deque<Remembered> reads_;
  Number oldest_ = 1;
  std::array<absl::flat_hash_map<std::uint64_t, Number>, 2> latest_;  // by key
};

}  // namespace bas::match
