#include "flow/plate_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>

#include "model/country.h"
#include "model/plate.h"

namespace bas::flow {

namespace {

constexpr std::size_t kExactPortion = 2048;  // well under 0.2 ms of holding the entries
constexpr std::size_t kScoredPortion = 64;
constexpr std::size_t kPlateBytesMax = 64;

constexpr std::string_view kNoPlate = "there is no plate on this line";
constexpr std::string_view kTooLong = "a plate has at most 64 bytes";
constexpr std::string_view kPartial = "a plate that is asked for has no ? or *";
constexpr std::string_view kNoCountry = "the country is not known; write it as BE, NL or FR";

std::string_view fault_of(const PlateLine& line) {
  if (line.plate.size() > kPlateBytesMax) return kTooLong;
  if (line.packed) return {};
  if (is_pattern(line.plate)) return kPartial;
  return canonical_plate(line.plate).empty() ? kNoPlate : std::string_view();
}

struct KnownCountry {
  bool is_known = true;
  std::string code;  // ISO 3166-1 alpha-2, or empty where none was named
  std::uint16_t number = 0;
};

// The countries that some lines name, each looked up once. Two letters, as most are written, find
// their place without a search.
class CountriesAsked {
 public:
  explicit CountriesAsked(const EntryBook& entries) : entries_(entries) {}

  // Entries may have brought a country meanwhile.
  void forget() {
    known_.clear();
    others_.clear();
    place_of_.fill(0);
  }

  // Lives until forgotten.
  const KnownCountry& of(std::string_view written) {
    if (written.empty()) return none_;
    if (written.size() != 2 || !is_letter(written[0]) || !is_letter(written[1])) {
      return others_.emplace_back(look_up(written));
    }
    std::uint16_t& place = place_of_[(written[0] - 'A') * 26U + (written[1] - 'A')];
    if (place == 0) {
      known_.push_back(look_up(written));
      place = static_cast<std::uint16_t>(known_.size());
    }
    return known_[place - 1U];
  }

 private:
  static bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
  KnownCountry look_up(std::string_view written) const {
    std::string code = country_from_text(written);
    const bool is_known = !code.empty();
    const std::uint16_t number = entries_.country_number(code);
    return {is_known, std::move(code), number};
  }

  const EntryBook& entries_;
  const KnownCountry none_;
  std::deque<KnownCountry> known_;
  std::deque<KnownCountry> others_;                // written in other ways, not looked for again
  std::array<std::uint16_t, 26 * 26> place_of_{};  // in known_, from 1; 0 is not looked up yet
};

}  // namespace

// The lines of one check, portion after portion.
class PlateChecks::Batch {
 public:
  Batch(PlateChecks& checks, const Request& request)
      : checks_(checks), entries_(checks.parts_.entries), request_(request) {}

  // False when no line is left.
  Result<bool> next(Portion& portion) {
    portion.listed.clear();
    portion.refused.clear();
    asked_.clear();
    reads_.clear();
    sightings_.clear();
    lines_of_asked_.clear();
    lines_of_sightings_.clear();
    countries_.forget();
    const std::size_t before = totals_.lines;
    PlateLine line;
    for (std::size_t left = is_exact() ? kExactPortion : kScoredPortion; left > 0; --left) {
      if (!lines_.next(line)) break;
      ++totals_.lines;
      add(line, portion);
    }
    TRY(is_exact() ? find_exact(portion) : find_scored(portion));
    TRY(find_long_ones(portion));
    totals_.listed += portion.listed.size();
    totals_.refused += portion.refused.size();
    return totals_.lines > before;
  }

  const Totals& totals() const { return totals_; }

 private:
  bool is_exact() const { return request_.wanted == Wanted::kExact; }

