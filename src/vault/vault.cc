#include "vault/vault.h"

#include "base/file.h"
#include "base/log.h"
#include "vault/keys_folder.h"

#include <fmt/format.h>

#include <limits>
#include <map>
#include <mutex>
#include <set>

namespace bas::vault {

namespace {

using KeysOfDay = std::shared_ptr<Keys>;

Result<> refuse_orphans(const KeysFolder::Listing& listing, const Vault::Settings& settings) {
  if (listing.is_empty()) return {};
  return fail(ErrorCode::kRefused,
              fmt::format("{} holds wrapped keys but the key-encryption key {} is missing: put it "
                          "back; without it nothing stored can be opened",
                          settings.keys_folder.string(), settings.kek_file.string()));
}

Result<Kek> find_or_make_kek(const KeysFolder::Listing& listing, const Vault::Settings& settings,
                             Random& random) {
  auto found = Kek::open(settings.kek_file);
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  TRY(refuse_orphans(listing, settings));
  log(LogLevel::kInfo, "vault", "made a key-encryption key; keep a copy apart from all backups");
  return Kek::make(settings.kek_file, random);
}

Result<Secret> find_or_make_standing(const KeysFolder& folder, const KeysFolder::Listing& listing,
                                     Random& random) {
  auto found = folder.load(file_of({kStandingDay}));
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  if (listing.is_empty()) return folder.make(file_of({kStandingDay}), random);
  return fail(ErrorCode::kCorrupt,
              fmt::format("{} is missing beside the keys of days: restore it from the backup of "
                          "that folder",
                          folder.path_of(file_of({kStandingDay})).string()));
}

}  // namespace

// The mutex guards everything below it; it is held while a day's file is written or destroyed.
struct Vault::State {
  State(KeysFolder keys_folder, Random& source, Secret standing_pair)
      : folder(std::move(keys_folder)),
        random(source),
        standing(std::make_shared<Keys>(kStandingDay, std::move(standing_pair))) {}

  bool is_over(const Shelf& shelf) const {
    return destroyed.contains(shelf) || destroyed.contains({shelf.day}) || shelf.day < first_open;
  }

  Result<KeysOfDay> cached_or_loaded(const Shelf& shelf) {
    if (is_over(shelf)) {
      return fail(ErrorCode::kDestroyed,
                  fmt::format("the keys of {} are destroyed", file_of(shelf).stem));
    }
    if (const auto found = cache.find(shelf); found != cache.end()) return found->second;
    return remember(shelf, TRY(folder.load(file_of(shelf))));
  }

  KeysOfDay remember(const Shelf& shelf, Secret pair) {
    auto keys = std::make_shared<Keys>(shelf.day, std::move(pair));
    cache.emplace(shelf, keys);
    with_keys.insert(shelf);
    return keys;
  }

  // Wipes and removes what it can even if the marker cannot be written; the caller then repeats.
  Result<> destroy(const Shelf& shelf) {
    destroyed.insert(shelf);
    if (const auto found = cache.find(shelf); found != cache.end()) {
      found->second->wipe();
      cache.erase(found);
    }
    const Result<> marked = folder.mark_destroyed(file_of(shelf));
    TRY(folder.destroy(file_of(shelf)));
    with_keys.erase(shelf);
    return marked;
  }

  std::vector<Shelf> shelves_of(Day day) const {
    std::vector<Shelf> found;
    for (auto at = with_keys.lower_bound({day}); at != with_keys.end() && at->day == day; ++at) {
      if (!at->name.empty()) found.push_back(*at);
    }
    return found;
  }

  std::mutex mutex;
  KeysFolder folder;
  Random& random;
  const KeysOfDay standing;
  std::map<Shelf, KeysOfDay> cache;
  std::set<Shelf> with_keys;
  std::set<Shelf> destroyed;
  Day first_open{std::numeric_limits<std::int32_t>::min()};
};

Vault::Vault(std::unique_ptr<State> state) : state_(std::move(state)) {}
Vault::~Vault() = default;

Result<std::unique_ptr<Vault>> Vault::open(Settings settings, Random& random) {
  FolderLock lock = TRY(FolderLock::take(settings.keys_folder));
  KeysFolder::Listing listing = TRY(KeysFolder::list(settings.keys_folder));
  Kek kek = TRY(find_or_make_kek(listing, settings, random));
  KeysFolder folder(settings.keys_folder, std::move(kek), std::move(lock));
  Secret standing = TRY(find_or_make_standing(folder, listing, random));
  for (const Shelf& shelf : listing.destroyed) {  // finish what a crash interrupted
    TRY(folder.destroy(file_of(shelf)));
    listing.shelves.erase(shelf);
  }
  auto state = std::make_unique<State>(std::move(folder), random, std::move(standing));
  state->with_keys = std::move(listing.shelves);
  state->destroyed = std::move(listing.destroyed);
  return std::unique_ptr<Vault>(new Vault(std::move(state)));
}

Result<std::shared_ptr<const Keys>> Vault::keys(const Shelf& shelf) {
  const std::lock_guard lock(state_->mutex);
  auto found = state_->cached_or_loaded(shelf);
  if (found) return *found;
  if (found.error().code != ErrorCode::kNotFound) return tl::make_unexpected(found.error());
  return state_->remember(shelf, TRY(state_->folder.make(file_of(shelf), state_->random)));
}

Result<std::shared_ptr<const Keys>> Vault::existing_keys(const Shelf& shelf) {
  const std::lock_guard lock(state_->mutex);
  return TRY(state_->cached_or_loaded(shelf));
}

Result<std::shared_ptr<const Keys>> Vault::standing_keys() { return state_->standing; }

void Vault::close_before(Day day) {
  const std::lock_guard lock(state_->mutex);
  state_->first_open = day;
}

// What stands on its shelves ends with a day: first, so that the marker of the day says all.
Result<> Vault::destroy(const Shelf& shelf) {
  const std::lock_guard lock(state_->mutex);
  if (shelf.name.empty()) {
    for (const Shelf& within : state_->shelves_of(shelf.day)) TRY(state_->destroy(within));
  }
  return state_->destroy(shelf);
}

Result<std::shared_ptr<const Keys>> Vault::make_hold_keys(const Id& hold) {
  const std::lock_guard lock(state_->mutex);
  Secret pair = TRY(state_->folder.make(file_of_hold(hold), state_->random));
  return std::make_shared<const Keys>(kHoldDay, std::move(pair));
}

Result<std::shared_ptr<const Keys>> Vault::hold_keys(const Id& hold) {
  const std::lock_guard lock(state_->mutex);
  auto pair = state_->folder.load(file_of_hold(hold));
  if (pair) return std::make_shared<const Keys>(kHoldDay, std::move(*pair));
  if (pair.error().code != ErrorCode::kNotFound) return tl::make_unexpected(pair.error());
  return fail(ErrorCode::kDestroyed, "the keys of that hold are destroyed");
}

Result<> Vault::destroy_hold(const Id& hold) {
  const std::lock_guard lock(state_->mutex);
  return state_->folder.destroy(file_of_hold(hold));
}

std::vector<Day> Vault::days() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<Day> days;
  for (const Shelf& shelf : state_->with_keys) {
    if (shelf.name.empty()) days.push_back(shelf.day);
  }
  return days;
}

std::vector<Shelf> Vault::shelves() const {
  const std::lock_guard lock(state_->mutex);
  std::vector<Shelf> shelves;
  for (const Shelf& shelf : state_->with_keys) {
    if (!shelf.name.empty()) shelves.push_back(shelf);
  }
  return shelves;
}

}  // namespace bas::vault
