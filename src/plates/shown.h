// Plates as people write them.
#pragma once

#include <string>
#include <string_view>

#include "plates/grammar.h"

namespace bas::plates {

// "1ABC123" of BE as "1-ABC-123": with the separators of the likeliest form that the plate obeys.
// Where the length differs from the form's example, only groups that the change between letters and
// digits tells are set apart. The plate as it is when its country has no grammar, is not known, or
// gives out no such plate; so too a partial plate. Canonical form takes the separators away again.
// Cost: about a microsecond.
std::string shown_as(const Grammars& grammars, std::string_view canonical,
                     std::string_view country);

}  // namespace bas::plates
