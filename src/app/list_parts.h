// What keeps lists, wired: sources, registers, imports, the keeper.
#pragma once

#include <memory>

#include "app/application_settings.h"
#include "base/clock.h"
#include "base/random.h"
#include "control_sql/control_sql.h"
#include "fetch/curl_fetcher.h"
#include "flow/list_use_cases.h"

namespace bas::app {

// In the order in which they are built; each uses only what stands above it.
class ListParts {
 public:
  struct Uses {
    const ApplicationSettings& settings;
    control_sql::ControlSql& control;
    vault::Vault& vault;
    flow::Reads& openers;
    flow::EntryBook& entries;
    flow::RepeatGuard& guard;
    flow::MisreadTally& tally;
    RegisterChecks& registers;
    Desks& desks;
    const Clock& clock;
    Random& random;
  };
  static Result<std::unique_ptr<ListParts>> open(Uses uses);

  // kBadInput when the list's source is no good.
  Result<flow::DueSource> open_source(const List& list);

  flow::Lists lists;
  flow::RevisionBook revisions;
  flow::ListReports reports;
  flow::Verdicts verdicts;
  flow::EntryActions entry_actions;
  flow::Previews previews;
  flow::KnownPlatesBook known_plates;
  flow::MisreadBook misreads;
  fetch::CurlFetcher fetcher;
  flow::ListImports imports;
  flow::ListKeeper keeper;

 private:
  explicit ListParts(Uses uses);

  Uses uses_;
};

}  // namespace bas::app
