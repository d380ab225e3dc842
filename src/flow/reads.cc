#include "flow/reads.h"

namespace bas::flow {

namespace {
bool is_gone(const Error& error) { return error.code == ErrorCode::kDestroyed; }
}  // namespace

Result<Read> Reads::read(const Id& id) {
  const auto sealed = TRY(parts_.reads.fetch(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "there is no such read");
  return parts_.read_sealer.open(*sealed);
}

Result<std::string> Reads::picture(const Read& read, std::size_t number) {
  if (number >= read.pictures.size()) {
    return fail(ErrorCode::kNotFound, "the read has no such picture");
  }
  const std::string sealed = TRY(parts_.blobs.read(read.pictures[number].blob));
  return parts_.read_sealer.open_picture(read, sealed);
}

Result<HitWithRead> Reads::hit(const Id& id) {
  const auto sealed = TRY(parts_.hits.hit(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "there is no such hit");
  return with_read(*sealed);
}

Result<std::vector<HitWithRead>> Reads::hits(const HitPage& page) {
  return with_reads(TRY(parts_.hits.hits(page)));
}

Result<std::vector<HitWithRead>> Reads::hits_of_incident(const Id& incident) {
  return with_reads(TRY(parts_.hits.hits_of_incident(incident)));
}

Result<Incident> Reads::incident(const Id& id) {
  const auto sealed = TRY(parts_.hits.incident(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "there is no such incident");
  return parts_.hit_sealer.open(*sealed);
}

Result<std::vector<Incident>> Reads::incidents(const HitPage& page) {
  std::vector<Incident> incidents;
  for (const SealedIncident& sealed : TRY(parts_.hits.incidents(page))) {
    auto incident = parts_.hit_sealer.open(sealed);
    if (!incident && is_gone(incident.error())) continue;
    incidents.push_back(TRY(std::move(incident)));
  }
  return incidents;
}

Result<HitWithRead> Reads::with_read(const SealedHit& sealed) {
  Hit hit = TRY(parts_.hit_sealer.open(sealed));
  Read found = TRY(read(hit.read));
  return HitWithRead{std::move(hit), std::move(found)};
}

Result<std::vector<HitWithRead>> Reads::with_reads(const std::vector<SealedHit>& sealed) {
  std::vector<HitWithRead> all;
  for (const SealedHit& one : sealed) {
    auto opened = with_read(one);
    if (!opened && is_gone(opened.error())) continue;
    all.push_back(TRY(std::move(opened)));
  }
  return all;
}

}  // namespace bas::flow
