#include "flow/entry_sealer.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include "flow/codec.h"

namespace bas::flow {

using vault::SealKind;

namespace {

std::string time_text(const std::optional<UtcTime>& time) {
  return time ? format_rfc3339(*time) : std::string("-");
}

std::string part_name(int number) { return fmt::format("held/{}", number); }

}  // namespace

Result<std::string> EntrySealer::token(const Plate& plate) const {
  const auto keys = TRY(vault_.standing_keys());
  return keys->token("entry", plate.text + '/' + plate.country);
}

Result<SealedEntry> EntrySealer::seal(const Entry& entry) const {
  const auto keys = TRY(vault_.standing_keys());
  SealedEntry sealed;
  sealed.id = entry.id;
  sealed.list = entry.list;
  sealed.priority = entry.priority;
  sealed.valid_from = entry.valid_from;
  sealed.valid_until = entry.valid_until;
  sealed.token = TRY(keys->token("entry", entry.plate.text + '/' + entry.plate.country));
  const std::string plain = encode_entry(entry);
  sealed.content_digest = TRY(keys->token(
      "content", fmt::format(FMT_COMPILE("{}/{}/{}/{}"), entry.priority,
                             time_text(entry.valid_from), time_text(entry.valid_until), plain)));
  sealed.sealed = TRY(keys->seal(SealKind::kEntry, sealed.token, plain));
  return sealed;
}

Result<Entry> EntrySealer::open(const SealedEntry& sealed) const {
  const auto keys = TRY(vault_.standing_keys());
  const std::string plain = TRY(keys->open(SealKind::kEntry, sealed.token, sealed.sealed));
  Entry entry;
  entry.id = sealed.id;
  entry.list = sealed.list;
  entry.priority = sealed.priority;
  entry.valid_from = sealed.valid_from;
  entry.valid_until = sealed.valid_until;
  return decode_entry(std::move(entry), plain);
}

Result<SealedReject> EntrySealer::seal(const Reject& reject) const {
  const auto keys = TRY(vault_.standing_keys());
  const std::string plain = reject.error + '\n' + reject.raw;
  return SealedReject{reject.line, TRY(keys->seal(SealKind::kReject, "reject", plain))};
}

Result<Reject> EntrySealer::open(const SealedReject& sealed) const {
  const auto keys = TRY(vault_.standing_keys());
  const std::string plain = TRY(keys->open(SealKind::kReject, "reject", sealed.sealed));
  const std::size_t end = plain.find('\n');
  return Reject{sealed.line, end == std::string::npos ? std::string() : plain.substr(end + 1),
                plain.substr(0, end)};
}

Result<std::string> EntrySealer::seal_part(int number, std::string_view bytes) const {
  return TRY(vault_.standing_keys())->seal(SealKind::kHeldFile, part_name(number), bytes);
}

Result<std::string> EntrySealer::open_part(int number, std::string_view sealed) const {
  return TRY(vault_.standing_keys())->open(SealKind::kHeldFile, part_name(number), sealed);
}

}  // namespace bas::flow
