// Any bytes as the answer of a register: refused, or facts that are whole and bounded, alike in the
// reader of the Dutch register and in a mapping that says the same.
#include <string_view>

#include "base/check.h"
#include "base/encode.h"
#include "registers/rdw_answer.h"
#include "registers/settings.h"

namespace bas::registers {
namespace {

constexpr std::string_view kPlate = "GX418K";
constexpr std::string_view kSettings = R"({"registers": [
  {"name": "as a mapping", "kind": "mapped", "countries": ["NL"],
   "question": {"url": "https://a.nl/{plate}"},
   "answer": {
     "rows": "", "plate": {"pointer": "/kenteken"},
     "is_insured": {"pointer": "/wam_verzekerd", "required": false,
                    "words": {"Ja": true, "Nee": false}},
     "inspected_until": {"pointer": "/vervaldatum_apk", "date": "YYYYMMDD", "required": false}}},
  {"name": "of all kinds", "kind": "mapped", "countries": ["BE"],
   "question": {"url": "https://a.be/{plate}"},
   "answer": {
     "unknown": [{"pointer": "/found", "is": false}],
     "holder_is_disqualified": {"pointer": "/h/0/barred"},
     "inspected_until": {"pointer": "/until", "date": "RFC 3339", "required": false},
     "make": {"pointer": "/make"}, "colour": {"pointer": "/a~1b", "words": {"NOIR": "black"}}}}]})";

void check_bounded(const Asked& asked) {
  if (!asked) return check(!asked.error().text.empty());
  for (const std::string* word : {&asked->vehicle.make, &asked->vehicle.model,
                                  &asked->vehicle.colour, &asked->vehicle.vehicle_class}) {
    check(word->size() <= 256 && is_valid_utf8(*word));
  }
  if (asked->is_registered) return;
  check(!asked->is_insured && !asked->inspected_until && !asked->holder_is_disqualified);
}

void check_readers(std::string_view body) {
  static const auto settings = *parse_settings(kSettings);
  const Asked own = read_rdw(body, kPlate);
  check_bounded(own);
  const Asked mapped = read_mapped(settings[0].mapping.answer, body, {std::string{kPlate}, "NL"});
  check_bounded(mapped);
  if (own && mapped) {
    check(own->is_registered == mapped->is_registered);
    // Where the register writes that it says nothing, the mapping knows no such word and fails.
    check(own->is_insured == mapped->is_insured);
    check(own->inspected_until == mapped->inspected_until);
  }
  check_bounded(read_mapped(settings[1].mapping.answer, body, {"1ABC234", "BE"}));
}

}  // namespace
}  // namespace bas::registers

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  bas::registers::check_readers({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
