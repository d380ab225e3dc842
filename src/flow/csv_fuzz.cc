#include "flow/csv.h"

#include <cstddef>
#include <cstdint>

#include "base/check.h"
#include "base/encode.h"

// Any bytes end after at most a row a byte; every field that comes out is UTF-8; lines go up.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t count) {
  bas::flow::CsvReader reader({reinterpret_cast<const char*>(bytes), count});
  std::size_t rows = 0;
  std::size_t line = 0;
  while (true) {
    const auto row = reader.next();
    if (row && !*row) return 0;
    bas::check(++rows <= count);
    bas::check(reader.line() > line);
    line = reader.line();
    if (!row) continue;
    bas::check(!(*row)->fields.empty());
    for (const auto& field : (*row)->fields) bas::check(bas::is_valid_utf8(field));
  }
}
