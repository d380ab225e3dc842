#include "match/repeated_passages.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bas::match {

using plates::PackedPlate;

namespace {

// Of vehicles that pass a camera: those that another one sees within the window.
constexpr double kSeenAgain = 0.5;
constexpr int kKeyGlyphs = 3;
constexpr int kLeastGlyphs = 2 * kKeyGlyphs;  // below, too many plates are near each other

// Equal beginnings, or equal ends: an error of one glyph leaves one of them whole.
std::array<std::uint64_t, 2> keys_of(PackedPlate plate) {
  const int length = plate.length();
  std::array<std::uint64_t, 2> keys{1, 1};
  for (int i = 0; i < kKeyGlyphs; ++i) {
    keys[0] = keys[0] << 6 | plate.at(i);
    keys[1] = keys[1] << 6 | plate.at(length - kKeyGlyphs + i);
  }
  return keys;
}

// One glyph replaced, lost or added, or none.
bool is_one_away(PackedPlate a, PackedPlate b) {
  if (a.length() == b.length()) return differing_places(a, b) <= 1;
  const PackedPlate longer = a.length() > b.length() ? a : b;
  const PackedPlate shorter = a.length() > b.length() ? b : a;
  if (longer.length() != shorter.length() + 1) return false;
  int place = 0;
  while (place < shorter.length() && longer.at(place) == shorter.at(place)) ++place;
  return longer.without(place) == shorter;
}

double kilometres(const PassingRead& a, const PassingRead& b) {
  constexpr double kRadius = 6371.0;
  constexpr double kRadians = std::numbers::pi / 180;
  const double up = std::sin((b.latitude - a.latitude) * kRadians / 2);
  const double across = std::sin((b.longitude - a.longitude) * kRadians / 2);
  const double chord =
      up * up + std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * across * across;
  return 2 * kRadius * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace

std::optional<RepeatedPassage> RepeatedPassages::next(PassingRead read) {
  if (read.plate.length() < kLeastGlyphs) return std::nullopt;
  forget_old(read.captured_at);
  Remembered* partner = nullptr;
  bool is_clear = true;
  const auto keys = keys_of(read.plate);
  for (std::size_t side = 0; side < keys.size(); ++side) {
    const auto latest = latest_[side].find(keys[side]);
    Number number = latest == latest_[side].end() ? 0 : latest->second;
    for (; number >= oldest_; number = at(number).before[side]) {
      Remembered& earlier = at(number);
      if (&earlier == partner || !may_be_same(earlier.read, read)) continue;
      is_clear = is_clear && partner == nullptr;
      partner = &earlier;
    }
  }
  if (partner == nullptr) {
    remember(std::move(read));
    return std::nullopt;
  }
  if (!is_clear || partner->is_paired) return std::nullopt;
  partner->is_paired = true;
  const double same = kSeenAgain / static_cast<double>(reads_.size());
  return RepeatedPassage{partner->read, std::move(read), same};
}

bool RepeatedPassages::may_be_same(const PassingRead& earlier, const PassingRead& later) const {
  if (earlier.camera == later.camera || !is_one_away(earlier.plate, later.plate)) return false;
  if (!earlier.country.empty() && !later.country.empty() && earlier.country != later.country) {
    return false;
  }
  // Clocks of cameras differ a little, and messages of one moment come in any order.
  constexpr std::chrono::seconds kClocks{2};
  const auto apart = later.captured_at - earlier.captured_at;
  if (apart < -kClocks || apart > settings_.window) return false;
  const double hours = std::chrono::duration<double, std::ratio<3600>>(apart + kClocks).count();
  return kilometres(earlier, later) <= hours * settings_.speed_most_kmh;
}

void RepeatedPassages::remember(PassingRead read) {
  const Number number = oldest_ + reads_.size();
  Remembered& kept = reads_.emplace_back();
  kept.keys = keys_of(read.plate);
  kept.read = std::move(read);
  for (std::size_t side = 0; side < kept.keys.size(); ++side) {
    Number& latest = latest_[side][kept.keys[side]];
    kept.before[side] = latest;
    latest = number;
  }
}

void RepeatedPassages::forget_old(UtcTime now) {
  while (!reads_.empty() && (reads_.size() >= settings_.reads_most ||
                             now - reads_.front().read.captured_at > settings_.window)) {
    const Remembered& gone = reads_.front();
    for (std::size_t side = 0; side < gone.keys.size(); ++side) {
      const auto latest = latest_[side].find(gone.keys[side]);
      if (latest->second == oldest_) latest_[side].erase(latest);
    }
    reads_.pop_front();
    ++oldest_;
  }
}

}  // namespace bas::match
