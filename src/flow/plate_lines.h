// Plates as a program asks for them: one `plate[,country]` a line.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "plates/packed_plate.h"

namespace bas::flow {

// The views live as long as the body. `packed` is the canonical plate, unless that has more than
// ten glyphs or others than A to Z and 0 to 9: such plates take the slow way, from `plate`.
struct PlateLine {
  std::size_t number = 0;  // from 1, empty lines counted
  std::string_view plate;
  std::string_view country;  // as written; empty where none stands
  std::optional<plates::PackedPlate> packed;
};

// Reads a body without copying. Threads: one at a time. Cost: about 1 ns a byte.
class PlateLines {
 public:
  explicit PlateLines(std::string_view body) : left_(body) {}

  // The next line that is not empty; false at the end. Lines end in LF or CR LF, the last one may
  // end with the body.
  bool next(PlateLine& line);

 private:
  std::string_view left_;
  std::size_t number_ = 0;
};

}  // namespace bas::flow
