// One read in BAS's own JSON.
#pragma once

#include "cameras/adapter.h"
#include "cameras/json_document.h"

namespace bas::cameras {

// Unknown fields are passed over; a field of a wrong type or out of its range fails with its name,
// except a plate_box outside the frame, which is dropped. Hot: under 2 µs without pictures.
Result<Decoded> read_bas(const JsonValue& value, UtcTime received_at);

}  // namespace bas::cameras
