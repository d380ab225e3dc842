#include "profiles/file_reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "base/encode.h"
#include "base/text.h"
#include "profiles/outcome_test.h"

namespace bas::profiles {
namespace {

using std::chrono::days;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

UtcTime time(std::string_view text) { return parse_rfc3339(text).value(); }

const UtcTime kNow = time("2026-11-23T12:00:00Z");

ListDefaults defaults() {
  ListDefaults made;
  made.priority = 2;
  made.category = "stolen";
  made.valid_for = days(30);
  made.valid_for_max = days(365);
  made.now = kNow;
  return made;
}

Outcome read(const Profile& profile, const ListFile& file, ListDefaults with = defaults()) {
  Outcome outcome = read_whole(profile, file, std::move(with));
  EXPECT_EQ(outcome.bytes_left, 0U);
  return outcome;
}

Outcome read(std::string_view json, std::string_view bytes) {
  const auto profile = Profile::parse(json);
  EXPECT_TRUE(profile) << profile.error().text;
  return profile ? read(*profile, {bytes, "", "", {}}) : Outcome();
}

Outcome read_own(std::string_view bytes, ListDefaults with = defaults()) {
  return read(Profile::from_mapping("").value(), {bytes, "", "", {}}, std::move(with));
}

std::string refusal(std::string_view json, const ListFile& file) {
  const auto reader = FileReader::open(Profile::parse(json).value(), file, defaults());
  EXPECT_FALSE(reader);
  return reader ? std::string() : reader.error().text;
}

// What is said against a line of own columns.
std::string error_of(std::string_view header, std::string_view line,
                     ListDefaults with = defaults()) {
  const Outcome outcome = read_own(fmt::format("{}\n{}\n", header, line), std::move(with));
  EXPECT_EQ(outcome.rejects.size(), 1U) << line;
  return outcome.rejects.empty() ? std::string() : outcome.rejects[0].error;
}

TEST(file_reader, takes_a_line_with_everything) {
  const Outcome outcome = read_own(
      "plate,country,region,category,priority,reason,source_id,valid_from,valid_until,owner,basis,"
      "case_number,home,make,model,colour,vehicle_class,procedure_nl,procedure_fr,procedure_de,"
      "procedure_en\n"
      " 1-abc-234 ,B,VBR,uninsured,4,no policy,X-17,2026-11-01,2026-11-30T12:00:00Z,PZ Zuid,art. 5,"
      "C9,13040,Skoda,Octavia,RED,car,stop,arrêt,Halt,halt\n");
  ASSERT_EQ(outcome.lines.size(), 1U);
  const auto& [line, operation, entry, region, has_standard_end, content] = outcome.lines[0];
  EXPECT_EQ(line, 2U);
  EXPECT_EQ(operation, Operation::kAdd);
  EXPECT_EQ(entry.plate, (Plate{"1ABC234", "BE"}));
  EXPECT_EQ(region, "VBR");
  EXPECT_EQ(entry.category, "uninsured");
  EXPECT_EQ(entry.priority, 4);
  EXPECT_EQ(entry.reason, "no policy");
  EXPECT_EQ(entry.source_id, "X-17");
  EXPECT_EQ(entry.valid_from, time("2026-10-31T23:00:00Z"));
  EXPECT_EQ(entry.valid_until, time("2026-11-30T12:00:00Z"));
  EXPECT_EQ(entry.owner, "PZ Zuid");
  EXPECT_EQ(entry.basis, "art. 5");
  EXPECT_EQ(entry.case_number, "C9");
  EXPECT_EQ(entry.home, "13040");
  EXPECT_EQ(entry.vehicle, (Vehicle{"skoda", "octavia", "red", "car"}));
  EXPECT_EQ(entry.procedure, (FourTexts{"stop", "arrêt", "Halt", "halt"}));
  EXPECT_FALSE(has_standard_end);
  EXPECT_EQ(entry.id, Id());
}

TEST(file_reader, the_list_gives_what_a_line_does_not_name) {
  const Outcome outcome = read_own("plate\n1ABC234\n");
  ASSERT_EQ(outcome.lines.size(), 1U);
  EXPECT_EQ(outcome.lines[0].entry.category, "stolen");
  EXPECT_EQ(outcome.lines[0].entry.priority, 2);
  EXPECT_EQ(outcome.lines[0].entry.valid_until, kNow + days(30));
  EXPECT_TRUE(outcome.lines[0].has_standard_end);
}

TEST(file_reader, names_are_found_in_any_case_order_and_with_blanks) {
  const Outcome outcome = read_own(" Reason;COUNTRY ;note;Plate\nr;NL;n;AB-12-CD\nq;;\n;BE;;1A1\n");
  EXPECT_THAT(plates(outcome), ElementsAre("AB12CD", "1A1"));
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_EQ(outcome.rejects[0].line, 3U);
}

TEST(file_reader, a_mapping_names_columns_that_are_called_otherwise) {
  const auto profile = Profile::from_mapping("plate=kenteken; country = Land;").value();
  const Outcome outcome = read(profile, {"plate,Kenteken,Land\nno,AB12CD,NL\n", "", "", {}});
  EXPECT_THAT(plates(outcome), ElementsAre("AB12CD"));
  EXPECT_EQ(outcome.lines[0].entry.plate.country, "NL");
}

TEST(file_reader, a_file_without_its_columns_is_refused) {
  EXPECT_THAT(refusal(R"({"facts": {"plate": "p"}})", {"plate\n1\n", "", "", {}}),
              HasSubstr("plate=<column>"));
  EXPECT_THAT(refusal(R"({"facts": {"plate": "p", "country": "Land"}})", {"p\n1\n", "", "", {}}),
              HasSubstr("`Land`"));
  EXPECT_THAT(refusal(R"({"facts": {"plate": "p"}})", {"\n\r\n ", "", "", {}}), HasSubstr("empty"));
  EXPECT_THAT(refusal(R"({"facts": {"plate": "p"}})", {"\"p\n", "", "", {}}), HasSubstr("quote"));
  EXPECT_THAT(refusal(R"({"format": {"kind": "json", "array": "/l"}, "facts": {"plate": "p"}})",
                      {"{}", "", "", {}}),
              HasSubstr("`/l`"));
}

TEST(file_reader, each_refused_value_names_its_fact_and_not_the_plate) {
  const struct {
    std::string_view fact;
    std::string value;
  } bad[] = {
      {"country", "Atlantis"},
      {"priority", "0"},
      {"priority", "5"},
      {"priority", "-1"},
      {"priority", "high"},
      {"priority", "2.5"},
      {"priority", "99999999999999999999"},
      {"category", std::string(2001, 'x')},
      {"reason", std::string(2001, 'x')},
      {"procedure_de", std::string(2001, 'x')},
      {"valid_from", "soon"},
      {"valid_until", "2026-13-01"},
      {"valid_until", "23/11/2026"},
      {"valid_until", "46349"},
      {"valid_until", "2027-11-24"},
  };
  for (const auto& [fact, value] : bad) {
    const std::string error = error_of(fmt::format("plate,{}", fact), "1-ABC-234," + value);
    EXPECT_THAT(error, StartsWith(std::string(fact))) << value;
    EXPECT_EQ(error.find("ABC"), std::string::npos);
  }
}

TEST(file_reader, a_plate_that_is_none_is_refused) {
  for (const std::string value : {"\"\"", "-.", "1AB?234", "1AB*", "ABCDEFGHIJKLMNOP"}) {
    EXPECT_THAT(error_of("x,plate", "y," + value), StartsWith("plate")) << value;
  }
  EXPECT_THAT(plates(read_own("plate\nABCDEFGHIJKLMNO\n")), ElementsAre("ABCDEFGHIJKLMNO"));
}

TEST(file_reader, partial_plates_need_a_list_that_wants_them) {
  ListDefaults with = defaults();
  with.match.inexact = InexactUse::kReview;
  EXPECT_THAT(plates(read_own("plate\n1-ab?-*\n", with)), ElementsAre("1AB?*"));
  EXPECT_THAT(error_of("plate", "A*", with), HasSubstr("two characters"));
}

TEST(file_reader, an_end_is_mandatory_unless_somebody_says_otherwise) {
  ListDefaults with = defaults();
  with.valid_for.reset();
  EXPECT_THAT(error_of("plate", "1ABC234", with), HasSubstr("valid_for_days"));
  EXPECT_EQ(read_own("plate,valid_until\n1ABC234,2026-12-01\n", with).lines.size(), 1U);
  with.ends = Ends::kOptional;
  ASSERT_EQ(read_own("plate\n1ABC234\n", with).lines.size(), 1U);
  EXPECT_FALSE(read_own("plate\n1ABC234\n", with).lines[0].entry.valid_until);
}

TEST(file_reader, an_end_farther_away_than_the_list_allows_is_refused) {
  ListDefaults with = defaults();
  with.valid_for_max = days(30);
  EXPECT_THAT(error_of("plate,valid_until", "1ABC234,2026-12-24T12:00:01Z", with),
              HasSubstr("30 days"));
  EXPECT_EQ(read_own("plate,valid_until\n1ABC234,2026-12-23T12:00:00Z\n", with).lines.size(), 1U);
}

TEST(file_reader, the_profiles_standard_end_goes_before_the_lists_and_keeps_to_its_bound) {
  const std::string_view json = R"({"facts": {"plate": "plate", "valid_from": "from"},
                                    "valid_for_days": 400})";
  const Outcome outcome = read(json, "plate,from\n1ABC234,\n1ABC235,2026-12-01T00:00:00Z\n");
  ASSERT_EQ(outcome.lines.size(), 2U);
  EXPECT_EQ(outcome.lines[0].entry.valid_until, kNow + days(365));
  const std::string_view short_json = R"({"facts": {"plate": "plate", "valid_from": "from"},
                                          "valid_for_days": 7})";
  const Outcome later = read(short_json, "plate,from\n1ABC235,2026-12-01T00:00:00Z\n");
  EXPECT_EQ(later.lines[0].entry.valid_until, time("2026-12-08T00:00:00Z"));
}

