#include "profiles/line_maker.h"

#include <absl/hash/hash.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "model/country.h"
#include "profiles/partial_plate.h"

namespace bas::profiles {

namespace {

using FactFrom = FactSource::From;

constexpr std::size_t kPlateCharactersMax = 15;
constexpr std::size_t kTextBytesMax = 2'000;

Result<Priority> priority_from(std::string_view text) {
  Priority priority = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), priority);
  if (failure == std::errc() && end == text.data() + text.size() && priority >= kPriorityHighest &&
      priority <= kPriorityLowest) {
    return priority;
  }
  return fail(ErrorCode::kBadInput, "priority: a whole number from 1 to 4 is needed");
}

Result<std::optional<UtcTime>> moment(const DateFormats& dates, Fact fact, std::string_view text) {
  if (text.empty()) return std::optional<UtcTime>();
  const DayEdge edge = fact == Fact::kValidFrom ? DayEdge::kStart : DayEdge::kEnd;
  const auto moment = dates.moment(text, edge);
  if (moment) return std::optional(*moment);
  return fail(ErrorCode::kBadInput, fmt::format("{}: {}", name_of(fact), moment.error().text));
}

// "F0RD" is FORD; "308" and "C4" stay.
bool has_only_letters_and_zeros(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '1' && c <= '9'; };
  const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  return std::ranges::none_of(text, is_digit) && std::ranges::any_of(text, is_letter);
}

bool must_fit(Fact fact) { return fact != Fact::kPlate && fact != Fact::kCountry; }

std::uint64_t content_of(const Line& line) {
  const Entry& entry = line.entry;
  const auto ms = [](const std::optional<UtcTime>& time) {
    return time ? time->time_since_epoch().count() : -1;
  };
  const auto until = line.has_standard_end ? -1 : ms(entry.valid_until);
  const auto& [nl, fr, de, en] = entry.procedure;
  const auto& [make, model, colour, vehicle_class] = entry.vehicle;
  return absl::HashOf(static_cast<int>(line.operation), entry.priority, ms(entry.valid_from), until,
                      entry.category, entry.reason, entry.source_id, entry.owner, entry.basis,
                      entry.case_number, entry.home, line.region, nl, fr, de, en, make, model,
                      colour, vehicle_class);
}

}  // namespace

LineMaker::LineMaker(const Profile& profile, ListDefaults defaults)
    : profile_(profile),
      defaults_(std::move(defaults)),
      skipped_(profile.skipped_plates.begin(), profile.skipped_plates.end()) {}

Result<std::optional<Line>> LineMaker::make(const Facts<std::string_view>& columns) {
  take_texts(columns);
  Line line;
  line.operation = TRY(operation());
  line.entry.plate = TRY(plate());
  if (skipped_.contains(line.entry.plate.text)) {
    ++skipped_plates_;
    return std::optional<Line>();
  }
  line.entry.source_id = texts_[Fact::kSourceId];
  if (line.operation == Operation::kRemove) {
    line.content = content_of(line);
    return std::optional(std::move(line));
  }
  auto category = TRY(this->category());
  if (!category) {
    ++skipped_categories_;
    return std::optional<Line>();
  }
  line.entry.category = std::move(category->text);
  line.entry.priority = category->priority;
  TRY(set_validity(line));
  for (const Fact fact : kAllFacts) {
    if (must_fit(fact) && texts_[fact].size() > kTextBytesMax) {
      return fail(ErrorCode::kBadInput,
                  fmt::format("{}: it holds 2,000 bytes at most", name_of(fact)));
    }
  }
  set_words(line);
  line.content = content_of(line);
  return std::optional(std::move(line));
}

void LineMaker::take_texts(const Facts<std::string_view>& columns) {
  for (const Fact fact : kAllFacts) {
    if (profile_.facts[fact].from != FactFrom::kNowhere) texts_[fact] = said(fact, columns[fact]);
  }
  for (const Fact fact : profile_.repaired) {
    const std::string_view text = texts_[fact];
    if (text.find('0') == std::string_view::npos || !has_only_letters_and_zeros(text)) continue;
    repaired_[fact] = text;
    std::ranges::replace(repaired_[fact], '0', 'O');
    texts_[fact] = repaired_[fact];
  }
}

std::string_view LineMaker::said(Fact fact, std::string_view column) {
  const FactSource& source = profile_.facts[fact];
  if (source.from == FactFrom::kConstant) return source.text;
  const std::string_view text = trimmed(characters(column, source.span));
  return text.empty() ? std::string_view(source.text) : text;
}

Result<Operation> LineMaker::operation() const {
  if (profile_.facts[Fact::kOperation].from == FactFrom::kNowhere) return Operation::kAdd;
  const std::string word = lower(texts_[Fact::kOperation]);
  if (profile_.add_words.contains(word)) return Operation::kAdd;
  if (profile_.remove_words.contains(word)) return Operation::kRemove;
  return fail(
      ErrorCode::kBadInput,
      fmt::format("operation: it is none of the profile's words: {}, {}",
                  fmt::join(profile_.add_words, ", "), fmt::join(profile_.remove_words, ", ")));
}

