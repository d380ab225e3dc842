// What a directory asks, from any text: refused, or said without a doubt.
#include "api/scim_requests.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  namespace api = bas::api;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  (void)api::scim_filter(text);
  const api::Json body = api::Json::parse(text, nullptr, false);
  if (!body.is_object()) return 0;
  (void)api::scim_patch_in(body);
  const auto user = api::scim_user_in(body);
  if (user && (user->subject.empty() || !user->said.is_active)) __builtin_trap();
  return 0;
}
