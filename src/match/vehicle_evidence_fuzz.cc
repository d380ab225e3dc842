// Vehicle words and evidence from any text: refused or usable, and never a crash.
#include "match/vehicle_evidence.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  using bas::match::VehicleEvidence;
  using bas::match::VehicleWords;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::size_t half = text.find('\0') == std::string_view::npos ? size : text.find('\0');
  auto words = VehicleWords::parse(text.substr(0, half));
  if (!words) words = VehicleWords::parse("colour red\ncolour blue\nmake VW\nclass car\n");
  const auto facts = words->facts_of({std::string(text), "", std::string(text), "car"});
  const auto evidence = VehicleEvidence::parse(*std::move(words), text.substr(half));
  if (!evidence) return 0;
  const double ratio = evidence->ratio(facts, {facts, bas::match::Light::kNight}, "BE");
  if (!(ratio >= 0)) __builtin_trap();
  return 0;
}
