#include "testkit/flow_world.h"

#include "flow/lists.h"
#include "model/plate.h"

namespace bas::testkit {

FlowWorld::FlowWorld()
    : vault(vault::Vault::open({folder.path / "keys", folder.path / "kek"}, key_random).value()),
      sql(control_sql::ControlSql::open({.file = folder.path / "control.sqlite"}).value()),
      hit_store(std::make_unique<FailingHitStore>(sql->hits())),
      read_sealer(std::make_unique<flow::ReadSealer>(*vault)),
      hit_sealer(std::make_unique<flow::HitSealer>(*vault)),
      entries(flow::EntryBook::open({sql->lists(), *vault}, 7).value()),
      directory(flow::Directory::open({sql->province(), clock, random}).value()),
      hits(flow::HitMaker::open({*entries, *hit_store, *hit_sealer, guard,
                                 [this](std::span<const Hit> made) { return share(made); }, desks,
                                 *directory, clock, random})
               .value()),
      tally(flow::MisreadTally::open(
                {*entries, sql->lists(), *directory, clock, folder.path / "misread-tally.json"},
                random)
                .value()),
      travels(flow::Travels::open({clock, folder.path / "travel-times.json"}, random).value()) {
  zone = directory->add_zone("5364", "Zone Noord").value();
  Site wanted_site;
  wanted_site.name = "Brug";
  wanted_site.latitude = 51.1;
  wanted_site.longitude = 4.9;
  site = directory->add_site({"5364", wanted_site}).value();
  flow::KeyedCamera keyed =
      directory->add_camera({.site = site.id, .name = "C1", .heading_deg = {}, .lanes = 1}).value();
  camera = keyed.camera;
  ingest_key = keyed.ingest_key;
  flow::Lists lists({sql->lists(), *entries, desks, clock, random});
  list.name = "stolen";
  list.owner_zone = zone.id;
  list.valid_days = 100;
  list = lists.add(list).value();
}

flow::Arrival FlowWorld::arrival(std::string_view plate, std::chrono::milliseconds after) const {
  flow::Arrival made{.camera = camera, .facts = {}, .pictures = {}, .received_at = {}};
  made.facts.protocol = "bas";
  made.facts.captured_at = kWorldStart + after;
  made.facts.plate_raw = plate;
  made.facts.country = "BE";
  made.facts.confidence = 0.9;
  made.received_at = made.facts.captured_at;
  return made;
}

Read FlowWorld::read(std::string_view plate, std::chrono::milliseconds after) {
  const flow::Arrival from = arrival(plate, after);
  Read made;
  made.id = make_id(from.facts.captured_at, random);
  made.camera = camera.id;
  made.site = site.id;
  made.zone = zone.id;
  made.received_at = from.received_at;
  made.plate = canonical_plate(plate);
  made.facts = from.facts;
  return made;
}

Id FlowWorld::wanted(const Plate& plate, Priority priority) {
  Entry entry;
  entry.id = make_id(clock.now(), random);
  entry.list = list.id;
  entry.plate = plate;
  entry.priority = priority;
  entry.category = "stolen";
  entry.reason = "reported";
  return entries->put({&entry, 1}, EntryWrite{0, {}, clock.now()}).value().at(0).id;
}

}  // namespace bas::testkit