TEST(file_reader, an_end_before_its_start_is_refused) {
  EXPECT_THAT(error_of("plate,valid_from,valid_until", "1ABC234,2026-11-23,2026-11-22"),
              StartsWith("valid_until"));
  EXPECT_EQ(read_own("plate,valid_from,valid_until\n1A1,2026-11-23,2026-11-23\n").lines.size(), 1U);
}

TEST(file_reader, lines_that_say_the_same_have_equal_content) {
  const Outcome outcome =
      read_own("plate,reason,colour\n1A1,x,red\n1A1, x ,RED\n1A1,y,red\n1A1,,xred\n");
  ASSERT_EQ(outcome.lines.size(), 4U);
  EXPECT_EQ(outcome.lines[0].content, outcome.lines[1].content);
  EXPECT_NE(outcome.lines[0].content, outcome.lines[2].content);
  EXPECT_NE(outcome.lines[0].content, outcome.lines[3].content);
}

TEST(file_reader, mixed_encodings_are_read_line_by_line_and_counted) {
  const Outcome outcome = read_own("plate,reason\n1A1,volé\n1A2,vol\xE9 \x80\n1A3,plain\n");
  ASSERT_EQ(outcome.lines.size(), 3U);
  EXPECT_EQ(outcome.lines[0].entry.reason, "volé");
  EXPECT_EQ(outcome.lines[1].entry.reason, "volé €");
  EXPECT_EQ(outcome.passed.recoded_lines, 1U);
  EXPECT_EQ(outcome.facts.charset, Charset::kUtf8);
}

