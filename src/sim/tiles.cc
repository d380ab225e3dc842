#include "sim/tiles.h"

#include <cstdio>

// libjpeg's header needs FILE.
#include <jpeglib.h>

#include <algorithm>
#include <string_view>

#include "base/check.h"

namespace bas::sim {
namespace {

constexpr int kTileQuality = 78;
constexpr unsigned kBlocksPerTile = kTileWidth / 16;
constexpr std::size_t kBufferBytes = 4 << 20;
constexpr char kMarker = '\xFF';
constexpr unsigned char kStartOfScan = 0xDA;
constexpr unsigned char kEndOfImage = 0xD9;
constexpr unsigned char kRestart0 = 0xD0;

unsigned char byte_at(std::string_view bytes, std::size_t place) {
  return static_cast<unsigned char>(bytes[place]);
}

// Where the entropy-coded data begin: behind the segment that starts the scan.
std::size_t scan_begin(std::string_view file) {
  std::size_t place = 2;
  for (;;) {
    const unsigned char marker = byte_at(file, place + 1);
    const std::size_t length =
        static_cast<std::size_t>(byte_at(file, place + 2)) << 8 | byte_at(file, place + 3);
    place += 2 + length;
    if (marker == kStartOfScan) return place;
  }
}

// Cuts the scan at its restart markers.
std::vector<std::string> split_scan(std::string_view scan) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t place = scan.find(kMarker); place != std::string_view::npos;
       place = scan.find(kMarker, place + 2)) {
    const unsigned char next = byte_at(scan, place + 1);
    const bool is_restart = next >= kRestart0 && next < kRestart0 + 8;
    if (!is_restart && next != kEndOfImage) continue;
    pieces.emplace_back(scan.substr(begin, place - begin));
    begin = place + 2;
    if (next == kEndOfImage) break;
  }
  return pieces;
}

[[noreturn]] void stop_on_error(j_common_ptr) {
  check_failed(std::source_location::current());  // our pictures are always valid
}

}  // namespace

struct JpegEncoder::State {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  std::string buffer = std::string(kBufferBytes, '\0');

  State() {
    jpeg.err = jpeg_std_error(&errors);
    errors.error_exit = stop_on_error;
    jpeg_create_compress(&jpeg);
  }
  ~State() { jpeg_destroy_compress(&jpeg); }

  std::string_view compress(Canvas& canvas, const PixelBox& box, int quality,
                            unsigned restart_interval) {
    auto* out = reinterpret_cast<unsigned char*>(buffer.data());
    unsigned long bytes = buffer.size();
    jpeg_mem_dest(&jpeg, &out, &bytes);
    jpeg.image_width = static_cast<JDIMENSION>(box.width);
    jpeg.image_height = static_cast<JDIMENSION>(box.height);
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg.restart_interval = restart_interval;
    jpeg_start_compress(&jpeg, TRUE);
    std::uint8_t* row = canvas.pixels() + box.y * canvas.stride() + box.x * 4;
    for (int y = 0; y < box.height; ++y, row += canvas.stride()) {
      JSAMPROW rows[] = {row};
      jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    check(out == reinterpret_cast<unsigned char*>(buffer.data()));  // it was large enough
    return std::string_view(buffer).substr(0, bytes);
  }
};

JpegEncoder::JpegEncoder() : state_(std::make_unique<State>()) {}
JpegEncoder::~JpegEncoder() = default;

std::string JpegEncoder::encode(Canvas& canvas, int quality) {
  const PixelBox all{0, 0, canvas.width(), canvas.height()};
  return std::string(state_->compress(canvas, all, quality, 0));
}

Tiles JpegEncoder::encode_tiles(Canvas& canvas, const PixelBox& box) {
  check(box.width % kTileWidth == 0 && box.height % kTileHeight == 0);
  const std::string_view file = state_->compress(canvas, box, kTileQuality, kBlocksPerTile);
  const std::size_t begin = scan_begin(file);
  Tiles tiles;
  tiles.head = file.substr(0, begin);
  tiles.columns = box.width / kTileWidth;
  tiles.data = split_scan(file.substr(begin));
  check(std::ssize(tiles.data) == tiles.columns * (box.height / kTileHeight));
  return tiles;
}

std::string JpegEncoder::assemble(const Tiles& tiles) { return assemble(tiles, {}); }

std::string JpegEncoder::assemble(const Tiles& tiles, const std::vector<Patch>& patches) {
  std::vector<const std::string*> pieces;
  std::size_t bytes = tiles.head.size() + 2;
  for (const std::string& piece : tiles.data) pieces.push_back(&piece);
  for (const Patch& patch : patches) {
    const int columns = patch.tiles->columns;
    for (int i = 0; i < std::ssize(patch.tiles->data); ++i) {
      const int row = patch.row + i / columns;
      const int column = patch.column + i % columns;
      pieces[static_cast<std::size_t>(row * tiles.columns + column)] =
          &patch.tiles->data[static_cast<std::size_t>(i)];
    }
  }
  for (const std::string* piece : pieces) bytes += piece->size() + 2;
  std::string file;
  file.reserve(bytes);
  file += tiles.head;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    file += *pieces[i];
    file += kMarker;
    file += static_cast<char>(i + 1 < pieces.size() ? kRestart0 + i % 8 : kEndOfImage);
  }
  return file;
}

}  // namespace bas::sim
