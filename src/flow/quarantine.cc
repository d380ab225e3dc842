#include "flow/quarantine.h"

#include "flow/layers.h"

#include <algorithm>
#include <array>
#include <utility>

namespace bas::flow {

namespace {

constexpr std::size_t kWaitingBytesMax = 64u << 20;
constexpr std::array<std::string_view, 7> kShownTypes = {
    "application/json",    "application/x-ndjson", "application/xml", "text/xml",
    "multipart/form-data", "multipart/mixed",      "text/plain"};

// What may stand unsealed of a header that anybody can fill with anything.
std::string shown_type(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find_first_of("; "));
  return std::string(std::ranges::find(kShownTypes, type) != kShownTypes.end() ? type : "other");
}

vault::SealKind kind_for(LegalSource source) {
  return source == LegalSource::kPoliceAct ? vault::SealKind::kQuarantine
                                           : vault::SealKind::kQuarantineOfAct;
}

}  // namespace

Quarantine::Quarantine(Parts parts) : parts_(parts), writer_([this] { run(); }) {}

Quarantine::~Quarantine() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  wake_.notify_all();
  writer_.join();
}

void Quarantine::keep(RefusedMessage refused, OnKept on_kept) {
  const std::size_t bytes = refused.payload.size();
  parts_.activity.note_quarantined(refused.camera);
  Error error{ErrorCode::kTooLarge,
              "this camera has filled its share of the quarantine: its messages are only counted"};
  {
    const std::lock_guard lock(mutex_);
    const bool is_in_time = waiting_bytes_ + bytes <= kWaitingBytesMax || waiting_.empty();
    if (is_in_time && is_within_share(refused)) {
      waiting_bytes_ += bytes;
      waiting_.push_back({std::move(refused), std::move(on_kept)});
      wake_.notify_all();
      return;
    }
    if (!is_in_time) {
      error = {ErrorCode::kUnavailable, "the quarantine cannot write as fast as messages come"};
    }
  }
  on_kept(tl::make_unexpected(std::move(error)));
}

// Counts the message when it still fits.
bool Quarantine::is_within_share(const RefusedMessage& refused) {
  Share& share = shares_[refused.camera];
  const Day today = brussels_day(parts_.clock.now());
  if (share.day != today) share = {today, 0};
  if (share.bytes + refused.payload.size() > parts_.bytes_per_camera_day_max) return false;
  share.bytes += refused.payload.size();
  return true;
}

void Quarantine::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [&] { return is_stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::vector<Waiting> taken = std::exchange(waiting_, {});
    lock.unlock();
    std::size_t bytes = 0;
    for (const Waiting& next : taken) {
      bytes += next.refused.payload.size();
      next.on_kept(write(next.refused));
    }
    lock.lock();
    waiting_bytes_ -= bytes;
  }
}

Result<Id> Quarantine::write(const RefusedMessage& refused) {
  const UtcTime now = parts_.clock.now();
  const Day day = brussels_day(now);
  QuarantinedMessage message;
  message.id = make_id(now, parts_.random);
  message.camera = refused.camera;
  message.received_at = now;
  message.reason = refused.reason;
  message.content_type = shown_type(refused.content_type);
  message.bytes = static_cast<std::uint32_t>(refused.payload.size());
  const std::string plain = refused.content_type + '\n' + refused.payload;
  const Sealing sealing{kind_for(refused.source), message.id.view(), day, refused.source};
  const std::vector<std::string> blobs = {TRY(seal_record(parts_.vault, sealing, plain))};
  message.blob = TRY(parts_.blobs.append(day, blobs)).front();
  TRY(parts_.store.add_quarantined(message));
  return message.id;
}

// Of a camera of the camera act: it ends with what that camera saw.
Result<std::string> Quarantine::open_of_act(const Id& id, Day day, std::string_view sealed) {
  const Sealing sealing{vault::SealKind::kQuarantineOfAct, id.view(), day};
  return TRY(open_record(parts_.vault, sealing, sealed)).plain;
}

Result<QuarantinedPayload> Quarantine::open(const Id& id) {
  auto message = TRY(parts_.store.quarantined(id));
  if (!message) return fail(ErrorCode::kNotFound, "the quarantine holds no such message");
  const auto keys = TRY(parts_.vault.existing_keys(message->blob.day));
  const std::string sealed = TRY(parts_.blobs.read(message->blob));
  auto opened = keys->open(vault::SealKind::kQuarantine, id.view(), sealed);
  std::string plain = opened ? *std::move(opened) : TRY(open_of_act(id, message->blob.day, sealed));
  const std::size_t line_end = plain.find('\n');
  if (line_end == plain.npos) return fail(ErrorCode::kCorrupt, "a quarantined message has no type");
  message->content_type = plain.substr(0, line_end);
  plain.erase(0, line_end + 1);
  return QuarantinedPayload{std::move(*message), std::move(plain)};
}

}  // namespace bas::flow
