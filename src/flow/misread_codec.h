// The file in which learned models lie.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "flow/misread_book.h"

namespace bas::flow {

std::string misreads_text(const std::map<Id, CameraMisreads>& cameras);
// kCorrupt when it is not as misreads_text() writes it.
Result<std::map<Id, CameraMisreads>> parse_misreads(std::string_view text);

}  // namespace bas::flow
