// Any bytes as the file of a list, by a profile that the first byte chooses: refused, or read to an
// end with bounded, valid lines.
#include <array>

#include "base/check.h"
#include "base/encode.h"
#include "profiles/file_reader.h"

namespace {

using bas::profiles::FileReader;
using bas::profiles::Profile;

constexpr std::array<std::string_view, 9> kProfiles = {
    "",
    "voi-16",
    "ncic-fixed",
    "genetec",
    "semicolon-be",
    R"({"format":{"kind":"json","array":"/l"},"facts":{"plate":"p","make":"/v/m"},
        "revision":{"pointer":"/r"}})",
    R"({"format":{"kind":"ndjson"},"facts":{"plate":"p","valid_until":"u"},"dates":["excel"]})",
    R"({"charset":"latin-1","lines":{"skip":1,"noise":"#","footer":"T"},
        "format":{"header":false,"delimiter":"|","quote":"'"},"mode":"delta",
        "facts":{"plate":1,"operation":2,"valid_from":3},"dates":["DD/MM/YYYY hh:mm"]})",
    R"~({"format":{"kind":"patterns","lines":[{"pattern":"(?P<p>[^ ]+) (?P<r>.*)"}]},
         "facts":{"plate":"p","reason":"r"}})~"};

Profile profile_at(std::size_t place) {
  const std::string_view text = kProfiles[place % kProfiles.size()];
  if (text.empty()) return Profile::from_mapping("").value();
  return (text.front() == '{' ? Profile::parse(text) : Profile::named(text)).value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  bas::profiles::ListDefaults defaults;
  defaults.valid_for = std::chrono::days(30);
  defaults.match.inexact = bas::InexactUse::kReview;
  auto reader = FileReader::open(profile_at(bytes[0]),
                                 {text, "list_7.csv", "sesame", {1 << 20, 50}}, defaults);
  if (!reader) return 0;
  std::size_t lines = 0;
  while (const auto line = reader->next()) {
    bas::check(++lines <= reader->bytes());
    if (*line) {
      bas::check(!(*line)->entry.plate.text.empty() && (*line)->entry.plate.text.size() <= 60);
      bas::check(bas::is_valid_utf8((*line)->entry.reason));
    } else {
      bas::check(!line->error().error.empty() && line->error().raw.size() <= 800);
      bas::check(bas::is_valid_utf8(line->error().raw));
    }
  }
  bas::check(reader->bytes_taken() <= reader->bytes());
  return 0;
}