TEST(file_reader, latin_1_that_happens_to_be_utf_8_stays_latin_1) {
  const Outcome outcome = read(R"({"charset": "latin-1", "facts": {"plate": "p", "reason": "r"}})",
                               "p,r\n1A1,\xC3\xA9\n");
  EXPECT_EQ(outcome.lines.at(0).entry.reason, "Ã©");
  EXPECT_EQ(outcome.passed.recoded_lines, 0U);
}

TEST(file_reader, utf_16_is_read_with_and_without_a_mark) {
  std::string bytes;
  for (const char c : std::string_view("plate;reason\r\n1A1;x\r\n")) bytes += {c, '\0'};
  for (const std::string& text : {bytes, "\xFF\xFE" + bytes}) {
    const Outcome outcome = read_own(text);
    EXPECT_THAT(plates(outcome), ElementsAre("1A1"));
    EXPECT_EQ(outcome.facts.charset, Charset::kUtf16Le);
  }
  bytes.pop_back();
  EXPECT_TRUE(read_own(bytes).is_cut);
}

TEST(file_reader, a_line_of_ten_megabytes_is_one_reject) {
  const Outcome outcome =
      read_own("plate,reason\n1A1,x\n1A2," + std::string(10 << 20, 'y') + "\n1A3,z\n");
  EXPECT_THAT(plates(outcome), ElementsAre("1A1", "1A3"));
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_EQ(outcome.rejects[0].line, 3U);
  EXPECT_EQ(outcome.rejects[0].raw.size(), 200U);
  EXPECT_THAT(outcome.rejects[0].error, HasSubstr("64 KiB"));
}

