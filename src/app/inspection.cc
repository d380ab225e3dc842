#include "app/inspection.h"

#include <absl/container/flat_hash_set.h>

#include "app/data_folder.h"
#include "blobs_fs/file_blob_store.h"
#include "control_sql/control_sql.h"
#include "flow/reads.h"
#include "store_rocks/rocks_read_store.h"

namespace bas::app {

namespace {

constexpr std::size_t kPage = 1'000;

// Walks the reads of one day, site by site.
class Walk {
 public:
  Walk(ReadStore& reads, BlobStore& blobs, vault::Vault& vault)
      : reads_(reads), blobs_(blobs), sealer_(vault) {}

  Result<> day(Day day, const std::vector<Site>& sites, Inspection& found) {
    events_.clear();
    for (const Site& site : sites) {
      SitePassages wanted{.site = site.id,
                          .from = start_of(day),
                          .to = start_of(Day{day.number + 1}),
                          .limit = kPage,
                          .after = std::nullopt};
      while (true) {
        const auto page = TRY(reads_.passages(wanted));
        for (const SealedRead& sealed : page) look_at(sealed, found);
        if (page.size() < kPage) break;
        wanted.after = page.back().id;
      }
    }
    return {};
  }

 private:
  void look_at(const SealedRead& sealed, Inspection& found) {
    ++found.reads;
    const auto read = sealer_.open(sealed);
    if (!read) {
      ++found.unreadable_reads;
      return;
    }
    const std::string event =
        std::string(read->camera.view()) + read->facts.device_id + '/' + read->facts.event_id;
    if (!read->facts.event_id.empty() && !events_.insert(event).second) ++found.doubled_reads;
    for (const StoredPicture& picture : read->pictures) {
      ++found.pictures;
      const auto bytes = blobs_.read(picture.blob);
      if (!bytes || !sealer_.open_picture(*read, *bytes)) ++found.unreadable_pictures;
    }
  }

  ReadStore& reads_;
  BlobStore& blobs_;
  flow::ReadSealer sealer_;
  absl::flat_hash_set<std::string> events_;
};

Result<std::uint64_t> count_hits(HitStore& hits) {
  std::uint64_t count = 0;
  HitPage page{.before = {}, .limit = kPage, .state = std::nullopt};
  while (true) {
    const auto found = TRY(hits.hits(page));
    count += found.size();
    if (found.size() < kPage) return count;
    page.before = found.back().id;
  }
}

}  // namespace

Result<Inspection> inspect(const std::filesystem::path& data_folder,
                           const std::filesystem::path& kek_file) {
  const DataFolder folder{data_folder};
  SystemRandom random;
  const auto vault =
      TRY(vault::Vault::open({.keys_folder = folder.keys(),
                              .kek_file = kek_file.empty() ? folder.default_kek_file() : kek_file},
                             random));
  const auto control = TRY(control_sql::ControlSql::open({.file = folder.control_file()}));
  const auto reads = TRY(store_rocks::RocksReadStore::open({.folder = folder.reads()}));
  const auto blobs = TRY(blobs_fs::FileBlobStore::open({.folder = folder.pictures()}));
  const auto sites = TRY(control->province().sites());
  Inspection found;
  Walk walk(*reads, *blobs, *vault);
  for (const Day day : vault->days()) {
    ++found.days;
    TRY(walk.day(day, sites, found));
  }
  found.hits = TRY(count_hits(control->hits()));
  found.untold_reads = TRY(reads->untold(1'000'000)).size();
  return found;
}

}  // namespace bas::app
