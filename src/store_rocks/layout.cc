#include "store_rocks/layout.h"

#include "base/check.h"

#include <algorithm>

namespace bas::store_rocks {

namespace {

constexpr char kRecordVersion = 1;
// With a byte for the source behind it, of what does not stand by the police act.
constexpr char kSourcedVersion = 2;

template <typename Unsigned>
void append_big_endian(std::string& out, Unsigned value) {
  for (std::size_t i = sizeof(Unsigned); i-- > 0;) out.push_back(static_cast<char>(value >> 8 * i));
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = (value << 8) | static_cast<unsigned char>(c);
  return value;
}

Id inverted(Id id) {
  for (char& c : id.bytes) c = static_cast<char>(~c);
  return id;
}

// Takes pieces off the front; once one is missing, `is_whole` stays false.
class RecordReader {
 public:
  explicit RecordReader(std::string_view record) : rest_(record) {}

  std::string_view take(std::size_t count) {
    if (rest_.size() < count) {
      is_whole_ = false;
      return {};
    }
    const std::string_view piece = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return piece;
  }
  std::string_view rest() const { return rest_; }
  bool is_whole() const { return is_whole_; }

 private:
  std::string_view rest_;
  bool is_whole_ = true;
};

std::optional<LegalSource> source_from(std::string_view byte) {
  if (byte.empty() || byte[0] < 0 || byte[0] > static_cast<char>(LegalSource::kCameraAct)) {
    return std::nullopt;
  }
  return static_cast<LegalSource>(byte[0]);
}

}  // namespace

std::string day_prefix(Day day) {
  std::string out;
  append_big_endian(out, static_cast<std::uint32_t>(day.number));
  return out;
}

std::string read_key(const Id& id) { return day_prefix(brussels_day(id.time())).append(id.view()); }

std::string token_prefix(Day day, std::string_view token) { return day_prefix(day).append(token); }

std::string token_key(Day day, std::string_view token, const Id& id) {
  return token_prefix(day, token).append(inverted(id).view());
}

std::string site_prefix(Day day, const Id& site) { return day_prefix(day).append(site.view()); }

std::string site_key(Day day, const Id& site, const Id& id) {
  return site_prefix(day, site).append(id.view());
}

std::string name_key(Day day, std::string_view name) { return day_prefix(day).append(name); }

Id first_id_at(UtcTime time) {
  const std::int64_t ms = std::max<std::int64_t>(0, time.time_since_epoch().count());
  Id id;
  for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<char>(ms >> (40 - 8 * i));
  return id;
}

std::string end_of_prefix(std::string prefix) {
  while (!prefix.empty() && prefix.back() == '\xFF') prefix.pop_back();
  check(!prefix.empty());
  prefix.back() = static_cast<char>(static_cast<unsigned char>(prefix.back()) + 1);
  return prefix;
}

Result<Id> id_of_key(std::string_view key) {
  if (key.size() < kDayBytes + kIdBytes) return fail(ErrorCode::kCorrupt, "a stored key is cut");
  return id_from_bytes(key.substr(key.size() - kIdBytes));
}

Result<Id> id_of_token_key(std::string_view key) { return inverted(TRY(id_of_key(key))); }

Day day_of_key(std::string_view key) {
  return Day{static_cast<std::int32_t>(big_endian(key.substr(0, kDayBytes)))};
}

std::string encode_record(const SealedRead& read) {
  const bool is_sourced = read.source != LegalSource::kPoliceAct;
  std::string out(1, is_sourced ? kSourcedVersion : kRecordVersion);
  out.reserve(2 + kTokenBytes + kIdBytes + 8 + read.sealed.size());
  if (is_sourced) out.push_back(static_cast<char>(read.source));
  out.append(read.token).append(read.site.view());
  append_big_endian(out, static_cast<std::uint64_t>(read.captured_at.time_since_epoch().count()));
  return out.append(read.sealed);
}

Result<SealedRead> decode_record(const Id& id, std::string_view record) {
  RecordReader reader(record);
  const std::string_view version = reader.take(1);
  const auto source = version == std::string_view(&kSourcedVersion, 1)
                          ? source_from(reader.take(1))
                          : std::optional(LegalSource::kPoliceAct);
  const bool is_known = source && (version == std::string_view(&kRecordVersion, 1) ||
                                   *source != LegalSource::kPoliceAct);
  SealedRead read;
  read.source = source.value_or(LegalSource::kPoliceAct);
  read.id = id;
  read.day = brussels_day(id.time());
  read.token = reader.take(kTokenBytes);
  const std::string_view site = reader.take(kIdBytes);
  const auto ms = static_cast<std::int64_t>(big_endian(reader.take(8)));
  read.captured_at = UtcTime{std::chrono::milliseconds{ms}};
  read.sealed = reader.rest();
  if (!is_known || !reader.is_whole()) {
    return fail(ErrorCode::kCorrupt, "a stored read is cut or of an unknown version");
  }
  read.site = TRY(id_from_bytes(site));
  return read;
}

}  // namespace bas::store_rocks
