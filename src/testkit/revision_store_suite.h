// What every engine has to do for the revisions of lists and for entries that were.
#pragma once

#include "testkit/list_store_suite.h"

namespace bas::testkit {

class revision_store : public ListStoreTest {
 protected:
  Revision revision_of(const List& list) {
    Revision revision;
    revision.list = list.id;
    revision.mode = ImportMode::kFull;
    revision.origin = "upload";
    revision.by = next_id();
    revision.started_at = at(100);
    revision.file_name = "list ' ; --.csv";
    revision.file_sha256 = "00ff";
    return revision;
  }
  RevisionStore& revisions() { return stores_->revisions(); }
};

TEST_P(revision_store, numbers_the_revisions_of_each_list_from_one) {
  const List list = add_list("stolen");
  const List other = add_list("other");
  EXPECT_EQ(revisions().begin_revision(revision_of(list)).value(), 1);
  EXPECT_EQ(revisions().begin_revision(revision_of(list)).value(), 2);
  EXPECT_EQ(revisions().begin_revision(revision_of(other)).value(), 1);
  EXPECT_EQ(stores_->lists().lists().value()[1].revision, 2);
  EXPECT_EQ(revisions().begin_revision(revision_of(list_of("absent"))).error().code,
            ErrorCode::kNotFound);
}

TEST_P(revision_store, gives_back_a_revision_as_it_was_ended) {
  const List list = add_list("stolen");
  Revision wanted = revision_of(list);
  wanted.number = revisions().begin_revision(wanted).value();
  EXPECT_EQ(revisions().running_revisions().value().size(), 1U);
  wanted.state = RevisionState::kHeld;
  wanted.ended_at = at(200);
  wanted.source_revision = "r7";
  wanted.counts = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  wanted.note = "lacks too much";
  ASSERT_TRUE(revisions().update_revision(wanted));
  const auto found = revisions().revision({list.id, wanted.number}).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->mode, ImportMode::kFull);
  EXPECT_EQ(found->state, RevisionState::kHeld);
  EXPECT_EQ(found->origin, "upload");
  EXPECT_EQ(found->by, wanted.by);
  EXPECT_EQ(found->started_at, at(100));
  EXPECT_EQ(found->ended_at, at(200));
  EXPECT_EQ(found->file_name, wanted.file_name);
  EXPECT_EQ(found->file_sha256, "00ff");
  EXPECT_EQ(found->source_revision, "r7");
  EXPECT_EQ(found->counts, wanted.counts);
  EXPECT_EQ(found->note, "lacks too much");
  EXPECT_TRUE(revisions().running_revisions().value().empty());
  EXPECT_FALSE(revisions().revision({list.id, 9}).value());
  wanted.number = 9;
  EXPECT_EQ(revisions().update_revision(wanted).error().code, ErrorCode::kNotFound);
}

TEST_P(revision_store, pages_revisions_newest_first) {
  const List list = add_list("stolen");
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(revisions().begin_revision(revision_of(list)));
  const auto newest = revisions().revisions(list.id, 0, 2).value();
  ASSERT_EQ(newest.size(), 2U);
  EXPECT_EQ(newest[0].number, 5);
  const auto next = revisions().revisions(list.id, newest[1].number, 9).value();
  ASSERT_EQ(next.size(), 3U);
  EXPECT_EQ(next[0].number, 3);
}

TEST_P(revision_store, keeps_rejects_by_line_and_held_files_in_parts) {
  const List list = add_list("stolen");
  const RevisionName name{list.id, revisions().begin_revision(revision_of(list)).value()};
  const std::vector<SealedReject> rejects = {{7, "b"}, {3, std::string("a\0z", 3)}, {9, "c"}};
  ASSERT_TRUE(revisions().add_rejects(name, rejects));
  const auto found = revisions().rejects(name, 3, 1).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].line, 7U);
  EXPECT_EQ(revisions().rejects(name, 0, 10).value()[0].sealed, rejects[1].sealed);
  const std::vector<std::string> parts = {random_.bytes(1000), "", random_.bytes(3)};
  ASSERT_TRUE(revisions().hold(name, parts));
  EXPECT_EQ(revisions().held(name).value(), parts);
  ASSERT_TRUE(revisions().let_go(name));
  EXPECT_TRUE(revisions().held(name).value().empty());
}

