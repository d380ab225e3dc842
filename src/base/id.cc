#include "base/id.h"

#include <algorithm>
#include <cstring>

namespace bas {

namespace {
constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kTextLength = 26;
__extension__ using Wide = unsigned __int128;
}  // namespace

UtcTime Id::time() const {
  std::int64_t ms = 0;
  for (std::size_t i = 0; i < 6; ++i) ms = (ms << 8) | static_cast<unsigned char>(bytes[i]);
  return UtcTime{std::chrono::milliseconds{ms}};
}

Id make_id(UtcTime time, Random& random) {
  Id id;
  const auto ms = static_cast<std::uint64_t>(time.time_since_epoch().count());
  for (std::size_t i = 0; i < 6; ++i) id.bytes[i] = static_cast<char>(ms >> (40 - 8 * i));
  random.fill(std::span(id.bytes).subspan(6));
  return id;
}

Id IdSequence::next(UtcTime time) {
  if (last_.is_zero() || time > last_.time()) return last_ = make_id(time, random_);
  for (std::size_t i = last_.bytes.size(); i-- > 0;) {
    if (++last_.bytes[i] != 0) break;
  }
  return last_;
}

std::string to_string(const Id& id) {
  std::string out(kTextLength, '0');
  Wide value = 0;
  for (const char c : id.bytes) value = (value << 8) | static_cast<unsigned char>(c);
  for (std::size_t i = kTextLength; i-- > 0;) {
    out[i] = kAlphabet[static_cast<std::size_t>(value & 31)];
    value >>= 5;
  }
  return out;
}

Result<Id> parse_id(std::string_view text) {
  if (text.size() != kTextLength || text[0] > '7') return fail(ErrorCode::kBadInput, "not an id");
  Wide value = 0;
  for (const char c : text) {
    const auto digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) return fail(ErrorCode::kBadInput, "not an id");
    value = (value << 5) | digit;
  }
  Id id;
  for (std::size_t i = 16; i-- > 0;) {
    id.bytes[i] = static_cast<char>(value & 255);
    value >>= 8;
  }
  return id;
}

Result<Id> id_from_bytes(std::string_view raw) {
  Id id;
  if (raw.size() != id.bytes.size()) return fail(ErrorCode::kCorrupt, "an id has 16 bytes");
  std::memcpy(id.bytes.data(), raw.data(), raw.size());
  return id;
}

}  // namespace bas
