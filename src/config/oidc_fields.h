// The settings of signing in with an identity provider, and of its directory.
#pragma once

#include <vector>

#include "config/fields.h"

namespace bas::config {

void add_oidc(std::vector<Field>& table);

}  // namespace bas::config
