// The regimes that are built in, for tests.
#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "policy/regime.h"

namespace bas::policy {

inline Regime standard_regime(std::string_view name) {
  auto regime = regime_from(name, standard_regime_text(name), "digest");
  EXPECT_TRUE(regime) << name << ": " << (regime ? "" : regime.error().text);
  return regime ? *regime : Regime{};
}

}  // namespace bas::policy
