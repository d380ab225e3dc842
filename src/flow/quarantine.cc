#include "flow/quarantine.h"

namespace bas::flow {

namespace {
constexpr std::size_t kContentTypeMax = 128;
}

Result<Id> Quarantine::keep(const RefusedMessage& refused) {
  const CameraActivity activity = parts_.activity.of(refused.camera);
  parts_.activity.note_quarantined(refused.camera, refused.payload.size());
  if (activity.quarantined_bytes + refused.payload.size() > parts_.bytes_per_camera_max) {
    return fail(
        ErrorCode::kTooLarge,
        "this camera has filled its share of the quarantine: its messages are only counted");
  }
  const UtcTime now = parts_.clock.now();
  const Day day = brussels_day(now);
  const auto keys = TRY(parts_.vault.keys(day));
  QuarantinedMessage message;
  message.id = make_id(now, parts_.random);
  message.camera = refused.camera;
  message.received_at = now;
  message.reason = refused.reason;
  message.content_type = std::string(refused.content_type.substr(0, kContentTypeMax));
  message.bytes = static_cast<std::uint32_t>(refused.payload.size());
  const std::vector<std::string> blobs = {
      TRY(keys->seal(vault::SealKind::kQuarantine, message.id.view(), refused.payload))};
  message.blob = TRY(parts_.blobs.append(day, blobs)).front();
  TRY(parts_.store.add_quarantined(message));
  return message.id;
}

Result<QuarantinedPayload> Quarantine::open(const Id& id) {
  const auto message = TRY(parts_.store.quarantined(id));
  if (!message) return fail(ErrorCode::kNotFound, "the quarantine holds no such message");
  const auto keys = TRY(parts_.vault.existing_keys(message->blob.day));
  const std::string sealed = TRY(parts_.blobs.read(message->blob));
  return QuarantinedPayload{*message,
                            TRY(keys->open(vault::SealKind::kQuarantine, id.view(), sealed))};
}

}  // namespace bas::flow
