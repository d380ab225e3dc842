// Papers that open data, in and out of their sealed form, under the standing keys.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/agreement.h"
#include "model/authorisation.h"
#include "model/grant.h"
#include "model/hold.h"
#include "ports/paper_store.h"
#include "vault/vault.h"

namespace bas::flow {

struct OpenPaper {
  Id id;
  int version = 1;
  std::string text;
};

// Threads: any. kCorrupt for a paper that was changed, or moved to another id or version.
class Papers {
 public:
  Papers(PaperStore& store, vault::Vault& vault) : store_(store), vault_(vault) {}

  Result<> add(PaperKind kind, const Id& id, std::string_view text);
  // `changed.version`: that of the text it was made from. kConflict when that is no longer the
  // last.
  Result<> replace(PaperKind kind, const OpenPaper& changed);
  Result<std::optional<OpenPaper>> find(PaperKind kind, const Id& id);
  Result<std::vector<OpenPaper>> all(PaperKind kind);

 private:
  Result<SealedPaper> seal(PaperKind kind, const OpenPaper& paper);
  Result<OpenPaper> open(const SealedPaper& sealed);

  PaperStore& store_;
  vault::Vault& vault_;
};

// What is sealed: JSON. kCorrupt when it is not as it was written.
std::string paper_text(const Grant& grant);
Result<Grant> parse_grant(const OpenPaper& paper);
std::string paper_text(const Authorisation& authorisation);
Result<Authorisation> parse_authorisation(const OpenPaper& paper);
std::string paper_text(const Agreement& agreement);
Result<Agreement> parse_agreement(const OpenPaper& paper);
std::string paper_text(const Hold& hold);
Result<Hold> parse_hold(const OpenPaper& paper);

}  // namespace bas::flow
