#include "app/stop_signal.h"

#include <gtest/gtest.h>
#include <pthread.h>

namespace bas::app {
namespace {

class StopSignals : public testing::TestWithParam<int> {
 protected:
  void SetUp() override { pthread_sigmask(SIG_SETMASK, nullptr, &before_); }
  void TearDown() override { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

// That the test goes on is the proof: unblocked, the signal would have ended the process.
TEST_P(StopSignals, ends_the_wait_and_not_the_process) {
  const StopSignal stop;
  ASSERT_EQ(pthread_kill(pthread_self(), GetParam()), 0);
  stop.wait();
  sigset_t pending{};
  ASSERT_EQ(sigpending(&pending), 0);
  EXPECT_EQ(sigismember(&pending, GetParam()), 0);
}

INSTANTIATE_TEST_SUITE_P(TermAndInterrupt, StopSignals, testing::Values(SIGTERM, SIGINT));

}  // namespace
}  // namespace bas::app
