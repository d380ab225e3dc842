// Regimes from any text: refused with a finding, or whole.
#include "policy/regime.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  namespace policy = bas::policy;
  const auto regime = policy::regime_from("x", {reinterpret_cast<const char*>(bytes), size}, "");
  if (!regime) {
    if (regime.error().text.empty()) __builtin_trap();
    return 0;
  }
  if (regime->purposes.empty() || regime->store_max.count <= 0) __builtin_trap();
  return 0;
}
