// What the groups of an identity provider stand for here.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/account.h"

namespace bas::flow {

// One group and what its members may. `zone`: a code, empty for the province. `role_life`: how long
// after signing in the role is held, for what acts without its person, such as a token.
// `trained_until`: until when the training of these people counts.
struct GroupRow {
  std::string group;
  Role role = Role::kOperator;
  std::string zone;
  Capacity capacity = Capacity::kAdministrative;
  std::chrono::days role_life{30};
  UtcTime trained_until;
};

// Groups are compared to the letter. Threads: any; nothing changes once parsed.
class GroupMapping {
 public:
  static constexpr std::size_t kBytesMax = 1u << 20;

  // The file as docs/protocols/sign_in.md has it. kBadInput names the row and what is wrong: an
  // unknown member, role or capacity, a group named twice, a term that is none.
  static Result<GroupMapping> parse(std::string_view json);

  // Of who is in several groups the row that stands first decides. Null: none of them is mapped.
  const GroupRow* row_for(std::span<const std::string> groups) const;
  const std::vector<GroupRow>& rows() const { return rows_; }

 private:
  std::vector<GroupRow> rows_;
};

}  // namespace bas::flow
