#include "pictures/conceal.h"

#include <gtest/gtest.h>
#include <jpeglib.h>

#include <cstdlib>
#include <vector>

namespace bas::pictures {
namespace {

// A picture as pixels, three bytes each.
struct Pixels {
  int width = 0, height = 0;
  std::vector<unsigned char> bytes;
  const unsigned char* at(int x, int y) const {
    return bytes.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                           static_cast<std::size_t>(x)) *
                              3;
  }
};

enum class Kind { kColour, kHalfColour, kGrey, kProgressive };

// Noise: every pixel differs from its neighbours.
Pixels noise(int width, int height) {
  Pixels made{width, height, {}};
  std::uint32_t state = 1;
  for (int i = 0; i < width * height * 3; ++i) {
    state = state * 1664525U + 1013904223U;
    made.bytes.push_back(static_cast<unsigned char>(state >> 24));
  }
  return made;
}

std::string encoded(const Pixels& pixels, Kind kind) {
  jpeg_compress_struct out{};
  jpeg_error_mgr errors{};
  out.err = jpeg_std_error(&errors);
  jpeg_create_compress(&out);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&out, &bytes, &size);
  out.image_width = static_cast<JDIMENSION>(pixels.width);
  out.image_height = static_cast<JDIMENSION>(pixels.height);
  out.input_components = 3;
  out.in_color_space = JCS_RGB;
  jpeg_set_defaults(&out);
  if (kind == Kind::kColour) out.comp_info[0].h_samp_factor = out.comp_info[0].v_samp_factor = 1;
  if (kind == Kind::kGrey) jpeg_set_colorspace(&out, JCS_GRAYSCALE);
  if (kind == Kind::kProgressive) jpeg_simple_progression(&out);
  jpeg_start_compress(&out, TRUE);
  const std::string secret = "thumbnail with a face";
  jpeg_write_marker(&out, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(secret.data()),
                    static_cast<unsigned>(secret.size()));
  for (int y = 0; y < pixels.height; ++y) {
    auto* row = const_cast<JSAMPROW>(pixels.at(0, y));
    jpeg_write_scanlines(&out, &row, 1);
  }
  jpeg_finish_compress(&out);
  jpeg_destroy_compress(&out);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

Pixels decoded(const std::string& jpeg) {
  jpeg_decompress_struct in{};
  jpeg_error_mgr errors{};
  in.err = jpeg_std_error(&errors);
  jpeg_create_decompress(&in);
  jpeg_mem_src(&in, reinterpret_cast<const unsigned char*>(jpeg.data()),
               static_cast<unsigned long>(jpeg.size()));
  jpeg_read_header(&in, TRUE);
  in.out_color_space = JCS_RGB;
  in.do_fancy_upsampling = FALSE;
  jpeg_start_decompress(&in);
  Pixels pixels{static_cast<int>(in.output_width), static_cast<int>(in.output_height), {}};
  pixels.bytes.resize(static_cast<std::size_t>(pixels.width) *
                      static_cast<std::size_t>(pixels.height) * 3);
  while (in.output_scanline < in.output_height) {
    auto* row = const_cast<JSAMPROW>(pixels.at(0, static_cast<int>(in.output_scanline)));
    jpeg_read_scanlines(&in, &row, 1);
  }
  jpeg_finish_decompress(&in);
  jpeg_destroy_decompress(&in);
  return pixels;
}

bool is_same(const Pixels& a, const Pixels& b, int x, int y) {
  return std::equal(a.at(x, y), a.at(x, y) + 3, b.at(x, y));
}
bool is_flat(const Pixels& pixels, int left, int top, int size) {
  for (int y = top; y < top + size; ++y) {
    for (int x = left; x < left + size; ++x) {
      if (!std::equal(pixels.at(x, y), pixels.at(x, y) + 3, pixels.at(left, top))) return false;
    }
  }
  return true;
}

class ConcealTest : public testing::TestWithParam<Kind> {
 protected:
  // A plate of 64 pixels, its left upper corner at (128, 160).
  static constexpr PlateBox kPlate{0.4, 160.0 / 240, 0.2, 16.0 / 240};
  const Pixels before_ = decoded(encoded(noise(320, 240), GetParam()));
};

TEST_P(ConcealTest, what_is_around_the_plate_stays_to_the_last_bit) {
  const std::string jpeg = encoded(noise(320, 240), GetParam());
  const Pixels after = decoded(conceal_people(jpeg, kPlate).value());
  ASSERT_EQ(after.width, 320);
  ASSERT_EQ(after.height, 240);
  for (int y = 136; y < 232; ++y) {
    for (int x = 64; x < 256; ++x) ASSERT_TRUE(is_same(before_, after, x, y)) << x << ',' << y;
  }
}

TEST_P(ConcealTest, all_else_is_squares_of_a_quarter_of_the_plate) {
  const Pixels after =
      decoded(conceal_people(encoded(noise(320, 240), GetParam()), kPlate).value());
  EXPECT_TRUE(is_flat(after, 160, 96, 16)) << "behind the glass";
  EXPECT_TRUE(is_flat(after, 0, 0, 16));
  EXPECT_TRUE(is_flat(after, 288, 224, 16));
  EXPECT_FALSE(is_flat(after, 0, 0, 32)) << "not one square only";
}

TEST_P(ConcealTest, without_a_plate_nothing_is_sharp) {
  for (const auto& plate : {std::optional<PlateBox>(), std::optional(PlateBox{2, 0, 0.1, 0.1}),
                            std::optional(PlateBox{0.5, 0.5, 0, 0})}) {
    const Pixels after =
        decoded(conceal_people(encoded(noise(320, 240), GetParam()), plate).value());
    for (int y = 0; y < 240; y += 8) {
      for (int x = 0; x < 320; x += 8) ASSERT_TRUE(is_flat(after, x, y, 8)) << x << ',' << y;
    }
  }
}

TEST_P(ConcealTest, embedded_small_pictures_are_left_out) {
  const auto after = conceal_people(encoded(noise(64, 64), GetParam()), {}).value();
  EXPECT_EQ(after.find("face"), std::string::npos);
}

TEST_P(ConcealTest, odd_sizes_and_plates_at_the_edge_do_no_harm) {
  for (const auto& [width, height] : {std::pair(1, 1), {17, 9}, {159, 117}, {8, 300}}) {
    const std::string jpeg = encoded(noise(width, height), GetParam());
    for (const PlateBox& plate :
         {PlateBox{0, 0, 1, 1}, PlateBox{0.99, 0.99, 0.5, 0.5}, PlateBox{0, 0.9, 0.001, 0.001}}) {
      const Pixels after = decoded(conceal_people(jpeg, plate).value());
      EXPECT_EQ(std::pair(after.width, after.height), std::pair(width, height));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(kinds, ConcealTest,
                         testing::Values(Kind::kColour, Kind::kHalfColour, Kind::kGrey,
                                         Kind::kProgressive));

TEST(conceal, what_is_no_jpeg_is_refused_and_says_so) {
  for (const std::string& bytes : {std::string(), std::string("GIF89a"), std::string(1000, '\xff'),
                                   std::string("\xff\xd8\xff\xd9")}) {
    const auto refused = conceal_people(bytes, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
  }
}

TEST(conceal, cut_at_every_length_it_is_read_as_far_as_it_goes_or_refused) {
  const std::string jpeg = encoded(noise(48, 40), Kind::kHalfColour);
  const PlateBox plate{0.3, 0.5, 0.3, 0.1};
  for (std::size_t length = 0; length < jpeg.size(); ++length) {
    const auto cut = conceal_people(std::string_view(jpeg).substr(0, length), plate);
    if (!cut) EXPECT_EQ(cut.error().code, ErrorCode::kBadInput);
  }
}

TEST(conceal, a_small_file_that_claims_a_huge_picture_is_refused) {
  std::string jpeg = encoded(noise(8, 8), Kind::kGrey);
  const std::size_t frame = jpeg.find("\xff\xc0");
  ASSERT_NE(frame, std::string::npos);
  for (const std::size_t at : {5U, 6U, 7U, 8U}) jpeg[frame + at] = '\xf0';
  EXPECT_EQ(conceal_people(jpeg, {}).error().code, ErrorCode::kTooLarge);
}

}  // namespace
}  // namespace bas::pictures