  void add(const PlateLine& line, Portion& portion) {
    if (const std::string_view fault = fault_of(line); !fault.empty()) {
      portion.refused.push_back({line.number, fault});
      return;
    }
    const KnownCountry& country = countries_.of(line.country);
    if (!country.is_known) {
      portion.refused.push_back({line.number, kNoCountry});
    } else if (line.packed) {
      lines_of_asked_.push_back(line.number);
      if (is_exact()) asked_.push_back({*line.packed, country.number});
      if (!is_exact()) reads_.push_back({*line.packed, country.number, country.code});
    } else {
      match::Sighting& sighting = sightings_.emplace_back();
      sighting.plate = {canonical_plate(line.plate), country.code};
      sighting.captured_at = now_;
      lines_of_sightings_.push_back(line.number);
    }
  }

  Result<> find_exact(Portion& portion) {
    found_.clear();
    entries_.find_exact(asked_, now_, found_);
    names_ = TRY(checks_.names());
    for (const match::ListedPlate& one : found_) {
      portion.listed.push_back({.line = lines_of_asked_[one.asked],
                                .entry = one.entry,
                                .list = names_->at(one.list),
                                .priority = one.priority});
    }
    return {};
  }

  Result<> find_scored(Portion& portion) {
    scored_.clear();
    entries_.find_scored(reads_, now_, scored_);
    names_ = TRY(checks_.names());
    for (const match::ScoredPlate& one : scored_) {
      portion.listed.push_back({.line = lines_of_asked_[one.asked],
                                .entry = one.entry,
                                .list = names_->at(one.list),
                                .priority = one.priority,
                                .kind = one.kind,
                                .probability = one.probability});
    }
    return {};
  }

  // Plates that do not pack.
  Result<> find_long_ones(Portion& portion) {
    if (sightings_.empty()) return {};
    matches_.clear();
    entries_.find(sightings_, matches_);
    names_ = TRY(checks_.names());
    for (const EntryBook::FoundMatch& one : matches_) {
      const bool is_wanted = !is_exact() || one.match.kind == match::MatchKind::kExact;
      if (!is_wanted) continue;
      portion.listed.push_back({.line = lines_of_sightings_[one.sighting],
                                .entry = one.match.entry.entry,
                                .list = names_->at(one.list),
                                .priority = one.match.entry.priority,
                                .kind = one.match.kind,
                                .probability = one.match.probability});
    }
    std::ranges::stable_sort(portion.listed, {}, &CheckedPlate::line);
    return {};
  }

  PlateChecks& checks_;
  const EntryBook& entries_;
  const Request& request_;
  const UtcTime now_ = checks_.parts_.clock.now();
  PlateLines lines_{request_.lines};
  Totals totals_;
  Names names_;
  CountriesAsked countries_{entries_};
  std::vector<match::AskedPlate> asked_;
  std::vector<match::ListedPlate> found_;
  std::vector<match::AskedRead> reads_;
  std::vector<match::ScoredPlate> scored_;
  std::vector<match::Sighting> sightings_;
  std::vector<EntryBook::FoundMatch> matches_;
  std::vector<std::size_t> lines_of_asked_;
  std::vector<std::size_t> lines_of_sightings_;
};

Result<PlateChecks::Totals> PlateChecks::check(const Request& request, const Take& take) {
  Batch batch(*this, request);
  Portion portion;
  while (TRY(batch.next(portion))) {
    if (batch.totals().lines > kLinesMax) {
      return fail(ErrorCode::kTooLarge,
                  fmt::format("at most {} lines in one check: ask in parts", kLinesMax));
    }
    if (!take(portion)) {
      return fail(ErrorCode::kTooLarge, "too many lines are listed for one answer: ask in parts");
    }
  }
  return batch.totals();
}

// Asked behind a find, so that every list found is among them.
Result<PlateChecks::Names> PlateChecks::names() {
  const std::vector<Id> numbered = parts_.entries.lists();
  {
    const std::lock_guard lock(mutex_);
    if (names_->size() >= numbered.size()) return names_;
  }
  const std::vector<List> lists = TRY(parts_.lists.lists());
  auto found = std::make_shared<std::vector<std::string>>();
  for (const Id& id : numbered) {
    const auto list = std::ranges::find(lists, id, &List::id);
    found->push_back(list == lists.end() ? std::string() : list->name);
  }
  const std::lock_guard lock(mutex_);
  if (found->size() > names_->size()) names_ = found;
  return names_;
}

}  // namespace bas::flow
