// The entries in force: the index that matching asks, kept in step with what is stored sealed.
#pragma once

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <vector>

#include "base/latest.h"
#include "base/result.h"
#include "flow/camera_models.h"
#include "flow/entry_sealer.h"
#include "match/entry_index.h"
#include "model/read.h"
#include "ports/list_store.h"

namespace bas::flow {

// An entry ready to be stored and indexed: its plate lies open in the index, and nowhere else.
struct PreparedEntry {
  std::string plate;
  match::IndexedEntry indexed;
  SealedEntry sealed;
};

// Threads: any. Readers share; a writer holds the index for at most some hundred puts, well under a
// millisecond, so an import never stalls matching.
class EntryBook {
 public:
  struct Parts {
    ListStore& store;
    vault::Vault& vault;
  };
  // Reads every stored entry into the index: about 3 s a million.
  static Result<std::unique_ptr<EntryBook>> open(Parts parts, std::uint64_t seed);

  std::vector<match::Match> find(const Read& read) const;

  // For batches, at most some hundred microseconds each: a writer that waits goes before the next.
  // `list` is a number of lists().
  struct FoundMatch {
    std::size_t sighting = 0;  // which of those asked
    std::size_t list = 0;
    match::Match match;
  };
  void find(std::span<const match::Sighting> reads, std::vector<FoundMatch>& found) const;
  void find_exact(std::span<const match::AskedPlate> asked, UtcTime at,
                  std::vector<match::ListedPlate>& found) const;
  void find_scored(std::span<const match::AskedRead> asked, UtcTime at,
                   std::vector<match::ScoredPlate>& found) const;
  std::uint16_t country_number(std::string_view country) const;
  // By their numbers, for good.
  std::vector<Id> lists() const;

  // The whole entry, opened; kNotFound when it was removed meanwhile.
  Result<Entry> entry(const Id& id) const;
  // Of that list and exactly that plate and country.
  Result<std::optional<Entry>> entry_for(const Id& list, const Plate& plate) const;
  Result<std::vector<Entry>> page(const Id& list, const EntryPage& page) const;
  // The zone whose list it is.
  Result<Id> owner_of(const Id& list) const;

  // Stores and indexes entries of one list; the answers in their order.
  Result<std::vector<PutEntry>> put(std::span<const Entry> entries, const EntryWrite& write);
  // The costly half of put, for threads that have time.
  Result<PreparedEntry> prepare(const Entry& entry) const;
  Result<std::vector<PutEntry>> put(std::vector<PreparedEntry> entries, const EntryWrite& write);
  // The answers of put without its changes.
  Result<std::vector<PutEntry>> preview(std::vector<PreparedEntry> entries) const;
  // Takes entries out of the index at once, then out of what is stored.
  Result<> end(std::span<const Id> entries, EntryEnd how, const EntryWrite& write);

  // Puts stored entries into the index anew, because their list now wants more of it. One that was
  // ended meanwhile comes back by this: only while no other change of the list runs.
  void index_again(std::span<const Entry> entries);

  // How a list matches and whether it is in force, as it is now set.
  void apply_settings(const List& list);

  std::shared_ptr<const match::Knowledge> knowledge() const;
  // The plates known to be real, when they have changed.
  void set_knowledge(std::shared_ptr<const match::Knowledge> knowledge);
  // Reads of cameras that are not among them count as of cameras in general.
  void set_camera_models(std::shared_ptr<const CameraModels> models);

  std::size_t size() const;
  std::size_t approximate_bytes() const;

  const EntrySealer& sealer() const { return sealer_; }

 private:
  EntryBook(Parts parts, std::uint64_t seed) : parts_(parts), sealer_(parts.vault), index_(seed) {}
  Result<> load();

  std::shared_lock<std::shared_mutex> batch_lock() const;
  std::unique_lock<std::shared_mutex> write_lock();

  Parts parts_;
  EntrySealer sealer_;
  mutable std::mutex turn_;          // held while waiting for mutex_: batches queue behind a writer
  mutable std::shared_mutex mutex_;  // guards index_
  match::EntryIndex index_;
  Latest<CameraModels> camera_models_;
};

}  // namespace bas::flow
