// What lies in the data folder, by store.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/data_folder.h"

namespace bas::app {

// Name and bytes of each store, the files' own length. Walks the folders: asked seldom. What goes
// meanwhile counts for nothing.
std::vector<std::pair<std::string, std::uint64_t>> store_sizes(const DataFolder& folder);

}  // namespace bas::app
