// Any document, header, key or signature is refused or gives what has the right size.
#include "base/check.h"
#include "sources/proof.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const auto checksum = bas::sources::checksum_in(text, "stolen.csv");
  bas::check(!checksum || checksum->size() == 64);
  const auto header = bas::sources::checksum_in_header(text);
  bas::check(!header || header->size() == 64);
  const auto key = bas::sources::public_key_in(text);
  bas::check(!key || key->size() == 32);
  const auto signature = bas::sources::signature_in(text);
  bas::check(!signature || signature->size() == 64);
  return 0;
}
