#include "profiles/profile.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bas::profiles {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

using From = FactSource::From;

std::string refusal(std::string_view json) {
  const auto profile = Profile::parse(json);
  EXPECT_FALSE(profile) << json;
  return profile ? std::string() : profile.error().text;
}

// A profile of a plate column, with one more key.
std::string refusal_with(std::string_view key_and_value) {
  return refusal(fmt::format(R"~({{"facts": {{"plate": "p"}}, {}}})~", key_and_value));
}

TEST(profile, takes_everything_it_can_say) {
  const Profile profile = Profile::parse(R"~({
    "comment": "all of it",
    "container": {"kind": "zip", "member": "list.csv"},
    "charset": "windows-1252",
    "format": {"kind": "delimited", "delimiter": "tab", "quote": "'"},
    "lines": {"skip": 2, "noise": ["SP2-", "#"], "footer": "TOTAL", "needs_footer": true},
    "facts": {
      "plate": "Kenteken",
      "country": {"constant": "BE"},
      "category": {"column": "id", "characters": [2, 2]},
      "priority": {"comment": "c", "column": 3, "default": "2"},
      "operation": {"column": "op", "optional": true}
    },
    "categories": {"V": {"category": "stolen", "priority": 1}, "N": "skip", "W": "wanted"},
    "dates": ["DD/MM/YYYY", "excel"],
    "valid_for_days": 30,
    "repair_zeros": ["country", "make"],
    "skip_plates": ["te-mp", "0"],
    "mode": "delta",
    "operations": {"add": ["I", "U"], "remove": "D"},
    "revision": {"header": "rev (\\d+)"},
    "base_revision": {"file_name": "_(\\d+)\\.csv"}
})~")
                              .value();
  EXPECT_EQ(profile.container.kind, Container::Kind::kZip);
  EXPECT_EQ(profile.container.member, "list.csv");
  EXPECT_EQ(profile.charset, Charset::kWindows1252);
  EXPECT_EQ(std::get<DelimitedForm>(profile.form).delimiter, '\t');
  EXPECT_EQ(std::get<DelimitedForm>(profile.form).quote, '\'');
  EXPECT_EQ(profile.lines.skip, 2U);
  EXPECT_TRUE(profile.lines.needs_footer);
  EXPECT_EQ(profile.facts[Fact::kCountry].from, From::kConstant);
  EXPECT_EQ(profile.facts[Fact::kCategory].span.last, 2U);
  EXPECT_EQ(profile.facts[Fact::kPriority].number, 3U);
  EXPECT_EQ(profile.facts[Fact::kPriority].text, "2");
  EXPECT_EQ(profile.categories.at("V").priority, 1);
  EXPECT_TRUE(profile.categories.at("N").is_skipped);
  EXPECT_EQ(profile.categories.at("W").category, "wanted");
  EXPECT_EQ(profile.valid_for, std::chrono::days(30));
  EXPECT_TRUE(profile.skipped_plates.contains("TEMP"));
  EXPECT_EQ(profile.mode, Mode::kDelta);
  EXPECT_TRUE(profile.add_words.contains("u") && profile.remove_words.contains("d"));
  EXPECT_EQ(profile.base_revision.from, RevisionSource::From::kFileName);
}

