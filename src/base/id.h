// Sortable 128-bit ids (the ULID layout): 48 bits of milliseconds, 80 random bits.
// As text 26 characters of Crockford's base 32, in the order of their time.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/random.h"
#include "base/result.h"
#include "base/time.h"

namespace bas {

struct Id {
  std::array<char, 16> bytes{};

  bool operator==(const Id&) const = default;
  // Byte by byte without sign: in the order of time, and of to_string().
  auto operator<=>(const Id& other) const { return view() <=> other.view(); }
  bool is_zero() const { return *this == Id{}; }
  UtcTime time() const;
  std::string_view view() const { return {bytes.data(), bytes.size()}; }
};

Id make_id(UtcTime time, Random& random);
std::string to_string(const Id& id);

// Ids of which each sorts behind the one before: where the time has not moved on, the random part
// counts up (ULID, monotonicity). Rows put in this order fill one page of an index after another.
// They can be guessed from one another, so they may not serve as secrets. Threads: one.
class IdSequence {
 public:
  explicit IdSequence(Random& random) : random_(random) {}
  Id next(UtcTime time);

 private:
  Random& random_;
  Id last_;
};

Result<Id> parse_id(std::string_view text);
// `raw` holds the 16 bytes of view().
Result<Id> id_from_bytes(std::string_view raw);

template <typename H>
H AbslHashValue(H state, const Id& id) {
  return H::combine(std::move(state), id.bytes);
}

}  // namespace bas
