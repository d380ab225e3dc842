// OpenALPR and Rekor Scout: groups, alerts, vehicles without a plate, heartbeats.
// See docs/protocols/openalpr.md.
#pragma once

#include "cameras/adapter.h"

namespace bas::cameras {

bool recognises_openalpr(const Parts& parts);
Result<Batch> decode_openalpr(const Parts& parts);
// 200 without a body.
Answer acknowledge_openalpr(const Receipt& receipt);

}  // namespace bas::cameras
