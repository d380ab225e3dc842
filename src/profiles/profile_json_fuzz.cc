// Any bytes as a profile: refused in a sentence, or one that can read a file.
#include "base/check.h"
#include "profiles/file_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  static_cast<void>(bas::profiles::Profile::from_mapping(text));
  const auto profile = bas::profiles::Profile::parse(text);
  if (!profile) {
    bas::check(!profile.error().text.empty());
    return 0;
  }
  auto reader = bas::profiles::FileReader::open(
      *profile, {"plate;country\n1ABC234;BE\n[{\"plate\":1}]\n", "list_7.csv", "", {}}, {});
  if (!reader) return 0;
  while (reader->next()) {
  }
  return 0;
}
