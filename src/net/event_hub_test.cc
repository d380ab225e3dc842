#include "net/event_hub.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace bas::net {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class FakeClock final : public Clock {
 public:
  UtcTime now() const override { return UtcTime{milliseconds{1'700'000'000'000}} + passed_; }
  std::chrono::steady_clock::time_point steady_now() const override {
    return std::chrono::steady_clock::time_point{passed_};
  }
  void pass(milliseconds time) { passed_ += time; }

 private:
  milliseconds passed_{0};
};

constexpr std::uint64_t kStart = 1'700'000'000'000'000;
constexpr std::string_view kPosition = R"("server_time":"2023-11-14T22:13:20.000Z")";

std::vector<std::string> texts(const EventFeed::Batch& batch) {
  std::vector<std::string> result;
  for (const auto& chunk : batch.chunks) result.push_back(*chunk);
  return result;
}

std::string reset(std::string_view reason) {
  return "event: reset\ndata: {\"reason\":\"" + std::string{reason} + "\"}\n\n";
}

class EventHubTest : public testing::Test {
 protected:
  std::shared_ptr<EventFeed> greeted(Subscription subscription = {}) {
    auto feed = hub_.subscribe(std::move(subscription));
    EXPECT_THAT(feed->take().chunks, SizeIs(1));
    return feed;
  }