// A partial plate needs a list that wants inexact matches: it never matches otherwise.
Result<Plate> LineMaker::plate() const {
  const std::string_view text = texts_[Fact::kPlate];
  const std::string_view country = texts_[Fact::kCountry];
  Plate plate{canonical_plate(text), country_from_text(country)};
  if (plate.text.empty()) return fail(ErrorCode::kBadInput, "plate: it is empty");
  if (is_pattern(text)) {
    if (defaults_.match.inexact == InexactUse::kNothing) {
      return fail(ErrorCode::kBadInput, "plate: this list takes no partial plates with ? or *");
    }
    plate.text = canonical_pattern(text);
    TRY(check_partial_plate(plate.text));
  }
  if (count_characters(plate.text) > kPlateCharactersMax) {
    return fail(ErrorCode::kBadInput, "plate: it has more than 15 characters");
  }
  if (plate.country.empty() && !country.empty()) {
    return fail(ErrorCode::kBadInput, "country: a code such as BE is needed, or nothing");
  }
  return plate;
}

// Empty when the code is one that the profile skips. A line's own priority goes before the code's.
Result<std::optional<LineMaker::Category>> LineMaker::category() const {
  const std::string_view code = texts_[Fact::kCategory];
  Category category{std::string(code), defaults_.priority};
  if (!profile_.categories.empty()) {
    const auto rule = profile_.categories.find(code);
    if (rule == profile_.categories.end()) {
      return fail(ErrorCode::kBadInput,
                  code.empty() ? "category: the line has no code, and the profile no default"
                               : "category: the code is not in the profile's table: add it there");
    }
    if (rule->second.is_skipped) return std::optional<Category>();
    category.text = rule->second.category;
    category.priority = rule->second.priority.value_or(defaults_.priority);
  }
  if (category.text.empty()) category.text = defaults_.category;
  const std::string_view priority = texts_[Fact::kPriority];
  if (!priority.empty()) category.priority = TRY(priority_from(priority));
  return std::optional(std::move(category));
}

// The standard end never goes beyond what the list allows.
UtcTime LineMaker::standard_end(const std::optional<UtcTime>& valid_from,
                                std::chrono::seconds time) const {
  const UtcTime end = std::max(defaults_.now, valid_from.value_or(defaults_.now)) + time;
  if (!defaults_.valid_for_max) return end;
  return std::min(end, defaults_.now + *defaults_.valid_for_max);
}

Result<> LineMaker::set_validity(Line& line) const {
  Entry& entry = line.entry;
  entry.valid_from = TRY(moment(profile_.dates, Fact::kValidFrom, texts_[Fact::kValidFrom]));
  entry.valid_until = TRY(moment(profile_.dates, Fact::kValidUntil, texts_[Fact::kValidUntil]));
  const std::optional<std::chrono::seconds> standard =
      profile_.valid_for ? profile_.valid_for : defaults_.valid_for;
  if (!entry.valid_until && standard) {
    entry.valid_until = standard_end(entry.valid_from, *standard);
    line.has_standard_end = true;
  }
  if (!entry.valid_until) {
    if (defaults_.ends == Ends::kOptional) return {};
    return fail(ErrorCode::kBadInput,
                "valid_until: the line names none, and neither the profile (valid_for_days) nor "
                "the list has a standard end");
  }
  if (entry.valid_from && *entry.valid_until <= *entry.valid_from) {
    return fail(ErrorCode::kBadInput, "valid_until: it must lie behind valid_from");
  }
  if (defaults_.valid_for_max && *entry.valid_until > defaults_.now + *defaults_.valid_for_max) {
    const auto days = std::chrono::floor<std::chrono::days>(*defaults_.valid_for_max);
    return fail(ErrorCode::kBadInput,
                fmt::format("valid_until: it lies farther away than this list allows, which is {} "
                            "days from now",
                            days.count()));
  }
  return {};
}

void LineMaker::set_words(Line& line) const {
  Entry& entry = line.entry;
  entry.reason = texts_[Fact::kReason];
  entry.owner = texts_[Fact::kOwner];
  entry.basis = texts_[Fact::kBasis];
  entry.case_number = texts_[Fact::kCaseNumber];
  entry.home = texts_[Fact::kHome];
  entry.vehicle = {lower(texts_[Fact::kMake]), lower(texts_[Fact::kModel]),
                   lower(texts_[Fact::kColour]), lower(texts_[Fact::kVehicleClass])};
  entry.procedure.nl = texts_[Fact::kProcedureNl];
  entry.procedure.fr = texts_[Fact::kProcedureFr];
  entry.procedure.de = texts_[Fact::kProcedureDe];
  entry.procedure.en = texts_[Fact::kProcedureEn];
  line.region = texts_[Fact::kRegion];
}

}  // namespace bas::profiles
