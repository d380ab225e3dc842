#include "flow/lists.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "testkit/flow_world.h"

namespace bas::flow {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

class lists : public testing::Test {
 protected:
  ImportReport import(std::string_view csv, EntryBook::Mode mode = EntryBook::Mode::kApply) {
    return lists_.import(world_.list, {csv, "", mode}).value();
  }
  std::vector<Entry> entries() { return lists_.page(world_.list, {}, 1'000).value(); }
  bool is_wanted(std::string_view plate) {
    return !world_.hits->matches(world_.read(plate)).empty();
  }

  testkit::FlowWorld world_;
  SystemRandom random_;  // any thread's, as an import beside matching needs it
  Lists lists_{{world_.sql->lists(), *world_.entries, world_.clock, random_}};
};

TEST_F(lists, a_new_list_takes_its_name_for_what_it_was_not_told) {
  const List list = lists_.add({"missing", "", "", 2, world_.zone.id}).value();
  EXPECT_EQ(list.title, "missing");
  EXPECT_EQ(list.category, "missing");
  EXPECT_EQ(lists_.named("missing").value().id, list.id);
  EXPECT_EQ(lists_.with_id(list.id).value().name, "missing");
  EXPECT_EQ(lists_.add({"missing", "", "", 2, world_.zone.id}).error().code, ErrorCode::kConflict);
  EXPECT_EQ(lists_.named("absent").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(lists_.with_id({}).error().code, ErrorCode::kNotFound);
}

TEST_F(lists, what_was_imported_is_in_force_and_counted) {
  const ImportReport report = import("plate,country,reason\n1-ABC-234,BE,stolen\n2XYZ999,NL,\n");
  EXPECT_EQ(report.lines, 2u);
  EXPECT_EQ(report.added, 2u);
  EXPECT_TRUE(is_wanted("1abc234"));
  const auto all = lists_.all().value();
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].entries, 2u);
}

TEST_F(lists, the_same_file_again_changes_nothing_and_a_changed_line_only_itself) {
  import("plate,reason\n1ABC234,one\n1ABC235,two\n");
  const auto before = entries();
  const ImportReport again = import("plate,reason\n1ABC234,one\n1ABC235,two\n");
  EXPECT_EQ(again.unchanged, 2u);
  EXPECT_EQ(again.added + again.changed, 0u);
  const ImportReport changed = import("plate,reason\n1ABC234,one\n1ABC235,other\n");
  EXPECT_EQ(changed.unchanged, 1u);
  EXPECT_EQ(changed.changed, 1u);
  ASSERT_THAT(entries(), SizeIs(2));
  EXPECT_EQ(entries()[0].id, before[0].id);
}

TEST_F(lists, bad_lines_are_reported_by_number_and_stop_no_other) {
  const ImportReport report =
      import("plate,priority\n1ABC234,1\n,2\n1ABC235,9\n1ABC236\n1ABC237,2\n");
  EXPECT_EQ(report.lines, 5u);
  EXPECT_EQ(report.added + report.rejected, 5u);
  EXPECT_TRUE(is_wanted("1ABC234"));
  EXPECT_TRUE(is_wanted("1ABC237"));
  ASSERT_GE(report.rejected_lines.size(), 2u);
  EXPECT_EQ(report.rejected_lines[0].line, 3u);
  EXPECT_EQ(report.rejected_lines[1].line, 4u);
  EXPECT_THAT(report.rejected_lines[1].error, HasSubstr("priority"));
}

TEST_F(lists, a_report_of_nothing_but_bad_lines_stays_small) {
  std::string csv = "plate,priority\n";
  for (std::size_t i = 0; i < kRejectedLinesMax + 500; ++i) csv += "1ABC234,9\n";
  const ImportReport report = import(csv);
  EXPECT_EQ(report.rejected, kRejectedLinesMax + 500);
  EXPECT_THAT(report.rejected_lines, SizeIs(kRejectedLinesMax));
}

TEST_F(lists, a_preview_reports_and_changes_nothing) {
  import("plate,reason\n1ABC234,one\n");
  const ImportReport report =
      import("plate,reason\n1ABC234,other\n1ABC235,two\n", EntryBook::Mode::kPreview);
  EXPECT_EQ(report.changed, 1u);
  EXPECT_EQ(report.added, 1u);
  EXPECT_FALSE(is_wanted("1ABC235"));
  ASSERT_THAT(entries(), SizeIs(1));
  EXPECT_EQ(entries()[0].reason, "one");
}

TEST_F(lists, of_a_plate_that_stands_twice_the_later_line_counts) {
  std::string csv = "plate,reason\n1ABC234,first\n1ABC234,second\n";
  for (int i = 0; i < 1'500; ++i) csv += fmt::format("2ABC{:04},filler\n", i);
  csv += "1ABC234,last\n";
  const ImportReport report = import(csv);
  EXPECT_EQ(report.added, 1'501u);
  EXPECT_EQ(world_.entries->size(), 1'501u);
  const auto matches = world_.hits->matches(world_.read("1ABC234"));
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_EQ(world_.entries->entry(matches[0].entry.entry).value().reason, "last");
}

TEST_F(lists, a_file_without_header_or_plate_is_refused_whole) {
  for (const std::string_view csv : {"", "\n\n", "reason,category\nx,y\n"}) {
    const auto refused = lists_.import(world_.list, {csv, "", EntryBook::Mode::kApply});
    ASSERT_FALSE(refused) << csv;
    EXPECT_EQ(refused.error().code, ErrorCode::kBadInput);
    EXPECT_FALSE(refused.error().text.empty());
  }
}

TEST_F(lists, entries_are_in_force_again_after_a_restart) {
  import("plate,valid_until\n1ABC234,\n1ABC235,2026-11-01\n");
  world_.entries.reset();
  world_.entries = EntryBook::open({world_.sql->lists(), *world_.vault}, 8).value();
  EXPECT_EQ(world_.entries->size(), 2u);
  EXPECT_THAT(world_.entries->find(world_.read("1ABC234")), SizeIs(1));
  EXPECT_THAT(world_.entries->find(world_.read("1ABC235")), SizeIs(0)) << "no longer valid";
}

// Matching goes on while an import runs; a second import is told to wait.
TEST_F(lists, an_import_never_stops_the_matching) {
  std::string csv = "plate\n1ABC234\n";
  for (int i = 0; i < 3'000; ++i) csv += fmt::format("3ABC{:05}\n", i);
  std::atomic<bool> is_done = false;
  std::thread importing([&] {
    import(csv);
    is_done = true;
  });
  std::size_t asked_beside = 0;
  while (!is_done) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));  // or the importer never gets a lock
    if (!is_wanted("1ABC234")) continue;
    ++asked_beside;
    const auto second = lists_.import(world_.list, {"plate\n", "", EntryBook::Mode::kApply});
    EXPECT_TRUE(second || second.error().code == ErrorCode::kConflict);
  }
  importing.join();
  EXPECT_GT(asked_beside, 0u);
  EXPECT_EQ(world_.entries->size(), 3'001u);
}

}  // namespace
}  // namespace bas::flow
