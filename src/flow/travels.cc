#include "flow/travels.h"

#include <cstring>

#include "base/encode.h"
#include "base/file.h"
#include "base/log.h"
#include "flow/prompt_reads.h"
#include "flow/travel_codec.h"

namespace bas::flow {

namespace {

constexpr std::size_t kTravelsBytesMax = 256U << 20;
constexpr std::size_t kVehiclesMost = 300'000;
constexpr std::size_t kTokenKeyBytes = 32;
constexpr std::chrono::minutes kSeenAgainWithin{60};

}  // namespace

Result<std::unique_ptr<Travels>> Travels::open(Parts parts, Random& random) {
  std::unique_ptr<Travels> travels(new Travels(std::move(parts)));
  travels->key_ = random.bytes(kTokenKeyBytes);
  const auto text = read_file(travels->parts_.file, kTravelsBytesMax);
  if (text) {
    travels->times_ = TRY(parse_travel_times(*text));
  } else if (text.error().code != ErrorCode::kNotFound) {
    return tl::make_unexpected(text.error());
  }
  return travels;
}

Travels::~Travels() {
  if (const auto saved = save(); !saved) {
    log(LogLevel::kWarning, "flow", "what was learned of travel times could not be kept",
        {{"reason", saved.error().text}});
  }
}

std::uint64_t Travels::digest_of(const Read& read) const {
  const std::string digest = sha256({key_, read.plate, "/", read.facts.country});
  std::uint64_t number = 0;
  std::memcpy(&number, digest.data(), sizeof(number));
  return number;
}

void Travels::passed(const Read& read) {
  const UtcTime at = read.facts.captured_at;
  if (read.plate.empty() || !tells_when(read)) return;
  const std::uint64_t vehicle = digest_of(read);
  const std::lock_guard lock(mutex_);
  forget_until(at);
  Seen& seen = seen_[vehicle];
  if (at <= seen.at && !seen.camera.is_zero()) return;  // overtaken on the way here
  if (seen.camera == read.camera) {
    seen.at = at;
  } else {
    if (!seen.camera.is_zero()) times_.note({seen.before, seen.camera, read.camera, at - seen.at});
    seen = {seen.camera, read.camera, at};
  }
  order_.push_back({vehicle, at});
}

// Who was not seen again within the hour counts as such.
void Travels::forget_until(UtcTime now) {
  while (!order_.empty()) {
    const Remembered oldest = order_.front();
    const bool is_over = oldest.at + kSeenAgainWithin < now;
    if (!is_over && order_.size() < kVehiclesMost) return;
    order_.pop_front();
    const auto found = seen_.find(oldest.vehicle);
    if (found == seen_.end() || found->second.at != oldest.at) continue;
    if (is_over) times_.note({found->second.before, found->second.camera, Id{}, {}});
    seen_.erase(found);
  }
}

std::vector<links::NextCamera> Travels::next(const Read& read, std::size_t most) {
  const auto since = std::max<links::DurationSums::Seconds>(
      parts_.clock.now() - read.facts.captured_at, links::DurationSums::Seconds{0});
  const std::uint64_t vehicle = digest_of(read);
  const std::lock_guard lock(mutex_);
  const auto found = seen_.find(vehicle);
  const bool is_last = found != seen_.end() && found->second.camera == read.camera;
  return times_.next({is_last ? found->second.before : Id{}, read.camera, since}, most);
}

Result<> Travels::save() {
  links::TravelTimes times;
  {
    const std::lock_guard lock(mutex_);
    times = times_;
  }
  return write_file(parts_.file, travel_times_text(times), FileMode::kSecret);
}

void Travels::start(std::chrono::milliseconds every) {
  job_.start(every, or_complain("what was learned of travel times is kept in memory alone",
                                [this] { return save(); }));
}

}  // namespace bas::flow
