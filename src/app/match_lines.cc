#include "app/match_lines.h"

#include <nlohmann/json.hpp>

#include "flow/hit_reasons.h"

namespace bas::app {

using OrderedJson = nlohmann::ordered_json;

std::string match_line(const Plate& read, const Entry& entry, const match::Match& match,
                       Explain explain) {
  OrderedJson out = {{"plate", read.text}};
  if (!read.country.empty()) out["country"] = read.country;
  OrderedJson& of_entry = out["entry"] = {{"plate", entry.plate.text}};
  if (!entry.plate.country.empty()) of_entry["country"] = entry.plate.country;
  if (!entry.category.empty()) of_entry["category"] = entry.category;
  if (!entry.source_id.empty()) of_entry["source_id"] = entry.source_id;
  of_entry["priority"] = entry.priority;
  out["kind"] = match::name_of(match.kind);
  out["probability"] = match.probability;
  if (explain == Explain::kYes) {
    out["explanation"] = match.explanation;
    out["reasons"] = flow::reasons_json(match.reasons);
  }
  return out.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

}  // namespace bas::app
