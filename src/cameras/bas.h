// BAS's own format: one JSON object, an array of them, or a line each (NDJSON).
// See docs/protocols/bas.md, the format to use when a zone writes its own sender.
#pragma once

#include "cameras/adapter.h"

namespace bas::cameras {

bool recognises_bas(const Parts& parts);
// A single object that is wrong fails; of a batch the good ones are taken, the bad ones reported.
Result<Batch> decode_bas(const Parts& parts);
// {"stored":n,"repeated":n,"rejected":[{"line":n,"error":"…"}]}
Answer acknowledge_bas(const Receipt& receipt);

}  // namespace bas::cameras
