// SIGTERM and SIGINT as something to wait for.
#pragma once

#include <csignal>

namespace bas::app {

// Make it before any other thread, so that all of them leave the signals to wait().
class StopSignal {
 public:
  StopSignal() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGTERM);
    sigaddset(&signals_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
  }

  // Returns when the process is asked to stop.
  void wait() const {
    int received = 0;
    sigwait(&signals_, &received);
  }

 private:
  sigset_t signals_{};
};

}  // namespace bas::app
