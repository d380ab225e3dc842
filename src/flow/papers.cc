#include "flow/papers.h"

#include <fmt/format.h>

namespace bas::flow {

namespace {

// What the seal is bound to: a paper cannot be put in the place of another, nor of a later one.
std::string place_of(PaperKind kind, const Id& id, int version) {
  return fmt::format("{}/{}/{}", kPaperKindNames.of(kind), to_string(id), version);
}

}  // namespace

Result<> Papers::add(PaperKind kind, const Id& id, std::string_view text) {
  return store_.add_paper(TRY(seal(kind, {id, 1, std::string(text)})));
}

Result<> Papers::replace(PaperKind kind, const OpenPaper& changed) {
  OpenPaper next = changed;
  ++next.version;
  return store_.replace_paper(TRY(seal(kind, next)));
}

Result<std::optional<OpenPaper>> Papers::find(PaperKind kind, const Id& id) {
  const auto sealed = TRY(store_.paper(kind, id));
  if (!sealed) return std::nullopt;
  return std::optional(TRY(open(*sealed)));
}

Result<std::vector<OpenPaper>> Papers::all(PaperKind kind) {
  std::vector<OpenPaper> papers;
  for (const SealedPaper& sealed : TRY(store_.papers(kind))) papers.push_back(TRY(open(sealed)));
  return papers;
}

Result<SealedPaper> Papers::seal(PaperKind kind, const OpenPaper& paper) {
  const auto keys = TRY(vault_.standing_keys());
  return SealedPaper{kind, paper.id, paper.version,
                     TRY(keys->seal(vault::SealKind::kPaper,
                                    place_of(kind, paper.id, paper.version), paper.text))};
}

Result<OpenPaper> Papers::open(const SealedPaper& sealed) {
  const auto keys = TRY(vault_.standing_keys());
  return OpenPaper{
      sealed.id, sealed.version,
      TRY(keys->open(vault::SealKind::kPaper, place_of(sealed.kind, sealed.id, sealed.version),
                     sealed.sealed))};
}

}  // namespace bas::flow
