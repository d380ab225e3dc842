// The keys of one day, or the standing ones: tokens, sealing, opening.
//
// A sealed text is: version (1 byte, 1) | nonce (12) | ciphertext | tag (16), AES-256-GCM (NIST SP
// 800-38D). Bound into the tag, and so unmovable: version, kind, day, context.
// Nonces are 96 random bits. SP 800-38D 8.3 allows 2^32 of them under one key; a day's key is
// asked for a few million (reads, pictures, hits). The bound is not counted: reaching it takes
// 49,000 seals a second for a whole day, and for the standing key every entry of 45 M re-sealed
// 95 times.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "vault/secret.h"

namespace bas::vault {

// What a sealed text is; one kind never opens as another.
enum class SealKind : std::uint8_t {
  kRead = 1,
  kPicture = 2,
  kHit = 3,
  kIncident = 4,
  kEntry = 5,
  kQuarantine = 6,
  kReject = 7,    // a line of a file that could not be taken
  kHeldFile = 8,  // a part of a file that waits for a person
  kKnownPlates = 10,
  // 9 was the reason of a look back; it stands in the ledger now.
  kUse = 11,       // who used what and why
  kPaper = 12,     // a grant, an authorisation or its document
  kSignIn = 13,    // what a browser keeps while its person signs in elsewhere
  kHeldRead = 14,  // what a hold has copied for its case
  kHeldPicture = 15,
  kQuarantineOfAct = 16,  // sealed under a shelf of its day beneath
  kPursuit = 17,
  kPursuitLine = 18,
};

// How much longer a sealed text is than the plain one.
inline constexpr std::size_t kSealBytes = 1 + 12 + 16;

// Threads: any, concurrently, also while the day is destroyed: from then on every call answers
// kDestroyed, and no key or key schedule is left in memory.
class Keys {
 public:
  // `pair`: data key and token key, 32 random bytes each.
  Keys(Day day, Secret pair);
  Keys(const Keys&) = delete;
  Keys& operator=(const Keys&) = delete;
  ~Keys();

  // 16 bytes: HMAC-SHA-256 over label and text, cut. The label ("plate", "message", "passage")
  // keeps uses apart; at most 255 bytes. Tokens of two days are unrelated. Hot: about 0.2 µs.
  Result<std::string> token(std::string_view label, std::string_view text) const;

  // `context` is what the text belongs to, such as the id of its read. Hot: about 0.3 µs.
  Result<std::string> seal(SealKind kind, std::string_view context, std::string_view plain) const;

  // kCorrupt when it was changed, cut, moved, or sealed as something else.
  Result<std::string> open(SealKind kind, std::string_view context, std::string_view sealed) const;

  // Wipes both keys and all key schedules. Waits for calls under way. Done by Vault::destroy.
  void wipe();

 private:
  struct Slot;
  Slot& own_slot() const;
  bool make_ready(Slot& slot) const;

  Day day_;
  Secret pair_;                    // written by wipe() only, after every slot is closed
  std::unique_ptr<Slot[]> slots_;  // each under its own lock
};

}  // namespace bas::vault
