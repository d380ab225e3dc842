// How the cameras of bench/match_quality misread plates.
#pragma once

#include <vector>

#include "plate_world.h"

namespace bas::bench {

inline constexpr double kMisreadShare = 0.04;
inline constexpr double kDirtyShare = 0.05;
inline constexpr double kDirtyTimes = 4;

// One camera of this run.
class Channel {
 public:
  Channel(const plates::MisreadModel& standard, const CountryPlates& plates, Random& random) {
    tables_ = standard.tables();
    plates::MisreadModel::Tables& tables = tables_;
    float likeliest = 0;
    for (auto& row : tables.replaced) {
      for (float& one : row) {
        one *= static_cast<float>(std::exp(0.7 * normal(random)));
        likeliest = std::max(likeliest, one);
      }
    }
    for (std::size_t glyph = 1; glyph <= 36; ++glyph) {
      for (int i = 0; i < 2; ++i) {
        const std::size_t other = 1 + random.next() % 36;
        const auto weight = static_cast<float>(0.05 + 0.25 * share(random));
        if (other != glyph) tables.replaced[glyph][other] += weight * likeliest;
      }
      tables.lost[glyph] *= static_cast<float>(std::exp(0.7 * normal(random)));
      tables.added[glyph] *= static_cast<float>(std::exp(0.7 * normal(random)));
    }
    scale_to_share(tables, plates, random);
  }

  static Channel as_foretold(const plates::MisreadModel& standard, const CountryPlates& plates,
                             Random& random) {
    Channel channel;
    channel.tables_ = standard.tables();
    channel.dirty_times_ = 1;
    channel.scale_to_share(channel.tables_, plates, random);
    return channel;
  }

  PackedPlate read(PackedPlate plate, Random& random) const {
    return (share(random) < kDirtyShare ? dirty_ : clean_)[0].read(plate, random);
  }

 private:
  // Errors are rare, so the share of wrong reads grows nearly in step with the tables.
  void scale_to_share(const plates::MisreadModel::Tables& tables, const CountryPlates& plates,
                      Random& random) {
    for (int round = 0; round < 4; ++round) {
      clean_ = {Camera(tables, scale_)};
      dirty_ = {Camera(tables, scale_ * dirty_times_)};
      constexpr int kTried = 100'000;
      int wrong = 0;
      for (int i = 0; i < kTried; ++i) {
        const PackedPlate plate = plates.draw(random);
        wrong += read(plate, random) != plate ? 1 : 0;
      }
      scale_ *= kMisreadShare * kTried / wrong;
    }
  }

  Channel() = default;

  plates::MisreadModel::Tables tables_;
  double scale_ = 1;
  double dirty_times_ = kDirtyTimes;
  std::vector<Camera> clean_, dirty_;
};

}  // namespace bas::bench
