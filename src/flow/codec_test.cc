#include "flow/codec.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <nlohmann/json.hpp>

#include "base/random.h"

namespace bas::flow {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const UtcTime kNow = parse_rfc3339("2026-11-23T12:00:00.250Z").value();

Id some_id() {
  SeededRandom random(*rc::gen::arbitrary<std::uint64_t>());
  return make_id(kNow, random);
}

std::string text() { return *rc::gen::arbitrary<std::string>(); }

double fraction() { return *rc::gen::inRange(0, 1'000'000) / 1e6; }

template <typename T>
std::optional<T> perhaps(T value) {
  return *rc::gen::arbitrary<bool>() ? std::optional<T>(value) : std::nullopt;
}

ReadFacts some_facts() {
  ReadFacts facts;
  facts.protocol = text();
  facts.device_id = text();
  facts.event_id = text();
  facts.passage_id = text();
  facts.captured_at = kNow + std::chrono::milliseconds{*rc::gen::inRange(-1'000'000, 1'000'000)};
  facts.plate_raw = text();
  facts.country = text();
  facts.confidence = perhaps(fraction());
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) facts.glyph_confidences.push_back(fraction());
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
    facts.candidates.push_back({text(), fraction()});
  facts.plate_box = perhaps(PlateBox{fraction(), fraction(), fraction(), fraction()});
  facts.vehicle = {text(), text(), text(), text()};
  facts.direction = static_cast<Direction>(*rc::gen::inRange(0, 5));
  facts.lane = perhaps(*rc::gen::inRange(-2, 20));
  facts.speed_kmh = perhaps(fraction() * 300);
  facts.is_late = *rc::gen::arbitrary<bool>();
  facts.is_final = *rc::gen::arbitrary<bool>();
  return facts;
}

