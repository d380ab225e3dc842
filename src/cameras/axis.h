// Axis License Plate Verifier and FF Group CAMMRA AI: multipart event and image, or one JSON.
// See docs/protocols/axis.md.
#pragma once

#include "cameras/adapter.h"

namespace bas::cameras {

bool recognises_axis(const Parts& parts);
Result<Batch> decode_axis(const Parts& parts);
// 200 without a body.
Answer acknowledge_axis(const Receipt& receipt);

}  // namespace bas::cameras
