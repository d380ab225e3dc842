#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "profiles/outcome_test.h"

namespace bas::profiles {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Outcome read_form(const Profile& profile, std::string_view bytes, std::string_view name = "") {
  ListDefaults defaults;
  defaults.category = "list";
  defaults.valid_for = std::chrono::days(30);
  defaults.now = parse_rfc3339("2026-11-23T12:00:00Z").value();
  return read_whole(profile, {bytes, name, "", {}}, defaults);
}

Outcome read_form(std::string_view json, std::string_view bytes, std::string_view name = "") {
  const auto profile = Profile::parse(json);
  EXPECT_TRUE(profile) << profile.error().text;
  return profile ? read_form(*profile, bytes, name) : Outcome();
}

TEST(forms, fixed_columns_count_characters) {
  const Outcome outcome = read_form(R"({
    "format": {"kind": "fixed", "fields": {"who": [1, 6], "plate": [7, 13], "rest": [14]}},
    "facts": {"plate": "plate", "owner": "who", "reason": "rest"}})",
                                    "André 1ABC234 stolen\nZoë   2XYZ999\nx\n");
  EXPECT_THAT(plates(outcome), ElementsAre("1ABC234", "2XYZ999"));
  EXPECT_EQ(outcome.lines[0].entry.owner, "André");
  EXPECT_EQ(outcome.lines[0].entry.reason, "stolen");
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_EQ(outcome.rejects[0].raw, "x");
}

TEST(forms, each_type_of_line_has_its_pattern) {
  const Outcome outcome = read_form(R"~({
    "format": {"kind": "patterns", "lines": [
      {"pattern": "(?P<plate>\\S+) STOLEN (?P<why>.*)", "set": {"cat": "stolen"}},
      {"pattern": "(?P<plate>\\S+) (?P<cat>WANTED)"}]},
    "facts": {"plate": "plate", "category": "cat", "reason": "why"}})~",
                                    "1ABC234 STOLEN by night\n2XYZ999 WANTED\nsomething else\n");
  EXPECT_THAT(plates(outcome), ElementsAre("1ABC234", "2XYZ999"));
  EXPECT_EQ(outcome.lines[0].entry.category, "stolen");
  EXPECT_EQ(outcome.lines[0].entry.reason, "by night");
  EXPECT_EQ(outcome.lines[1].entry.category, "WANTED");
  EXPECT_EQ(outcome.lines[1].entry.reason, "");
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_THAT(outcome.rejects[0].error, HasSubstr("patterns"));
}

constexpr std::string_view kJson = R"({
  "format": {"kind": "json", "array": "/list/entries"}, "mode": "delta",
  "facts": {"plate": "nr", "make": "/car/make", "priority": "prio", "reason": "a/b",
            "operation": {"column": "op", "default": "add"}},
  "revision": {"pointer": "/list/revision"}, "base_revision": {"pointer": "/base"}})";

TEST(forms, a_json_array_is_read_where_it_stands) {
  const Outcome outcome = read_form(kJson, R"({"base": "7", "list": {"entries": [
    {"nr": "1ABC234", "car": {"make": "Sköda"}, "prio": 1, "a/b": "x"},
    {"nr": "2XYZ999", "op": "remove", "prio": "nonsense"},
    {"nr": ["no"]}, {"nr": "3", }, 17, {"nr": null}], "revision": 8}})");
  EXPECT_THAT(plates(outcome), ElementsAre("1ABC234", "2XYZ999"));
  EXPECT_EQ(outcome.lines[0].entry.vehicle.make, "sköda");
  EXPECT_EQ(outcome.lines[0].entry.priority, 1);
  EXPECT_EQ(outcome.lines[0].entry.reason, "x");
  EXPECT_EQ(outcome.lines[1].operation, Operation::kRemove);
  EXPECT_EQ(outcome.lines[1].line, 2U);
  EXPECT_EQ(outcome.rejects.size(), 4U);
  EXPECT_EQ(outcome.rejects[1].line, 4U);
  EXPECT_EQ(outcome.facts.revision, "8");
  EXPECT_EQ(outcome.facts.base_revision, "7");
  EXPECT_EQ(outcome.facts.mode, Mode::kDelta);
  EXPECT_FALSE(outcome.is_cut);
}

