// Pictures as cameras send them: hostile files, and places of plates that may be anywhere.
#include <cstddef>
#include <cstdint>

#include "pictures/conceal.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const auto share = [&](std::size_t at) { return (data[at] - 16) / 200.0; };
  const bas::PlateBox plate{share(0), share(1), share(2), share(3)};
  const std::string_view jpeg(reinterpret_cast<const char*>(data) + 4, size - 4);
  const auto concealed = bas::pictures::conceal_people(jpeg, plate);
  if (concealed && !bas::pictures::conceal_people(*concealed, plate)) __builtin_trap();
  return 0;
}
