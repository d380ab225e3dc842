// JPEG files whose tiles are encoded one by one and put together afterwards. Every tile ends with a
// restart marker (ITU-T T.81, section E.1.4), which makes it independent of its neighbours: what is
// the same in many pictures is encoded once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/canvas.h"

namespace bas::sim {

inline constexpr int kTileWidth = 240;  // 15 blocks of 16
inline constexpr int kTileHeight = 16;

// Rows of tiles, each a piece of entropy-coded data.
struct Tiles {
  std::string head;  // of the file, up to the first tile
  int columns = 0;
  std::vector<std::string> data;

  std::string& at(int column, int row) {
    return data[static_cast<std::size_t>(row * columns + column)];
  }
};

// Threads: one at a time. libjpeg-turbo, baseline, 4:2:0.
class JpegEncoder {
 public:
  JpegEncoder();
  ~JpegEncoder();

  // A whole file without tiles. `quality` 1..100.
  std::string encode(Canvas& canvas, int quality);

  // The tiles of a box; its sides and place are multiples of the tile's.
  Tiles encode_tiles(Canvas& canvas, const PixelBox& box);

  // The file of a whole picture's tiles.
  static std::string assemble(const Tiles& tiles);
  // The same with the tiles of `patches` in place of others.
  struct Patch {
    int column = 0;
    int row = 0;
    const Tiles* tiles = nullptr;
  };
  static std::string assemble(const Tiles& tiles, const std::vector<Patch>& patches);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace bas::sim
