// The vault: the only code that holds day keys. Day keys are drawn at random, never derived, and
// kept wrapped under a key-encryption key (KEK) that lies outside every data backup. Destroying a
// day's key ends that day in every copy of the data.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "base/id.h"
#include "base/random.h"
#include "vault/keys.h"
#include "vault/shelf.h"

namespace bas::vault {

// Threads: any, concurrently. One process at a time holds a keys folder.
//
// Keys folder: `2026-11-23.key` (wrapped keys of a day), `2026-11-23.NAME.key` (of a shelf),
// `standing.key` (list entries), `hold-<id>.key`, and `2026-11-23.destroyed` (that day can never be
// made again). No file has a history. Overwriting a file does not reach blocks that a flash disk or
// a snapshot has kept; there the wrapped key is out of reach only once the KEK is replaced too.
class Vault {
 public:
  struct Settings {
    std::filesystem::path keys_folder;
    std::filesystem::path kek_file;  // 0600; keep it off the disk and the backup of the data
  };

  // Makes KEK and standing keys where both folder and KEK file are absent or empty; uses a KEK
  // that was put there first. Refuses (kRefused, kCorrupt, kConflict, with the cure) when wrapped
  // keys exist but the KEK is missing, of another vault, or readable by others.
  // `random` makes keys, not nonces; it must outlive the vault and serve one call at a time.
  static Result<std::unique_ptr<Vault>> open(Settings settings, Random& random);
  ~Vault();
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;

  // The day's keys, made on first use; they are on disk when it returns. kDestroyed if the day
  // was destroyed; kCorrupt if its file does not unwrap (it is never replaced by a new key).
  Result<std::shared_ptr<const Keys>> keys(Day day) { return keys(Shelf{day}); }

  // The same, never making any: kNotFound if the day has no keys.
  Result<std::shared_ptr<const Keys>> existing_keys(Day day) { return existing_keys(Shelf{day}); }

  // The same of a shelf of a day: of what ends before the day does, and with it at the latest.
  Result<std::shared_ptr<const Keys>> keys(const Shelf& shelf);
  Result<std::shared_ptr<const Keys>> existing_keys(const Shelf& shelf);

  // The keys of what outlives a day, such as list entries.
  Result<std::shared_ptr<const Keys>> standing_keys();

  // From now on no key of an earlier day is given out or made: kDestroyed, as if it were destroyed
  // already. Lasts as long as this object.
  void close_before(Day day);

  // For good: also for handles given out before, and across a crash half way. A day that never
  // had keys is closed as well. Repeating it changes nothing.
  Result<> destroy(Day day) { return destroy(Shelf{day}); }
  // Of one shelf alone where it has a name.
  Result<> destroy(const Shelf& shelf);

  // The keys of a hold, which no term of a day ends: made once, on disk when it returns.
  Result<std::shared_ptr<const Keys>> make_hold_keys(const Id& hold);
  // kDestroyed when they are not there: the hold was released.
  Result<std::shared_ptr<const Keys>> hold_keys(const Id& hold);
  // For good; keys given out before go on until they are let go. Repeating it changes nothing.
  Result<> destroy_hold(const Id& hold);

  // Days that have keys, in order.
  std::vector<Day> days() const;
  // Shelves beside those of the days themselves that have keys, in order.
  std::vector<Shelf> shelves() const;

 private:
  struct State;
  explicit Vault(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace bas::vault
