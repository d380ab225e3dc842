// Reads and their pictures, opened for someone who may see them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/hit_sealer.h"
#include "flow/read_sealer.h"
#include "ports/blob_store.h"
#include "ports/hit_store.h"
#include "ports/read_store.h"

namespace bas::flow {

// Whether people may be seen in it: one of a plate alone shows none.
bool shows_people(const Read& read, std::size_t number);

// That picture without the people in it (rule R9); one of a plate alone as it is. What cannot be
// concealed is not given out: kRefused.
Result<std::string> without_people(const Read& read, std::size_t number, std::string whole);

// A hit with the read it stands on.
struct HitWithRead {
  Hit hit;
  Read read;
};

// What of a page could be opened. `next` continues behind what the store gave, also where none of
// it could be opened; empty at the end of the listing.
template <typename Item>
struct OpenedPage {
  std::vector<Item> items;
  std::optional<Id> next;
};

// Threads: any. kDestroyed once the day's key is gone, kNotFound for an unknown id.
class Reads {
 public:
  struct Parts {
    ReadStore& reads;
    BlobStore& blobs;
    HitStore& hits;
    ReadSealer& read_sealer;
    HitSealer& hit_sealer;
  };
  explicit Reads(Parts parts) : parts_(parts) {}

  Result<Read> read(const Id& id);
  Result<std::string> picture(const Read& read, std::size_t number);
  // The same without the people in it.
  Result<std::string> concealed_picture(const Read& read, std::size_t number);

  Result<HitWithRead> hit(const Id& id);
  // Newest first; what lies under a destroyed key is left out.
  Result<OpenedPage<HitWithRead>> hits(const HitPage& page);
  Result<std::vector<HitWithRead>> hits_of_incident(const Id& incident);
  Result<Incident> incident(const Id& id);
  Result<OpenedPage<Incident>> incidents(const HitPage& page);
  Result<std::vector<BatchCount>> batches(const Id& zone) { return parts_.hits.batches(zone); }

 private:
  Result<HitWithRead> with_read(const SealedHit& sealed);
  Result<std::vector<HitWithRead>> with_reads(const std::vector<SealedHit>& sealed);

  Parts parts_;
};

}  // namespace bas::flow
