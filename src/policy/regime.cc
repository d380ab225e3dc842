#include "policy/regime.h"

#include <algorithm>
#include <array>
#include <utility>

#include "policy/standard_regimes.h"

namespace bas::policy {

namespace {

constexpr std::array kNames = {std::string_view("be"), std::string_view("nl"),
                               std::string_view("uk"), std::string_view("de"),
                               std::string_view("generic")};

}  // namespace

const Purpose* Regime::purpose(std::string_view code) const {
  const auto found = std::ranges::find(purposes, code, &Purpose::code);
  return found == purposes.end() ? nullptr : &*found;
}

const Purpose& Regime::purpose_of_lists(std::string_view category) const {
  const auto keeps = [](std::string_view wanted) {
    return [wanted](const Purpose& one) { return std::ranges::count(one.lists, wanted) > 0; };
  };
  const auto named = std::ranges::find_if(purposes, keeps(category));
  return named != purposes.end() ? *named : *std::ranges::find_if(purposes, keeps(kOtherLists));
}

const Provenance* Regime::provenance_of(std::string_view key) const {
  const auto found = std::ranges::find(provenance, key, &Provenance::key);
  return found == provenance.end() ? nullptr : &*found;
}

std::vector<std::string_view> standard_regimes() { return {kNames.begin(), kNames.end()}; }

std::string_view standard_regime_text(std::string_view name) {
  const std::array texts = {standard::be(), standard::nl(), standard::uk(), standard::de(),
                            standard::generic()};
  const auto found = std::ranges::find(kNames, name);
  return found == kNames.end() ? std::string_view{}
                               : texts[static_cast<std::size_t>(found - kNames.begin())];
}

}  // namespace bas::policy
