// Outlets as papers: JSON under the seal.
#pragma once

#include "flow/papers.h"
#include "model/outlet.h"

namespace bas::flow {

// `request_key`: of the request that made it; empty: none. `is_removed`: only its id is left.
struct KeptOutlet {
  Outlet outlet;
  Id made_by;
  std::string request_key;
  bool is_removed = false;
};

std::string paper_text(const KeptOutlet& kept);
// kCorrupt when it is not as it was written.
Result<KeptOutlet> parse_outlet(const OpenPaper& paper);

}  // namespace bas::flow
