#include "vault/keys.h"

#include "base/check.h"
#include "vault/gcm.h"
#include "vault/token_maker.h"

#include <array>
#include <atomic>
#include <climits>
#include <mutex>
#include <optional>

namespace bas::vault {

namespace {

constexpr char kVersion = 1;
constexpr std::size_t kSealHeaderBytes = 1 + kNonceBytes;
constexpr std::size_t kSlots = 8;
static_assert(kSealBytes == kSealHeaderBytes + kTagBytes);

std::string bound_text(Day day, SealKind kind, std::string_view context) {
  std::string out;
  out.reserve(6 + context.size());
  out.push_back(kVersion);
  out.push_back(static_cast<char>(kind));
  const auto number = static_cast<std::uint32_t>(day.number);
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(number >> shift));
  out.append(context);
  return out;
}

tl::unexpected<Error> destroyed() {
  return fail(ErrorCode::kDestroyed, "the keys of that day are destroyed");
}

}  // namespace

// The key schedules of a share of the threads; a thread always takes the same slot, so that its
// lock is hardly ever waited for.
struct Keys::Slot {
  std::mutex mutex;
  bool is_closed = false;  // never ready again
  std::optional<Gcm> cipher;
  std::optional<TokenMaker> tokens;
  Nonces nonces;
};

Keys::Keys(Day day, Secret pair)
    : day_(day), pair_(std::move(pair)), slots_(std::make_unique<Slot[]>(kSlots)) {
  check(pair_.view().size() == 2 * kKeyBytes);
}

Keys::~Keys() = default;

Result<std::string> Keys::token(std::string_view label, std::string_view text) const {
  check(label.size() < 256);
  Slot& slot = own_slot();
  const std::lock_guard lock(slot.mutex);
  if (!make_ready(slot)) return destroyed();
  return slot.tokens->make(label, text);
}

Result<std::string> Keys::seal(SealKind kind, std::string_view context,
                               std::string_view plain) const {
  if (plain.size() > INT_MAX || context.size() > INT_MAX / 2) {
    return fail(ErrorCode::kTooLarge, "a text to seal must be below 2 GiB");
  }
  const std::string bound = bound_text(day_, kind, context);
  Slot& slot = own_slot();
  const std::lock_guard lock(slot.mutex);
  if (!make_ready(slot)) return destroyed();
  std::array<char, kSealHeaderBytes> header;
  header[0] = kVersion;
  slot.nonces.take(std::span(header).last<kNonceBytes>());
  return slot.cipher->seal({{header.data(), header.size()}, bound, plain});
}

Result<std::string> Keys::open(SealKind kind, std::string_view context,
                               std::string_view sealed) const {
  if (sealed.size() < kSealBytes || sealed.size() > INT_MAX || sealed.front() != kVersion) {
    return fail(ErrorCode::kCorrupt, "a sealed text is cut or of an unknown version");
  }
  const std::string bound = bound_text(day_, kind, context);
  Slot& slot = own_slot();
  const std::lock_guard lock(slot.mutex);
  if (!make_ready(slot)) return destroyed();
  auto plain = slot.cipher->open(
      {sealed.substr(0, kSealHeaderBytes), bound, sealed.substr(kSealHeaderBytes)});
  if (!plain) return fail(ErrorCode::kCorrupt, "a sealed text does not authenticate");
  return std::move(*plain);
}

void Keys::wipe() {
  for (std::size_t i = 0; i < kSlots; ++i) {
    const std::lock_guard lock(slots_[i].mutex);
    slots_[i].is_closed = true;
    slots_[i].cipher.reset();
    slots_[i].tokens.reset();
  }
  pair_.wipe();
}

Keys::Slot& Keys::own_slot() const {
  static std::atomic<std::size_t> threads_seen{0};
  thread_local const std::size_t number = threads_seen.fetch_add(1, std::memory_order_relaxed);
  return slots_[number % kSlots];
}

// Under the slot's lock. False once the keys are wiped.
bool Keys::make_ready(Slot& slot) const {
  if (slot.is_closed) return false;
  if (!slot.cipher) {
    slot.cipher.emplace(pair_.view().substr(0, kKeyBytes));
    slot.tokens.emplace(pair_.view().substr(kKeyBytes));
  }
  return true;
}

}  // namespace bas::vault
