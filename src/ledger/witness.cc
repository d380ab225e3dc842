#include "ledger/witness.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/encode.h"

namespace bas::ledger {

namespace {

constexpr std::size_t kProofMost = 63;
constexpr std::string_view kOld = "old ";

auto no_request(std::string_view why) { return fail(ErrorCode::kBadInput, std::string(why)); }

Result<std::uint64_t> size_in(std::string_view text) {
  std::uint64_t size = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, size);
  if (parsed.ec != std::errc{} || parsed.ptr != end || fmt::format("{}", size) != text) {
    return no_request("the old size is a number without leading zeroes");
  }
  return size;
}

Result<Hash> hash_in(std::string_view line) {
  const std::string bytes = TRY(from_base64(line));
  Hash hash;
  if (bytes.size() != hash.size() || to_base64(bytes) != line) {
    return no_request("a line of the proof is a hash of 32 bytes in base64");
  }
  std::copy(bytes.begin(), bytes.end(), hash.begin());
  return hash;
}

std::string base64_of(const Hash& hash) { return to_base64(std::string(hash.begin(), hash.end())); }

WitnessAnswer answered(int status) { return {status, std::nullopt, std::nullopt, {}}; }

}  // namespace

Result<AddCheckpoint> AddCheckpoint::parse(std::string_view body) {
  const auto next_line = [&]() -> std::optional<std::string_view> {
    const std::size_t end = body.find('\n');
    if (end == body.npos) return std::nullopt;
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(end + 1);
    return line;
  };
  const auto first = next_line();
  if (!first || !first->starts_with(kOld)) return no_request("the first line is: old SIZE");
  AddCheckpoint asked;
  asked.old_size = TRY(size_in(first->substr(kOld.size())));
  while (true) {
    const auto line = next_line();
    if (!line) return no_request("an empty line stands before the checkpoint");
    if (line->empty()) break;
    if (asked.proof.size() == kProofMost) return no_request("a proof has 63 hashes at most");
    asked.proof.push_back(TRY(hash_in(*line)));
  }
  asked.note = body;
  return asked;
}

std::string AddCheckpoint::body() const {
  std::string text = fmt::format("{}{}\n", kOld, old_size);
  for (const Hash& hash : proof) text += base64_of(hash) + "\n";
  return text + "\n" + note;
}

WitnessAnswer judge(const AddCheckpoint& asked, std::span<const NoteVerifier> logs,
                    const SeenLast& last) {
  const auto note = Note::parse(asked.note);
  if (!note) return answered(400);
  const auto checkpoint = Checkpoint::parse(note->text);
  if (!checkpoint) return answered(400);
  const auto is_of_log = [&](const NoteVerifier& log) {
    return log.key.name == checkpoint->origin;
  };
  if (std::ranges::none_of(logs, is_of_log)) return answered(404);
  const bool is_signed = std::ranges::any_of(
      logs, [&](const NoteVerifier& log) { return is_of_log(log) && is_vouched_for(*note, log); });
  if (!is_signed) return answered(403);
  if (asked.old_size > checkpoint->size) return answered(400);
  const auto seen = last(checkpoint->origin);
  const std::uint64_t seen_size = seen ? seen->size : 0;
  if (asked.old_size != seen_size) {
    WitnessAnswer other = answered(409);
    other.size = seen_size;
    return other;
  }
  if (seen && seen->size == checkpoint->size) {
    if (seen->root != checkpoint->root) return answered(409);
    if (!asked.proof.empty()) return answered(422);
  } else if (seen_size == 0) {
    if (!asked.proof.empty()) return answered(422);
  } else if (!is_consistent({seen_size, checkpoint->size}, {seen->root, checkpoint->root},
                            asked.proof)) {
    return answered(422);
  }
  return {200, std::nullopt, *checkpoint, note->text};
}

}  // namespace bas::ledger
