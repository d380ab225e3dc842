#include "flow/tally_codec.h"

#include <nlohmann/json.hpp>

namespace bas::flow {

namespace {

using OrderedJson = nlohmann::ordered_json;
using match::CameraCounts;
using match::ConfidenceCounts;
using plates::Glyph;

constexpr const char* kNotSo = "the file of counted misreads is not as it was written";

std::string_view glyph_text(Glyph glyph) { return plates::text_of(glyph); }

using GlyphRow = std::array<double, plates::kGlyphCodes>;

// Only what was counted: nearly all cells are empty.
OrderedJson row_json(const GlyphRow& row) {
  OrderedJson json = OrderedJson::object();
  for (Glyph glyph = 1; glyph < plates::kGlyphCodes; ++glyph) {
    if (row[glyph] > 0) json[std::string(glyph_text(glyph))] = row[glyph];
  }
  return json;
}

OrderedJson counts_json(const CameraCounts& counts) {
  OrderedJson read = OrderedJson::object();
  for (Glyph truth = 1; truth < plates::kGlyphCodes; ++truth) {
    OrderedJson row = row_json(counts.misreads.read[truth]);
    if (!row.empty()) read[std::string(glyph_text(truth))] = std::move(row);
  }
  OrderedJson confidences = OrderedJson::array();
  for (std::size_t i = 0; i < ConfidenceCounts::kSteps; ++i) {
    const auto& step = counts.confidences.steps[i];
    if (step.right + step.wrong <= 0) continue;
    confidences.push_back({i, step.right, step.wrong, step.said});
  }
  return {{"reads", counts.misreads.reads},
          {"gaps", counts.misreads.gaps},
          {"read", std::move(read)},
          {"lost", row_json(counts.misreads.lost)},
          {"added", row_json(counts.misreads.added)},
          {"confidences", std::move(confidences)}};
}

// Sums of probabilities: neither negative nor without end.
double sum_in(const OrderedJson& json) {
  const auto sum = json.get<double>();
  if (!(sum >= 0 && sum < 1e15)) throw std::range_error(kNotSo);
  return sum;
}

Glyph glyph_in(const std::string& text) {
  const auto first = plates::first_glyph(text);
  if (!first || first->bytes != text.size()) throw std::range_error(kNotSo);
  return first->glyph;
}

GlyphRow row_in(const OrderedJson& json) {
  GlyphRow row{};
  for (const auto& [glyph, count] : json.items()) row[glyph_in(glyph)] = sum_in(count);
  return row;
}

CameraCounts counts_in(const OrderedJson& json) {
  CameraCounts counts;
  counts.misreads.reads = sum_in(json.at("reads"));
  counts.misreads.gaps = sum_in(json.at("gaps"));
  for (const auto& [truth, row] : json.at("read").items()) {
    counts.misreads.read[glyph_in(truth)] = row_in(row);
  }
  counts.misreads.lost = row_in(json.at("lost"));
  counts.misreads.added = row_in(json.at("added"));
  for (const OrderedJson& step : json.at("confidences")) {
    counts.confidences.steps.at(step.at(0).get<std::size_t>()) = {
        sum_in(step.at(1)), sum_in(step.at(2)), sum_in(step.at(3))};
  }
  return counts;
}

Result<TalliedCamera> tallied_in(const OrderedJson& json) {
  TalliedCamera camera;
  camera.since = TRY(parse_rfc3339(json.at("since").get<std::string>()));
  camera.by_verdict = sum_in(json.at("by_verdict"));
  camera.by_passage = sum_in(json.at("by_passage"));
  camera.learned_from = counts_in(json.at("learned_from"));
  camera.held_out = counts_in(json.at("held_out"));
  return camera;
}

Result<StoredTally> stored_in(const OrderedJson& json) {
  StoredTally stored;
  json.at("seed").get_to(stored.seed);
  for (const auto& [id, camera] : json.at("cameras").items()) {
    stored.cameras[TRY(parse_id(id))] = TRY(tallied_in(camera));
  }
  return stored;
}

}  // namespace

std::string tally_text(std::uint64_t seed, const std::map<Id, TalliedCamera>& cameras) {
  OrderedJson all = OrderedJson::object();
  for (const auto& [id, camera] : cameras) {
    all[to_string(id)] = {{"since", format_rfc3339(camera.since)},
                          {"by_verdict", camera.by_verdict},
                          {"by_passage", camera.by_passage},
                          {"learned_from", counts_json(camera.learned_from)},
                          {"held_out", counts_json(camera.held_out)}};
  }
  return OrderedJson{{"seed", seed}, {"cameras", std::move(all)}}.dump() + "\n";
}

Result<StoredTally> parse_tally(std::string_view text) {
  try {
    auto stored = stored_in(OrderedJson::parse(text));
    if (!stored) return fail(ErrorCode::kCorrupt, kNotSo);
    return stored;
  } catch (const OrderedJson::exception&) {
    return fail(ErrorCode::kCorrupt, kNotSo);
  } catch (const std::range_error&) {
    return fail(ErrorCode::kCorrupt, kNotSo);
  } catch (const std::out_of_range&) {
    return fail(ErrorCode::kCorrupt, kNotSo);
  }
}

}  // namespace bas::flow
