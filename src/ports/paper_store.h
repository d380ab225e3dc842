// Papers: grants, authorisations, their documents and agreements, which open data; second factors
// of accounts; what auditors found; registers; whose plates are close to whom; holds; outlets.
// Sealed: a paper names plates, cases and people, or holds a secret.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "model/name_table.h"

namespace bas {

enum class PaperKind {
  kGrant,
  kAuthorisation,
  kDocument,
  kSecondFactor,
  kAuditMonth,
  kRegister,
  kClosePlates,
  kAgreement,
  kHold,
  kOutlet
};
inline constexpr NameTable<PaperKind, 10> kPaperKindNames{
    {"grant", "authorisation", "document", "second_factor", "audit_month", "register",
     "close_plates", "agreement", "hold", "outlet"}};

// `version` begins at 1 and grows by one with each change.
struct SealedPaper {
  PaperKind kind = PaperKind::kGrant;
  Id id;
  int version = 1;
  std::string sealed;
};

// Threads: any; several servers may share one. Durable when a write returns.
class PaperStore {
 public:
  virtual ~PaperStore() = default;
  // kConflict when there is one of that kind and id.
  virtual Result<> add_paper(const SealedPaper& paper) = 0;
  // kConflict unless the stored version is the one before: somebody else was faster.
  virtual Result<> replace_paper(const SealedPaper& paper) = 0;
  virtual Result<std::optional<SealedPaper>> paper(PaperKind kind, const Id& id) = 0;
  // In the order of their ids, which is that of their making.
  virtual Result<std::vector<SealedPaper>> papers(PaperKind kind) = 0;
};

}  // namespace bas
