#include "flow/pursuit_records.h"

#include <algorithm>

#include "flow/layers.h"
#include "flow/pursuit_codec.h"

namespace bas::flow {

namespace {

constexpr std::size_t kRunningMost = 1000;

tl::unexpected<Error> no_such_pursuit() {
  return fail(ErrorCode::kNotFound, "there is no such pursuit");
}

std::string place_of_line(const Id& pursuit, int number) {
  return to_string(pursuit) + '/' + std::to_string(number);
}

Result<Pursuit> opened(vault::Vault& vault, const SealedPursuit& sealed) {
  const Sealing sealing{vault::SealKind::kPursuit, sealed.id.view(), sealed.day};
  const auto record = TRY(open_record(vault, sealing, sealed.sealed));
  Pursuit pursuit = TRY(decode_pursuit(record.plain));
  pursuit.source = record.source;
  pursuit.day = sealed.day;
  return pursuit;
}

Result<SealedPursuit> sealed(vault::Vault& vault, const Pursuit& pursuit) {
  const Sealing sealing{vault::SealKind::kPursuit, pursuit.id.view(), pursuit.day, pursuit.source};
  SealedPursuit out{pursuit.id,
                    pursuit.day,
                    pursuit.version,
                    pursuit.entry,
                    pursuit.expires_at,
                    pursuit.ended_at.has_value(),
                    {}};
  out.sealed = TRY(seal_record(vault, sealing, encode_pursuit(pursuit)));
  return out;
}

Result<PursuitEntry> opened_line(vault::Vault& vault, const Pursuit& pursuit,
                                 const SealedPursuitLine& line) {
  const std::string place = place_of_line(pursuit.id, line.number);
  const Sealing sealing{vault::SealKind::kPursuitLine, place, pursuit.day};
  const auto record = TRY(open_record(vault, sealing, line.sealed));
  return decode_pursuit_entry(record.plain);
}

}  // namespace

void PursuitRecords::remember(const Pursuit& pursuit) {
  const std::lock_guard lock(mutex_);
  if (pursuit.ended_at) {
    running_.erase(pursuit.entry);
  } else {
    running_[pursuit.entry] = pursuit.id;
  }
}

std::optional<Id> PursuitRecords::running(const Id& entry) const {
  const std::lock_guard lock(mutex_);
  const auto found = running_.find(entry);
  if (found == running_.end()) return std::nullopt;
  return found->second;
}

Result<std::vector<Pursuit>> PursuitRecords::load() {
  auto running = TRY(all({{}, kRunningMost, true}));
  for (const Pursuit& pursuit : running) remember(pursuit);
  return running;
}

Result<Pursuit> PursuitRecords::stored(const Id& id) {
  const auto kept = TRY(parts_.store.pursuit(id));
  if (!kept) return no_such_pursuit();
  auto pursuit = opened(parts_.vault, *kept);
  if (!pursuit && is_erased(pursuit.error())) return no_such_pursuit();
  return pursuit;
}

Result<std::vector<Pursuit>> PursuitRecords::all(const PursuitPage& page) {
  std::vector<Pursuit> all;
  for (const SealedPursuit& one : TRY(parts_.store.pursuits(page))) {
    auto pursuit = opened(parts_.vault, one);
    if (!pursuit && is_erased(pursuit.error())) continue;
    all.push_back(TRY(std::move(pursuit)));
  }
  return all;
}

Result<std::vector<PursuitEntry>> PursuitRecords::lines(const Pursuit& pursuit, int behind) {
  std::vector<PursuitEntry> log;
  for (const SealedPursuitLine& line : TRY(parts_.store.lines(pursuit.id, behind))) {
    log.push_back(TRY(opened_line(parts_.vault, pursuit, line)));
  }
  return log;
}

Result<bool> PursuitRecords::is_written(const Pursuit& pursuit, const Line& line) {
  if (line.key.empty()) return false;
  const auto log = TRY(parts_.store.lines(pursuit.id, 0));
  const auto found = std::ranges::find(log, line.key, &SealedPursuitLine::key);
  if (found == log.end()) return false;
  const PursuitEntry earlier = TRY(opened_line(parts_.vault, pursuit, *found));
  const PursuitEntry& wish = line.entry;
  if (earlier.event == wish.event && earlier.by.id == wish.by.id && earlier.zone == wish.zone) {
    return true;
  }
  return fail(ErrorCode::kBadInput,
              "this Idempotency-Key was used for another line: make a new one for each");
}

Result<Pursuit> PursuitRecords::put(const Pursuit& before, Line line) {
  PursuitEntry& entry = line.entry;
  entry.at = parts_.clock.now();
  const Pursuit now = TRY(after(before, entry));
  entry.number = now.version;
  const std::string place = place_of_line(now.id, entry.number);
  const Sealing sealing{vault::SealKind::kPursuitLine, place, now.day, now.source};
  SealedPursuitLine kept{entry.number, {}, std::move(line.key)};
  kept.sealed = TRY(seal_record(parts_.vault, sealing, encode_pursuit_entry(entry)));
  const SealedPursuit whole = TRY(sealed(parts_.vault, now));
  TRY(parts_.store.put(whole, kept));
  remember(now);
  parts_.tell({now, entry});
  return now;
}

}  // namespace bas::flow
