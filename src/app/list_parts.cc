#include "app/list_parts.h"

#include "app/data_folder.h"
#include "base/log.h"
#include "sources/make_source.h"

namespace bas::app {

ListParts::ListParts(Uses uses)
    : lists({uses.control.lists(), uses.entries, uses.desks, uses.clock, uses.random}),
      revisions({uses.control.revisions(), uses.entries.sealer(), uses.clock}),
      reports({uses.control.lists(), uses.control.revisions(), uses.control.hits(),
               uses.entries.sealer(), uses.clock}),
      verdicts({uses.control.hits(), uses.openers, uses.guard, uses.tally, uses.registers,
                uses.desks, uses.clock}),
      entry_actions({uses.control.lists(), uses.entries, lists, revisions, verdicts, uses.desks,
                     uses.clock, uses.random}),
      previews(uses.entries, uses.settings.reads_per_day),
      known_plates({uses.entries, uses.vault, uses.random,
                    DataFolder{uses.settings.data_folder}.known_plates()}),
      misreads({uses.entries, uses.tally, uses.clock, uses.random,
                DataFolder{uses.settings.data_folder}.misreads()}),
      imports({{uses.control.lists(), uses.entries, revisions, verdicts, uses.clock, uses.random},
               lists,
               uses.desks}),
      keeper({lists, imports, uses.control.revisions(), verdicts, uses.control.hits(), uses.clock,
              [this](const List& list) { return open_source(list); }}),
      uses_(uses) {}

Result<std::unique_ptr<ListParts>> ListParts::open(Uses uses) {
  std::unique_ptr<ListParts> parts(new ListParts(uses));
  TRY(parts->known_plates.load());
  TRY(parts->misreads.load());
  const std::size_t left = TRY(parts->revisions.end_left_running());
  if (left > 0) {
    log(LogLevel::kWarning, "app", "imports were broken off by the last stop",
        {{"imports", std::to_string(left)}});
  }
  return parts;
}

Result<flow::DueSource> ListParts::open_source(const List& list) {
  auto settings = TRY(sources::parse_settings(list.source));
  const auto interval = settings.interval;
  const ApplicationSettings& given = uses_.settings;
  const auto beside = [&](const std::filesystem::path& named, const char* suffix) {
    std::filesystem::path data = given.data_folder;
    return std::filesystem::absolute(named.empty() ? data += suffix : named).string();
  };
  const sources::SourceRoots roots{beside(given.list_secrets_folder, ".secrets"),
                                   beside(given.list_inbox_folder, ".inbox")};
  return flow::DueSource{
      TRY(sources::make_source(std::move(settings), fetcher, uses_.clock, roots)), interval};
}

}  // namespace bas::app