TEST_P(revision_store, remembers_how_fetching_went) {
  const List list = add_list("stolen");
  EXPECT_FALSE(revisions().fetch_state(list.id).value());
  FetchState state{{"etag", "yesterday", "aa"}, at(5), at(4), 3, "the host is down"};
  ASSERT_TRUE(revisions().set_fetch_state(list.id, state));
  state.failures = 0;
  state.failure.clear();
  state.succeeded_at = at(6);
  ASSERT_TRUE(revisions().set_fetch_state(list.id, state));
  const auto found = revisions().fetch_state(list.id).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->mark, state.mark);
  EXPECT_EQ(found->attempted_at, at(5));
  EXPECT_EQ(found->succeeded_at, at(6));
  EXPECT_EQ(found->failures, 0);
  EXPECT_EQ(found->failure, "");
}

TEST_P(revision_store, keeps_what_an_entry_was_before_each_change) {
  const List list = add_list("stolen");
  const SealedEntry first = entry_of(list);
  ASSERT_TRUE(stores_->lists().put_entries({&first, 1}, {1, {}, at(10)}));
  SealedEntry second = entry_of(list);
  second.token = first.token;
  const Id who = next_id();
  ASSERT_TRUE(stores_->lists().put_entries({&second, 1}, {2, who, at(20)}));
  ASSERT_TRUE(stores_->lists().end_entries({&first.id, 1}, EntryEnd::kWithdrawn, {3, who, at(30)}));
  const auto past = stores_->lists().past_of(first.id).value();
  ASSERT_EQ(past.size(), 2U);
  EXPECT_EQ(past[0].how, EntryEnd::kWithdrawn);
  EXPECT_EQ(past[0].entry.sealed, second.sealed);
  EXPECT_EQ(past[0].revision, 3);
  EXPECT_EQ(past[0].ended_by, who);
  EXPECT_EQ(past[1].how, EntryEnd::kReplaced);
  EXPECT_EQ(past[1].entry.sealed, first.sealed);
  EXPECT_EQ(past[1].entry.token, first.token);
  EXPECT_EQ(past[1].ended_at, at(20));
  EXPECT_EQ(stores_->lists().past_of_revision(list.id, 3, {}).value().size(), 1U);
  EXPECT_TRUE(stores_->lists().past_of_revision(list.id, 1, {}).value().empty());
}

TEST_P(revision_store, tells_what_a_revision_wrote) {
  const List list = add_list("stolen");
  const auto old = entries_of(list, 3);
  ASSERT_TRUE(stores_->lists().put_entries(old, {1, {}, at(10)}));
  std::vector<SealedEntry> next = {entry_of(list), old[1], old[2]};
  next[1].content_digest = random_.bytes(16);
  ASSERT_TRUE(stores_->lists().put_entries(next, {2, {}, at(20)}));
  const auto written = stores_->lists().written_in(list.id, 2, {}).value();
  ASSERT_EQ(written.size(), 2U);
  EXPECT_EQ(written[0].id, old[1].id);
  EXPECT_EQ(written[0].added_in, 1);
  EXPECT_EQ(written[0].changed_in, 2);
  EXPECT_EQ(written[1].added_in, 2);
  std::vector<std::string> tokens;
  ASSERT_TRUE(stores_->lists().visit_tokens(list.id, [&](const Id&, const std::string& token) {
    tokens.push_back(token);
    return true;
  }));
  EXPECT_EQ(tokens.size(), 4U);
  EXPECT_EQ(stores_->lists().entry_with_token(list.id, old[0].token).value()->id, old[0].id);
  EXPECT_FALSE(stores_->lists().entry_with_token(list.id, random_.bytes(16)).value());
}

TEST_P(revision_store, remembers_which_plates_were_found_wrong) {
  const List list = add_list("stolen");
  const WrongMark mark{list.id, random_.bytes(16), next_id(), at(9), next_id(), "sealed"};
  ASSERT_TRUE(stores_->lists().mark_wrong(mark));
  ASSERT_TRUE(stores_->lists().mark_wrong(mark));
  const auto marks = stores_->lists().wrong_marks(list.id).value();
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_EQ(marks[0].token, mark.token);
  EXPECT_EQ(marks[0].entry, mark.entry);
  EXPECT_EQ(marks[0].marked_by, mark.marked_by);
  EXPECT_EQ(marks[0].sealed, "sealed");
  EXPECT_TRUE(stores_->lists().unmark_wrong(list.id, mark.token).value());
  EXPECT_FALSE(stores_->lists().unmark_wrong(list.id, mark.token).value());
}

}  // namespace bas::testkit
