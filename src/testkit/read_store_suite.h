// The promises of ports/read_store.h as tests; an engine's test instantiates ReadStoreSuite.
#pragma once

#include "testkit/read_store_fixture.h"

#include <gmock/gmock.h>

#include <set>
#include <thread>

#include "base/encode.h"

namespace bas::testkit {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

TEST_P(ReadStoreSuite, gives_back_what_was_appended) {
  const SealedRead one = read(seconds{1}, "ONE");
  append({one, read(seconds{2}, "TWO")});
  const auto found = store_->fetch(one.id).value();
  ASSERT_TRUE(found);
  expect_same(*found, one);
}

TEST_P(ReadStoreSuite, keeps_everything_over_a_restart) {
  const SealedRead one = read(seconds{1}, "ONE");
  append({one});
  reopen();
  expect_same(store_->fetch(one.id).value().value(), one);
  EXPECT_THAT(ids_of(history("ONE")), ElementsAre(one.id));
  EXPECT_EQ(found(one.day, one.names.back()), one.id);
  EXPECT_THAT(ids_of(store_->untold(10).value()), ElementsAre(one.id));
}

TEST_P(ReadStoreSuite, knows_nothing_it_was_not_given) {
  const SealedRead absent = read(seconds{1}, "ONE");
  EXPECT_EQ(store_->fetch(absent.id).value(), std::nullopt);
  EXPECT_EQ(found(absent.day, absent.names.front()), std::nullopt);
  EXPECT_THAT(history("ONE"), IsEmpty());
  EXPECT_THAT(store_->passages(whole_day()).value(), IsEmpty());
  EXPECT_THAT(store_->untold(10).value(), IsEmpty());
}

TEST_P(ReadStoreSuite, takes_an_empty_batch) { EXPECT_TRUE(store_->append({})); }

TEST_P(ReadStoreSuite, refuses_a_whole_batch_for_one_bad_read) {
  const SealedRead good = read(seconds{1}, "ONE");
  SealedRead short_token = read(seconds{2}, "TWO");
  short_token.token.pop_back();
  SealedRead other_day = read(seconds{3}, "TWO");
  other_day.day.number += 1;
  for (const SealedRead& bad : {short_token, other_day}) {
    const Result<> refused = store_->append(std::vector<SealedRead>{good, bad});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
  }
  EXPECT_EQ(store_->fetch(good.id).value(), std::nullopt);
}

TEST_P(ReadStoreSuite, finds_by_every_name_within_its_day) {
  const SealedRead one = read(seconds{1}, "ONE");
  const SealedRead two = read(seconds{2}, "TWO");
  append({one, two});
  const std::vector<ReadKey> keys = {{one.day, two.names.back()},
                                     {one.day, random_.bytes(kTokenBytes)},
                                     {one.day, one.names.front()},
                                     {Day{one.day.number - 1}, one.names.front()}};
  EXPECT_THAT(store_->find(keys).value(), ElementsAre(two.id, std::nullopt, one.id, std::nullopt));
}

TEST_P(ReadStoreSuite, lists_a_history_newest_first) {
  const SealedRead middle = read(seconds{2}, "ONE");
  const SealedRead last = read(seconds{3}, "ONE");
  const SealedRead first = read(seconds{1}, "ONE");
  append({middle, last, read(seconds{2}, "TWO")});
  append({first});
  EXPECT_THAT(ids_of(history("ONE")), ElementsAre(last.id, middle.id, first.id));
  EXPECT_THAT(ids_of(history("ONE", 2)), ElementsAre(last.id, middle.id));
  EXPECT_THAT(history("ONE", 0), IsEmpty());
}

TEST_P(ReadStoreSuite, a_history_is_of_one_day) {
  const SealedRead today = read(seconds{1}, "ONE");
  const SealedRead yesterday = read(hours{-24}, "ONE");
  append({today, yesterday});
  EXPECT_THAT(ids_of(history("ONE")), ElementsAre(today.id));
  EXPECT_THAT(ids_of(store_->history(yesterday.day, token("ONE"), 10).value()),
              ElementsAre(yesterday.id));
}

TEST_P(ReadStoreSuite, a_replaced_read_is_there_once_under_its_new_token) {
  const SealedRead worse = read(seconds{1}, "WRONG");
  append({worse});
  SealedRead better = worse;
  better.token = token("RIGHT");
  better.replaced_token = worse.token;
  better.names = {random_.bytes(kTokenBytes)};
  better.sealed = random_.bytes(200);
  append({better});
  EXPECT_THAT(history("WRONG"), IsEmpty());
  ASSERT_THAT(ids_of(history("RIGHT")), ElementsAre(worse.id));
  expect_same(history("RIGHT").front(), better);
  EXPECT_THAT(ids_of(store_->passages(whole_day()).value()), ElementsAre(worse.id));
  EXPECT_EQ(found(worse.day, worse.names.front()), worse.id);
  EXPECT_EQ(found(worse.day, better.names.front()), worse.id);
}

TEST_P(ReadStoreSuite, a_read_may_be_replaced_within_its_batch_and_under_its_own_token) {
  const SealedRead worse = read(seconds{1}, "ONE");
  SealedRead better = worse;
  better.replaced_token = worse.token;
  better.sealed = random_.bytes(200);
  append({worse, better});
  ASSERT_THAT(ids_of(history("ONE")), ElementsAre(worse.id));
  expect_same(history("ONE").front(), better);
}

TEST_P(ReadStoreSuite, the_same_batch_twice_is_there_once) {
  const std::vector<SealedRead> batch = {read(seconds{1}, "ONE"), read(seconds{2}, "ONE")};
  append(batch);
  append(batch);
  EXPECT_EQ(history("ONE").size(), 2u);
  EXPECT_EQ(store_->passages(whole_day()).value().size(), 2u);
  EXPECT_EQ(store_->untold(10).value().size(), 2u);
}

TEST_P(ReadStoreSuite, passages_are_in_order_of_capture_from_included_to_excluded) {
  std::vector<SealedRead> reads;
  for (const int second : {4, 2, 0, 3, 1}) reads.push_back(read(seconds{second}, "ONE"));
  SealedRead elsewhere = read(seconds{2}, "ONE");
  elsewhere.site = site('b');
  append(reads);
  append({elsewhere});
  SitePassages wanted = whole_day();
  wanted.from = kNoon + seconds{1};
  wanted.to = kNoon + seconds{4};
  EXPECT_THAT(ids_of(store_->passages(wanted).value()),
              ElementsAre(reads[4].id, reads[1].id, reads[3].id));
  wanted.to = wanted.from;
  EXPECT_THAT(store_->passages(wanted).value(), IsEmpty());
  wanted.site = site('b');
  wanted.to = kNoon + hours{1};
  EXPECT_THAT(ids_of(store_->passages(wanted).value()), ElementsAre(elsewhere.id));
}

TEST_P(ReadStoreSuite, passages_go_on_across_days_page_by_page) {
  std::vector<SealedRead> reads;
  for (int hour = -36; hour <= 36; hour += 3) reads.push_back(read(hours{hour}, "ONE"));
  append(reads);
  SitePassages wanted = {site('a'), kNoon - hours{100000}, kNoon + hours{1000000}, 4, {}};
  std::vector<Id> seen;
  while (true) {
    const std::vector<SealedRead> page = store_->passages(wanted).value();
    if (page.empty()) break;
    ASSERT_LE(page.size(), 4u);
    for (const Id& id : ids_of(page)) seen.push_back(id);
    wanted.after = seen.back();
  }
  EXPECT_THAT(seen, ElementsAreArray(ids_of(reads)));
}

TEST_P(ReadStoreSuite, passages_of_one_instant_are_all_paged) {
  std::vector<SealedRead> reads;
  for (int i = 0; i < 9; ++i) reads.push_back(read(seconds{0}, "ONE"));
  append(reads);
  SitePassages wanted = whole_day();
  wanted.limit = 2;
  std::set<Id> seen;
  for (int page = 0; page < 5; ++page) {
    const std::vector<SealedRead> found_now = store_->passages(wanted).value();
    for (const SealedRead& one : found_now) {
      EXPECT_TRUE(seen.insert(one.id).second);
      wanted.after = one.id;
    }
  }
  EXPECT_EQ(seen.size(), reads.size());
}

TEST_P(ReadStoreSuite, a_read_is_untold_until_it_is_told) {
  const SealedRead one = read(seconds{1}, "ONE");
  const SealedRead two = read(seconds{2}, "TWO");
  append({one, two});
  EXPECT_EQ(store_->untold(1).value().size(), 1u);
  ASSERT_TRUE(store_->mark_told(std::vector<Id>{one.id}));
  ASSERT_THAT(ids_of(store_->untold(10).value()), ElementsAre(two.id));
  expect_same(store_->untold(10).value().front(), two);
  ASSERT_TRUE(store_->mark_told(std::vector<Id>{one.id, two.id}));
  EXPECT_THAT(store_->untold(10).value(), IsEmpty());
  EXPECT_TRUE(store_->fetch(one.id).value());
}

TEST_P(ReadStoreSuite, a_read_without_hits_is_never_untold) {
  SealedRead one = read(seconds{1}, "ONE");
  one.is_untold = false;
  append({one});
  EXPECT_THAT(store_->untold(10).value(), IsEmpty());
  EXPECT_TRUE(store_->fetch(one.id).value());
}

TEST_P(ReadStoreSuite, a_replaced_read_is_to_be_told_again) {
  SealedRead one = read(seconds{1}, "ONE");
  append({one});
  ASSERT_TRUE(store_->mark_told(std::vector<Id>{one.id}));
  one.replaced_token = one.token;
  append({one});
  EXPECT_THAT(ids_of(store_->untold(10).value()), ElementsAre(one.id));
}

TEST_P(ReadStoreSuite, drops_a_day_and_nothing_else) {
  const SealedRead before = read(hours{-24}, "ONE");
  const SealedRead dropped = read(seconds{1}, "ONE");
  const SealedRead after = read(hours{24}, "ONE");
  append({before, dropped, after});
  EXPECT_EQ(store_->count(dropped.day).value(), 1U);
  EXPECT_EQ(store_->count({dropped.day.number + 100}).value(), 0U);
  const auto erased = store_->drop_day(dropped.day);
  ASSERT_TRUE(erased);
  EXPECT_EQ(erased->reads, 1U);
  EXPECT_EQ(erased->digest, sha256({std::string(32, '\0'), dropped.id.view()}));
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(store_->fetch(dropped.id).value(), std::nullopt);
    EXPECT_EQ(found(dropped.day, dropped.names.front()), std::nullopt);
    EXPECT_THAT(history("ONE"), IsEmpty());
    EXPECT_THAT(ids_of(store_->untold(10).value()), ElementsAre(before.id, after.id));
    SitePassages all = whole_day();
    all.from = kNoon - hours{100};
    all.to = kNoon + hours{100};
    EXPECT_THAT(ids_of(store_->passages(all).value()), ElementsAre(before.id, after.id));
    EXPECT_EQ(found(after.day, after.names.front()), after.id);
    reopen();
  }
  EXPECT_EQ(store_->drop_day(dropped.day)->reads, 0U);
  EXPECT_EQ(store_->count(dropped.day).value(), 0U);
}

