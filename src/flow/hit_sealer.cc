#include "flow/hit_sealer.h"

#include "flow/codec.h"
#include "flow/layers.h"

namespace bas::flow {

using vault::SealKind;

Result<SealedHit> HitSealer::seal(const Hit& hit) const {
  const Day day = brussels_day(hit.captured_at);
  TRY(vault_.existing_keys(day));
  SealedHit sealed{.id = hit.id,
                   .incident = hit.incident,
                   .read = hit.read,
                   .entry = hit.entry,
                   .list = hit.list,
                   .camera = hit.camera,
                   .site = hit.site,
                   .zone = hit.zone,
                   .day = day,
                   .life = hit.life,
                   .priority = hit.priority,
                   .is_late = hit.is_late,
                   .captured_at = hit.captured_at,
                   .created_at = hit.created_at,
                   .sealed = {},
                   .is_quiet = hit.is_quiet,
                   .batch_zone = hit.batch_zone};
  const Sealing sealing{SealKind::kHit, hit.id.view(), day, hit.source};
  sealed.sealed = TRY(seal_record(vault_, sealing, encode_hit(hit)));
  return sealed;
}

Result<Hit> HitSealer::open(const SealedHit& sealed) const {
  const Sealing sealing{SealKind::kHit, sealed.id.view(), sealed.day};
  const auto record = TRY(open_record(vault_, sealing, sealed.sealed));
  TRY(check_kept(terms_, sealed.captured_at, record.source));
  Hit hit;
  hit.source = record.source;
  hit.id = sealed.id;
  hit.incident = sealed.incident;
  hit.read = sealed.read;
  hit.entry = sealed.entry;
  hit.list = sealed.list;
  hit.camera = sealed.camera;
  hit.site = sealed.site;
  hit.zone = sealed.zone;
  hit.life = sealed.life;
  hit.priority = sealed.priority;
  hit.is_late = sealed.is_late;
  hit.captured_at = sealed.captured_at;
  hit.created_at = sealed.created_at;
  hit.is_quiet = sealed.is_quiet;
  hit.batch_zone = sealed.batch_zone;
  return decode_hit(std::move(hit), record.plain);
}

Result<SealedIncident> HitSealer::seal(const Incident& incident) const {
  const Day day = brussels_day(incident.opened_at);
  TRY(vault_.existing_keys(day));
  SealedIncident sealed{.id = incident.id,
                        .day = day,
                        .token = {},
                        .version = incident.version,
                        .hits = incident.hits,
                        .priority = incident.priority,
                        .standing = incident.standing,
                        .opened_at = incident.opened_at,
                        .last_at = incident.last_at,
                        .last_hit = incident.last_hit,
                        .sealed = {},
                        .is_quiet = incident.is_quiet,
                        .batch_zone = incident.is_batched ? incident.audience : Id{}};
  const auto keys = TRY(vault_.keys(shelf_of(day, incident.source)));
  sealed.token = TRY(keys->token("incident", incident.plate.text + '/' + incident.plate.country));
  const Sealing sealing{SealKind::kIncident, incident.id.view(), day, incident.source};
  sealed.sealed = TRY(seal_record(vault_, sealing, encode_incident(incident)));
  return sealed;
}

Result<Incident> HitSealer::open(const SealedIncident& sealed) const {
  const Sealing sealing{SealKind::kIncident, sealed.id.view(), sealed.day};
  const auto record = TRY(open_record(vault_, sealing, sealed.sealed));
  TRY(check_kept(terms_, sealed.opened_at, record.source));
  Incident incident;
  incident.source = record.source;
  incident.id = sealed.id;
  incident.version = sealed.version;
  incident.hits = sealed.hits;
  incident.priority = sealed.priority;
  incident.standing = sealed.standing;
  incident.is_quiet = sealed.is_quiet;
  incident.is_batched = !sealed.batch_zone.is_zero();
  incident.opened_at = sealed.opened_at;
  incident.last_at = sealed.last_at;
  incident.last_hit = sealed.last_hit;
  return decode_incident(std::move(incident), record.plain);
}

}  // namespace bas::flow
