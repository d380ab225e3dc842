#include "registers/rdw_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "registers/date_pattern.h"
#include "registers/json_answer.h"

namespace bas::registers {

namespace dom = simdjson::dom;

namespace {

// What the register writes where it has or gives nothing.
constexpr std::array<std::string_view, 4> kEmptyWords{"", "Niet geregistreerd", "N.v.t.",
                                                      "Geen verstrekking in Open Data"};

struct Word {
  std::string_view theirs;
  std::string_view ours;
};
constexpr std::array<Word, 14> kColours{{{"beige", "beige"},
                                         {"blauw", "blue"},
                                         {"bruin", "brown"},
                                         {"creme", "cream"},
                                         {"diversen", ""},
                                         {"geel", "yellow"},
                                         {"grijs", "grey"},
                                         {"groen", "green"},
                                         {"oranje", "orange"},
                                         {"paars", "purple"},
                                         {"rood", "red"},
                                         {"rose", "pink"},
                                         {"wit", "white"},
                                         {"zwart", "black"}}};
// By the category of Regulation (EU) 2018/858 and 168/2013, which is finer than `voertuigsoort`:
// its Bedrijfsauto may be a van or a lorry.
constexpr std::array<Word, 9> kClasses{{{"m1", "car"},
                                        {"m2", "bus"},
                                        {"m3", "bus"},
                                        {"n1", "van"},
                                        {"n2", "truck"},
                                        {"n3", "truck"},
                                        {"l", "motorcycle"},
                                        {"o", "trailer"},
                                        {"t", "tractor"}}};

tl::expected<std::string, Failure> text_at(const dom::object& row, std::string_view key) {
  JsonValue value;
  if (row.at_key(key).get(value) != simdjson::SUCCESS) return std::string{};
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) {
    return another_form(fmt::format("{} is no text", key));
  }
  const bool is_empty = std::ranges::find(kEmptyWords, text) != kEmptyWords.end();
  return is_empty ? std::string{} : std::string{text};
}

std::string colour_of(const std::string& word) {
  const auto* const found = std::ranges::find(kColours, word, &Word::theirs);
  return found == kColours.end() ? word : std::string{found->ours};
}

std::string class_of(const std::string& category) {
  const auto* const found = std::ranges::find_if(
      kClasses, [&](const Word& word) { return category.starts_with(word.theirs); });
  return found == kClasses.end() ? std::string{} : std::string{found->ours};
}

// The trade name often repeats the make before it.
std::string model_of(const std::string& trade_name, const std::string& make) {
  return !make.empty() && trade_name.starts_with(make + ' ') ? trade_name.substr(make.size() + 1)
                                                             : trade_name;
}

tl::expected<Vehicle, Failure> vehicle_of(const dom::object& row) {
  Vehicle vehicle;
  vehicle.make = bounded_word(TRY(text_at(row, "merk")));
  vehicle.model = model_of(bounded_word(TRY(text_at(row, "handelsbenaming"))), vehicle.make);
  vehicle.colour = colour_of(bounded_word(TRY(text_at(row, "eerste_kleur"))));
  vehicle.vehicle_class = class_of(bounded_word(TRY(text_at(row, "europese_voertuigcategorie"))));
  return vehicle;
}

Asked read_row(const JsonValue& value, std::string_view plate) {
  dom::object row;
  if (value.get(row) != simdjson::SUCCESS) return another_form("a row is no object");
  if (TRY(text_at(row, "kenteken")) != plate) return another_form("a row is of another plate");
  VehicleStatus status;
  status.is_registered = true;
  const std::string insured = TRY(text_at(row, "wam_verzekerd"));
  if (!insured.empty() && insured != "Ja" && insured != "Nee") {
    return another_form("wam_verzekerd is neither Ja nor Nee");
  }
  if (!insured.empty()) status.is_insured = insured == "Ja";
  const std::string inspected = TRY(text_at(row, "vervaldatum_apk"));
  if (!inspected.empty()) {
    status.inspected_until = end_of_day(inspected, "YYYYMMDD");
    if (!status.inspected_until) return another_form("vervaldatum_apk is no day");
  }
  status.vehicle = TRY(vehicle_of(row));
  return status;
}

bool rows_agree(const VehicleStatus& a, const VehicleStatus& b) {
  return a.is_insured == b.is_insured && a.inspected_until == b.inspected_until &&
         a.vehicle == b.vehicle;
}

}  // namespace

Asked read_rdw(std::string_view body, std::string_view plate) {
  const JsonAnswer answer = TRY(JsonAnswer::parse(body));
  dom::array rows;
  if (answer.root().get(rows) != simdjson::SUCCESS) return another_form("it is no array");
  if (rows.size() > kRowsMax) return another_form("too many rows");
  std::optional<VehicleStatus> status;
  for (const JsonValue row : rows) {
    VehicleStatus read = TRY(read_row(row, plate));
    if (status && !rows_agree(*status, read)) return another_form("its rows contradict");
    status = std::move(read);
  }
  return status.value_or(VehicleStatus{});
}

}  // namespace bas::registers
