#include "flow/held_copies.h"

#include <fmt/format.h>

#include "flow/codec.h"

namespace bas::flow {

using vault::SealKind;

namespace {

// What a copy belongs to: it opens under no other name.
std::string place_of(const HeldName& name) {
  std::string place = to_string(name.hold) + "/" + to_string(name.read);
  if (name.picture) place += fmt::format("/{}", *name.picture);
  return place;
}

}  // namespace

Result<> HeldCopies::begin(const Id& hold) {
  TRY(vault_.make_hold_keys(hold));
  return {};
}

Result<> HeldCopies::put(const Id& hold, const Read& read) {
  const HeldName name{hold, read.id};
  const auto keys = TRY(vault_.hold_keys(hold));
  return store_.put(name, TRY(keys->seal(SealKind::kHeldRead, place_of(name), encode_read(read))));
}

Result<> HeldCopies::put_picture(const HeldName& name, std::string_view bytes) {
  const auto keys = TRY(vault_.hold_keys(name.hold));
  return store_.put(name, TRY(keys->seal(SealKind::kHeldPicture, place_of(name), bytes)));
}

Result<Read> HeldCopies::read(const Id& hold, const Id& read) {
  const HeldName name{hold, read};
  const auto keys = TRY(vault_.hold_keys(hold));
  const std::string sealed = TRY(store_.get(name));
  return decode_read(read, TRY(keys->open(SealKind::kHeldRead, place_of(name), sealed)));
}

Result<std::string> HeldCopies::picture(const HeldName& name) {
  const auto keys = TRY(vault_.hold_keys(name.hold));
  const std::string sealed = TRY(store_.get(name));
  return keys->open(SealKind::kHeldPicture, place_of(name), sealed);
}

Result<> HeldCopies::destroy(const Id& hold) {
  TRY(vault_.destroy_hold(hold));
  return store_.drop(hold);
}

}  // namespace bas::flow
