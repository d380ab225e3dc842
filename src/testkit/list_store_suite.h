// What every engine under ListStore has to do.
#pragma once

#include <algorithm>

#include "testkit/control_store_suite.h"

namespace bas::testkit {

class ListStoreTest : public ControlStoreTest {
 protected:
  List add_list(const std::string& name, Id owner = {}) {
    const List list = list_of(name, owner);
    EXPECT_TRUE(stores_->lists().add_list(list));
    return list;
  }
  List list_of(const std::string& name, Id owner = {}) {
    List list;
    list.id = next_id();
    list.owner_zone = owner;
    list.name = name;
    list.title = "Title";
    list.category = "stolen";
    list.priority = 2;
    list.created_at = at(9);
    return list;
  }
  SealedEntry entry_of(const List& list) {
    SealedEntry entry;
    entry.id = next_id();
    entry.list = list.id;
    entry.token = random_.bytes(16);
    entry.priority = 2;
    entry.valid_from = at(-5);
    entry.content_digest = random_.bytes(16);
    entry.sealed = random_.bytes(90);
    return entry;
  }
  std::vector<SealedEntry> entries_of(const List& list, std::size_t count) {
    std::vector<SealedEntry> entries;
    for (std::size_t i = 0; i < count; ++i) entries.push_back(entry_of(list));
    return entries;
  }
  static std::vector<EntryChange> changes(const std::vector<PutEntry>& answers) {
    std::vector<EntryChange> found;
    for (const PutEntry& answer : answers) found.push_back(answer.change);
    return found;
  }

