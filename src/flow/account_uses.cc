#include "flow/account_uses.h"

namespace bas::flow {

Result<> write_account_act(UseLog& uses, const Gate& gate, AccountAct act, const Person& who) {
  Use use;
  use.facts.verb = policy::Verb::kAlter;
  use.facts.what = std::move(act.what);
  use.facts.zone = gate.zone_code(who.user.zone);
  use.facts.role = name_of(who.user.role);
  use.details.actor = to_string(who.user.id);
  use.details.terminal = who.terminal;
  use.details.predicate = std::move(act.predicate);
  TRY(uses.write(std::move(use)));
  return {};
}

}  // namespace bas::flow
