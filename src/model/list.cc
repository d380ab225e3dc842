#include "model/list.h"

#include "model/name_table.h"

namespace bas {

namespace {
constexpr NameTable<InexactUse, 3> kInexactUses{{"nothing", "review", "alarm"}};
}

std::string_view name_of(InexactUse use) { return kInexactUses.of(use); }
std::optional<InexactUse> inexact_use_from(std::string_view name) {
  return kInexactUses.find(name);
}

}  // namespace bas