TEST(profile, a_mistake_is_named_with_its_key_and_what_is_allowed) {
  EXPECT_THAT(refusal_with(R"~("charset": "utf8")~"),
              AllOf(StartsWith("charset"), HasSubstr("utf8"), HasSubstr("windows-1252")));
  EXPECT_THAT(refusal_with(R"~("format": {"kind": "csv"})~"),
              AllOf(StartsWith("format.kind"), HasSubstr("delimited")));
  EXPECT_THAT(refusal_with(R"~("format": {"delimitr": ";"})~"),
              AllOf(StartsWith("format.delimitr"), HasSubstr("delimiter")));
  EXPECT_THAT(refusal_with(R"~("format": {"delimiter": ";;"})~"), StartsWith("format.delimiter"));
  EXPECT_THAT(refusal_with(R"~("format": {"quote": "x"})~"), StartsWith("format.quote"));
  EXPECT_THAT(refusal_with(R"~("container": "rar")~"),
              AllOf(StartsWith("container"), HasSubstr("zip")));
  EXPECT_THAT(refusal_with(R"~("container": {"kind": "gzip", "member": "a"})~"),
              StartsWith("container.member"));
  EXPECT_THAT(refusal_with(R"~("lines": {"skip": -1})~"), StartsWith("lines.skip"));
  EXPECT_THAT(refusal_with(R"~("lines": {"skip": 1.5})~"), StartsWith("lines.skip"));
  EXPECT_THAT(refusal_with(R"~("lines": {"needs_footer": true})~"),
              StartsWith("lines.needs_footer"));
  EXPECT_THAT(refusal_with(R"~("lines": {"noise": [""]})~"), StartsWith("lines.noise"));
  EXPECT_THAT(refusal_with(R"~("categories": {"V": "stolen"})~"), StartsWith("categories"));
  EXPECT_THAT(refusal_with(R"~("dates": ["DD/MM/YY"])~"), StartsWith("dates"));
  EXPECT_THAT(refusal_with(R"~("valid_for_days": 0)~"), StartsWith("valid_for_days"));
  EXPECT_THAT(refusal_with(R"~("valid_for_days": "30")~"), StartsWith("valid_for_days"));
  EXPECT_THAT(refusal_with(R"~("repair_zeros": ["plate"])~"),
              AllOf(StartsWith("repair_zeros"), HasSubstr("make")));
  EXPECT_THAT(refusal_with(R"~("skip_plates": ["-"])~"), StartsWith("skip_plates"));
  EXPECT_THAT(refusal_with(R"~("mode": "both")~"), AllOf(StartsWith("mode"), HasSubstr("delta")));
  EXPECT_THAT(refusal_with(R"~("operations": {"add": "A"})~"), StartsWith("mode"));
  EXPECT_THAT(refusal_with(R"~("mode": "delta", "operations": {"add": "x", "remove": "X"})~"),
              StartsWith("operations.remove"));
  EXPECT_THAT(refusal_with(R"~("revision": {"header": "(a)"
})~"),
              HasSubstr("lines.skip"));
  EXPECT_THAT(refusal_with(R"~("revision": {"file_name": "a"})~"), HasSubstr("group"));
  EXPECT_THAT(refusal_with(R"~("revision": {"file_name": "("})~"), HasSubstr("RE2"));
  EXPECT_THAT(refusal_with(R"~("revision": {"pointer": "/a"})~"), StartsWith("revision"));
  EXPECT_THAT(refusal_with(R"~("revision": {"constant": "1", "header": "(a)"
  })~"),
              StartsWith("revision"));
  EXPECT_THAT(refusal_with(R"~("revision": {})~"), StartsWith("revision"));
  EXPECT_THAT(refusal_with(R"~("base_revision": {"constant": "1"})~"), StartsWith("base_revision"));
  EXPECT_THAT(refusal_with(R"~("colour": "red")~"),
              AllOf(StartsWith("colour"), HasSubstr("facts")));
}

TEST(profile, a_mistake_in_the_facts_is_named) {
  EXPECT_THAT(refusal("{}"), StartsWith("facts"));
  EXPECT_THAT(refusal(R"~({"facts": {"country": "c"}})~"), StartsWith("facts.plate"));
  EXPECT_THAT(refusal(R"~({"facts": {"plate": {"constant": "X"}}})~"), StartsWith("facts.plate"));
  EXPECT_THAT(refusal(R"~({"facts": {"plate": "p", "color": "c"}})~"),
              AllOf(StartsWith("facts.color"), HasSubstr("colour")));
  EXPECT_THAT(refusal(R"~({"facts": {"plate": {"column": "p", "constant": "X"}}})~"),
              StartsWith("facts.plate.column"));
  EXPECT_THAT(refusal(R"~({"facts": {"plate": 0}})~"), StartsWith("facts.plate"));
  EXPECT_THAT(refusal(R"~({"facts": {"plate": {"column": "p", "characters": [3, 2]}}})~"),
              StartsWith("facts.plate.characters"));
  EXPECT_THAT(refusal(R"~({"format": {"header": false}, "facts": {"plate": "p"}})~"),
              HasSubstr("number"));
  EXPECT_THAT(refusal(R"~({"format": {"kind": "json"}, "facts": {"plate": 1}})~"),
              HasSubstr("name"));
  EXPECT_THAT(refusal(R"~({"format": {"kind": "fixed", "fields": {"a": [1]}},
                          "facts": {"plate": "b"}})~"),
              AllOf(StartsWith("facts.plate"), HasSubstr("it has: a")));
  EXPECT_THAT(refusal(R"~({"format": {"kind": "patterns", "lines": [{"pattern": "(?P<a>.)"
  }]
  }
  , "facts" : {"plate" : "b"}
  })~"),
              StartsWith("facts.plate"));
}

