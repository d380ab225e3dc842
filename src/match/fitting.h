// How many vehicles fit a partial plate, and how surely one that does is found by it.
#pragma once

#include <span>
#include <string_view>

#include "match/pattern_index.h"
#include "plates/grammar.h"
#include "plates/misread_model.h"

namespace bas::match {

// About how many vehicles on the road, of the country or of the general form where it is not known.
// `laid`: PatternIndex::lay of the pattern. Cost: a microsecond or two for each way to lay it.
double vehicles_that_fit(const plates::Grammars& grammars, std::span<const PatternIndex::Laid> laid,
                         std::string_view country);

// The share of the passages of a vehicle that fits whose reads fit as well: every character that
// is named must be read right, and where no `*` takes it up none may be lost or read too many.
double share_that_stays(const plates::MisreadModel& model, std::string_view pattern);

}  // namespace bas::match
