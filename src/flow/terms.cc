#include "flow/terms.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace bas::flow {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kTermsBytesMax = 1u << 20;
constexpr const char* kTermsDamaged =
    "the file of terms is not as it was written: restore a backup";

std::string terms_text(const std::vector<TermInForce>& terms) {
  Json json = Json::array();
  for (const TermInForce& term : terms) {
    json.push_back({{"from", format_rfc3339(term.from)},
                    {"store_max", policy::text_of(term.store_max)},
                    {"clocks", term.clocks == policy::Clocks::kLondon ? "london" : "brussels"}});
  }
  return json.dump(1) + "\n";
}

Result<std::vector<TermInForce>> terms_in(const Json& json) {
  std::vector<TermInForce> terms;
  for (const Json& one : json) {
    TermInForce term;
    term.from = TRY(parse_rfc3339(one.at("from").get<std::string>()));
    term.store_max = TRY(policy::term_from(one.at("store_max").get<std::string>()));
    if (one.at("clocks") == "london") term.clocks = policy::Clocks::kLondon;
    terms.push_back(term);
  }
  return terms;
}

Result<std::vector<TermInForce>> stored_terms(const std::filesystem::path& file) {
  const auto text = read_file(file, kTermsBytesMax);
  if (!text && text.error().code == ErrorCode::kNotFound) return std::vector<TermInForce>();
  if (!text) return tl::make_unexpected(text.error());
  try {
    auto terms = terms_in(Json::parse(*text));
    if (!terms || terms->empty()) return fail(ErrorCode::kCorrupt, kTermsDamaged);
    return terms;
  } catch (const Json::exception&) {
    return fail(ErrorCode::kCorrupt, kTermsDamaged);
  }
}

}  // namespace

Result<std::unique_ptr<Terms>> Terms::open(Parts parts) {
  auto terms = TRY(stored_terms(parts.file));
  const policy::Regime& regime = parts.regime;
  const bool is_new = terms.empty() || terms.back().store_max != regime.store_max ||
                      terms.back().clocks != regime.clocks;
  if (is_new) {
    const UtcTime from = terms.empty() ? UtcTime{} : parts.clock.now();
    terms.push_back({from, regime.store_max, regime.clocks});
    TRY(write_file(parts.file, terms_text(terms), FileMode::kSecret));
  }
  return std::unique_ptr<Terms>(new Terms(parts.clock, std::move(terms)));
}

// Of the terms that held at its capture or later, the one that ends first.
UtcTime Terms::end_of(UtcTime captured_at) const {
  UtcTime end = policy::end_of(captured_at, terms_.back().store_max, terms_.back().clocks);
  for (std::size_t i = 0; i + 1 < terms_.size(); ++i) {
    if (terms_[i + 1].from <= captured_at) continue;  // was over before it was captured
    end = std::min(end, policy::end_of(captured_at, terms_[i].store_max, terms_[i].clocks));
  }
  return end;
}

// By the hour: where the clocks change, an earlier capture may end later.
UtcTime Terms::end_of(Day day) const {
  const UtcTime next = start_of({day.number + 1});
  UtcTime end = end_of(next - std::chrono::milliseconds(1));
  for (UtcTime at = start_of(day); at < next; at += std::chrono::hours(1)) {
    end = std::max(end, end_of(at));
  }
  return end;
}

Day Terms::first_open_day() const {
  Day day = brussels_day(clock_.now());
  while (!is_over(Day{day.number - 1}) && day.number > 0) --day.number;
  return day;
}

Result<> check_kept(const Terms* terms, UtcTime captured_at) {
  if (terms == nullptr || !terms->is_over(captured_at)) return {};
  return fail(ErrorCode::kDestroyed, "its term has ended");
}

}  // namespace bas::flow