  EntryWrite write_{1, {}, at(77)};
};
class list_store : public ListStoreTest {};

using enum EntryChange;
using testing::Each;
using testing::ElementsAre;

TEST_P(list_store, gives_back_lists_as_they_were_added) {
  const Zone zone = add_zone();
  const List list = add_list("stolen", zone.id);
  add_list("wanted");
  const auto lists = stores_->lists().lists().value();
  ASSERT_EQ(lists.size(), 2U);
  EXPECT_EQ(lists[0].id, list.id);
  EXPECT_EQ(lists[0].owner_zone, zone.id);
  EXPECT_EQ(lists[0].title, "Title");
  EXPECT_EQ(lists[0].category, "stolen");
  EXPECT_EQ(lists[0].priority, 2);
  EXPECT_FALSE(lists[0].is_suspended);
  EXPECT_EQ(lists[0].created_at, at(9));
  EXPECT_TRUE(lists[1].owner_zone.is_zero());
  EXPECT_EQ(stores_->lists().add_list(list_of("wanted")).error().code, ErrorCode::kConflict);
}

TEST_P(list_store, gives_a_new_list_the_settings_it_was_added_with) {
  List list = list_of("stolen");
  list.match = {InexactUse::kReview, 0.75, false};
  list.confirmed_at = at(3);
  list.max_age = std::chrono::hours(26);
  ASSERT_TRUE(stores_->lists().add_list(list));
  ASSERT_TRUE(stores_->lists().add_list(list_of("wanted")));
  const auto lists = stores_->lists().lists().value();
  ASSERT_EQ(lists.size(), 2U);
  EXPECT_EQ(lists[0].match, list.match);
  EXPECT_EQ(lists[0].confirmed_at, at(3));
  EXPECT_EQ(lists[0].max_age, std::chrono::hours(26));
  EXPECT_EQ(lists[0].suspended_because, "");
  EXPECT_EQ(lists[1].match, MatchRule{});
  EXPECT_EQ(lists[1].confirmed_at, std::nullopt);
  EXPECT_EQ(lists[1].max_age, std::nullopt);
}

TEST_P(list_store, changes_the_settings_of_one_list_but_not_its_name_and_owner) {
  const List kept = add_list("stolen", add_zone().id);
  add_list("wanted");
  List changed = list_of("another name");
  changed.id = kept.id;
  changed.title = "New title";
  changed.priority = 4;
  changed.is_suspended = true;
  changed.suspended_because = "its source was silent for 27 hours";
  changed.match = {InexactUse::kAlarm, 0.9, false};
  changed.confirmed_at = at(5);
  changed.max_age = std::chrono::seconds(90);
  ASSERT_TRUE(stores_->lists().update_list(changed));
  const auto lists = stores_->lists().lists().value();
  ASSERT_EQ(lists.size(), 2U);
  EXPECT_EQ(lists[0].name, "stolen");
  EXPECT_EQ(lists[0].owner_zone, kept.owner_zone);
  EXPECT_EQ(lists[0].title, "New title");
  EXPECT_EQ(lists[0].priority, 4);
  EXPECT_TRUE(lists[0].is_suspended);
  EXPECT_EQ(lists[0].suspended_because, changed.suspended_because);
  EXPECT_EQ(lists[0].match, changed.match);
  EXPECT_EQ(lists[0].confirmed_at, at(5));
  EXPECT_EQ(lists[0].max_age, std::chrono::seconds(90));
  EXPECT_FALSE(lists[1].is_suspended);
  EXPECT_EQ(lists[1].title, "Title");
  EXPECT_EQ(stores_->lists().update_list(list_of("nobody's")).error().code, ErrorCode::kNotFound);
}

TEST_P(list_store, gives_back_an_entry_as_it_was_put) {
  const List list = add_list("stolen");
  const SealedEntry entry = entry_of(list);
  const auto answers = stores_->lists().put_entries({&entry, 1}, write_).value();
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(answers[0].change, kAdded);
  EXPECT_EQ(answers[0].id, entry.id);
  const auto found = stores_->lists().entry(entry.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->list, list.id);
  EXPECT_EQ(found->token, entry.token);
  EXPECT_EQ(found->priority, 2);
  EXPECT_EQ(found->valid_from, at(-5));
  EXPECT_EQ(found->valid_until, std::nullopt);
  EXPECT_EQ(found->content_digest, entry.content_digest);
  EXPECT_EQ(found->sealed, entry.sealed);
  EXPECT_FALSE(stores_->lists().entry(next_id()).value());
}

TEST_P(list_store, keeps_the_id_of_an_entry_whose_line_changed) {
  const List list = add_list("stolen");
  const SealedEntry first = entry_of(list);
  ASSERT_TRUE(stores_->lists().put_entries({&first, 1}, write_));
  SealedEntry second = entry_of(list);
  second.token = first.token;
  second.valid_from = std::nullopt;
  const auto answers = stores_->lists().put_entries({&second, 1}, write_).value();
  EXPECT_THAT(changes(answers), ElementsAre(kChanged));
  EXPECT_EQ(answers[0].id, first.id);
  const auto found = stores_->lists().entry(first.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->sealed, second.sealed);
  EXPECT_EQ(found->valid_from, std::nullopt);
  EXPECT_EQ(stores_->lists().count_entries(list.id).value(), 1U);
}

TEST_P(list_store, changes_nothing_when_the_same_lines_come_again) {
  const List list = add_list("stolen");
  auto entries = entries_of(list, 300);
  const auto first = stores_->lists().put_entries(entries, write_).value();
  EXPECT_THAT(changes(first), Each(kAdded));
  auto again = entries;
  for (SealedEntry& entry : again) entry.id = next_id();
  const auto second = stores_->lists().put_entries(again, write_).value();
  EXPECT_THAT(changes(second), Each(kUnchanged));
  for (std::size_t i = 0; i < entries.size(); ++i) EXPECT_EQ(second[i].id, entries[i].id);
  EXPECT_EQ(stores_->lists().count_entries(list.id).value(), 300U);
}

TEST_P(list_store, previews_exactly_what_putting_then_does) {
  const List list = add_list("stolen");
  const List other = add_list("other");
  auto known = entries_of(list, 3);
  ASSERT_TRUE(stores_->lists().put_entries(known, write_));
  std::vector<SealedEntry> wanted = {known[0], known[1], entry_of(list), entry_of(other)};
  wanted[1].content_digest = random_.bytes(16);
  wanted.push_back(wanted[2]);  // twice in one file: the same line
  wanted.back().id = next_id();
  wanted.push_back(wanted[2]);  // and once more, changed
  wanted.back().content_digest = random_.bytes(16);
  wanted.push_back(known[2]);  // the same plate on another list
  wanted.back().list = other.id;
  wanted.back().id = next_id();
  const auto preview = stores_->lists().preview_entries(wanted).value();
  EXPECT_THAT(changes(preview),
              ElementsAre(kUnchanged, kChanged, kAdded, kAdded, kUnchanged, kChanged, kAdded));
  EXPECT_EQ(stores_->lists().count_entries(list.id).value(), 3U);
  const auto done = stores_->lists().put_entries(wanted, write_).value();
  EXPECT_EQ(changes(done), changes(preview));
  for (std::size_t i = 0; i < done.size(); ++i) EXPECT_EQ(done[i].id, preview[i].id);
}

TEST_P(list_store, puts_all_entries_of_a_call_or_none) {
  const List list = add_list("stolen");
  auto entries = entries_of(list, 5);
  entries[4].list = next_id();
  const auto answers = stores_->lists().put_entries(entries, write_);
  ASSERT_FALSE(answers);
  EXPECT_EQ(answers.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(stores_->lists().count_entries(list.id).value(), 0U);
}

}  // namespace bas::testkit