TEST_P(ReadStoreSuite, drops_what_is_of_one_source_and_leaves_the_rest_of_the_day) {
  const SealedRead kept = read(milliseconds{0}, "ONE");
  SealedRead dropped = read(milliseconds{1}, "ONE");
  dropped.source = LegalSource::kCameraAct;
  SealedRead other = read(milliseconds{2}, "ONE");
  other.source = LegalSource::kDesignatedPlace;
  append({kept, dropped, other});
  EXPECT_EQ(store_->fetch(dropped.id).value()->source, LegalSource::kCameraAct);
  const auto erased = store_->drop_source(dropped.day, LegalSource::kCameraAct);
  ASSERT_TRUE(erased);
  EXPECT_EQ(erased->reads, 1U);
  EXPECT_EQ(erased->digest, sha256({std::string(32, '\0'), dropped.id.view()}));
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(store_->fetch(dropped.id).value(), std::nullopt);
    EXPECT_EQ(found(dropped.day, dropped.names.front()), std::nullopt);
    EXPECT_EQ(found(dropped.day, dropped.names.back()), std::nullopt);
    EXPECT_EQ(found(kept.day, kept.names.front()), kept.id);
    EXPECT_THAT(ids_of(history("ONE")), ElementsAre(other.id, kept.id));
    EXPECT_THAT(ids_of(store_->passages(whole_day()).value()), ElementsAre(kept.id, other.id));
    EXPECT_THAT(ids_of(store_->untold(10).value()), ElementsAre(kept.id, other.id));
    reopen();
  }
  EXPECT_EQ(store_->drop_source(dropped.day, LegalSource::kCameraAct)->reads, 0U);
  EXPECT_EQ(store_->drop_day(dropped.day)->reads, 2U);
}

