// Where sealed reads are kept. An engine sees tokens and ciphertext, never a plate.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "model/province.h"

namespace bas {

inline constexpr std::size_t kTokenBytes = 16;

// A name of a read within its day: the keyed digest of a message, or of a passage, it came from.
struct ReadKey {
  Day day;
  std::string name;  // kTokenBytes
};

// One read, sealed. `token` is the keyed digest of its plate under the day's token key.
struct SealedRead {
  Id id;  // its time is the capture time, so `day` follows from it
  Day day;
  std::string token;  // kTokenBytes
  Id site;
  UtcTime captured_at;
  std::string sealed;
  std::vector<std::string> names;  // kTokenBytes each: find() knows the read by these from now on,
                                   // and by those it had; not given back
  std::string replaced_token;  // when `id` is already stored: the token it stood under; else empty
  bool is_untold = true;       // it has hits that are not yet recorded for good
  LegalSource source = LegalSource::kPoliceAct;  // dropped with what it is of
};

// Reads of one site from `from` (included) to `to` (excluded), in order of capture.
struct SitePassages {
  Id site;
  UtcTime from;
  UtcTime to;
  std::size_t limit = 1000;
  std::optional<Id> after;  // continue behind this read
};

// What an erased day held. `digest`: over the ids in their order, each hashed behind the digest of
// those before it (SHA-256); 32 bytes, zero where there was none.
struct DroppedReads {
  std::uint64_t reads = 0;
  std::string digest = std::string(32, '\0');
};

// Threads: any, concurrently. Errors: kUnavailable when the disk refuses, kCorrupt on a bad record.
class ReadStore {
 public:
  virtual ~ReadStore() = default;

  // Durable when it returns; all of the batch or nothing. An id already stored is replaced.
  // A read appended as untold stays so until mark_told names it.
  virtual Result<> append(std::span<const SealedRead> batch) = 0;

  // For each key the read that was last appended under that name, if any.
  virtual Result<std::vector<std::optional<Id>>> find(std::span<const ReadKey> keys) = 0;

  virtual Result<std::optional<SealedRead>> fetch(const Id& id) = 0;

  // Newest first.
  virtual Result<std::vector<SealedRead>> history(Day day, std::string_view token,
                                                  std::size_t limit) = 0;
  virtual Result<std::vector<SealedRead>> passages(const SitePassages& wanted) = 0;

  // Reads whose hits may not have been recorded yet: after a crash they are matched again.
  virtual Result<std::vector<SealedRead>> untold(std::size_t limit) = 0;
  virtual Result<> mark_told(std::span<const Id> ids) = 0;

  // How many reads of a day there are. Cost: a look at each, seconds for a million.
  virtual Result<std::uint64_t> count(Day day) = 0;

  // Removes everything of a day. The day's key is destroyed first, by the vault. What was there is
  // counted once: repeated, nothing is left to count.
  virtual Result<DroppedReads> drop_day(Day day) = 0;
  // The same of those of one source alone. Cost: a look at each read and name of the day.
  virtual Result<DroppedReads> drop_source(Day day, LegalSource source) = 0;
};

}  // namespace bas