TEST(profile, a_mistake_in_a_format_is_named) {
  const auto format = [](std::string_view text) {
    return refusal(fmt::format(R"~({{"facts": {{"plate": "p"}}, "format": {}}})~", text));
  };
  EXPECT_THAT(format(R"~({"kind": "fixed"})~"), StartsWith("format.fields"));
  EXPECT_THAT(format(R"~({"kind": "fixed", "fields": {"p": [0, 3]}})~"),
              StartsWith("format.fields.p"));
  EXPECT_THAT(format(R"~({"kind": "fixed", "fields": {"p": 3}})~"), StartsWith("format.fields.p"));
  EXPECT_THAT(format(R"~({"kind": "patterns"})~"), StartsWith("format.lines"));
  EXPECT_THAT(format(R"~({"kind": "patterns", "lines": [{"pattern": "(?<p"}]})~"),
              StartsWith("format.lines[0].pattern"));
  EXPECT_THAT(format(R"~({"kind": "patterns", "lines": [{"pattern": "(?P<p>.)", "set": {"a": 1}
  }]
  })~"),
              StartsWith("format.lines[0].set.a"));
  EXPECT_THAT(format(R"~({"kind": "json", "array": "list"})~"), StartsWith("format.array"));
  EXPECT_THAT(format(R"~([])~"), StartsWith("format"));
}

TEST(profile, what_is_no_json_or_says_a_thing_twice_is_refused) {
  EXPECT_THAT(refusal("{\n\"facts\": }"), HasSubstr("line 2"));
  EXPECT_THAT(refusal(R"~({"mode": "full", "mode": "delta"})~"), HasSubstr("`mode` stands twice"));
  EXPECT_THAT(refusal(std::string(50, '[') + std::string(50, ']')), HasSubstr("deep"));
  EXPECT_THAT(refusal("[]"), StartsWith("profile"));
  EXPECT_THAT(refusal(std::string(300 * 1024, ' ')), HasSubstr("256"));
}

TEST(profile, every_built_in_one_can_be_had_by_its_name) {
  EXPECT_EQ(Profile::names().size(), 6U);
  for (const std::string_view name : Profile::names()) {
    const auto profile = Profile::named(name);
    EXPECT_TRUE(profile) << name << ": " << profile.error().text;
  }
  EXPECT_THAT(Profile::named("none").error().text, HasSubstr("voi-16"));
}

TEST(profile, a_mapping_renames_columns) {
  const Profile profile = Profile::from_mapping("plate=kenteken; country = Land;").value();
  EXPECT_EQ(profile.facts[Fact::kPlate].column, "kenteken");
  EXPECT_EQ(profile.facts[Fact::kCountry].column, "Land");
  EXPECT_EQ(profile.facts[Fact::kReason].column, "reason");
  EXPECT_THAT(Profile::from_mapping("paint=plate").error().text,
              AllOf(HasSubstr("paint=plate"), HasSubstr("valid_until")));
  EXPECT_THAT(Profile::from_mapping("plate").error().text, HasSubstr("`plate`"));
  EXPECT_FALSE(Profile::from_mapping("operation=op"));
}

TEST(profile, a_text_cut_at_any_length_is_refused) {
  const std::string text =
      R"~({"facts":{"plate":"p","country":{"constant":"BE"}},"dates":["excel"]})~";
  for (std::size_t length = 0; length < text.size(); ++length) {
    EXPECT_FALSE(Profile::parse(std::string_view(text).substr(0, length))) << length;
  }
  EXPECT_TRUE(Profile::parse(text));
}

}  // namespace
}  // namespace bas::profiles
