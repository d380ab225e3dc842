#include "flow/revision_book.h"

#include <algorithm>

namespace bas::flow {

Result<Revision> RevisionBook::begin(Revision wanted) {
  wanted.state = RevisionState::kRunning;
  wanted.started_at = parts_.clock.now();
  wanted.number = TRY(parts_.store.begin_revision(wanted));
  return wanted;
}

Result<> RevisionBook::end(Revision& revision, RevisionState state, std::string note) {
  revision.state = state;
  revision.ended_at = parts_.clock.now();
  revision.note = std::move(note);
  return parts_.store.update_revision(revision);
}

Result<std::size_t> RevisionBook::end_left_running() {
  auto left = TRY(parts_.store.running_revisions());
  for (Revision& revision : left) {
    TRY(end(revision, RevisionState::kPartly,
            "the server stopped while it ran: take the file again to complete it"));
  }
  return left.size();
}

Result<Revision> RevisionBook::revision(const RevisionName& name) {
  auto found = TRY(parts_.store.revision(name));
  if (!found) return fail(ErrorCode::kNotFound, "the list has no such revision");
  return std::move(*found);
}

Result<> RevisionBook::add_rejects(const RevisionName& name, std::span<const Reject> rejects) {
  std::vector<SealedReject> sealed;
  sealed.reserve(rejects.size());
  for (const Reject& reject : rejects) sealed.push_back(TRY(parts_.sealer.seal(reject)));
  return parts_.store.add_rejects(name, sealed);
}

Result<std::vector<Reject>> RevisionBook::rejects(const RevisionName& name,
                                                  std::uint64_t after_line, std::size_t limit) {
  std::vector<Reject> opened;
  for (const SealedReject& sealed : TRY(parts_.store.rejects(name, after_line, limit))) {
    opened.push_back(TRY(parts_.sealer.open(sealed)));
  }
  return opened;
}

Result<> RevisionBook::hold(const RevisionName& name, std::string_view bytes) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at == 0 || at < bytes.size(); at += kPartBytes) {
    const int number = static_cast<int>(parts.size());
    parts.push_back(TRY(parts_.sealer.seal_part(number, bytes.substr(at, kPartBytes))));
  }
  return parts_.store.hold(name, parts);
}

Result<std::string> RevisionBook::held(const RevisionName& name) {
  const auto parts = TRY(parts_.store.held(name));
  if (parts.empty()) return fail(ErrorCode::kNotFound, "nothing is held of that revision");
  std::string bytes;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    bytes += TRY(parts_.sealer.open_part(static_cast<int>(i), parts[i]));
  }
  return bytes;
}

}  // namespace bas::flow
