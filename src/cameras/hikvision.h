// Hikvision ISAPI: EventNotificationAlert of type ANPR, as multipart, bare XML or JSON.
// See docs/protocols/hikvision.md.
#pragma once

#include "cameras/adapter.h"

namespace bas::cameras {

bool recognises_hikvision(const Parts& parts);
Result<Batch> decode_hikvision(const Parts& parts);
// 200 without a body, which no device reads.
Answer acknowledge_hikvision(const Receipt& receipt);

}  // namespace bas::cameras
