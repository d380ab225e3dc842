#include "model/revision.h"

#include "model/name_table.h"

namespace bas {

namespace {
constexpr NameTable<ImportMode, 3> kModes{{"full", "delta", "merge"}};
constexpr NameTable<RevisionState, 7> kRevisionStates{
    {"running", "applied", "previewed", "held", "refused", "cancelled", "partly"}};
constexpr NameTable<EntryEnd, 4> kEnds{{"replaced", "dropped", "withdrawn", "wrong"}};
}  // namespace

std::string_view name_of(ImportMode mode) { return kModes.of(mode); }
std::optional<ImportMode> import_mode_from(std::string_view name) { return kModes.find(name); }
std::string_view name_of(RevisionState state) { return kRevisionStates.of(state); }
std::optional<RevisionState> revision_state_from(std::string_view name) {
  return kRevisionStates.find(name);
}

std::string_view name_of(EntryEnd how) { return kEnds.of(how); }
std::optional<EntryEnd> entry_end_from(std::string_view name) { return kEnds.find(name); }

}  // namespace bas
