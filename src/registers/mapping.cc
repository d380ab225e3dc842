#include "registers/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "registers/date_pattern.h"
#include "registers/json_answer.h"

namespace bas::registers {

namespace dom = simdjson::dom;

namespace {

template <typename T>
using Read = tl::expected<std::optional<T>, Failure>;

std::string json_escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '"' || c == '\\') escaped += '\\';
    escaped += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return escaped;
}

void replace_all(std::string& text, std::string_view sought, const std::string& by) {
  for (std::size_t at = text.find(sought); at != std::string::npos;
       at = text.find(sought, at + by.size())) {
    text.replace(at, sought.size(), by);
  }
}

using Escape = std::string (*)(std::string_view);

std::string filled(std::string text, const Plate& plate, Escape escape) {
  // The country first: it holds no brace, and a plate neither.
  replace_all(text, "{country}", escape(plate.country));
  replace_all(text, "{plate}", escape(plate.text));
  return text;
}

Read<JsonValue> value_of(const Place& place, const JsonValue& from) {
  auto value = TRY(value_at(from, place.pointer));
  if (!value && place.is_required) return another_form(fmt::format("{} is missing", place.pointer));
  return value;
}

Read<bool> read(const TruthFact& fact, const JsonValue& from) {
  const auto value = TRY(value_of(fact.place, from));
  if (!value) return std::nullopt;
  bool truth = false;
  if (fact.words.empty()) {
    if (value->get(truth) == simdjson::SUCCESS) return truth;
    return another_form(fmt::format("{} is neither true nor false", fact.place.pointer));
  }
  const auto text = scalar_text(*value);
  const auto found = text ? fact.words.find(*text) : fact.words.end();
  if (found != fact.words.end()) return found->second;
  return another_form(fmt::format("{} holds a word that is not mapped", fact.place.pointer));
}

Read<UtcTime> read(const DateFact& fact, const JsonValue& from) {
  const auto value = TRY(value_of(fact.place, from));
  if (!value) return std::nullopt;
  std::string_view text;
  if (value->get(text) != simdjson::SUCCESS) {
    return another_form(fmt::format("{} is no text", fact.place.pointer));
  }
  if (std::ranges::find(fact.empty_words, text) != fact.empty_words.end()) return std::nullopt;
  if (fact.pattern == kRfc3339) {
    const auto moment = parse_rfc3339(text, NoOffset::kAssumeBrussels);
    if (moment) return *moment;
  } else if (const auto end = end_of_day(text, fact.pattern)) {
    return *end;
  }
  return another_form(fmt::format("{} is no date such as {}", fact.place.pointer, fact.pattern));
}

tl::expected<std::string, Failure> read(const std::optional<WordFact>& fact,
                                        const JsonValue& from) {
  if (!fact) return std::string{};
  const auto value = TRY(value_of(fact->place, from));
  if (!value) return std::string{};
  std::string_view text;
  if (value->get(text) != simdjson::SUCCESS) {
    return another_form(fmt::format("{} is no text", fact->place.pointer));
  }
  const auto found = fact->words.find(std::string{text});
  return bounded_word(found == fact->words.end() ? text : std::string_view{found->second});
}

tl::expected<Vehicle, Failure> read_vehicle(const AnswerMapping& mapping, const JsonValue& from) {
  Vehicle vehicle;
  vehicle.make = TRY(read(mapping.make, from));
  vehicle.model = TRY(read(mapping.model, from));
  vehicle.colour = TRY(read(mapping.colour, from));
  vehicle.vehicle_class = TRY(read(mapping.vehicle_class, from));
  return vehicle;
}

bool is_of(const JsonValue& value, const Plate& plate) {
  const auto text = scalar_text(value);
  return text && canonical_plate(*text) == plate.text;
}

Asked read_row(const AnswerMapping& mapping, const JsonValue& row, const Plate& plate) {
  if (mapping.plate) {
    const auto value = TRY(value_of(*mapping.plate, row));
    if (value && !is_of(*value, plate)) return another_form("it speaks of another plate");
  }
  VehicleStatus status;
  status.is_registered = true;
  if (mapping.is_insured) status.is_insured = TRY(read(*mapping.is_insured, row));
  if (mapping.inspected_until) status.inspected_until = TRY(read(*mapping.inspected_until, row));
  if (mapping.holder_is_disqualified) {
    status.holder_is_disqualified = TRY(read(*mapping.holder_is_disqualified, row));
  }
  status.vehicle = TRY(read_vehicle(mapping, row));
  return status;
}

bool says_unknown(const AnswerMapping& mapping, const JsonValue& root) {
  return std::ranges::any_of(mapping.unknown, [&](const UnknownSign& sign) {
    if (sign.status != 0) return false;
    const auto value = value_at(root, sign.pointer);
    return value && *value && simdjson::to_string(**value) == sign.value;
  });
}

bool say_the_same(const VehicleStatus& a, const VehicleStatus& b) {
  return a.is_insured == b.is_insured && a.inspected_until == b.inspected_until &&
         a.holder_is_disqualified == b.holder_is_disqualified && a.vehicle == b.vehicle;
}

Asked read_rows(const AnswerMapping& mapping, const JsonValue& root, const Plate& plate) {
  const auto value = TRY(value_of({*mapping.rows}, root));
  dom::array rows;
  if (value->get(rows) != simdjson::SUCCESS) {
    return another_form(fmt::format("{} is no array", *mapping.rows));
  }
  if (rows.size() > kRowsMax) return another_form("too many rows");
  std::optional<VehicleStatus> status;
  for (const JsonValue row : rows) {
    VehicleStatus one = TRY(read_row(mapping, row, plate));
    if (status && !say_the_same(*status, one)) return another_form("its rows contradict");
    status = std::move(one);
  }
  return status.value_or(VehicleStatus{});
}

}  // namespace

std::vector<Suspicion> suspicions_of(const AnswerMapping& answer) {
  std::vector<Suspicion> suspicions;
  if (answer.is_insured) suspicions.push_back(Suspicion::kUninsured);
  if (answer.inspected_until) suspicions.push_back(Suspicion::kUninspected);
  if (answer.holder_is_disqualified) suspicions.push_back(Suspicion::kDisqualifiedHolder);
  return suspicions;
}

Question question_for(const QuestionMapping& mapping, const Plate& plate) {
  Question question;
  question.request.method = mapping.method;
  question.request.url = filled(mapping.url, plate, percent_encoded);
  question.request.headers = mapping.headers;
  const bool is_json = mapping.body_form == BodyForm::kJson;
  if (mapping.method == "POST") {
    question.request.body = filled(mapping.body, plate, is_json ? json_escaped : percent_encoded);
    question.request.headers.push_back(
        {"Content-Type", is_json ? "application/json" : "application/x-www-form-urlencoded"});
  }
  question.request.access = mapping.access;
  question.request.limits = mapping.limits;
  question.secret_headers = mapping.secret_headers;
  return question;
}

Asked read_mapped(const AnswerMapping& mapping, std::string_view body, const Plate& plate) {
  const JsonAnswer answer = TRY(JsonAnswer::parse(body));
  const JsonValue root = answer.root();
  if (says_unknown(mapping, root)) return VehicleStatus{};
  return mapping.rows ? read_rows(mapping, root, plate) : read_row(mapping, root, plate);
}

}  // namespace bas::registers
