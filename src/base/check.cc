#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace bas {

void check_failed(std::source_location where) {
  std::fprintf(stderr, "invariant broken at %s:%u in %s\n", where.file_name(), where.line(),
               where.function_name());
  std::abort();
}

}  // namespace bas
