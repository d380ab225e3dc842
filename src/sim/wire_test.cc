#include "sim/wire.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cameras/adapter.h"

namespace bas::sim {
namespace {

const UtcTime kStart = *parse_rfc3339("2026-11-24T07:00:00Z");
const std::string kJpeg("\xFF\xD8\xFF\xE0 not really \xFF\xD9");

std::vector<Passage> passages_of(const ProvincePlan& plan, int count) {
  TrafficSettings settings;
  settings.start = kStart;
  Traffic traffic(plan, settings);
  std::vector<Passage> passages;
  for (int i = 0; i < count; ++i) passages.push_back(traffic.next());
  return passages;
}

class wire : public testing::TestWithParam<Protocol> {};

// The province's own adapters are the judge of each format.
TEST_P(wire, is_understood_by_the_adapter_of_its_format) {
  const ProvincePlan plan = make_province(150, {GetParam()});
  for (const bool with_pictures : {false, true}) {
    const PictureSet pictures = with_pictures ? PictureSet{kJpeg, kJpeg + "o"} : PictureSet{};
    for (const Passage& passage : passages_of(plan, 200)) {
      const WireMessage message = encode(plan, passage, pictures);
      const auto decoded =
          cameras::decode({message.content_type, message.body, kStart + std::chrono::hours(1)});
      ASSERT_TRUE(decoded) << decoded.error().text;
      ASSERT_EQ(decoded->adapter->name, name_of(GetParam()));
      ASSERT_EQ(decoded->decoded.size(), 1U);
      const cameras::Decoded& read = decoded->decoded.front();
      EXPECT_EQ(read.facts.plate_raw, passage.read_plate);
      EXPECT_EQ(read.facts.country, passage.country);
      EXPECT_EQ(read.facts.captured_at, passage.at);
      EXPECT_NEAR(read.facts.confidence.value_or(0), passage.confidence, 0.01);
      EXPECT_FALSE(read.facts.device_id.empty());
      EXPECT_FALSE(read.facts.event_id.empty());
      EXPECT_FALSE(read.facts.vehicle.colour.empty());
      EXPECT_TRUE(read.facts.is_final);
      EXPECT_FALSE(read.facts.is_late);
      if (!with_pictures) continue;
      ASSERT_FALSE(read.pictures.empty());
      const bool has_overview = std::ranges::any_of(read.pictures, [](const Picture& picture) {
        return picture.role == PictureRole::kOverview && picture.bytes == kJpeg + "o";
      });
      EXPECT_TRUE(has_overview);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(formats, wire,
                         testing::Values(Protocol::kHikvision, Protocol::kAxis, Protocol::kOpenalpr,
                                         Protocol::kBas),
                         [](const auto& about) { return std::string(name_of(about.param)); });

TEST(wire_batch, is_one_json_object_a_line) {
  const ProvincePlan plan = make_province(150, {Protocol::kBas});
  const auto passages = passages_of(plan, 100);
  BasBatch batch;
  for (const Passage& passage : passages) batch.add(plan, passage);
  EXPECT_EQ(batch.reads(), 100);
  const WireMessage message = batch.take();
  EXPECT_TRUE(batch.is_empty());
  const auto decoded =
      cameras::decode({message.content_type, message.body, kStart + std::chrono::hours(1)});
  ASSERT_TRUE(decoded) << decoded.error().text;
  EXPECT_TRUE(decoded->rejected.empty());
  ASSERT_EQ(decoded->decoded.size(), 100U);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const ReadFacts& facts = decoded->decoded[i].facts;
    EXPECT_EQ(facts.plate_raw, passages[i].read_plate);
    EXPECT_EQ(facts.glyph_confidences.size(), passages[i].read_plate.size());
    EXPECT_NEAR(*facts.speed_kmh, passages[i].speed_kmh, 0.06);
  }
}

TEST(wire_truth, is_a_json_object_a_line_with_the_message_id) {
  const ProvincePlan plan = make_province();
  for (const Passage& passage : passages_of(plan, 100)) {
    const std::string line = truth_line(plan, passage);
    ASSERT_TRUE(line.ends_with("}\n"));
    const auto truth = nlohmann::json::parse(line);
    EXPECT_EQ(truth["true_plate"], passage.true_plate);
    EXPECT_EQ(truth["read_plate"], passage.read_plate);
    EXPECT_EQ(truth["vehicle_id"], passage.vehicle_id);
    const std::string id = truth["message_id"];
    EXPECT_THAT(encode(plan, passage, {}).body, testing::HasSubstr(id));
  }
}

}  // namespace
}  // namespace bas::sim