TEST(forms, json_cut_anywhere_is_refused_or_told) {
  const std::string text =
      R"({"base":"7","list":{"revision":8,"entries":[{"nr":"1ABC234"},{"nr":"2XYZ999"}]}})";
  const Profile profile = Profile::parse(kJson).value();
  ListDefaults defaults;
  defaults.ends = Ends::kOptional;
  for (std::size_t length = 0; length < text.size(); ++length) {
    auto reader =
        FileReader::open(profile, {std::string_view(text).substr(0, length), "", "", {}}, defaults);
    if (!reader) continue;
    while (reader->next()) {
    }
    EXPECT_TRUE(reader->is_cut()) << length;
  }
}

TEST(forms, plates_alone_may_be_the_elements) {
  EXPECT_THAT(plates(read_form(R"({"format": {"kind": "json"}, "facts": {"plate": ""}})",
                               R"(["1ABC234", "2XYZ999"])")),
              ElementsAre("1ABC234", "2XYZ999"));
}

TEST(forms, json_may_stand_a_line_each) {
  const Outcome outcome = read_form(R"({"format": {"kind": "ndjson"}, "facts": {"plate": "p"}})",
                                    "{\"p\":\"1ABC234\"}\n\nnonsense\n{\"p\":\"2XYZ999\"}");
  EXPECT_THAT(plates(outcome), ElementsAre("1ABC234", "2XYZ999"));
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_EQ(outcome.rejects[0].line, 3U);
}

TEST(forms, lines_around_the_records_are_passed_over) {
  const std::string_view json = R"({"lines": {"skip": 2, "noise": ["--"], "footer": "TOTAL",
                                    "needs_footer": true}, "facts": {"plate": "p"}})";
  const Outcome outcome =
      read_form(json, "made by\n\np,x\n1ABC234,1\n,,\n -- page 2\n2XYZ999,\nTOTAL 2\nz\n");
  EXPECT_THAT(plates(outcome), ElementsAre("1ABC234", "2XYZ999"));
  EXPECT_EQ(outcome.passed.noise, 2U);
  EXPECT_EQ(outcome.lines[1].line, 7U);
  EXPECT_FALSE(outcome.is_cut);
  EXPECT_TRUE(read_form(json, "\n\np,x\n1ABC234,1\n").is_cut);
}

TEST(forms, codes_become_categories_and_unknown_ones_are_refused) {
  const Outcome outcome = read_form(R"({"format": {"header": false}, "facts": {"plate": 2,
      "category": {"column": 1, "characters": [2, 2]}, "priority": 3},
      "categories": {"V": {"category": "stolen", "priority": 1}, "N": "skip", "W": "wanted"}})",
                                    "xV,1A1,\nxW,1A2,\nxV,1A3,4\nxN,1A4,\nx?,1A5,\n,1A6,\n");
  EXPECT_THAT(plates(outcome), ElementsAre("1A1", "1A2", "1A3"));
  EXPECT_EQ(outcome.lines[0].entry.category, "stolen");
  EXPECT_EQ(outcome.lines[0].entry.priority, 1);
  EXPECT_EQ(outcome.lines[1].entry.priority, 3);
  EXPECT_EQ(outcome.lines[2].entry.priority, 4);
  EXPECT_EQ(outcome.passed.skipped_categories, 1U);
  ASSERT_EQ(outcome.rejects.size(), 2U);
  EXPECT_THAT(outcome.rejects[0].error, HasSubstr("table"));
}

TEST(forms, zeros_are_repaired_where_they_are_told_and_never_in_a_plate) {
  const Outcome outcome =
      read_form(R"({"facts": {"plate": "p", "country": "c", "make": "m", "model": "n"},
               "repair_zeros": ["country", "make"]})",
                "p,c,m,n\n0AB0,N0,F0RD,F0CUS\n1A1,BE,206,\n");
  ASSERT_EQ(outcome.lines.size(), 2U);
  EXPECT_EQ(outcome.lines[0].entry.plate, (Plate{"0AB0", "NO"}));
  EXPECT_EQ(outcome.lines[0].entry.vehicle.make, "ford");
  EXPECT_EQ(outcome.lines[0].entry.vehicle.model, "f0cus");
  EXPECT_EQ(outcome.lines[1].entry.vehicle.make, "206");
}

TEST(forms, plates_of_the_skip_list_are_passed_over_and_counted) {
  const Outcome outcome =
      read_form(R"({"facts": {"plate": "p"}, "skip_plates": ["TEMP", "0"]})", "p\nte-mp\n0\n00\n");
  EXPECT_THAT(plates(outcome), ElementsAre("00"));
  EXPECT_EQ(outcome.passed.skipped_plates, 2U);
}

