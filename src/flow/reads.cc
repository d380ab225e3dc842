#include "flow/reads.h"

#include "pictures/conceal.h"

namespace bas::flow {

namespace {

bool is_gone(const Error& error) { return error.code == ErrorCode::kDestroyed; }

// A full page may have more behind it.
template <typename Sealed>
std::optional<Id> next_of(const std::vector<Sealed>& page, std::size_t limit) {
  if (page.empty() || page.size() < limit) return std::nullopt;
  return page.back().id;
}

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

bool shows_people(const Read& read, std::size_t number) {
  return number >= read.pictures.size() || read.pictures[number].role != PictureRole::kPlate;
}

Result<std::string> Reads::concealed_picture(const Read& read, std::size_t number) {
  return without_people(read, number, TRY(picture(read, number)));
}

Result<std::string> without_people(const Read& read, std::size_t number, std::string whole) {
  if (!shows_people(read, number)) return whole;
  auto concealed = pictures::conceal_people(whole, read.facts.plate_box);
  if (concealed) return concealed;
  return fail(ErrorCode::kRefused,
              "R9: this picture may show people and cannot be blurred: " + concealed.error().text);
}

Result<HitWithRead> Reads::hit(const Id& id) {
  const auto sealed = TRY(parts_.hits.hit(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "there is no such hit");
  return with_read(*sealed);
}

Result<OpenedPage<HitWithRead>> Reads::hits(const HitPage& page) {
  const auto sealed = TRY(parts_.hits.hits(page));
  auto opened = TRY(with_reads(sealed));
  return OpenedPage<HitWithRead>{std::move(opened), next_of(sealed, page.limit)};
}

Result<std::vector<HitWithRead>> Reads::hits_of_incident(const Id& incident) {
  const auto sealed = TRY(parts_.hits.hits_of_incident(incident));
  return with_reads(sealed);
}

Result<Incident> Reads::incident(const Id& id) {
  const auto sealed = TRY(parts_.hits.incident(id));
  if (!sealed) return fail(ErrorCode::kNotFound, "there is no such incident");
  return parts_.hit_sealer.open(*sealed);
}

Result<OpenedPage<Incident>> Reads::incidents(const HitPage& page) {
  const auto all = TRY(parts_.hits.incidents(page));
  OpenedPage<Incident> opened{{}, next_of(all, page.limit)};
  for (const SealedIncident& sealed : all) {
    auto incident = parts_.hit_sealer.open(sealed);
    if (!incident && is_gone(incident.error())) continue;
    opened.items.push_back(TRY(std::move(incident)));
  }
  return opened;
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
