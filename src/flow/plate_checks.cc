#include "flow/plate_checks.h"

#include <fmt/format.h>

#include <algorithm>

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
    sightings_.clear();
    lines_of_asked_.clear();
    lines_of_sightings_.clear();
    const std::size_t before = totals_.lines;
    PlateLine line;
    for (std::size_t left = is_exact() ? kExactPortion : kScoredPortion; left > 0; --left) {
      if (!lines_.next(line)) break;
      ++totals_.lines;
      add(line, portion);
    }
    TRY(find_exact(portion));
    TRY(find_others(portion));
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
    if (line.country != country_written_) know_country(line.country);
    if (!country_written_.empty() && country_.empty()) {
      portion.refused.push_back({line.number, kNoCountry});
    } else if (line.packed && is_exact()) {
      asked_.push_back({*line.packed, country_number_});
      lines_of_asked_.push_back(line.number);
    } else {
      match::Sighting& sighting = sightings_.emplace_back();
      sighting.plate = {line.packed ? line.packed->text() : canonical_plate(line.plate), country_};
      sighting.captured_at = now_;
      lines_of_sightings_.push_back(line.number);
    }
  }

  // Most lines name the country of the line before.
  void know_country(std::string_view written) {
    country_written_ = written;
    country_ = country_from_text(written);
    country_number_ = entries_.country_number(country_);
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

  // With look-alikes; of an exact check only the plates that do not pack.
  Result<> find_others(Portion& portion) {
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
    if (is_exact()) std::ranges::stable_sort(portion.listed, {}, &CheckedPlate::line);
    return {};
  }

  PlateChecks& checks_;
  const EntryBook& entries_;
  const Request& request_;
  const UtcTime now_ = checks_.parts_.clock.now();
  PlateLines lines_{request_.lines};
  Totals totals_;
  Names names_;
  std::string_view country_written_;
  std::string country_;
  std::uint16_t country_number_ = 0;
  std::vector<match::AskedPlate> asked_;
  std::vector<match::ListedPlate> found_;
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