TEST(file_reader, what_is_shown_of_a_rejected_line_is_cut_at_a_character) {
  std::string long_line = "?";
  for (int i = 0; i < 300; ++i) long_line += "é";
  const Outcome outcome = read_own("plate\n" + long_line + "\n");
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_TRUE(is_valid_utf8(outcome.rejects[0].raw));
  EXPECT_EQ(count_characters(outcome.rejects[0].raw), 200U);
}

TEST(file_reader, a_quote_left_open_is_a_cut_file) {
  const Outcome outcome = read_own("plate,reason\n1A1,x\n1A2,\"y\n1A3,z\n");
  EXPECT_THAT(plates(outcome), ElementsAre("1A1"));
  EXPECT_TRUE(outcome.is_cut);
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_EQ(outcome.rejects[0].line, 3U);
  EXPECT_FALSE(read_own("plate,reason\n1A1,x").is_cut);
}

TEST(file_reader, a_file_cut_at_any_byte_invents_no_plate) {
  const std::string text =
      "\xEF\xBB\xBFplate;reason;valid_until\r\n1ABC234;\"a \"\"b\"\"\nc\";2026-12-01\r\n"
      "2XYZ999;caf\xE9;2026-12-02\r\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    auto reader =
        FileReader::open(Profile::from_mapping("").value(),
                         {std::string_view(text).substr(0, length), "", "", {}}, defaults());
    if (!reader) continue;
    while (const auto each = reader->next()) {
      if (!*each) continue;
      const std::string& plate = (*each)->entry.plate.text;
      EXPECT_TRUE(std::string("1ABC234").starts_with(plate) ||
                  std::string("2XYZ999").starts_with(plate))
          << plate;
    }
  }
}

// What a generator writes quoted is read back as it was.
RC_GTEST_PROP(file_reader, gives_back_what_was_written, ()) {
  const auto reasons = *rc::gen::container<std::vector<std::string>>(
      rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab\",;\n|'\t {"))));
  std::string text = "plate,reason,source_id\r\n";
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    std::string quoted;
    for (const char c : reasons[i]) quoted += c == '"' ? "\"\"" : std::string(1, c);
    text += fmt::format("1ABC{:03},\"{}\",{}\r\n", i, quoted, i);
  }
  const Outcome outcome = read_own(text);
  RC_ASSERT(outcome.lines.size() == reasons.size());
  RC_ASSERT(!outcome.is_cut);
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    RC_ASSERT(outcome.lines[i].entry.reason == trimmed(reasons[i]));
    RC_ASSERT(outcome.lines[i].entry.source_id == std::to_string(i));
  }
}

}  // namespace
}  // namespace bas::profiles
