#include "registers/around.h"

#include <condition_variable>
#include <mutex>

namespace bas::registers {

bool SystemPause::wait(std::chrono::milliseconds length, std::stop_token stop) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, length, [] { return false; });
  return !stop.stop_requested();
}

}  // namespace bas::registers