  FakeClock clock_;
  EventHub hub_{{20, 64 << 20, 1000, milliseconds{10'000}, "1.2"}, clock_};
};

TEST_F(EventHubTest, says_hello_first) {
  const auto feed = hub_.subscribe({});
  EXPECT_THAT(texts(feed->take()),
              ElementsAre("event: hello\ndata: {\"seq\":1700000000000000," +
                          std::string{kPosition} + ",\"version\":\"1.2\"}\n\n"));
  EXPECT_THAT(feed->take().chunks, IsEmpty());
}

TEST_F(EventHubTest, numbers_rise_from_the_start_time_of_the_hub) {
  EXPECT_EQ(hub_.seq(), kStart);
  const auto feed = greeted();
  EXPECT_EQ(hub_.publish("hits", "hit.created", "{}"), kStart + 1);
  EXPECT_EQ(hub_.publish("hits", "hit.updated", "{}"), kStart + 2);
  EXPECT_THAT(texts(feed->take()),
              ElementsAre("id: 1700000000000001\nevent: hit.created\ndata: {}\n\n",
                          "id: 1700000000000002\nevent: hit.updated\ndata: {}\n\n"));
}

TEST_F(EventHubTest, one_event_is_formatted_once_for_all) {
  const auto first = greeted();
  const auto second = greeted();
  hub_.publish("hits", "hit.created", "{}");
  EXPECT_EQ(first->take().chunks.at(0).get(), second->take().chunks.at(0).get());
}

TEST_F(EventHubTest, heartbeats_come_every_ten_seconds_also_among_events) {
  const auto feed = greeted();
  clock_.pass(milliseconds{9'999});
  EXPECT_THAT(feed->take().chunks, IsEmpty());
  clock_.pass(milliseconds{1});
  hub_.publish("hits", "hit.created", "{}");
  EXPECT_THAT(texts(feed->take()),
              ElementsAre("event: heartbeat\ndata: {\"seq\":1700000000000001,\"server_time\":"
                          "\"2023-11-14T22:13:30.000Z\"}\n\n",
                          "id: 1700000000000001\nevent: hit.created\ndata: {}\n\n"));
  EXPECT_THAT(feed->take().chunks, IsEmpty());
}

TEST_F(EventHubTest, filters_by_topic_and_by_who_may_see) {
  Subscription wanted;
  wanted.topics = {"hits", "cameras"};
  wanted.may_see = [](const Event& event) {
    return event.audience.empty() || event.audience.at(0) == "zone-1";
  };
  const auto feed = greeted(wanted);
  hub_.publish("hits", "a", "1", {"zone-1"});
  hub_.publish("hits", "a", "2", {"zone-2"});
  hub_.publish("pursuits", "a", "3");
  hub_.publish("cameras", "a", "4");
  EXPECT_THAT(texts(feed->take()), ElementsAre("id: 1700000000000001\nevent: a\ndata: 1\n\n",
                                               "id: 1700000000000004\nevent: a\ndata: 4\n\n"));
}

TEST_F(EventHubTest, resumes_from_the_larger_of_since_and_last_event_id) {
  for (int i = 1; i <= 5; ++i) hub_.publish("hits", "a", std::to_string(i));
  Subscription wanted;
  wanted.since = kStart + 2;
  wanted.last_event_id = kStart + 4;
  auto feed = hub_.subscribe(wanted);
  EXPECT_THAT(texts(feed->take()), ElementsAre(testing::StartsWith("event: hello"),
                                               "id: 1700000000000005\nevent: a\ndata: 5\n\n"));
  wanted.last_event_id.reset();
  EXPECT_THAT(hub_.subscribe(wanted)->take().chunks, SizeIs(4));
}

TEST_F(EventHubTest, resets_when_the_ring_no_longer_reaches_back) {
  for (int i = 1; i <= 30; ++i) hub_.publish("hits", "a", std::to_string(i));
  const auto first_chunks = [&](std::uint64_t since) {
    Subscription wanted;
    wanted.since = since;
    return texts(hub_.subscribe(wanted)->take());
  };
  EXPECT_THAT(first_chunks(kStart + 10), SizeIs(21));  // hello and 11 to 30
  for (const std::uint64_t since : {kStart + 9, kStart + 31, std::uint64_t{0}}) {
    EXPECT_THAT(first_chunks(since), ElementsAre(testing::StartsWith("event: hello"), reset("gap")))
        << since;
  }
  EXPECT_EQ(hub_.resets(Reset::kGap), 3U);
}

TEST_F(EventHubTest, a_position_of_an_earlier_run_is_a_gap) {
  clock_.pass(milliseconds{1});
  EventHub next_run({}, clock_);
  Subscription wanted;
  wanted.since = hub_.publish("hits", "a", "1");
  EXPECT_THAT(texts(next_run.subscribe(wanted)->take()),
              ElementsAre(testing::StartsWith("event: hello"), reset("gap")));
}

TEST_F(EventHubTest, who_is_too_far_behind_is_reset_and_cut) {
  const auto slow = greeted();
  const auto quick = greeted();
  for (int i = 0; i < 12; ++i) {
    hub_.publish("hits", "a", std::string(100, 'x'));
    EXPECT_THAT(quick->take().chunks, SizeIs(1));
  }
  EXPECT_TRUE(slow->is_overrun());
  EXPECT_FALSE(quick->is_overrun());
  const auto batch = slow->take();
  EXPECT_TRUE(batch.is_last);
  EXPECT_THAT(texts(batch), ElementsAre(reset("gap")));
  EXPECT_EQ(hub_.resets(Reset::kSlow), 1U);
  EXPECT_TRUE(slow->take().is_last);
}

TEST_F(EventHubTest, events_of_other_topics_do_not_count_against_a_waiting_client) {
  Subscription wanted;
  wanted.topics = {"pursuits"};
  const auto feed = greeted(wanted);
  int wakes = 0;
  feed->wait([&] { ++wakes; });
  for (int i = 0; i < 40; ++i) hub_.publish("hits", "a", std::string(100, 'x'));
  EXPECT_EQ(wakes, 0);
  hub_.publish("pursuits", "a", "1");
  EXPECT_EQ(wakes, 1);
  EXPECT_THAT(feed->take().chunks, SizeIs(1));
}

TEST_F(EventHubTest, wakes_once_for_an_event_a_heartbeat_and_the_end) {
  const auto feed = greeted();
  int wakes = 0;
  const auto wait = [&] { feed->wait([&] { ++wakes; }); };
  wait();
  hub_.publish("hits", "a", "1");
  hub_.publish("hits", "a", "2");
  EXPECT_EQ(wakes, 1);
  wait();
  EXPECT_EQ(wakes, 2);  // something is there already
  EXPECT_THAT(feed->take().chunks, SizeIs(2));
  wait();
  feed->tick();
  EXPECT_EQ(wakes, 2);
  clock_.pass(milliseconds{10'000});
  feed->tick();
  EXPECT_EQ(wakes, 3);
  feed->take();
  wait();
  feed->end(Reset::kRights);
  EXPECT_EQ(wakes, 4);
  EXPECT_THAT(texts(feed->take()), ElementsAre(reset("rights")));
}

TEST_F(EventHubTest, close_all_ends_present_and_later_streams) {
  const auto feed = greeted();
  hub_.close_all(Reset::kRestart);
  const auto batch = feed->take();
  EXPECT_TRUE(batch.is_last);
  EXPECT_THAT(texts(batch), ElementsAre(reset("restart")));
  EXPECT_THAT(texts(hub_.subscribe({})->take()),
              ElementsAre(testing::StartsWith("event: hello"), reset("restart")));
}

TEST_F(EventHubTest, a_feed_outlives_its_hub) {
  auto hub = std::make_unique<EventHub>(EventHubSettings{}, clock_);
  const auto feed = hub->subscribe({});
  EXPECT_EQ(hub->clients(), 1U);
  hub.reset();
  EXPECT_TRUE(feed->take().is_last);
}

TEST_F(EventHubTest, many_publishers_and_readers_lose_nothing) {
  EventHubSettings settings;
  settings.client_bytes_max = 64 << 20;
  EventHub hub(settings, clock_);
  constexpr int kEach = 2'000;
  const auto feed = hub.subscribe({});
  std::atomic<bool> publishing{true};
  std::size_t events = 0;
  std::thread reader([&] {
    bool last_round = false;
    while (!last_round) {
      last_round = !publishing;
      for (auto batch = feed->take(); !batch.chunks.empty(); batch = feed->take()) {
        events += batch.chunks.size();
      }
    }
  });
  std::thread other([&] {
    for (int i = 0; i < kEach; ++i) hub.publish("hits", "a", "1");
  });
  for (int i = 0; i < kEach; ++i) hub.publish("hits", "a", "2");
  other.join();
  publishing = false;
  reader.join();
  EXPECT_EQ(events, 2U * kEach + 1);
}

}  // namespace
}  // namespace bas::net
