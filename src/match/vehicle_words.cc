#include "match/vehicle_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "plates/lines.h"

namespace bas::match {

namespace {

constexpr std::array<std::string_view, kVehicleFacts.size()> kNames = {"make", "colour", "class"};
constexpr std::array<std::size_t, kVehicleFacts.size()> kCountMax = {255, 15, 15};

// U+00C0 to U+00FF and the letters of makes beyond them, without their accents. `-` is dropped.
constexpr std::string_view kLatin1 =
    "aaaaaaaceeeeiiiidnooooo-ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo-ouuuuyty";

// The letters and digits alone, in lower case and without accents.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (std::isalnum(byte) != 0 && byte < 0x80) {
      out += static_cast<char>(std::tolower(byte));
      continue;
    }
    if (i + 1 == text.size()) break;
    const auto next = static_cast<unsigned char>(text[i + 1]);
    if (byte == 0xC3 && next >= 0x80 && next < 0xC0) {
      const char letter = kLatin1[next - 0x80U];
      if (letter != '-') out += letter;
      if (next == 0x9F) out += 's';  // the sharp s
    }
    if (byte == 0xC5 && (next == 0xA0 || next == 0xA1)) out += 's';
    if (byte == 0xC5 && (next == 0xBD || next == 0xBE)) out += 'z';
  }
  return out;
}

std::string with_blanks(std::string_view word) {
  std::string text(word);
  std::ranges::replace(text, '_', ' ');
  return text;
}

}  // namespace

std::string_view name_of(VehicleFact fact) { return kNames[static_cast<std::size_t>(fact)]; }

Result<VehicleWords> VehicleWords::parse(std::string_view text) {
  VehicleWords words;
  TRY(plates::for_each_line(text, [&](std::string_view line) { return words.take_line(line); }));
  return words;
}

Result<> VehicleWords::take_line(std::string_view line) {
  const auto spellings = plates::words_of(line);
  const auto name = std::ranges::find(kNames, spellings[0]);
  if (name == kNames.end() || spellings.size() < 2) {
    return fail(ErrorCode::kBadInput, "expected: make, colour or class, then the spellings");
  }
  const auto fact = static_cast<std::size_t>(name - kNames.begin());
  Words& words = words_[fact];
  if (words.ours.size() == kCountMax[fact]) {
    return fail(ErrorCode::kBadInput,
                fmt::format("more than {} words of a {}", kCountMax[fact], kNames[fact]));
  }
  words.ours.push_back(with_blanks(spellings[1]));
  const auto number = static_cast<std::uint8_t>(words.ours.size());
  for (std::size_t i = 1; i < spellings.size(); ++i) {
    const auto [found, is_new] = words.numbers.try_emplace(plain(spellings[i]), number);
    if (found->first.empty()) return fail(ErrorCode::kBadInput, "a spelling without letters");
    if (found->second != number) {
      return fail(ErrorCode::kBadInput, fmt::format("'{}' stands for two ideas", spellings[i]));
    }
  }
  return {};
}

VehicleFacts VehicleWords::facts_of(const Vehicle& vehicle) const {
  VehicleFacts facts;
  facts.make = number_of(VehicleFact::kMake, vehicle.make);
  facts.colour = number_of(VehicleFact::kColour, vehicle.colour) & 0xFU;
  facts.vehicle_class = number_of(VehicleFact::kClass, vehicle.vehicle_class) & 0xFU;
  return facts;
}

// The text as a whole, or the one idea that those of its words mean which are known.
std::uint8_t VehicleWords::number_of(VehicleFact fact, std::string_view text) const {
  const auto& numbers = of(fact).numbers;
  const auto whole = numbers.find(plain(text));
  if (whole != numbers.end()) return whole->second;
  std::uint8_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,;/-_"), text.size());
    const auto found = numbers.find(plain(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (found == numbers.end()) continue;
    if (number != 0 && number != found->second) return 0;
    number = found->second;
  }
  return number;
}

std::string_view VehicleWords::word(VehicleFact fact, std::uint8_t number) const {
  const auto& ours = of(fact).ours;
  return number == 0 || number > ours.size() ? std::string_view() : ours[number - 1U];
}

std::size_t VehicleWords::count(VehicleFact fact) const { return of(fact).ours.size(); }

}  // namespace bas::match
