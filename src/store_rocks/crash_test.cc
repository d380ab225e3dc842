// Kills a process in the middle of its appends, again and again on one folder: what it was told is
// stored must be there, once.
#include "store_rocks/rocks_read_store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <map>
#include <random>
#include <set>
#include <thread>

extern char** environ;

namespace bas::store_rocks {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolderName = "BAS_CRASH_FOLDER";
constexpr const char* kSeedName = "BAS_CRASH_SEED";
constexpr int kSayDescriptor = 3;  // where the child says what is durable
constexpr int kWriters = 3;
constexpr int kRounds = 8;

const UtcTime kStart = parse_rfc3339("2026-11-23T12:00:00Z").value();
const std::string kToken(kTokenBytes, 't');

Result<std::unique_ptr<ReadStore>> open_store(const fs::path& folder) {
  return RocksReadStore::open({folder / "reads", 8u << 20});
}

SealedRead make_read(Random& random) {
  SealedRead read;
  read.captured_at = kStart + std::chrono::milliseconds(random.next() % 3'600'000);
  read.id = make_id(read.captured_at, random);
  read.day = brussels_day(read.captured_at);
  read.token = kToken;
  read.names = {std::string(read.id.view())};
  read.sealed = random.bytes(150 + random.next() % 100);
  return read;
}

// Appends for ever and says, whole ids at a time, what is durable.
void append_until_killed(ReadStore& store, std::uint64_t seed) {
  SeededRandom random(seed);
  while (true) {
    std::vector<SealedRead> batch;
    std::string acknowledged;
    for (std::uint64_t left = 1 + random.next() % 8; left > 0; --left) {
      batch.push_back(make_read(random));
      acknowledged.append(batch.back().id.view());
    }
    if (!store.append(batch)) _exit(3);
    const auto written = ::write(kSayDescriptor, acknowledged.data(), acknowledged.size());
    if (written != static_cast<ssize_t>(acknowledged.size())) _exit(4);
  }
}

// Runs only in the process that is to be killed.
TEST(CrashChild, DISABLED_appends_until_killed) {
  auto store = open_store(getenv(kFolderName));
  ASSERT_TRUE(store) << store.error().text;
  const std::uint64_t seed = std::stoull(getenv(kSeedName));
  std::vector<std::thread> writers;
  for (std::uint64_t i = 0; i < kWriters; ++i) {
    writers.emplace_back([&store, seed, i] { append_until_killed(**store, seed * kWriters + i); });
  }
  for (std::thread& writer : writers) writer.join();
}

class CrashTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "crash-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { fs::remove_all(folder_); }

  // What the process said before it died; it is killed once it said `bytes_min` bytes.
  std::string run_and_kill(std::uint64_t seed, std::size_t bytes_min) {
    setenv(kFolderName, folder_.c_str(), 1);
    setenv(kSeedName, std::to_string(seed).c_str(), 1);
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    const pid_t child = spawn(ends[1]);
    close(ends[1]);
    std::string said;
    char buffer[4096];
    bool is_killed = false;
    for (ssize_t count; (count = read(ends[0], buffer, sizeof buffer)) > 0;) {
      said.append(buffer, static_cast<std::size_t>(count));
      if (!is_killed && said.size() >= bytes_min) is_killed = kill(child, SIGKILL) == 0;
    }
    close(ends[0]);
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << status;
    return said;
  }

  // This program again, as the child.
  pid_t spawn(int out) {
    const char* arguments[] = {"store_rocks_test", "--gtest_also_run_disabled_tests",
                               "--gtest_filter=CrashChild.*", nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, kSayDescriptor);
    pid_t child = 0;
    EXPECT_EQ(posix_spawn(&child, "/proc/self/exe", &actions, nullptr,
                          const_cast<char**>(arguments), environ),
              0);
    posix_spawn_file_actions_destroy(&actions);
    return child;
  }

  fs::path folder_;
};

void expect_each_once(ReadStore& store, const std::set<Id>& acknowledged) {
  const Day day = brussels_day(kStart);
  std::map<Id, int> by_token, by_site, untold;
  const auto history = store.history(day, kToken, SIZE_MAX).value();
  const auto passages =
      store.passages({Id{}, start_of(day), start_of(Day{day.number + 1}), SIZE_MAX, {}}).value();
  const auto waiting = store.untold(SIZE_MAX).value();
  for (const SealedRead& read : history) ++by_token[read.id];
  for (const SealedRead& read : passages) ++by_site[read.id];
  for (const SealedRead& read : waiting) ++untold[read.id];
  for (const Id& id : acknowledged) {
    const auto read = store.fetch(id).value();
    ASSERT_TRUE(read);
    EXPECT_EQ(by_token[id], 1);
    EXPECT_EQ(by_site[id], 1);
    EXPECT_EQ(untold[id], 1);
    EXPECT_EQ(store.find(std::vector<ReadKey>{{day, std::string(id.view())}}).value().at(0), id);
  }
  // What was not acknowledged is there whole or not at all.
  EXPECT_EQ(by_token.size(), by_site.size());
  EXPECT_EQ(by_token.size(), untold.size());
}

TEST_F(CrashTest, what_was_acknowledged_before_a_kill_is_there_once) {
  const std::uint64_t seed = std::random_device{}();
  std::printf("seed %llu\n", static_cast<unsigned long long>(seed));
  SeededRandom random(seed);
  std::set<Id> acknowledged;
  for (int round = 0; round < kRounds; ++round) {
    const std::string said = run_and_kill(random.next() >> 8, 16 * (1 + random.next() % 1500));
    for (std::size_t at = 0; at + 16 <= said.size(); at += 16) {
      acknowledged.insert(id_from_bytes(std::string_view(said).substr(at, 16)).value());
    }
    const auto store = open_store(folder_);
    ASSERT_TRUE(store) << store.error().text;
    expect_each_once(**store, acknowledged);
  }
  EXPECT_GT(acknowledged.size(), 100u);
}

}  // namespace
}  // namespace bas::store_rocks