Read some_read() {
  Read read;
  read.id = some_id();
  read.camera = some_id();
  read.site = some_id();
  read.zone = some_id();
  read.received_at = kNow;
  read.plate = text();
  read.facts = some_facts();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    StoredPicture picture;
    picture.role = static_cast<PictureRole>(*rc::gen::inRange(0, 4));
    picture.bytes = *rc::gen::arbitrary<std::uint32_t>();
    picture.blob = {Day{*rc::gen::inRange(0, 40'000)}, *rc::gen::arbitrary<std::uint32_t>(),
                    *rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint32_t>()};
    read.pictures.push_back(picture);
  }
  return read;
}

void expect_same_facts(const ReadFacts& a, const ReadFacts& b) {
  RC_ASSERT(std::tie(a.protocol, a.device_id, a.event_id, a.passage_id, a.captured_at) ==
            std::tie(b.protocol, b.device_id, b.event_id, b.passage_id, b.captured_at));
  RC_ASSERT(std::tie(a.plate_raw, a.country, a.confidence, a.glyph_confidences) ==
            std::tie(b.plate_raw, b.country, b.confidence, b.glyph_confidences));
  RC_ASSERT(std::tie(a.direction, a.lane, a.speed_kmh, a.is_late, a.is_final) ==
            std::tie(b.direction, b.lane, b.speed_kmh, b.is_late, b.is_final));
  RC_ASSERT(std::tie(a.vehicle.make, a.vehicle.model, a.vehicle.colour, a.vehicle.vehicle_class) ==
            std::tie(b.vehicle.make, b.vehicle.model, b.vehicle.colour, b.vehicle.vehicle_class));
  RC_ASSERT(a.candidates.size() == b.candidates.size());
  for (std::size_t i = 0; i < a.candidates.size(); ++i) {
    RC_ASSERT(a.candidates[i].plate_raw == b.candidates[i].plate_raw);
    RC_ASSERT(a.candidates[i].confidence == b.candidates[i].confidence);
  }
  RC_ASSERT(a.plate_box.has_value() == b.plate_box.has_value());
  if (!a.plate_box) return;
  RC_ASSERT(std::tie(a.plate_box->x, a.plate_box->y, a.plate_box->width, a.plate_box->height) ==
            std::tie(b.plate_box->x, b.plate_box->y, b.plate_box->width, b.plate_box->height));
}

TEST(codec, gives_back_every_read) {
  EXPECT_TRUE(rc::check([] {
    const Read read = some_read();
    const Read back = decode_read(read.id, encode_read(read)).value();
    RC_ASSERT(std::tie(read.id, read.camera, read.site, read.zone, read.received_at, read.plate) ==
              std::tie(back.id, back.camera, back.site, back.zone, back.received_at, back.plate));
    expect_same_facts(read.facts, back.facts);
    RC_ASSERT(read.pictures.size() == back.pictures.size());
    for (std::size_t i = 0; i < read.pictures.size(); ++i) {
      const StoredPicture& a = read.pictures[i];
      const StoredPicture& b = back.pictures[i];
      RC_ASSERT(std::tie(a.role, a.bytes, a.blob.day, a.blob.segment, a.blob.offset) ==
                std::tie(b.role, b.bytes, b.blob.day, b.blob.segment, b.blob.offset));
      RC_ASSERT(a.blob.length == b.blob.length);
    }
  }));
}

TEST(codec, gives_back_what_of_entries_hits_and_plates_lies_sealed) {
  EXPECT_TRUE(rc::check([] {
    Entry entry;
    entry.plate = {text(), text()};
    entry.category = text();
    entry.reason = text();
    entry.source_id = text();
    entry.owner = text();
    entry.basis = text();
    entry.case_number = text();
    entry.home = text();
    entry.vehicle = {text(), text(), text(), text()};
    entry.procedure = {text(), text(), text(), text()};
    const Entry entry_back = decode_entry(Entry{}, encode_entry(entry)).value();
    const auto members = [](const Entry& one) {
      return std::tie(one.plate, one.category, one.reason, one.source_id, one.owner, one.basis,
                      one.case_number, one.home, one.vehicle, one.procedure);
    };
    RC_ASSERT(members(entry) == members(entry_back));
    Hit hit;
    hit.plate = {text(), text()};
    hit.plate_raw = text();
    hit.entry_plate = {text(), text()};
    hit.category = text();
    hit.reason = text();
    hit.probability = fraction();
    hit.explanation = text();
    hit.reasons = text();
    const Hit back = decode_hit(Hit{}, encode_hit(hit)).value();
    RC_ASSERT(back.plate == hit.plate && back.entry_plate == hit.entry_plate);
    RC_ASSERT(
        std::tie(hit.plate_raw, hit.category, hit.reason, hit.probability, hit.explanation) ==
        std::tie(back.plate_raw, back.category, back.reason, back.probability, back.explanation));
    RC_ASSERT(hit.reasons == back.reasons);
    Incident incident;
    incident.plate = hit.plate;
    if (fraction() < 0.5) incident.audience.bytes[3] = 9;
    const Incident seen = decode_incident({}, encode_incident(incident)).value();
    RC_ASSERT(seen.plate == hit.plate && seen.audience == incident.audience);
  }));
}

Read full_read() {
  Read read;
  SeededRandom random(1);
  read.id = read.camera = read.site = read.zone = make_id(kNow, random);
  read.received_at = kNow;
  read.plate = "1ABC234";
  read.facts.protocol = "bas";
  read.facts.captured_at = kNow;
  read.facts.plate_raw = "1-ABC-234";
  read.facts.candidates = {{"1A8C234", 0.25}};
  read.facts.plate_box = PlateBox{0.1, 0.2, 0.3, 0.4};
  read.pictures = {{PictureRole::kOverview, {Day{20'780}, 1, 2, 3}, 4}};
  return read;
}

template <typename Decode>
void expect_corrupt_at_every_length(const std::string& bytes, Decode decode) {
  ASSERT_TRUE(decode(std::string_view(bytes)));
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    const auto decoded = decode(std::string_view(bytes).substr(0, length));
    ASSERT_FALSE(decoded) << length;
    EXPECT_EQ(decoded.error().code, ErrorCode::kCorrupt) << length;
  }
  EXPECT_EQ(decode(bytes + "x").error().code, ErrorCode::kCorrupt);
}

TEST(codec, a_record_cut_at_any_length_is_corrupt) {
  const Read read = full_read();
  expect_corrupt_at_every_length(encode_read(read),
                                 [&](auto b) { return decode_read(read.id, b); });
  Entry entry;
  entry.plate = {"1ABC234", "BE"};
  entry.reason = "stolen";
  expect_corrupt_at_every_length(encode_entry(entry), [](auto b) { return decode_entry({}, b); });
  Hit hit;
  hit.plate = hit.entry_plate = entry.plate;
  expect_corrupt_at_every_length(encode_hit(hit), [](auto b) { return decode_hit({}, b); });
  Incident incident;
  incident.plate = entry.plate;
  incident.audience.bytes[0] = 7;
  expect_corrupt_at_every_length(encode_incident(incident),
                                 [](auto b) { return decode_incident({}, b); });
}

std::string with_unknown_keys(const std::string& bytes) {
  nlohmann::json map = nlohmann::json::from_cbor(bytes);
  map["zz"] = {1, "two", {{"three", 3.5}}};
  if (map.contains("x") && map["x"].is_object()) map["x"]["zz"] = nlohmann::json::array();
  std::string out;
  nlohmann::json::to_cbor(map, out);
  return out;
}

TEST(codec, unknown_keys_are_skipped) {
  const Read read = full_read();
  const Read back = decode_read(read.id, with_unknown_keys(encode_read(read))).value();
  EXPECT_EQ(back.plate, read.plate);
  EXPECT_EQ(back.facts.plate_raw, read.facts.plate_raw);
  Entry entry;
  entry.plate = {"1ABC234", "BE"};
  EXPECT_EQ(decode_entry({}, with_unknown_keys(encode_entry(entry))).value().plate, entry.plate);
  Hit hit;
  hit.plate = entry.plate;
  EXPECT_EQ(decode_hit({}, with_unknown_keys(encode_hit(hit))).value().plate, hit.plate);
}

TEST(codec, a_record_of_another_shape_is_corrupt) {
  std::string array;
  nlohmann::json::to_cbor(nlohmann::json{1, 2, 3}, array);
  std::string wrong_type;
  nlohmann::json::to_cbor({{"k", 1}, {"i", 2}, {"z", 3}, {"a", "x"}, {"x", 1}}, wrong_type);
  for (const std::string& bytes : {array, wrong_type, std::string("\xff")}) {
    EXPECT_EQ(decode_read({}, bytes).error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(decode_entry({}, bytes).error().code, ErrorCode::kCorrupt);
    EXPECT_EQ(decode_hit({}, bytes).error().code, ErrorCode::kCorrupt);
  }
  EXPECT_EQ(decode_incident({}, wrong_type).error().code, ErrorCode::kCorrupt);
}

}  // namespace
}  // namespace bas::flow
