// What every engine under ListStore has to do when entries are paged, visited and removed.
#pragma once

#include "testkit/list_store_suite.h"

namespace bas::testkit {

class list_pages : public ListStoreTest {};

TEST_P(list_pages, pages_the_entries_of_one_list_in_id_order) {
  const List list = add_list("stolen");
  const List other = add_list("other");
  std::vector<Id> wanted;
  for (int i = 0; i < 45; ++i) {
    const std::vector<SealedEntry> pair = {entry_of(list), entry_of(other)};
    ASSERT_TRUE(stores_->lists().put_entries(pair, write_));
    wanted.push_back(pair[0].id);
  }
  std::vector<Id> seen;
  Id after;
  while (true) {
    const auto page = stores_->lists().entries(list.id, {after, 10}).value();
    EXPECT_LE(page.size(), 10U);
    if (page.empty()) break;
    for (const SealedEntry& entry : page) seen.push_back(entry.id);
    after = page.back().id;
  }
  EXPECT_EQ(seen, wanted);
  EXPECT_EQ(stores_->lists().count_entries(other.id).value(), 45U);
  EXPECT_EQ(stores_->lists().count_entries(next_id()).value(), 0U);
}

TEST_P(list_pages, visits_every_entry_once_and_stops_when_told) {
  const List list = add_list("stolen");
  const List other = add_list("other");
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(stores_->lists().put_entries(entries_of(list, 1000), write_));
    ASSERT_TRUE(stores_->lists().put_entries(entries_of(other, 3), write_));
  }
  std::vector<Id> seen;
  ASSERT_TRUE(stores_->lists().visit_entries([&](std::span<const SealedEntry> page) {
    for (const SealedEntry& entry : page) seen.push_back(entry.id);
    return true;
  }));
  EXPECT_EQ(seen.size(), 5015U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
  int pages = 0;
  ASSERT_TRUE(stores_->lists().visit_entries([&](std::span<const SealedEntry>) {
    ++pages;
    return false;
  }));
  EXPECT_EQ(pages, 1);
}

TEST_P(list_pages, lets_the_visitor_ask_and_change_the_store) {
  const List list = add_list("stolen");
  ASSERT_TRUE(stores_->lists().put_entries(entries_of(list, 3), write_));
  ASSERT_TRUE(stores_->lists().visit_entries([&](std::span<const SealedEntry> page) {
    EXPECT_TRUE(stores_->lists().entry(page[0].id).value());
    EXPECT_TRUE(
        stores_->lists().end_entries(std::vector<Id>{page[0].id}, EntryEnd::kDropped, write_));
    return true;
  }));
  EXPECT_EQ(stores_->lists().count_entries(list.id).value(), 2U);
}

TEST_P(list_pages, removes_the_entries_named_and_ignores_unknown_ones) {
  const List list = add_list("stolen");
  const auto entries = entries_of(list, 3);
  ASSERT_TRUE(stores_->lists().put_entries(entries, write_));
  ASSERT_TRUE(stores_->lists().end_entries(std::vector<Id>{entries[0].id, next_id(), entries[2].id},
                                           EntryEnd::kDropped, write_));
  const auto left = stores_->lists().entries(list.id, {Id{}, 10}).value();
  ASSERT_EQ(left.size(), 1U);
  EXPECT_EQ(left[0].id, entries[1].id);
  const auto back = stores_->lists().put_entries(entries, write_).value();
  EXPECT_THAT(changes(back), ElementsAre(kAdded, kUnchanged, kAdded));
}

}  // namespace bas::testkit
