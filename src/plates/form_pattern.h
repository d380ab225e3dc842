// The small language in which grammars are written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "plates/glyph.h"

namespace bas::plates {

using NamedSets = std::map<std::string, GlyphSet, std::less<>>;

// Every sequence of places that the pattern allows, one for each choice of its repetitions:
// `@` a Latin letter, `#` a digit, `[AB-D]` a set, `<name>` a named set, `{2,4}` how often, `?`
// zero or one. At most ten places and 200 sequences; kBadInput says what is wrong. Different
// choices that give the same places are given once.
Result<std::vector<std::vector<GlyphSet>>> expand_pattern(std::string_view pattern,
                                                          const NamedSets& sets);

}  // namespace bas::plates
