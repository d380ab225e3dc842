// Names of files in a folder, here or elsewhere. For .cc files of this folder only.
#pragma once

#include <string>

#include "sources/settings.h"

namespace bas::sources {

// Whether a file of that name can be the list: it fits the pattern, is no path, not hidden, no
// checksum, signature or marker, and does not end as unfinished files do (.tmp, .part, …).
bool is_list_name(const std::string& name, const SourceSettings& settings);

// Another file's suffix put after the name, in a URL before its query.
std::string beside(const std::string& url, const std::string& suffix);

}  // namespace bas::sources
