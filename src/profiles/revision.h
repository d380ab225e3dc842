// The number of a file's revision, from where the profile says that it stands.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "profiles/profile.h"

namespace bas::profiles {

// The parts of a file that may hold it.
struct RevisionPlaces {
  std::string_view header;  // the lines passed over at the top
  std::string_view file_name;
  std::string_view text;  // of a JSON file
};

// Empty where the profile names no place; kBadInput when nothing stands there.
Result<std::string> find_revision(const RevisionSource& source, const RevisionPlaces& places);

}  // namespace bas::profiles
