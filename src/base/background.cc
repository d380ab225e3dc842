#include "base/background.h"

#include <sys/resource.h>
#include <unistd.h>

namespace bas {

void step_back() {
  constexpr int kNice = 10;
  // Refused only where the thread is nicer already.
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), kNice);
}

}  // namespace bas
