// The rows of what leaves the house. For .cc files of this folder only.
#pragma once

#include <vector>

#include "config/fields.h"

namespace bas::config {

void add_outward(std::vector<Field>& table);

}  // namespace bas::config
