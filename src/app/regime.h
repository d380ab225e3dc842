// The law that decides, by its name.
#pragma once

#include <string>

#include "policy/regime.h"

namespace bas::app {

// One that is built in ("be", "nl", "uk", "de", "generic"), or a file. kBadInput with what is
// wrong.
Result<policy::Regime> regime_of(const std::string& name);

}  // namespace bas::app
