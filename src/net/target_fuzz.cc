// Any request target: no crash, and what is accepted is normalised.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/encode.h"
#include "net/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto target = bas::net::parse_target(text);
  if (!target) return 0;
  const std::string slashed = target->path + "/";
  bas::check(target->path.starts_with('/'));
  bas::check(target->path.find("//") == std::string::npos);
  bas::check(slashed.find("/../") == std::string::npos);
  bas::check(slashed.find("/./") == std::string::npos);
  bas::check(target->path.find('\\') == std::string::npos);
  bas::check(target->path.find('\0') == std::string::npos);
  bas::check(bas::is_valid_utf8(target->path));
  bas::check(target->query.size() <= bas::net::kQueryPairsMax);
  return 0;
}
