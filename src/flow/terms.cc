#include "flow/terms.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace bas::flow {

namespace {

using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t kTermsBytesMax = 1u << 20;
constexpr const char* kTermsDamaged =
    "the file of terms is not as it was written: restore a backup";

std::string terms_text(const std::vector<TermInForce>& terms) {
  OrderedJson json = OrderedJson::array();
  for (const TermInForce& term : terms) {
    json.push_back({{"from", format_rfc3339(term.from)},
                    {"store_max", policy::text_of(term.store_max)},
                    {"designated_max", policy::text_of(term.designated_max)},
                    {"camera_act_max", policy::text_of(term.camera_act_max)},
                    {"clocks", term.clocks == policy::Clocks::kLondon ? "london" : "brussels"}});
  }
  return json.dump(1) + "\n";
}

// Terms that were written before the camera act had its own: everything was kept alike.
Result<policy::Term> term_in(const OrderedJson& json, const char* name) {
  const char* const told = json.contains(name) ? name : "store_max";
  return policy::term_from(json.at(told).get<std::string>());
}

Result<std::vector<TermInForce>> terms_in(const OrderedJson& json) {
  std::vector<TermInForce> terms;
  for (const OrderedJson& one : json) {
    TermInForce term;
    term.from = TRY(parse_rfc3339(one.at("from").get<std::string>()));
    term.store_max = TRY(term_in(one, "store_max"));
    term.designated_max = TRY(term_in(one, "designated_max"));
    term.camera_act_max = TRY(term_in(one, "camera_act_max"));
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
    auto terms = terms_in(OrderedJson::parse(*text));
    if (!terms || terms->empty()) return fail(ErrorCode::kCorrupt, kTermsDamaged);
    return terms;
  } catch (const OrderedJson::exception&) {
    return fail(ErrorCode::kCorrupt, kTermsDamaged);
  }
}

bool is_same(const TermInForce& a, const TermInForce& b) {
  return a.store_max == b.store_max && a.designated_max == b.designated_max &&
         a.camera_act_max == b.camera_act_max && a.clocks == b.clocks;
}

// Nothing is kept longer than what the police act knows.
UtcTime end_by(const TermInForce& term, UtcTime captured_at, LegalSource source) {
  const UtcTime end = policy::end_of(captured_at, term.store_max, term.clocks);
  if (source == LegalSource::kPoliceAct) return end;
  const bool is_designated = source == LegalSource::kDesignatedPlace;
  const policy::Term& own = is_designated ? term.designated_max : term.camera_act_max;
  return std::min(end, policy::end_of(captured_at, own, term.clocks));
}

}  // namespace

Result<std::unique_ptr<Terms>> Terms::open(Parts parts) {
  auto terms = TRY(stored_terms(parts.file));
  const policy::Regime& regime = parts.regime;
  TermInForce now{
      {}, regime.store_max, regime.camera_act_designated_max, regime.camera_act_max, regime.clocks};
  if (terms.empty() || !is_same(terms.back(), now)) {
    if (!terms.empty()) now.from = parts.clock.now();
    terms.push_back(now);
    TRY(write_file(parts.file, terms_text(terms), FileMode::kSecret));
  }
  return std::unique_ptr<Terms>(new Terms(parts.clock, std::move(terms)));
}

// Of the terms that held at its capture or later, the one that ends first.
UtcTime Terms::end_of(UtcTime captured_at, LegalSource source) const {
  UtcTime end = end_by(terms_.back(), captured_at, source);
  for (std::size_t i = 0; i + 1 < terms_.size(); ++i) {
    if (terms_[i + 1].from <= captured_at) continue;  // was over before it was captured
    end = std::min(end, end_by(terms_[i], captured_at, source));
  }
  return end;
}

// By the hour: where the clocks change, an earlier capture may end later.
UtcTime Terms::end_of(Day day, LegalSource source) const {
  const UtcTime next = start_of({day.number + 1});
  UtcTime end = end_of(next - std::chrono::milliseconds(1), source);
  for (UtcTime at = start_of(day); at < next; at += std::chrono::hours(1)) {
    end = std::max(end, end_of(at, source));
  }
  return end;
}

Day Terms::first_open_day() const {
  Day day = brussels_day(clock_.now());
  while (!is_over(Day{day.number - 1}) && day.number > 0) --day.number;
  return day;
}

Result<> check_kept(const Terms* terms, UtcTime captured_at, LegalSource source) {
  if (terms == nullptr || !terms->is_over(captured_at, source)) return {};
  return fail(ErrorCode::kDestroyed, "its term has ended");
}

}  // namespace bas::flow
