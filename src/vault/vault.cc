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
  auto found = folder.load(kStandingDay);
  if (found || found.error().code != ErrorCode::kNotFound) return found;
  if (listing.is_empty()) return folder.make(kStandingDay, random);
  return fail(ErrorCode::kCorrupt,
              fmt::format("{} is missing beside the keys of days: restore it from the backup of "
                          "that folder",
                          folder.path_of(kStandingDay).string()));
}

}  // namespace

// The mutex guards everything below it; it is held while a day's file is written or destroyed.
struct Vault::State {
  State(KeysFolder keys_folder, Random& source, Secret standing_pair)
      : folder(std::move(keys_folder)),
        random(source),
        standing(std::make_shared<Keys>(kStandingDay, std::move(standing_pair))) {}

  Result<KeysOfDay> cached_or_loaded(Day day) {
    if (destroyed.contains(day) || day < first_open) {
      return fail(ErrorCode::kDestroyed,
                  fmt::format("the keys of {} are destroyed", format_day(day)));
    }
    if (const auto found = cache.find(day); found != cache.end()) return found->second;
    return remember(day, TRY(folder.load(day)));
  }

  KeysOfDay remember(Day day, Secret pair) {
    auto keys = std::make_shared<Keys>(day, std::move(pair));
    cache.emplace(day, keys);
    with_keys.insert(day);
    return keys;
  }

  std::mutex mutex;
  KeysFolder folder;
  Random& random;
  const KeysOfDay standing;
  std::map<Day, KeysOfDay> cache;
  std::set<Day> with_keys;
  std::set<Day> destroyed;
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
  for (const Day day : listing.destroyed) {  // finish what a crash interrupted
    TRY(folder.destroy(day));
    listing.days.erase(day);
  }
  auto state = std::make_unique<State>(std::move(folder), random, std::move(standing));
  state->with_keys = std::move(listing.days);
  state->destroyed = std::move(listing.destroyed);
  return std::unique_ptr<Vault>(new Vault(std::move(state)));
}

Result<std::shared_ptr<const Keys>> Vault::keys(Day day) {
  const std::lock_guard lock(state_->mutex);
  auto found = state_->cached_or_loaded(day);
  if (found) return *found;
  if (found.error().code != ErrorCode::kNotFound) return tl::make_unexpected(found.error());
  return state_->remember(day, TRY(state_->folder.make(day, state_->random)));
}

Result<std::shared_ptr<const Keys>> Vault::existing_keys(Day day) {
  const std::lock_guard lock(state_->mutex);
  return TRY(state_->cached_or_loaded(day));
}

Result<std::shared_ptr<const Keys>> Vault::standing_keys() { return state_->standing; }

void Vault::close_before(Day day) {
  const std::lock_guard lock(state_->mutex);
  state_->first_open = day;
}

// Wipes and removes what it can even if the marker cannot be written; the caller then repeats.
Result<> Vault::destroy(Day day) {
  const std::lock_guard lock(state_->mutex);
  state_->destroyed.insert(day);
  if (const auto found = state_->cache.find(day); found != state_->cache.end()) {
    found->second->wipe();
    state_->cache.erase(found);
  }
  const Result<> marked = state_->folder.mark_destroyed(day);
  TRY(state_->folder.destroy(day));
  state_->with_keys.erase(day);
  return marked;
}

Result<std::shared_ptr<const Keys>> Vault::make_hold_keys(const Id& hold) {
  const std::lock_guard lock(state_->mutex);
  Secret pair = TRY(state_->folder.make_hold(hold, state_->random));
  return std::make_shared<const Keys>(kHoldDay, std::move(pair));
}

Result<std::shared_ptr<const Keys>> Vault::hold_keys(const Id& hold) {
  const std::lock_guard lock(state_->mutex);
  auto pair = state_->folder.load_hold(hold);
  if (pair) return std::make_shared<const Keys>(kHoldDay, std::move(*pair));
  if (pair.error().code != ErrorCode::kNotFound) return tl::make_unexpected(pair.error());
  return fail(ErrorCode::kDestroyed, "the keys of that hold are destroyed");
}

Result<> Vault::destroy_hold(const Id& hold) {
  const std::lock_guard lock(state_->mutex);
  return state_->folder.destroy_hold(hold);
}

std::vector<Day> Vault::days() const {
  const std::lock_guard lock(state_->mutex);
  return {state_->with_keys.begin(), state_->with_keys.end()};
}

}  // namespace bas::vault
