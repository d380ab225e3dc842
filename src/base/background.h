// Work that nobody waits for at a desk.
#pragma once

namespace bas {

// The calling thread, and those it starts from now on, leave the processor to others that want it:
// nice 10 (setpriority of Linux, which is per thread), about a tenth of an even share.
void step_back();

}  // namespace bas