TEST(forms, a_delta_adds_and_removes_by_its_own_words) {
  const Outcome outcome = read_form(R"({"mode": "delta", "facts": {"plate": "p", "operation": "o"},
                                   "operations": {"add": ["I"], "remove": ["D"]}})",
                                    "p,o\n1A1,i\n1A2,D\n1A3,remove\n1A4,x\n");
  ASSERT_EQ(outcome.lines.size(), 3U);
  EXPECT_EQ(outcome.lines[0].operation, Operation::kAdd);
  EXPECT_EQ(outcome.lines[1].operation, Operation::kRemove);
  EXPECT_FALSE(outcome.lines[1].entry.valid_until);
  EXPECT_EQ(outcome.lines[2].operation, Operation::kRemove);
  ASSERT_EQ(outcome.rejects.size(), 1U);
  EXPECT_THAT(outcome.rejects[0].error, HasSubstr("operation"));
}

TEST(forms, the_revision_stands_in_the_header_the_name_or_the_profile) {
  const auto revision = [](std::string_view source, std::string_view name) {
    const std::string json = R"({"lines": {"skip": 1}, "facts": {"plate": "p"}, "revision": )" +
                             std::string(source) + "}";
    return FileReader::open(Profile::parse(json).value(), {"# rev 41\np\n1A1\n", name, "", {}},
                            ListDefaults{})
        .map([](const FileReader& reader) { return reader.facts().revision; });
  };
  EXPECT_EQ(revision(R"~({"header": "rev (\\d+)"})~", "").value(), "41");
  EXPECT_EQ(revision(R"~({"file_name": "_(\\d+)\\.csv"})~", "list_42.csv").value(), "42");
  EXPECT_EQ(revision(R"({"constant": "43"})", "").value(), "43");
  EXPECT_THAT(revision(R"~({"header": "version (\\d+)"})~", "").error().text, HasSubstr("top"));
  EXPECT_THAT(revision(R"~({"file_name": "_(\\d+)"})~", "list.csv").error().text,
              HasSubstr("name"));
}

TEST(forms, the_built_in_ones_read_what_they_are_for) {
  const Outcome voi = read_form(Profile::named("voi-16").value(),
                                "AB12CDE,FORD,FOCUS,BLUE,STOP,,STOLEN,,stolen from home,42 ESSEX,"
                                "31/12/2026,26/1X,,77,,\n");
  ASSERT_EQ(voi.lines.size(), 1U);
  EXPECT_EQ(voi.lines[0].entry.plate, (Plate{"AB12CDE", "GB"}));
  EXPECT_EQ(voi.lines[0].entry.valid_until, parse_rfc3339("2027-01-01T00:00:00+01:00").value());
  EXPECT_EQ(voi.lines[0].entry.procedure.en, "STOP");

  const Outcome ncic =
      read_form(Profile::named("ncic-fixed").value(),
                "HEADER\nV987654321XY123000020260509CD654321  0H2026PC20190H0NCIVIC4DRED\n");
  ASSERT_EQ(ncic.lines.size(), 1U) << ncic.rejects.at(0).error;
  EXPECT_EQ(ncic.lines[0].entry.plate, (Plate{"CD654321", "US"}));
  EXPECT_EQ(ncic.lines[0].region, "OH");
  EXPECT_EQ(ncic.lines[0].entry.category, "stolen");
  EXPECT_EQ(ncic.lines[0].entry.source_id, "987654321");

  const Outcome rekor =
      read_form(Profile::named("rekor").value(),
                "Plate Number,Description,State/Province\nabc 123,seen before,NJ\n");
  EXPECT_THAT(plates(rekor), ElementsAre("ABC123"));
  EXPECT_EQ(rekor.lines[0].region, "NJ");

  const Outcome genetec = read_form(Profile::named("genetec").value(),
                                    "Category;PlateState;PlateNumber;EffectiveDate;ExpiryDate\n"
                                    "Scofflaw;QC;A1B2C3;2026-11-01;2026-12-01\n");
  EXPECT_EQ(genetec.lines.at(0).entry.category, "Scofflaw");

  const Outcome zone =
      read_form(Profile::named("semicolon-be").value(),
                "Nummerplaat;Land;Reden;Geldig tot\r\n1-ABC-234;B;dievegge \xE9;31/12/2026\r\n");
  EXPECT_EQ(zone.lines.at(0).entry.plate, (Plate{"1ABC234", "BE"}));
  EXPECT_EQ(zone.passed.recoded_lines, 1U);
}

}  // namespace
}  // namespace bas::profiles
