#include "sim/plate_art.h"

#include <algorithm>
#include <string>

namespace bas::sim {
namespace {

constexpr Colour kRubyRed = rgb(0x9B1B34);
constexpr Colour kInk = rgb(0x14151A);
constexpr Colour kWhite = rgb(0xF4F4EF);
constexpr Colour kYellow = rgb(0xF2BE1B);
constexpr Colour kBand = rgb(0x123C9C);
constexpr Colour kStars = rgb(0xF6D743);
constexpr double kBandShare = 0.095;  // of the width

std::string_view band_sign(std::string_view country) {
  if (country == "BE") return "B";
  if (country == "DE") return "D";
  if (country == "FR") return "F";
  if (country == "LU") return "L";
  return country;
}

Colour ink_of(std::string_view country) { return country == "BE" ? kRubyRed : kInk; }

void choose_font(Canvas& canvas, double size) {
  cairo_select_font_face(canvas.cairo(), "DejaVu Sans Condensed", CAIRO_FONT_SLANT_NORMAL,
                         CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size(canvas.cairo(), size);
}

void paint_band(Canvas& canvas, const Area& band, std::string_view sign) {
  canvas.use(kBand);
  canvas.fill(band);
  const double dot = band.width * 0.10;
  canvas.use(kStars);
  for (int i = 0; i < 8; ++i) {
    static constexpr double kX[] = {0, 0.7, 1, 0.7, 0, -0.7, -1, -0.7};
    static constexpr double kY[] = {-1, -0.7, 0, 0.7, 1, 0.7, 0, -0.7};
    const double radius = band.width * 0.27;
    canvas.fill_ellipse({band.x + band.width / 2 + kX[i] * radius - dot / 2,
                         band.y + band.height * 0.33 + kY[i] * radius - dot / 2, dot, dot});
  }
  choose_font(canvas, band.width * (sign.size() > 1 ? 0.52 : 0.66));
  canvas.use(kWhite);
  const std::string text(sign);
  cairo_text_extents_t size{};
  cairo_text_extents(canvas.cairo(), text.c_str(), &size);
  cairo_move_to(canvas.cairo(), band.x + (band.width - size.x_advance) / 2,
                band.y + band.height * 0.86);
  cairo_show_text(canvas.cairo(), text.c_str());
}

// The characters fill `area`, drawn wider or narrower as their number demands.
void paint_characters(Canvas& canvas, const Area& area, std::string_view shown) {
  cairo_t* const cairo = canvas.cairo();
  constexpr double kCapHeight = 0.729;  // of the font's size
  const double size = area.height / kCapHeight;
  choose_font(canvas, size);
  const std::string text(shown);
  cairo_text_extents_t extents{};
  cairo_text_extents(cairo, text.c_str(), &extents);
  const double stretch = std::clamp(area.width / extents.x_advance, 0.6, 1.12);
  const double used = extents.x_advance * stretch;
  cairo_save(cairo);
  cairo_translate(cairo, area.x + (area.width - used) / 2, area.y + area.height);
  cairo_scale(cairo, stretch, 1);
  cairo_move_to(cairo, 0, 0);
  cairo_show_text(cairo, text.c_str());
  cairo_restore(cairo);
}

}  // namespace

Colour plate_ground(const PlateFace& face) {
  const bool is_yellow = face.country == "NL" || face.country == "LU" ||
                         (face.country == "GB" && face.side == PlateSide::kRear);
  return is_yellow ? kYellow : kWhite;
}

void paint_plate(Canvas& canvas, const Area& area, const PlateFace& face) {
  const double radius = area.height * 0.12;
  const Colour ground = plate_ground(face);
  canvas.use_vertical(area, {ground, ground.darker(0.05)});
  canvas.fill_rounded(area, radius);

  const double edge = area.height * 0.055;
  const bool has_right_band = face.country == "FR";
  const Area band{area.x + edge, area.y + edge, area.width * kBandShare, area.height - 2 * edge};
  paint_band(canvas, band, band_sign(face.country));
  if (has_right_band) {
    canvas.use(kBand);
    canvas.fill(
        {area.x + area.width - edge - band.width * 0.9, band.y, band.width * 0.9, band.height});
  }
  const Colour ink = ink_of(face.country);
  canvas.use(ink);
  canvas.outline_rounded(
      {area.x + edge, area.y + edge, area.width - 2 * edge, area.height - 2 * edge}, radius,
      area.height * 0.035);
  const double left = band.x + band.width + area.width * 0.025;
  const double right = area.x + area.width - (has_right_band ? band.width : 0) - area.width * 0.035;
  paint_characters(canvas, {left, area.y + area.height * 0.19, right - left, area.height * 0.62},
                   face.shown);
}

}  // namespace bas::sim
