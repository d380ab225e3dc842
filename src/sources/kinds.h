// The kinds of sources. For .cc files of this folder only: others call make_source.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "fetch/fetcher.h"
#include "ports/list_source.h"
#include "sources/settings.h"

namespace bas::sources {

// `settings` are valid; `fetcher` and `clock` outlive the source.
std::unique_ptr<ListSource> make_http_source(SourceSettings settings, fetch::Fetcher& fetcher,
                                             const Clock& clock);
std::unique_ptr<ListSource> make_sftp_source(SourceSettings settings, fetch::Fetcher& fetcher,
                                             const Clock& clock);
// `root`: the folder is reached from it without a symbolic link on the way; empty: from anywhere.
std::unique_ptr<ListSource> make_folder_source(SourceSettings settings, const Clock& clock,
                                               std::string root);

// A file of another machine or a slow share shows when it was last changed in whole seconds, or
// even coarser: only then is "not changed since" to be believed that it could not have changed
// unseen.
inline constexpr std::chrono::seconds kBelievableAge{60};

}  // namespace bas::sources
