#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "flow/plate_lines.h"
#include "model/plate.h"

// Whatever comes: lines in order, and a packed plate is the canonical one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  bas::flow::PlateLines lines({reinterpret_cast<const char*>(bytes), size});
  bas::flow::PlateLine line;
  std::size_t before = 0;
  while (lines.next(line)) {
    bas::check(line.number > before);
    before = line.number;
    if (line.packed) bas::check(line.packed->text() == bas::canonical_plate(line.plate));
  }
  return 0;
}
