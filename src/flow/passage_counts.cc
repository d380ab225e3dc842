#include "flow/passage_counts.h"

#include <nlohmann/json.hpp>

#include "base/file.h"
#include "base/log.h"

namespace bas::flow {

namespace {

constexpr int kCountsVersion = 1;
constexpr std::size_t kCountsBytesMax = 256U << 20;

tl::unexpected<Error> damaged_counts() {
  return fail(ErrorCode::kCorrupt,
              "the file of passage counts is damaged: remove it, and they are counted anew");
}

bool is_whole(const nlohmann::json& value) {
  return value.is_number_integer() && value.get<std::int64_t>() >= 0;
}

}  // namespace

Result<std::unique_ptr<PassageCounts>> PassageCounts::open(Parts parts) {
  std::unique_ptr<PassageCounts> counts(new PassageCounts(std::move(parts)));
  counts->since_ = counts->parts_.clock.now();
  const auto text = read_file(counts->parts_.file, kCountsBytesMax);
  if (text) {
    TRY(counts->restore(*text));
  } else if (text.error().code != ErrorCode::kNotFound) {
    return tl::make_unexpected(text.error());
  } else {
    TRY(counts->save());  // since when they are counted is known from now on
  }
  return counts;
}

PassageCounts::~PassageCounts() {
  if (const auto saved = save(); !saved) {
    log(LogLevel::kWarning, "flow", "the latest passage counts could not be kept",
        {{"reason", saved.error().text}});
  }
}

void PassageCounts::passed(const Read& read) {
  const Day today = brussels_day(parts_.clock.now());
  const Day day = brussels_day(read.facts.captured_at);
  const Day oldest{today.number - kDaysKept};
  if (day < oldest || day.number > today.number + 1) return;  // a clock that is far off
  const std::lock_guard lock(mutex_);
  while (!days_.empty() && days_.begin()->first < oldest) days_.erase(days_.begin());
  ++days_[day][read.camera];
}

absl::flat_hash_map<Id, PassageCounts::Passages> PassageCounts::in(const Period& period) const {
  absl::flat_hash_map<Id, Passages> found;
  const std::lock_guard lock(mutex_);
  const auto end = days_.upper_bound(period.to);
  for (auto day = days_.lower_bound(period.from); day != end; ++day) {
    for (const auto& [camera, count] : day->second) {
      Passages& passages = found[camera];
      passages.count += count;
      passages.last_on = day->first;
    }
  }
  return found;
}

Result<> PassageCounts::save() { return write_file(parts_.file, text(), FileMode::kSecret); }

void PassageCounts::start(std::chrono::milliseconds every) {
  job_.start(every,
             or_complain("passage counts are kept in memory alone", [this] { return save(); }));
}

std::string PassageCounts::text() const {
  nlohmann::json days = nlohmann::json::object();
  const std::lock_guard lock(mutex_);
  for (const auto& [day, cameras] : days_) {
    nlohmann::json& counts = days[format_day(day)] = nlohmann::json::object();
    for (const auto& [camera, count] : cameras) counts[to_string(camera)] = count;
  }
  return nlohmann::json{{"version", kCountsVersion},
                        {"since", since_.time_since_epoch().count()},
                        {"days", std::move(days)}}
      .dump();
}

Result<> PassageCounts::restore(std::string_view text) {
  const nlohmann::json whole = nlohmann::json::parse(text, nullptr, false);
  if (!whole.is_object()) return damaged_counts();
  const auto version = whole.find("version"), since = whole.find("since");
  const auto days = whole.find("days");
  if (version == whole.end() || *version != kCountsVersion) return damaged_counts();
  if (since == whole.end() || !is_whole(*since)) return damaged_counts();
  if (days == whole.end() || !days->is_object()) return damaged_counts();
  since_ = UtcTime{std::chrono::milliseconds{since->get<std::int64_t>()}};
  for (const auto& [name, cameras] : days->items()) {
    const auto day = parse_day(name);
    if (!day || !cameras.is_object()) return damaged_counts();
    for (const auto& [id, count] : cameras.items()) {
      const auto camera = parse_id(id);
      if (!camera || !is_whole(count)) return damaged_counts();
      days_[*day][*camera] = count.get<std::uint64_t>();
    }
  }
  return {};
}

}  // namespace bas::flow
