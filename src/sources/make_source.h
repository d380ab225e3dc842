// From settings to a source that can be fetched from.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "fetch/fetcher.h"
#include "ports/list_source.h"
#include "sources/settings.h"

namespace bas::sources {

// How far the settings of a source may reach on this machine. Whoever edits a list's source could
// otherwise let the server send any file it can read to an address of his choice. Both are absolute
// paths; empty means anywhere, which is right only for settings that nobody edits from outside.
struct SourceRoots {
  std::string secrets;  // names of files in `access` and `signature` are names within this folder
  std::string folders;  // `path` lies within this folder
};

// `fetcher` and `clock` outlive the source. kBadInput as validate, or for a file or a path outside
// the roots. Opens nothing: a secret or a folder that is missing shows when it is fetched from.
Result<std::unique_ptr<ListSource>> make_source(SourceSettings settings, fetch::Fetcher& fetcher,
                                                const Clock& clock, const SourceRoots& roots = {});

}  // namespace bas::sources
