// Sniffing and splitting on any bytes: what comes out lies inside what went in.
#include "base/check.h"
#include "cameras/fuzz_decode.h"
#include "cameras/parts.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view body(reinterpret_cast<const char*>(bytes), size);
  for (const std::string_view type : {"", "multipart/form-data; boundary=b"}) {
    const auto parts = bas::cameras::split({type, body, bas::UtcTime{}});
    if (!parts) continue;
    bas::check(parts->others.size() <= bas::cameras::kPartsMax);
    bas::check(parts->event.size() <= size);
  }
  bas::cameras::fuzz_decode(body, {});
  return 0;
}
