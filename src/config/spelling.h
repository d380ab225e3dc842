// What somebody may have meant.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bas::config {

// "; did you mean NAME?" when one of the names is near enough to `written`, else nothing.
std::string did_you_mean(std::string_view written, std::span<const std::string> names);

}  // namespace bas::config
