// A small province to run the flow against: real keys and a real database in a scratch folder,
// reads and pictures in memory, a clock that stands still.
#pragma once

#include "control_sql/control_sql.h"
#include "control_sql/scratch_folder_test.h"
#include "flow/arrival.h"
#include "flow/directory.h"
#include "flow/hit_maker.h"
#include "flow/misread_tally.h"
#include "flow/travels.h"
#include "testkit/failing_hit_store.h"
#include "testkit/fake_clock.h"
#include "testkit/memory_blob_store.h"
#include "testkit/memory_read_store.h"
#include "testkit/recording_desks.h"

namespace bas::testkit {

// A Monday noon in winter: 13:00 in Brussels.
inline const UtcTime kWorldStart = parse_rfc3339("2026-11-23T12:00:00Z").value();

// Threads: as its parts. Members are made, and go, in the order that their users need.
struct FlowWorld {
  FlowWorld();

  // A read of `plate` by `camera`, seen `after` the start and received at that moment.
  flow::Arrival arrival(std::string_view plate, std::chrono::milliseconds after = {}) const;
  // The same as a read, as if it came out of the pipeline.
  Read read(std::string_view plate, std::chrono::milliseconds after = {});
  // Lists the plate; the country may be empty.
  Id wanted(const Plate& plate, Priority priority = 2);

  control_sql::ScratchFolder folder;
  FakeClock clock{kWorldStart};
  SystemRandom key_random;
  SeededRandom random{20261123};
  std::unique_ptr<vault::Vault> vault;
  std::unique_ptr<control_sql::ControlSql> sql;
  std::unique_ptr<FailingHitStore> hit_store;
  MemoryReadStore reads;
  MemoryBlobStore blobs;
  RecordingDesks desks;
  std::unique_ptr<flow::ReadSealer> read_sealer;
  std::unique_ptr<flow::HitSealer> hit_sealer;
  std::unique_ptr<flow::EntryBook> entries;
  flow::RepeatGuard guard{clock, {}};
  // What is asked before a hit is made; a world with a ledger puts the gate here.
  std::function<Result<>(std::span<const Hit>)> share = [](auto) { return Result<>(); };
  std::unique_ptr<flow::Directory> directory;
  std::unique_ptr<flow::HitMaker> hits;
  std::unique_ptr<flow::MisreadTally> tally;
  std::unique_ptr<flow::Travels> travels;
  Zone zone;
  Site site;
  Camera camera;
  std::string ingest_key;
  List list;
};

}  // namespace bas::testkit
