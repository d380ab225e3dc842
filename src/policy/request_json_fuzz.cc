// Requests from any text: refused, or decided without harm; a permit always has a purpose behind
// it.
#include "policy/request_json.h"

#include "policy/decide.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  namespace policy = bas::policy;
  static const policy::Regime regime =
      policy::regime_from("be", policy::standard_regime_text("be"), "").value();
  const auto request = policy::request_from_json({reinterpret_cast<const char*>(bytes), size});
  if (!request) {
    if (request.error().text.empty()) __builtin_trap();
    return 0;
  }
  const bas::UtcTime now{std::chrono::milliseconds{1'795'604'400'000}};
  const policy::Decision decision = policy::decide(*request, regime, now);
  if (decision.reason.empty() || decision.rules.empty()) __builtin_trap();
  const bool is_search =
      request->act == policy::Act::kSearch || request->act == policy::Act::kOpenPicture;
  if (decision.permit && is_search && !request->purpose) __builtin_trap();
  return 0;
}
