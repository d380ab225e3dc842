// The parameters of a regime: one row each.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <string_view>
#include <vector>

#include "policy/regime.h"

namespace bas::policy {

struct RegimeRow {
  std::string_view key;
  std::string_view meaning;
  // kBadInput says what is needed instead.
  std::function<Result<>(Regime&, const toml::node&)> take;
};

const std::vector<RegimeRow>& regime_rows();
const RegimeRow* find_row(std::string_view key);

}  // namespace bas::policy
