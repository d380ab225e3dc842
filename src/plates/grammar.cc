#include "plates/grammar.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "plates/form_pattern.h"
#include "plates/lines.h"

namespace bas::plates {

namespace {

constexpr std::string_view kGeneral = "EU";

bool fits(const Form& form, PackedPlate plate) {
  for (int place = 0; place < form.length; ++place) {
    if (!holds(form.allowed[static_cast<std::size_t>(place)], plate.at(place))) return false;
  }
  return true;
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const std::size_t end = std::min(line.find('|'), line.size());
    fields.push_back(trimmed(line.substr(0, end)));
    if (end == line.size()) return fields;
    line.remove_prefix(end + 1);
  }
}

// "set be = [A-NP-Z]"
Result<> take_set(std::string_view line, NamedSets& sets) {
  const auto words = words_of(line);
  if (words.size() != 4 || words[2] != "=") {
    return fail(ErrorCode::kBadInput, "a set is written: set NAME = [A-Z]");
  }
  const auto expanded = TRY(expand_pattern(words[3], sets));
  if (expanded.size() != 1 || expanded[0].size() != 1) {
    return fail(ErrorCode::kBadInput, "a set is one place, such as [A-NP-Z]");
  }
  sets[std::string(words[1])] = expanded[0][0];
  return {};
}

Form form_of(const std::vector<GlyphSet>& places) {
  Form form;
  form.length = static_cast<int>(places.size());
  form.strings = 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    form.allowed[i] = places[i];
    form.strings *= static_cast<double>(__builtin_popcountll(places[i]));
  }
  return form;
}

// A pattern of many lengths has its vehicles spread over them by the number of texts, but no
// length has more vehicles than texts.
Result<std::vector<Form>> forms_in(std::string_view line, const NamedSets& sets) {
  const auto fields = fields_of(line);
  if (fields.size() != 5 || fields[0].size() != 2) {
    return fail(ErrorCode::kBadInput,
                "a form is written: country | pattern | shown | use | vehicles in thousands");
  }
  const double vehicles = TRY(number_in(fields[4])) * 1000;
  std::vector<Form> forms;
  double strings = 0;
  for (const auto& places : TRY(expand_pattern(fields[1], sets))) {
    Form form = form_of(places);
    form.country = fields[0];
    form.shown = fields[2];
    form.use = fields[3];
    strings += form.strings;
    forms.push_back(std::move(form));
  }
  for (Form& form : forms) {
    form.vehicles = std::min(vehicles * form.strings / strings, form.strings);
  }
  return forms;
}

}  // namespace

Result<Grammars> Grammars::parse(std::string_view text) {
  Grammars grammars;
  NamedSets sets;
  const auto take = [&](std::string_view line) -> Result<> {
    if (line.starts_with("set ")) return take_set(line, sets);
    auto forms = TRY(forms_in(line, sets));
    for (Form& form : forms) grammars.add(std::move(form));
    return {};
  };
  TRY(for_each_line(text, take));
  if (!grammars.knows(kGeneral)) {
    return fail(ErrorCode::kBadInput, "the general form EU is missing");
  }
  return grammars;
}

bool Grammars::knows(std::string_view country) const {
  return std::any_of(countries_.begin(), countries_.end(),
                     [&](const Country& one) { return one.code == country; });
}

std::vector<const Form*> Grammars::forms_of(PackedPlate plate, std::string_view country) const {
  std::vector<const Form*> found;
  const auto length = static_cast<std::size_t>(plate.length());
  for (const Form* form : country_or_general(country).by_length[length]) {
    if (fits(*form, plate)) found.push_back(form);
  }
  return found;
}

std::span<const Form* const> Grammars::of_length(std::string_view country, int length) const {
  return country_or_general(country).by_length[static_cast<std::size_t>(length)];
}

bool Grammars::obeys(PackedPlate plate, std::string_view country) const {
  const auto length = static_cast<std::size_t>(plate.length());
  const auto& forms = country_or_general(country).by_length[length];
  return std::any_of(forms.begin(), forms.end(),
                     [&](const Form* form) { return fits(*form, plate); });
}

Grammars::Size Grammars::size_of(std::string_view country) const {
  return country_or_general(country).size;
}

const Grammars::Country& Grammars::country_or_general(std::string_view code) const {
  const Country* general = nullptr;
  for (const Country& country : countries_) {
    if (country.code == code) return country;
    if (country.code == kGeneral) general = &country;
  }
  check(general != nullptr);
  return *general;
}

void Grammars::add(Form form) {
  auto found = std::find_if(countries_.begin(), countries_.end(),
                            [&](const Country& one) { return one.code == form.country; });
  if (found == countries_.end()) {
    countries_.emplace_back().code = form.country;
    found = countries_.end() - 1;
  }
  found->size.vehicles += form.vehicles;
  found->size.strings += form.strings;
  const auto length = static_cast<std::size_t>(form.length);
  found->by_length[length].push_back(&forms_.emplace_back(std::move(form)));
}

}  // namespace bas::plates
