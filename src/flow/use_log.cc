#include "flow/use_log.h"

#include <algorithm>

#include "base/encode.h"

namespace bas::flow {

namespace {
constexpr std::size_t kSaltBytes = 32;
constexpr std::uint64_t kWalkStep = 256;  // entries held at a time
}  // namespace

Result<std::uint64_t> UseLog::write(Use use) {
  use.facts.at = parts_.clock.now();
  const std::string salted = parts_.random.bytes(kSaltBytes) + details_text(use.details);
  const std::string commitment = sha256(salted);
  const auto keys = TRY(parts_.vault.keys(brussels_day(use.facts.at)));
  std::vector<LedgerRow> rows(1);
  rows[0].payload = TRY(keys->seal(vault::SealKind::kUse, commitment, salted));
  rows[0].entry = entry_text(use.facts, commitment);
  return parts_.book.append(std::move(rows));
}

Result<std::vector<LoggedUse>> UseLog::latest(std::uint64_t before, std::size_t limit,
                                              policy::LogPartition partition) {
  std::uint64_t end = std::min(before, parts_.book.size());
  std::vector<LoggedUse> uses;
  while (end > 0 && uses.size() < limit) {
    const std::uint64_t count = std::min<std::uint64_t>(limit, end);
    const auto texts = TRY(parts_.store.entries({end - count, count}));
    for (auto text = texts.rbegin(); text != texts.rend() && uses.size() < limit; ++text) {
      --end;
      ParsedEntry entry = TRY(parse_entry(*text));
      if (partition_of(entry.facts.role) != partition) continue;
      auto details = TRY(details_of(end, entry));
      uses.push_back({end, std::move(entry.facts), std::move(details)});
    }
  }
  return uses;
}

Result<> UseLog::walk(const Walk& walk) {
  const std::uint64_t end = std::min(walk.range.first + walk.range.count, parts_.book.size());
  std::uint64_t number = walk.range.first;
  while (number < end) {
    for (const std::string& text :
         TRY(parts_.store.entries({number, std::min(kWalkStep, end - number)}))) {
      const std::uint64_t own = number++;
      ParsedEntry entry = TRY(parse_entry(text));
      if (partition_of(entry.facts.role) != policy::LogPartition::kZone) continue;
      std::optional<UseDetails> details;
      if (walk.wanted(entry.facts)) details = TRY(details_of(own, entry));
      walk.visit({own, std::move(entry.facts), std::move(details)});
    }
  }
  return {};
}

Result<std::uint64_t> UseLog::first_at(UtcTime time) {
  std::uint64_t first = 0;
  std::uint64_t end = parts_.book.size();
  while (first < end) {
    const std::uint64_t middle = first + (end - first) / 2;
    const auto texts = TRY(parts_.store.entries({middle, 1}));
    const ParsedEntry entry = TRY(parse_entry(texts.at(0)));
    if (entry.facts.at < time) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  return first;
}

Result<std::optional<UseDetails>> UseLog::details_of(std::uint64_t number,
                                                     const ParsedEntry& entry) {
  const auto sealed = parts_.store.payload(number);
  if (!sealed && sealed.error().code == ErrorCode::kNotFound) return std::nullopt;
  if (!sealed) return tl::make_unexpected(sealed.error());
  const auto keys = parts_.vault.existing_keys(brussels_day(entry.facts.at));
  if (!keys && keys.error().code == ErrorCode::kDestroyed) return std::nullopt;
  if (!keys) return tl::make_unexpected(keys.error());
  const std::string salted = TRY((*keys)->open(vault::SealKind::kUse, entry.commitment, *sealed));
  if (salted.size() < kSaltBytes || sha256(salted) != entry.commitment) {
    return fail(ErrorCode::kCorrupt, "the details of a use are not those that were committed to");
  }
  return std::optional(TRY(parse_details(std::string_view(salted).substr(kSaltBytes))));
}

}  // namespace bas::flow
