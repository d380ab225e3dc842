#include "flow/read_sealer.h"

#include <fmt/format.h>

#include "flow/codec.h"
#include "model/plate.h"

namespace bas::flow {

using vault::SealKind;

namespace {

// A vehicle whose plate was not readable is told from others by its exact time alone.
std::string message_name(const Id& camera, const ReadFacts& facts, const ReadSealer::Slice& slice) {
  if (!facts.event_id.empty()) {
    return fmt::format("{}#{}/{}", camera.view(), facts.device_id, facts.event_id);
  }
  const auto ms = facts.captured_at.time_since_epoch().count();
  const std::string plate = canonical_plate(facts.plate_raw);
  if (plate.empty()) return fmt::format("{}/{}", camera.view(), ms);
  return fmt::format("{}/{}/{}", camera.view(), plate, ms / slice.slice_ms + slice.slices_later);
}

}  // namespace

Result<ReadDigests> ReadSealer::digests(const Id& camera, const ReadFacts& facts,
                                        const Slice& slice) const {
  const Day day = brussels_day(facts.captured_at);
  const auto keys = TRY(vault_.keys(day));
  ReadDigests made{day, TRY(keys->token("message", message_name(camera, facts, slice))), {}};
  made.passage = made.message;
  if (!facts.passage_id.empty()) {
    const std::string passage =
        fmt::format("{}#{}/{}", camera.view(), facts.device_id, facts.passage_id);
    made.passage = TRY(keys->token("passage", passage));
  }
  return made;
}

Result<std::string> ReadSealer::plate_token(Day day, std::string_view canonical_plate) const {
  const auto keys = TRY(vault_.existing_keys(day));
  return keys->token("plate", canonical_plate);
}

Result<SealedRead> ReadSealer::seal(const Read& read, const ReadDigests& digests) const {
  const auto keys = TRY(vault_.keys(digests.day));
  SealedRead sealed;
  sealed.id = read.id;
  sealed.day = digests.day;
  sealed.token = TRY(keys->token("plate", read.plate));
  sealed.site = read.site;
  sealed.captured_at = read.facts.captured_at;
  sealed.message_digest = digests.message;
  sealed.passage_digest = digests.passage;
  sealed.sealed = TRY(keys->seal(SealKind::kRead, read.id.view(), encode_read(read)));
  return sealed;
}

Result<Read> ReadSealer::open(const SealedRead& sealed) const {
  const auto keys = TRY(vault_.existing_keys(sealed.day));
  const std::string plain = TRY(keys->open(SealKind::kRead, sealed.id.view(), sealed.sealed));
  return decode_read(sealed.id, plain);
}

Result<std::string> ReadSealer::seal_picture(const Read& read, const Picture& picture) const {
  const auto keys = TRY(vault_.keys(brussels_day(read.facts.captured_at)));
  return keys->seal(SealKind::kPicture, read.id.view(), picture.bytes);
}

Result<std::string> ReadSealer::open_picture(const Read& read, std::string_view sealed) const {
  const auto keys = TRY(vault_.existing_keys(brussels_day(read.facts.captured_at)));
  return keys->open(SealKind::kPicture, read.id.view(), sealed);
}

}  // namespace bas::flow
