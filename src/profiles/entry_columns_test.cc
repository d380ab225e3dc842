#include "profiles/entry_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::profiles {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

List list() {
  List made;
  made.id.bytes.fill(7);
  made.category = "stolen";
  made.priority = 2;
  return made;
}

EntryColumns columns(std::vector<std::string> header, std::string_view mapping = {}) {
  return EntryColumns::find({1, std::move(header)}, mapping).value();
}

const std::vector<std::string> kAllColumns(EntryColumns::kFacts.begin(),
                                           EntryColumns::kFacts.end());

// A row of all eight columns with one of them set and the plate 1-ABC-234.
Result<Entry> entry_with(std::string_view fact, const std::string& value) {
  std::vector<std::string> fields = {"1-ABC-234", "", "", "", "", "", "", ""};
  for (std::size_t i = 0; i < kAllColumns.size(); ++i) {
    if (kAllColumns[i] == fact) fields[i] = value;
  }
  return columns(kAllColumns).entry({2, fields}, list());
}

UtcTime time(std::string_view text) { return parse_rfc3339(text).value(); }

TEST(entry_columns, takes_a_row_with_everything) {
  const CsvRow row{2,
                   {" 1-abc-234 ", "B", "uninsured", "4", "no policy", "X-17", "2026-11-01",
                    "2026-11-30T12:00:00Z"}};
  const Entry entry = columns(kAllColumns).entry(row, list()).value();
  EXPECT_EQ(entry.list, list().id);
  EXPECT_EQ(entry.plate, (Plate{"1ABC234", "BE"}));
  EXPECT_EQ(entry.category, "uninsured");
  EXPECT_EQ(entry.priority, 4);
  EXPECT_EQ(entry.reason, "no policy");
  EXPECT_EQ(entry.source_id, "X-17");
  EXPECT_EQ(entry.valid_from, time("2026-10-31T23:00:00Z"));
  EXPECT_EQ(entry.valid_until, time("2026-11-30T12:00:00Z"));
}

TEST(entry_columns, the_list_gives_what_the_row_does_not_name) {
  const Entry entry = columns({"plate"}).entry({2, {"1ABC234"}}, list()).value();
  EXPECT_EQ(entry.category, "stolen");
  EXPECT_EQ(entry.priority, 2);
  EXPECT_EQ(entry.plate.country, "");
  EXPECT_FALSE(entry.valid_from);
  EXPECT_FALSE(entry.valid_until);
}

TEST(entry_columns, a_row_may_be_shorter_or_longer_than_the_header) {
  const EntryColumns found = columns({"plate", "country", "reason"});
  EXPECT_EQ(found.entry({2, {"1ABC234"}}, list()).value().reason, "");
  EXPECT_EQ(found.entry({2, {"1ABC234", "BE", "r", "more"}}, list()).value().reason, "r");
}

TEST(entry_columns, names_are_found_in_any_case_order_and_with_blanks) {
  const EntryColumns found = columns({" Reason", "COUNTRY ", "note", "Plate"});
  const Entry entry = found.entry({2, {"r", "NL", "n", "AB-12-CD"}}, list()).value();
  EXPECT_EQ(entry.plate, (Plate{"AB12CD", "NL"}));
  EXPECT_EQ(entry.reason, "r");
}

TEST(entry_columns, a_mapping_names_columns_that_are_called_otherwise) {
  const EntryColumns found =
      columns({"plate", "Kenteken", "Land"}, "plate=kenteken; country = Land;");
  EXPECT_EQ(found.entry({2, {"no", "AB12CD", "NL"}}, list()).value().plate,
            (Plate{"AB12CD", "NL"}));
}

TEST(entry_columns, refuses_a_mapping_it_cannot_follow_and_says_which_part) {
  const auto refusal = [](std::vector<std::string> header, std::string_view mapping) {
    const auto found = EntryColumns::find({1, std::move(header)}, mapping);
    EXPECT_FALSE(found) << mapping;
    return found ? Error{} : found.error();
  };
  EXPECT_THAT(refusal({"plate"}, "colour=plate").text,
              AllOf(HasSubstr("colour=plate"), HasSubstr("valid_until")));
  EXPECT_THAT(refusal({"plate"}, "plate").text, HasSubstr("`plate`"));
  EXPECT_THAT(refusal({"plate"}, "country=Land").text, HasSubstr("`Land`"));
  EXPECT_THAT(refusal({"Kenteken"}, "").text, HasSubstr("plate=<column>"));
  EXPECT_EQ(refusal({}, "").code, ErrorCode::kBadInput);
}

TEST(entry_columns, each_refused_value_names_its_fact) {
  const struct {
    std::string_view fact;
    std::string value;
  } bad[] = {
      {"plate", ""},
      {"plate", " -. "},
      {"plate", "1AB?234"},
      {"plate", "1AB*"},
      {"plate", std::string(65, 'A')},
      {"country", "Atlantis"},
      {"priority", "0"},
      {"priority", "5"},
      {"priority", "-1"},
      {"priority", "high"},
      {"priority", "2.5"},
      {"priority", "99999999999999999999"},
      {"category", std::string(2001, 'x')},
      {"reason", std::string(2001, 'x')},
      {"source_id", std::string(2001, 'x')},
  };
  for (const auto& [fact, value] : bad) {
    const auto entry = entry_with(fact, value);
    ASSERT_FALSE(entry) << fact << " " << value;
    EXPECT_EQ(entry.error().code, ErrorCode::kBadInput);
    EXPECT_THAT(entry.error().text, HasSubstr(std::string(fact))) << value;
  }
}

TEST(entry_columns, a_refused_time_names_its_fact) {
  for (const std::string_view fact : {"valid_from", "valid_until"}) {
    for (const std::string value : {"soon", "2026-13-01", "2026-11-23T12:00:00", "23/11/2026"}) {
      const auto entry = entry_with(fact, value);
      ASSERT_FALSE(entry) << fact << " " << value;
      EXPECT_THAT(entry.error().text, StartsWith(std::string(fact))) << value;
    }
  }
}

TEST(entry_columns, a_whole_day_is_a_day_in_brussels) {
  EXPECT_EQ(entry_with("valid_from", "2026-07-01").value().valid_from,
            time("2026-06-30T22:00:00Z"));
  EXPECT_EQ(entry_with("valid_until", "2026-07-01").value().valid_until,
            time("2026-07-01T22:00:00Z"));
  // The day that summer time ends has 25 hours.
  EXPECT_EQ(entry_with("valid_until", "2026-10-25").value().valid_until,
            time("2026-10-25T23:00:00Z"));
  EXPECT_EQ(entry_with("valid_from", "2026-10-25").value().valid_from,
            time("2026-10-24T22:00:00Z"));
}

TEST(entry_columns, an_end_before_its_start_is_refused) {
  const EntryColumns found = columns({"plate", "valid_from", "valid_until"});
  const auto entry = [&](const std::string& from, const std::string& until) {
    return found.entry({2, {"1ABC234", from, until}}, list());
  };
  EXPECT_TRUE(entry("2026-11-23", "2026-11-23"));
  EXPECT_THAT(entry("2026-11-23", "2026-11-22").error().text, StartsWith("valid_until"));
  EXPECT_FALSE(entry("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z"));
}

TEST(entry_columns, the_longest_values_allowed_are_taken) {
  EXPECT_TRUE(entry_with("plate", std::string(64, 'A')));
  EXPECT_TRUE(entry_with("reason", std::string(2000, 'x')));
}

}  // namespace
}  // namespace bas::profiles
