// What every engine under PursuitStore has to do.
#pragma once

#include "testkit/control_store_suite.h"

namespace bas::testkit {

class pursuit_store : public ControlStoreTest {
 protected:
  SealedPursuit pursuit_of(Day day = Day{20780}) {
    return {next_id(), day, 1, next_id(), at(1000), false, random_.bytes(80)};
  }
  SealedPursuitLine line(int number, std::string key = {}) {
    return {number, random_.bytes(50), std::move(key)};
  }
};

TEST_P(pursuit_store, gives_back_what_was_put) {
  SealedPursuit pursuit = pursuit_of();
  const SealedPursuitLine first = line(1);
  ASSERT_TRUE(stores_->pursuits().put(pursuit, first));
  const auto found = stores_->pursuits().pursuit(pursuit.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->entry, pursuit.entry);
  EXPECT_EQ(found->expires_at, at(1000));
  EXPECT_EQ(found->sealed, pursuit.sealed);
  EXPECT_FALSE(found->is_over);
  const auto lines = stores_->pursuits().lines(pursuit.id, 0).value();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].sealed, first.sealed);
  EXPECT_FALSE(stores_->pursuits().pursuit(next_id()).value());
}

TEST_P(pursuit_store, goes_on_by_one_version_at_a_time) {
  SealedPursuit pursuit = pursuit_of();
  ASSERT_TRUE(stores_->pursuits().put(pursuit, line(1)));
  pursuit.version = 2;
  ASSERT_TRUE(stores_->pursuits().put(pursuit, line(2)));
  EXPECT_EQ(stores_->pursuits().put(pursuit, line(2)).error().code, ErrorCode::kConflict);
  pursuit.version = 4;
  EXPECT_EQ(stores_->pursuits().put(pursuit, line(4)).error().code, ErrorCode::kConflict);
  EXPECT_EQ(stores_->pursuits().lines(pursuit.id, 1).value().size(), 1U);
}

TEST_P(pursuit_store, tells_the_key_of_each_line_and_has_none_twice) {
  SealedPursuit pursuit = pursuit_of();
  ASSERT_TRUE(stores_->pursuits().put(pursuit, line(1, "a")));
  pursuit.version = 2;
  EXPECT_FALSE(stores_->pursuits().put(pursuit, line(2, "a")));
  ASSERT_TRUE(stores_->pursuits().put(pursuit, line(2)));
  const auto lines = stores_->pursuits().lines(pursuit.id, 0).value();
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].key, "a");
  EXPECT_EQ(lines[1].key, "");
}

TEST_P(pursuit_store, lists_what_runs_newest_first_and_drops_a_day) {
  const SealedPursuit old = pursuit_of(), young = pursuit_of(Day{20781});
  SealedPursuit over = pursuit_of();
  over.is_over = true;
  for (const auto& one : {old, young, over}) {
    ASSERT_TRUE(stores_->pursuits().put(one, line(1)));
  }
  const auto running = stores_->pursuits().pursuits({{}, 9, true}).value();
  ASSERT_EQ(running.size(), 2U);
  EXPECT_EQ(running[0].id, young.id);
  EXPECT_EQ(stores_->pursuits().pursuits({{}, 2, false}).value().size(), 2U);
  EXPECT_EQ(stores_->pursuits().pursuits({young.id, 9, false}).value().size(), 1U);
  ASSERT_TRUE(stores_->pursuits().drop_day(Day{20780}));
  EXPECT_FALSE(stores_->pursuits().pursuit(old.id).value());
  EXPECT_TRUE(stores_->pursuits().lines(old.id, 0).value().empty());
  EXPECT_TRUE(stores_->pursuits().pursuit(young.id).value());
}

}  // namespace bas::testkit
