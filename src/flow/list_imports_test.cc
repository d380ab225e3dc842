#include "flow/list_imports.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "testkit/list_world.h"

namespace bas::flow {
namespace {

using enum RevisionState;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class list_imports : public testing::Test {
 protected:
  static std::string plates(int count, int first = 0) {
    std::string csv = "plate,reason\n";
    for (int i = first; i < first + count; ++i) csv += fmt::format("1ABC{:03},taken\n", i);
    return csv;
  }
  Revision import_full(std::string_view csv) {
    ImportWish wish;
    wish.mode = ImportMode::kFull;
    return w_.import(csv, std::move(wish));
  }

  testkit::ListWorld w_;
};

TEST_F(list_imports, what_was_imported_is_in_force_and_counted) {
  const Revision done = w_.import("plate,country,reason\n1-ABC-234,BE,stolen\n2XYZ999,NL,\n");
  EXPECT_EQ(done.state, kApplied) << done.note;
  EXPECT_EQ(done.number, 1);
  EXPECT_EQ(done.counts.lines, 2u);
  EXPECT_EQ(done.counts.added, 2u);
  EXPECT_TRUE(w_.is_wanted("1abc234"));
  EXPECT_EQ(w_.reports.of(w_.world.list).value().entries, 2u);
  EXPECT_EQ(w_.world.desks.lists().back().revision, 1);
}

TEST_F(list_imports, the_same_file_again_changes_nothing_and_a_changed_line_only_itself) {
  w_.import("plate,reason\n1ABC234,one\n1ABC235,two\n");
  const auto before = w_.all_entries();
  w_.world.clock.advance(std::chrono::hours(5));
  const Revision again = w_.import("plate,reason\n1ABC234,one\n1ABC235,two\n");
  EXPECT_EQ(again.counts.unchanged, 2u);
  EXPECT_EQ(again.counts.added + again.counts.changed, 0u);
  const Revision changed = w_.import("plate,reason\n1ABC234,one\n1ABC235,other\n");
  EXPECT_EQ(changed.counts.changed, 1u);
  ASSERT_THAT(w_.all_entries(), SizeIs(2));
  EXPECT_EQ(w_.all_entries()[0].id, before[0].id);
}

TEST_F(list_imports, bad_lines_are_kept_with_number_and_text_and_stop_no_other) {
  const Revision done = w_.import("plate,priority\n1ABC234,1\n,2\n1ABC235,9\n1ABC237,2\n");
  EXPECT_EQ(done.counts.rejected, 2u);
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
  EXPECT_TRUE(w_.is_wanted("1ABC237"));
  const auto rejects = w_.revisions.rejects(name_of(done), 0, 10).value();
  ASSERT_THAT(rejects, SizeIs(2));
  EXPECT_EQ(rejects[0].line, 3u);
  EXPECT_EQ(rejects[1].line, 4u);
  EXPECT_THAT(rejects[1].raw, HasSubstr("1ABC235"));
  EXPECT_THAT(rejects[1].error, HasSubstr("priority"));
}

TEST_F(list_imports, a_dry_run_counts_and_changes_nothing) {
  w_.import("plate,reason\n1ABC234,one\n");
  ImportWish wish;
  wish.effect = ImportEffect::kPreview;
  wish.mode = ImportMode::kFull;
  const Revision looked = w_.import("plate,reason\n1ABC235,two\n", std::move(wish));
  EXPECT_EQ(looked.state, kPreviewed);
  EXPECT_EQ(looked.counts.added, 1u);
  EXPECT_EQ(looked.counts.removed, 1u);
  EXPECT_FALSE(w_.is_wanted("1ABC235"));
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
}

TEST_F(list_imports, a_plate_that_stands_twice_is_one_entry_with_both_reasons) {
  std::string csv = "plate,reason\n1ABC234,first\n1ABC234,first\n";
  for (int i = 0; i < 3'000; ++i) csv += fmt::format("2ABC{:04},filler\n", i);
  csv += "1ABC234,last\n";
  const Revision done = w_.import(csv);
  EXPECT_EQ(done.counts.added, 3'001u);
  EXPECT_EQ(done.counts.repeated, 2u);
  EXPECT_EQ(done.counts.contradicting, 1u);
  const auto entry = w_.world.entries->entry_for(w_.world.list.id, {"1ABC234", ""}).value();
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->reason, "first / last");
}

TEST_F(list_imports, a_full_file_ends_what_it_lacks_and_says_what_that_was) {
  import_full("plate,reason\n1ABC234,one\n1ABC235,two\n");
  const Revision done = import_full("plate,reason\n1ABC235,other\n1ABC236,new\n");
  EXPECT_EQ(done.state, kApplied);
  EXPECT_EQ(done.counts.removed, 1u);
  EXPECT_FALSE(w_.is_wanted("1ABC234"));
  const auto ended = w_.reports.ended_in(name_of(done), {}).value();
  ASSERT_THAT(ended, SizeIs(2));
  const auto written = w_.reports.written_in(name_of(done), {}).value();
  ASSERT_THAT(written, SizeIs(2));
  EXPECT_NE(written[0].is_added, written[1].is_added);
}

TEST_F(list_imports, a_full_file_that_lacks_too_much_waits_for_a_person) {
  import_full(plates(50));
  const Revision held = import_full(plates(5));
  EXPECT_EQ(held.state, kHeld);
  EXPECT_EQ(held.counts.removed, 45u);
  EXPECT_TRUE(w_.is_wanted("1ABC049"));
  const Revision begun = w_.imports.confirm(name_of(held), {}).value();
  w_.imports.wait();
  EXPECT_EQ(w_.revisions.revision(name_of(begun)).value().state, kApplied);
  EXPECT_FALSE(w_.is_wanted("1ABC049"));
  EXPECT_TRUE(w_.is_wanted("1ABC004"));
  EXPECT_EQ(w_.imports.confirm(name_of(held), {}).error().code, ErrorCode::kConflict);
}

TEST_F(list_imports, a_held_file_can_be_let_go_of) {
  import_full(plates(50));
  const Revision held = import_full(plates(5));
  ASSERT_TRUE(w_.imports.discard(name_of(held)));
  EXPECT_EQ(w_.revisions.held(name_of(held)).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(w_.is_wanted("1ABC049"));
}

TEST_F(list_imports, a_file_cut_in_the_middle_leaves_the_list_as_it_is) {
  import_full("plate,reason\n1ABC234,one\n");
  const Revision cut = import_full("plate,reason\n1ABC235,\"half a rea");
  EXPECT_EQ(cut.state, kRefused);
  EXPECT_THAT(cut.note, HasSubstr("ends in the middle"));
  EXPECT_TRUE(w_.is_wanted("1ABC234"));
  EXPECT_FALSE(w_.is_wanted("1ABC235"));
}

TEST_F(list_imports, files_without_a_line_that_can_be_taken_are_refused) {
  for (const std::string_view csv :
       {"", "\n\n", "reason,category\nx,y\n", "plate,priority\n1ABC234,9\n"}) {
    const Revision refused = w_.import(csv);
    EXPECT_EQ(refused.state, kRefused) << csv;
    EXPECT_FALSE(refused.note.empty());
  }
  EXPECT_EQ(import_full("plate\n").state, kRefused);
}

constexpr std::string_view kDeltaProfile = R"~({
  "mode": "delta",
  "facts": {"plate": "plate", "operation": "op"},
  "operations": {"add": ["A"], "remove": ["D"]},
  "revision": {"file_name": "to([0-9]+)"}, "base_revision": {"file_name": "from([0-9]+)"}})~";

TEST_F(list_imports, a_delta_of_an_unknown_revision_is_refused) {
  ImportWish first;
  first.profile = kDeltaProfile;
  first.file_name = "from0-to1.csv";
  const Revision refused = w_.import("plate,op\n1ABC234,A\n", first);
  EXPECT_EQ(refused.state, kRefused) << refused.note;
  EXPECT_THAT(refused.note, HasSubstr("fetch a full file"));
  ASSERT_TRUE(w_.lists.confirm_source(w_.world.list.id, "0"));
  ASSERT_EQ(w_.import("plate,op\n1ABC234,A\n1ABC235,A\n", first).state, kApplied);
  ImportWish second = first;
  second.file_name = "from1-to2.csv";
  const Revision done = w_.import("plate,op\n1ABC234,D\n1ABC236,A\n", second);
  EXPECT_EQ(done.state, kApplied) << done.note;
  EXPECT_EQ(done.counts.removed, 1u);
  EXPECT_FALSE(w_.is_wanted("1ABC234"));
  EXPECT_TRUE(w_.is_wanted("1ABC235"));
  EXPECT_EQ(w_.lists.with_id(w_.world.list.id).value().source_revision, "2");
}

TEST_F(list_imports, ends_are_mandatory_and_bounded_by_the_category) {
  const Revision done = w_.import(
      "plate,category,valid_until\n1ABC234,missing,2026-12-24\n"
      "1ABC235,missing,2027-11-01\n1ABC236,missing,\n");
  EXPECT_EQ(done.counts.rejected, 1u);
  EXPECT_EQ(done.counts.standard_ends, 1u);
  const auto rejects = w_.revisions.rejects(name_of(done), 0, 10).value();
  ASSERT_THAT(rejects, SizeIs(1));
  EXPECT_THAT(rejects[0].error, HasSubstr("90 days at most"));
  for (const Entry& entry : w_.all_entries()) {
    ASSERT_TRUE(entry.valid_until);
    EXPECT_LE(*entry.valid_until, w_.world.clock.now() + std::chrono::days(90));
  }
}

TEST_F(list_imports, entries_are_in_force_again_after_a_restart) {
  w_.import("plate,valid_until\n1ABC234,\n1ABC235,2026-11-01\n");
  auto again = EntryBook::open({w_.world.sql->lists(), *w_.world.vault}, 8).value();
  EXPECT_EQ(again->size(), 2u);
  EXPECT_THAT(again->find(w_.world.read("1ABC234")), SizeIs(1));
  EXPECT_THAT(again->find(w_.world.read("1ABC235")), IsEmpty()) << "no longer valid";
}

TEST_F(list_imports, what_a_crash_left_running_is_told_as_broken_off) {
  Revision wanted;
  wanted.list = w_.world.list.id;
  const Revision begun = w_.revisions.begin(wanted).value();
  EXPECT_EQ(w_.revisions.end_left_running().value(), 1u);
  EXPECT_EQ(w_.revisions.revision(name_of(begun)).value().state, kPartly);
}

// Matching goes on while an import runs.
TEST_F(list_imports, an_import_never_stops_the_matching) {
  w_.import("plate\n1ABC234\n");
  std::string csv = "plate\n";
  for (int i = 0; i < 5'000; ++i) csv += fmt::format("3ABC{:05}\n", i);
  ImportWish wish;
  wish.list = w_.world.list.id;
  wish.bytes = csv;
  const Revision begun = w_.imports.start(std::move(wish)).value();
  std::size_t asked_beside = 0;
  while (w_.imports.state(name_of(begun)).value().revision.state == kRunning) {
    if (w_.is_wanted("1ABC234")) ++asked_beside;
  }
  EXPECT_GT(asked_beside, 0u);
  EXPECT_EQ(w_.world.entries->size(), 5'001u);
}

TEST_F(list_imports, a_cancelled_import_ends_and_says_so) {
  std::string csv = "plate\n";
  for (int i = 0; i < 20'000; ++i) csv += fmt::format("3ABC{:05}\n", i);
  ImportWish wish;
  wish.list = w_.world.list.id;
  wish.bytes = csv;
  const Revision begun = w_.imports.start(wish).value();
  const Revision behind = w_.imports.start(std::move(wish)).value();
  const auto first = w_.imports.cancel(name_of(begun));
  EXPECT_TRUE(first || first.error().code == ErrorCode::kConflict);
  ASSERT_TRUE(w_.imports.cancel(name_of(behind)));
  w_.imports.wait();
  EXPECT_EQ(w_.revisions.revision(name_of(behind)).value().state, kCancelled);
  EXPECT_EQ(w_.imports.cancel(name_of(behind)).error().code, ErrorCode::kConflict);
}

}  // namespace
}  // namespace bas::flow
