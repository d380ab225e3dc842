#include "flow/read_sealer.h"

#include "flow/codec.h"
#include "flow/layers.h"

namespace bas::flow {

using vault::SealKind;

namespace {

Sealing sealing_of_picture(const Read& read) {
  return {SealKind::kPicture, read.id.view(), brussels_day(read.facts.captured_at), read.source};
}

}  // namespace

Result<std::string> ReadSealer::plate_token(Day day, std::string_view canonical_plate) const {
  const auto keys = TRY(vault_.existing_keys(day));
  return keys->token("plate", canonical_plate);
}

Result<SealedRead> ReadSealer::seal(const Read& read) const {
  // Days whose own term is over are closed in the vault: no need to reckon for every read.
  if (read.source != LegalSource::kPoliceAct) {
    TRY(check_kept(terms_, read.facts.captured_at, read.source));
  }
  SealedRead sealed;
  sealed.id = read.id;
  sealed.day = brussels_day(read.facts.captured_at);
  sealed.source = read.source;
  const auto keys = TRY(vault_.keys(sealed.day));
  sealed.token = TRY(keys->token("plate", read.plate));
  sealed.site = read.site;
  sealed.captured_at = read.facts.captured_at;
  const Sealing sealing{SealKind::kRead, read.id.view(), sealed.day, read.source};
  sealed.sealed = TRY(seal_record(vault_, sealing, encode_read(read)));
  return sealed;
}

Result<Read> ReadSealer::open(const SealedRead& sealed) const {
  TRY(check_kept(terms_, sealed.captured_at, sealed.source));
  const Sealing sealing{SealKind::kRead, sealed.id.view(), sealed.day};
  const auto record = TRY(open_record(vault_, sealing, sealed.sealed));
  if (record.source != sealed.source) {
    return fail(ErrorCode::kCorrupt, "a stored read was moved to another act");
  }
  Read read = TRY(decode_read(sealed.id, record.plain));
  read.source = record.source;
  return read;
}

Result<std::string> ReadSealer::seal_picture(const Read& read, const Picture& picture) const {
  return seal_layered(vault_, sealing_of_picture(read), picture.bytes);
}

Result<std::string> ReadSealer::open_picture(const Read& read, std::string_view sealed) const {
  TRY(check_kept(terms_, read.facts.captured_at, read.source));
  return open_layered(vault_, sealing_of_picture(read), sealed);
}

}  // namespace bas::flow
