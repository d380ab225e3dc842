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

// In all places but one.
bool are_alike_beside(int place, const Form& a, const Form& b) {
  for (int other = 0; other < a.length; ++other) {
    const auto at = static_cast<std::size_t>(other);
    if (other != place && a.allowed[at] != b.allowed[at]) return false;
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
    form.density = form.vehicles / form.strings;
  }
  return forms;
}

}  // namespace

FormTable::Forms FormTable::obeyed_by(PackedPlate plate) const {
  Forms forms = every();
  for (int place = 0; forms != 0 && place < plate.length(); ++place) {
    forms &= bearing(place, plate.at(place));
  }
  return forms;
}

void FormTable::add(const Form* form) {
  const Forms own = Forms{1} << forms_.size();
  bearing_.resize(static_cast<std::size_t>(form->length) * kGlyphCodes);
  for (std::size_t at = 0; at < bearing_.size(); ++at) {
    const bool is_borne =
        holds(form->allowed[at / kGlyphCodes], static_cast<Glyph>(at % kGlyphCodes));
    if (is_borne) bearing_[at] |= own;
  }
  forms_.push_back(form);
  auto& first_alike = first_alike_.emplace_back();
  for (int place = 0; place < form->length; ++place) {
    const auto found = std::ranges::find_if(
        forms_, [&](const Form* other) { return are_alike_beside(place, *form, *other); });
    first_alike[static_cast<std::size_t>(place)] =
        static_cast<std::uint8_t>(found - forms_.begin());
  }
}

Result<Grammars> Grammars::parse(std::string_view text) {
  Grammars grammars;
  NamedSets sets;
  const auto take = [&](std::string_view line) -> Result<> {
    if (line.starts_with("set ")) return take_set(line, sets);
    auto forms = TRY(forms_in(line, sets));
    for (Form& form : forms) TRY(grammars.add(std::move(form)));
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
  const FormTable& forms = by_length(country)[static_cast<std::size_t>(plate.length())];
  for_each_form(forms, forms.obeyed_by(plate),
                [&](const Form& form, std::size_t) { found.push_back(&form); });
  return found;
}

FormsByLength Grammars::by_length(std::string_view country) const {
  return country_or_general(country).by_length;
}

bool Grammars::obeys(PackedPlate plate, std::string_view country) const {
  return by_length(country)[static_cast<std::size_t>(plate.length())].obeyed_by(plate) != 0;
}

Grammars::Size Grammars::size_of(std::string_view country) const {
  return country_or_general(country).size;
}

std::vector<GlyphSet> Grammars::sets() const {
  std::vector<GlyphSet> sets;
  for (const Form& form : forms_) {
    sets.insert(sets.end(), form.allowed.begin(), form.allowed.begin() + form.length);
  }
  std::ranges::sort(sets);
  sets.erase(std::ranges::unique(sets).begin(), sets.end());
  return sets;
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

Result<> Grammars::add(Form form) {
  auto found = std::find_if(countries_.begin(), countries_.end(),
                            [&](const Country& one) { return one.code == form.country; });
  if (found == countries_.end()) {
    countries_.emplace_back().code = form.country;
    found = countries_.end() - 1;
  }
  FormTable& forms = found->by_length[static_cast<std::size_t>(form.length)];
  if (forms.all().size() == FormTable::kFormsMax) {
    return fail(ErrorCode::kBadInput, "a country has at most 64 forms of one length");
  }
  found->size.vehicles += form.vehicles;
  found->size.strings += form.strings;
  forms.add(&forms_.emplace_back(std::move(form)));
  return {};
}

}  // namespace bas::plates
