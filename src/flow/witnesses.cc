#include "flow/witnesses.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/file.h"
#include "base/log.h"
#include "ledger/witness.h"

namespace bas::flow {

namespace {

constexpr std::size_t kWitnessedBytesMax = 64 * 1024;

UtcTime time_of(std::uint64_t seconds) {
  return UtcTime{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

std::optional<std::uint64_t> size_in(std::string_view body) {
  while (body.ends_with('\n')) body.remove_suffix(1);
  std::uint64_t size = 0;
  const auto parsed = std::from_chars(body.data(), body.data() + body.size(), size);
  if (parsed.ec != std::errc{} || parsed.ptr != body.data() + body.size()) return std::nullopt;
  return size;
}

// In words of who has to act on it; the number alone says little.
std::string failure_of(int status) {
  switch (status) {
    case 403: return "it does not accept our signature: give it the public key of this log";
    case 404: return "it does not watch this log: give it the public key of this log";
    case 409: return "it has seen another history of this log: keep all files, tell the overseer";
    case 422: return "it does not find our proof right: keep all files, tell the overseer";
    default: return fmt::format("it answered with {}", status);
  }
}

}  // namespace

Result<std::unique_ptr<Witnesses>> Witnesses::open(Parts parts) {
  std::unique_ptr<Witnesses> made(new Witnesses(std::move(parts)));
  for (const WitnessAddress& one : made->parts_.witnesses) {
    made->states_.push_back({one.key.key.name, std::nullopt, 0, {}});
  }
  made->sizes_.resize(made->states_.size());
  TRY(made->load());
  return made;
}

Result<> Witnesses::load() {
  const auto bytes = read_file(parts_.file, kWitnessedBytesMax);
  if (!bytes && bytes.error().code == ErrorCode::kNotFound) return {};
  if (!bytes) return tl::make_unexpected(bytes.error());
  const auto note = ledger::Note::parse(*bytes);
  const auto checkpoint = note ? ledger::Checkpoint::parse(note->text)
                               : Result<ledger::Checkpoint>(tl::make_unexpected(note.error()));
  if (!checkpoint || !ledger::is_vouched_for(*note, parts_.book.verifier())) {
    return fail(ErrorCode::kCorrupt,
                fmt::format("{} holds no checkpoint of this log: put a copy back, or move it away",
                            parts_.file.string()));
  }
  note_ = *bytes;
  for (std::size_t i = 0; i < states_.size(); ++i) {
    const auto seconds = ledger::seen_at(*note, parts_.witnesses[i].key);
    if (!seconds) continue;
    states_[i].seen_at = time_of(*seconds);
    states_[i].size = checkpoint->size;
    sizes_[i] = checkpoint->size;
  }
  return {};
}

void Witnesses::start(std::chrono::milliseconds every) {
  job_.start(every, [this](std::stop_token stop) { ask_all(std::move(stop)); });
}

void Witnesses::ask_all(std::stop_token stop) {
  Asked asked;
  asked.note = parts_.book.checkpoint();
  const auto note = ledger::Note::parse(asked.note);
  const auto checkpoint = note ? ledger::Checkpoint::parse(note->text)
                               : Result<ledger::Checkpoint>(tl::make_unexpected(note.error()));
  if (!checkpoint) return;
  asked.text = note->text;
  asked.size = checkpoint->size;
  std::string lines;
  for (std::size_t i = 0; i < parts_.witnesses.size() && !stop.stop_requested(); ++i) {
    const auto line = cosignature(i, asked, stop);
    if (line) lines += *line;
    note_outcome(i, asked, line ? std::string() : line.error().text);
  }
  if (lines.empty()) return;
  if (const auto kept = keep(asked, lines); !kept) {
    log(LogLevel::kError, "flow", "what the witnesses signed could not be kept",
        {{"reason", kept.error().text}});
  }
}

// A second time when the witness says that it has seen another size last.
Result<std::string> Witnesses::cosignature(std::size_t i, const Asked& asked,
                                           std::stop_token stop) {
  Reply reply = TRY(send_from(i, asked, stop));
  const auto seen = reply.status == 409 ? size_in(reply.body) : std::nullopt;
  if (seen) {
    if (*seen > asked.size) {
      return fail(ErrorCode::kCorrupt,
                  fmt::format("it has seen {} entries, here are {}: the ledger was cut; keep all "
                              "files, tell the overseer",
                              *seen, asked.size));
    }
    sizes_[i] = *seen;
    reply = TRY(send_from(i, asked, stop));
  }
  if (reply.status != 200) return fail(ErrorCode::kRefused, failure_of(reply.status));
  return checked(i, asked, reply.body);
}

Result<Witnesses::Reply> Witnesses::send_from(std::size_t i, const Asked& asked,
                                              std::stop_token stop) {
  ledger::AddCheckpoint request{sizes_[i], {}, asked.note};
  if (sizes_[i] > 0 && sizes_[i] < asked.size) {
    request.proof = TRY(parts_.book.proof({sizes_[i], asked.size}));
  }
  return parts_.send(parts_.witnesses[i].url + "/add-checkpoint", request.body(), std::move(stop));
}

// Its answer is believed when its own key made it.
Result<std::string> Witnesses::checked(std::size_t i, const Asked& asked, const std::string& line) {
  const auto note = ledger::Note::parse(asked.note + line);
  if (note && note->text == asked.text && ledger::seen_at(*note, parts_.witnesses[i].key)) {
    return line;
  }
  return fail(ErrorCode::kRefused, "its answer is not signed with the key that is named for it");
}

void Witnesses::note_outcome(std::size_t i, const Asked& asked, const std::string& failure) {
  const std::lock_guard lock(mutex_);
  WitnessState& state = states_[i];
  if (failure.empty()) {
    sizes_[i] = asked.size;
    state.size = asked.size;
    state.seen_at = parts_.clock.now();
  }
  if (failure != state.failure) {
    log(failure.empty() ? LogLevel::kInfo : LogLevel::kWarning, "flow",
        failure.empty() ? "a witness cosigns the ledger again"
                        : "a witness does not cosign the ledger",
        {{"witness", state.name}, {"reason", failure}});
  }
  state.failure = failure;
}

Result<> Witnesses::keep(const Asked& asked, const std::string& lines) {
  const std::string note = asked.note + lines;
  TRY(write_file(parts_.file, note, FileMode::kPublic));
  const std::lock_guard lock(mutex_);
  note_ = note;
  return {};
}

std::string Witnesses::note() const {
  const std::lock_guard lock(mutex_);
  return note_;
}

std::vector<WitnessState> Witnesses::states() const {
  const std::lock_guard lock(mutex_);
  return states_;
}

std::optional<UtcTime> Witnesses::seen_at() const {
  std::optional<UtcTime> latest;
  for (const WitnessState& state : states()) latest = std::max(latest, state.seen_at);
  return latest;
}

bool Witnesses::is_missing() const {
  const auto seen = seen_at();
  return !seen || parts_.clock.now() - *seen > kMissingAfter;
}

}  // namespace bas::flow
