#include "sim/simulate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/setup_client.h"
#include "sim/test_stand_in.h"

namespace bas::sim {
namespace {

class simulate_run : public testing::Test {
 protected:
  simulate_run() {
    folder_ =
        std::filesystem::temp_directory_path() / ("bas_sim_test_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~simulate_run() override { std::filesystem::remove_all(folder_); }

  SimulateSettings settings_at(double rate_per_s, double seconds) {
    SimulateSettings settings;
    settings.url = server_.url();
    settings.token = settings.desk_token = "token";
    settings.rate_per_s = rate_per_s;
    settings.seconds = seconds;
    settings.with_pictures = false;
    settings.keys_file = folder_ / "keys.json";
    return settings;
  }

  StandIn server_;
  std::filesystem::path folder_;
};

TEST_F(simulate_run, sends_every_format_and_measures_the_hits_at_every_desk) {
  SimulateSettings settings = settings_at(100, 3);
  settings.desks = 3;
  settings.with_pictures = true;
  settings.truth_file = folder_ / "truth.jsonl";
  int progresses = 0;
  const auto report = simulate(settings, [&](const Progress&) { ++progresses; });
  ASSERT_TRUE(report) << report.error().text;
  EXPECT_THAT(report->errors, testing::IsEmpty());
  EXPECT_EQ(server_.undecoded, 0);
  EXPECT_GT(report->acknowledged, 200U);
  EXPECT_EQ(report->acknowledged, report->scheduled);
  EXPECT_EQ(report->failed + report->refused + report->retries, 0U);
  EXPECT_GE(progresses, 2);
  EXPECT_GT(report->hit.count, 0U);
  EXPECT_EQ(report->hit_events % 3, 0U);
  EXPECT_EQ(report->hit.count, report->hit_events);
  EXPECT_EQ(report->unmatched_events, 0U);
  EXPECT_GT(report->acknowledge.p50, 0);

  std::ifstream truth(settings.truth_file);
  std::set<std::string> ids;
  std::uint64_t lines = 0;
  for (std::string line; std::getline(truth, line); ++lines)
    ids.insert(nlohmann::json::parse(line)["protocol"]);
  EXPECT_EQ(lines, report->acknowledged);
  EXPECT_EQ(ids, (std::set<std::string>{"axis", "bas", "hikvision", "openalpr"}));
  EXPECT_EQ(server_.events().size(), report->acknowledged);
}

TEST_F(simulate_run, sends_the_same_bytes_again_until_they_are_taken) {
  server_.refuse_first = 20;
  const auto report = simulate(settings_at(60, 1), {});
  ASSERT_TRUE(report) << report.error().text;
  EXPECT_GE(report->retries, 20U);
  EXPECT_EQ(report->acknowledged, report->scheduled);
  EXPECT_EQ(server_.events().size(), report->acknowledged);
  EXPECT_EQ(server_.repeated, 0);
}

TEST_F(simulate_run, fills_bodies_with_many_reads) {
  SimulateSettings settings = settings_at(4000, 2);
  settings.protocols = {Protocol::kBas};
  settings.batch = 50;
  settings.batch_wait = std::chrono::milliseconds(200);
  settings.desks = 2;
  const auto report = simulate(settings, {});
  ASSERT_TRUE(report) << report.error().text;
  EXPECT_EQ(report->acknowledged, report->scheduled);
  EXPECT_NEAR(static_cast<double>(report->acknowledged), 8000, 800);
  EXPECT_EQ(server_.events().size(), report->acknowledged);
  EXPECT_LT(server_.messages * 4U, report->acknowledged);
  EXPECT_GT(report->hit.count, 20U);
  EXPECT_EQ(report->unmatched_events, 0U);
}

TEST_F(simulate_run, reuses_what_an_earlier_run_set_up) {
  ASSERT_TRUE(simulate(settings_at(20, 0.2), {}));
  ASSERT_TRUE(simulate(settings_at(20, 0.2), {}));
  EXPECT_EQ(server_.new_keys, 0);
  std::filesystem::remove(folder_ / "keys.json");
  ASSERT_TRUE(simulate(settings_at(20, 0.2), {}));
  EXPECT_EQ(server_.new_keys, 150);
}

TEST_F(simulate_run, stops_when_asked_to) {
  std::stop_source stop;
  SimulateSettings settings = settings_at(50, 0);
  const auto report =
      simulate(settings, [&](const Progress&) { stop.request_stop(); }, stop.get_token());
  ASSERT_TRUE(report) << report.error().text;
  EXPECT_LT(report->seconds, 5);
  EXPECT_EQ(report->acknowledged, report->scheduled);
}

TEST_F(simulate_run, refuses_a_wrong_token_and_impossible_settings) {
  SimulateSettings settings = settings_at(10, 1);
  settings.token = settings.desk_token = "other";
  const auto refused = simulate(settings, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kRefused);
  settings = settings_at(10, 1);
  settings.batch = 10;
  EXPECT_FALSE(simulate(settings, {}));
  settings = settings_at(0, 1);
  EXPECT_FALSE(simulate(settings, {}));
}

}  // namespace
}  // namespace bas::sim
