// The parts of a profile, each from its own object of the JSON text.
#pragma once

#include <span>

#include "profiles/json_keys.h"
#include "profiles/profile.h"

namespace bas::profiles {

// Each takes the keys of the whole profile and reads its own; what is absent keeps its default.
Result<Container> container_from(JsonKeys& profile);
Result<Form> form_from(JsonKeys& profile);
Result<LineRules> line_rules_from(JsonKeys& profile, const Form& form);
Result<Facts<FactSource>> facts_from(JsonKeys& profile, const Form& form);
Result<RevisionSource> revision_from(JsonKeys& profile, std::string_view key);

// Two numbers from 1, the first and the last character; the last may be left out.
Result<Span> span_from(const JsonKeys& keys, std::string_view key, const Json& value);

// RE2: time is linear in the text. kBadInput says what is wrong with the pattern.
Result<Pattern> pattern_from(const JsonKeys& keys, std::string_view key, const std::string& text);

// The place of `written` among the words that are allowed.
Result<std::size_t> one_of(const JsonKeys& keys, std::string_view key,
                           std::span<const std::string_view> allowed, std::string_view written);

}  // namespace bas::profiles
