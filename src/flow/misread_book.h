// How each camera misreads: learned from reads that a person verified or from what the work of
// every day told, looked at, approved by another, and only then in force.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/random.h"
#include "flow/misread_tally.h"
#include "match/learning.h"

namespace bas::flow {

// A model of one camera. `model` is what MisreadModel::parse takes: shares of glyphs, no plate.
// `calibration`, what match::Calibration::parse takes, is empty where the camera's confidences were
// not there or foretold no glyph held out; `calibration_gain` is that of its gain().
struct LearnedMisreads {
  int version = 0;  // of that camera, from 1
  UtcTime learned_at;
  Id learned_by;
  std::size_t learned_from = 0;  // reads; others were held out to judge the model by
  std::size_t refused = 0;       // lines that held no two plates
  match::Evaluation evaluation;  // on those held out
  std::string model;
  std::string calibration;
  double calibration_gain = 0;
  std::optional<UtcTime> approved_at;
  Id approved_by;
};

struct CameraMisreads {
  std::optional<LearnedMisreads> draft;     // waits for approval
  std::optional<LearnedMisreads> in_force;  // none: as cameras in general
};

// Nothing learns by itself: criteria that decide over alarms change when a person says so (rules
// R22 and R24 of the law page). Threads: any. Kept in one file, which holds no plate; a change is
// durable, and in force, when the call returns.
class MisreadBook {
 public:
  static constexpr std::size_t kLearnedLeast = 200;
  static constexpr std::size_t kHeldOutLeast = 50;

  struct Parts {
    EntryBook& entries;
    MisreadTally& tally;
    const Clock& clock;
    Random& random;
    std::filesystem::path file;
  };
  explicit MisreadBook(Parts parts) : parts_(std::move(parts)) {}

  // What was learned before; nothing where no file is. kCorrupt when it is no such file.
  Result<> load();

  // `text`: `plate,read` a line, the true plate first, of reads that were not chosen by what was
  // read; a third column may hold the confidences of the read's glyphs, 0..1, spaces between them.
  // A fifth of the vehicles is held out. Replaces a draft, touches nothing in force. kBadInput when
  // there are too few, or most are wrong. Cost: 1 µs a line.
  Result<CameraMisreads> learn(const Id& camera, std::string_view text, const Id& who);
  // The same from what was tallied of the camera. kConflict while that is too little.
  Result<CameraMisreads> learn_tallied(const Id& camera, const Id& who);
  // kConflict when that is not the draft, when it foretells reads no better than the model for all
  // cameras, or when whoever learned it asks.
  Result<CameraMisreads> approve(const Id& camera, int version, const Id& who);
  // The camera misreads as cameras in general again, and its tally begins anew.
  Result<CameraMisreads> forget(const Id& camera);
  CameraMisreads of(const Id& camera) const;

 private:
  struct Lesson {
    const match::CameraCounts& learned_from;
    const match::CameraCounts& held_out;
    std::size_t refused = 0;
  };
  Result<CameraMisreads> draft(const Id& camera, const Lesson& lesson, const Id& who);
  Result<> keep(std::map<Id, CameraMisreads> cameras);
  Result<> put_in_force() const;

  Parts parts_;
  mutable std::mutex mutex_;  // guards cameras_
  std::map<Id, CameraMisreads> cameras_;
};

}  // namespace bas::flow
