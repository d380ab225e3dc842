// Any bytes as settings of registers: refused with findings, or good enough to ask by.
#include <string_view>

#include "base/check.h"
#include "registers/settings.h"

namespace bas::registers {
namespace {

void check_settings(std::string_view text) {
  const auto parsed = parse_settings(text);
  if (!parsed) return check(!parsed.error().text.empty());
  for (const RegisterSettings& one : *parsed) {
    check(!one.name.empty() && one.retry.total_max >= one.retry.attempt_max);
    if (one.kind != Kind::kMapped) continue;
    const Question question = question_for(one.mapping.question, {"1ABC234", "BE"});
    const std::string& url = question.request.url;
    check(url.starts_with("http") && url.find_first_of("{}") == std::string::npos);
    check((url + question.request.body).find("1ABC234") != std::string::npos);
    check(!suspicions_of(one.mapping.answer).empty());
  }
}

}  // namespace
}  // namespace bas::registers

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  bas::registers::check_settings({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
