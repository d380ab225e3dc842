#include "flow/read_sealer.h"

#include "flow/codec.h"

namespace bas::flow {

using vault::SealKind;

Result<std::string> ReadSealer::plate_token(Day day, std::string_view canonical_plate) const {
  const auto keys = TRY(vault_.existing_keys(day));
  return keys->token("plate", canonical_plate);
}

Result<SealedRead> ReadSealer::seal(const Read& read) const {
  SealedRead sealed;
  sealed.id = read.id;
  sealed.day = brussels_day(read.facts.captured_at);
  const auto keys = TRY(vault_.keys(sealed.day));
  sealed.token = TRY(keys->token("plate", read.plate));
  sealed.site = read.site;
  sealed.captured_at = read.facts.captured_at;
  sealed.sealed = TRY(keys->seal(SealKind::kRead, read.id.view(), encode_read(read)));
  return sealed;
}

Result<Read> ReadSealer::open(const SealedRead& sealed) const {
  TRY(check_kept(terms_, sealed.captured_at));
  const auto keys = TRY(vault_.existing_keys(sealed.day));
  const std::string plain = TRY(keys->open(SealKind::kRead, sealed.id.view(), sealed.sealed));
  return decode_read(sealed.id, plain);
}

Result<std::string> ReadSealer::seal_picture(const Read& read, const Picture& picture) const {
  const auto keys = TRY(vault_.keys(brussels_day(read.facts.captured_at)));
  return keys->seal(SealKind::kPicture, read.id.view(), picture.bytes);
}

Result<std::string> ReadSealer::open_picture(const Read& read, std::string_view sealed) const {
  TRY(check_kept(terms_, read.facts.captured_at));
  const auto keys = TRY(vault_.existing_keys(brussels_day(read.facts.captured_at)));
  return keys->open(SealKind::kPicture, read.id.view(), sealed);
}

}  // namespace bas::flow