// Midnight in Brussels is 23:00 UTC in winter; the day of summer time has 23 hours.
TEST_P(ReadStoreSuite, a_day_ends_at_midnight_in_brussels) {
  const auto evening = parse_rfc3339("2026-03-29T21:59:59.999Z").value();
  const auto midnight = evening + milliseconds{1};
  const SealedRead last = read(evening - kNoon, "ONE");
  const SealedRead first = read(midnight - kNoon, "ONE");
  append({last, first});
  ASSERT_TRUE(store_->drop_day(last.day));
  EXPECT_EQ(store_->fetch(last.id).value(), std::nullopt);
  EXPECT_TRUE(store_->fetch(first.id).value());
}

TEST_P(ReadStoreSuite, serves_many_writers_and_readers_at_once) {
  std::vector<std::vector<SealedRead>> work(4);
  for (int i = 0; i < 400; ++i) {
    work[static_cast<std::size_t>(i % 4)].push_back(read(milliseconds{i}, "ONE"));
  }
  std::vector<std::thread> threads;
  for (const auto& mine : work) {
    threads.emplace_back([this, &mine] {
      for (std::size_t i = 0; i < mine.size(); i += 10) {
        ASSERT_TRUE(store_->append(std::span(mine).subspan(i, 10)));
        ASSERT_TRUE(store_->fetch(mine[i].id).value());
        ASSERT_TRUE(store_->mark_told(std::vector<Id>{mine[i].id}));
        ASSERT_GE(history("ONE").size(), i + 10);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(history("ONE").size(), 400u);
  EXPECT_EQ(store_->passages(whole_day()).value().size(), 400u);
  EXPECT_EQ(store_->untold(1000).value().size(), 360u);
}

}  // namespace bas::testkit
