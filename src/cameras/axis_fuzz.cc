// The axis adapter on any bytes: it refuses or gives bounded facts, and never crashes.
#include "cameras/fuzz_decode.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  bas::cameras::fuzz_decode({reinterpret_cast<const char*>(bytes), size}, "axis");
  return 0;
}
