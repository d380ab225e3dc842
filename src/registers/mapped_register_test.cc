#include "registers/mapped_register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "registers/rdw_answer.h"
#include "registers/register_world_test.h"
#include "registers/settings.h"
#include "testkit/scripted_fetcher.h"

namespace bas::registers {
namespace {

using testing::HasSubstr;
using testing::Not;

// A register as a country might build one; the interface is invented.
constexpr std::string_view kRoadFile = R"({"registers": [{
  "name": "road file", "kind": "mapped", "countries": ["BE", "LU"],
  "question": {
    "url": "https://file.example.be/v2/{country}/vehicles?plate={plate}",
    "headers": {"Accept": "application/json"}
  },
  "answer": {
    "unknown": [{"status": 404}, {"pointer": "/found", "is": false}],
    "plate": {"pointer": "/vehicle/plate"},
    "is_insured": {"pointer": "/vehicle/insurance/state",
                   "words": {"Oui": true, "Non": false, "1": true, "?": null}},
    "inspected_until": {"pointer": "/vehicle/inspection", "date": "DD/MM/YYYY",
                        "empty": ["00/00/0000"], "required": false},
    "holder_is_disqualified": {"pointer": "/holder/barred", "required": false},
    "make": {"pointer": "/vehicle/make"},
    "colour": {"pointer": "/vehicle/colour", "words": {"NOIR": "black"}}
  }
}]})";

constexpr std::string_view kRoadFileUrl = "https://file.example.be/v2/BE/vehicles?plate=1ABC234";

constexpr std::string_view kBody = R"({"found": true, "vehicle": {
  "plate": "1-ABC-234", "make": "Volvo ", "colour": "NOIR",
  "insurance": {"state": "Non", "since": "2024"}, "inspection": "30/11/2026"},
  "holder": {"barred": false}})";

Mapping mapping_of(std::string_view settings = kRoadFile) {
  const auto registers = parse_settings(settings);
  EXPECT_TRUE(registers) << (registers ? "" : registers.error().text);
  return registers ? registers->front().mapping : Mapping{};
}

std::string replaced(std::string_view text, std::string_view sought, std::string_view by) {
  std::string out{text};
  const std::size_t at = out.find(sought);
  EXPECT_NE(at, std::string::npos) << sought;
  return at == std::string::npos ? out : out.replace(at, sought.size(), by);
}

Asked read(const std::string& body) { return read_mapped(mapping_of().answer, body, kBelgian); }
Asked read_with(std::string_view sought, std::string_view by) {
  return read(replaced(kBody, sought, by));
}

struct MappedWorld {
  testkit::FakeClock clock{kNow};
  testkit::ScriptedFetcher fetcher;
  MappedRegister mapped{"road file", mapping_of(), {fetcher, clock}};

  Asked ask(fetch::Answer answer) {
    fetcher.forget_answers();
    fetcher.answer(std::string{kRoadFileUrl}, std::move(answer));
    return mapped.ask(kBelgian, {});
  }
};

TEST(MappedRegister, asks_as_mapped_and_reads_every_fact) {
  MappedWorld world;
  const Asked status = world.ask(json_answer(std::string{kBody}));
  ASSERT_TRUE(status) << status.error().text;
  EXPECT_TRUE(status->is_registered);
  EXPECT_EQ(status->is_insured, false);
  EXPECT_EQ(status->inspected_until, *parse_rfc3339("2026-11-30T22:59:59.999Z"));
  EXPECT_EQ(status->holder_is_disqualified, false);
  EXPECT_EQ(status->vehicle, (Vehicle{"volvo", "", "black", ""}));
  EXPECT_EQ(status->answered_at, kNow);
}

TEST(MappedRegister, covers_and_answers_what_its_mapping_says) {
  MappedWorld world;
  EXPECT_TRUE(world.mapped.covers("LU"));
  EXPECT_FALSE(world.mapped.covers("NL"));
  EXPECT_TRUE(world.mapped.answers(Suspicion::kDisqualifiedHolder));
}

TEST(MappedRegister, knows_an_unknown_plate_by_each_of_its_signs) {
  MappedWorld world;
  for (const fetch::Answer& answer :
       {fetch::Answer{404, {{"content-type", "text/html"}}, "<h1>none</h1>"},
        json_answer(R"({"found": false})")}) {
    const Asked status = world.ask(answer);
    ASSERT_TRUE(status);
    EXPECT_FALSE(status->is_registered);
    EXPECT_EQ(status->answered_at, kNow);
  }
  EXPECT_FALSE(world.ask(json_answer(R"({"found": "false"})")));
  EXPECT_FALSE(world.ask(json_answer(R"({"found": null})")));
}

TEST(MappedRegister, says_nothing_where_an_optional_place_is_empty) {
  const Asked status = read(R"({"vehicle": {"plate": "1ABC234", "insurance": {"state": "?"},
                                            "inspection": null, "make": null}})");
  ASSERT_TRUE(status) << status.error().text;
  EXPECT_TRUE(status->is_registered);
  EXPECT_FALSE(status->is_insured);
  EXPECT_FALSE(status->inspected_until);
  EXPECT_FALSE(status->holder_is_disqualified);
  EXPECT_FALSE(read_with("30/11/2026", "00/00/0000")->inspected_until);
}

TEST(MappedRegister, reads_a_number_by_its_word) {
  EXPECT_EQ(read_with("\"Non\"", "1")->is_insured, true);
}

TEST(MappedRegister, takes_no_fact_from_another_form) {
  struct Case {
    std::string_view sought;
    std::string_view by;
    std::string_view place;
  };
  for (const Case& one :
       {Case{"\"state\"", "\"status\"", "/vehicle/insurance/state is missing"},
        Case{"\"Non\"", "null", "/vehicle/insurance/state is missing"},
        Case{"\"Non\"", "\"NON\"", "/vehicle/insurance/state"},
        Case{"\"Non\"", "false", "/vehicle/insurance/state"},
        Case{"\"Non\"", "{}", "/vehicle/insurance/state"},
        Case{"{\"state\": \"Non\", \"since\": \"2024\"}", "\"Non\"", "/vehicle/insurance/state"},
        Case{"\"30/11/2026\"", "\"2026-11-30\"", "/vehicle/inspection"},
        Case{"\"30/11/2026\"", "\"31/11/2026\"", "/vehicle/inspection"},
        Case{"\"30/11/2026\"", "30112026", "/vehicle/inspection"},
        Case{"{\"barred\": false}", "{\"barred\": \"no\"}", "/holder/barred"},
        Case{"{\"barred\": false}", "{\"barred\": 0}", "/holder/barred"},
        Case{"{\"barred\": false}", "7", "/holder/barred"},
        Case{"\"Volvo \"", "12", "/vehicle/make"}, Case{"1-ABC-234", "1-ABC-235", "another plate"},
        Case{"\"1-ABC-234\"", "[]", "another plate"},
        Case{"\"Non\"", "\"Oui\", \"state\": \"Non\"", "twice"}}) {
    const Asked status = read_with(one.sought, one.by);
    ASSERT_FALSE(status) << one.sought << " -> " << one.by;
    EXPECT_EQ(status.error().trouble, Trouble::kLasting);
    EXPECT_THAT(status.error().text, HasSubstr("another form"));
    EXPECT_THAT(status.error().text, HasSubstr(one.place));
    EXPECT_THAT(status.error().text, Not(HasSubstr("ABC"))) << "the plate";
  }
  for (const std::string_view body : {"[]", "7", "null", "{}", "\"Non\""}) {
    EXPECT_FALSE(read(std::string{body})) << body;
  }
}

TEST(MappedRegister, takes_no_fact_from_an_answer_cut_anywhere) {
  ASSERT_TRUE(read(std::string{kBody}));
  for (std::size_t length = 0; length < kBody.size(); ++length) {
    EXPECT_FALSE(read(std::string{kBody.substr(0, length)})) << length;
  }
}

TEST(MappedRegister, takes_an_error_page_for_a_passing_failure) {
  MappedWorld world;
  const Asked page = world.ask({200, {{"content-type", "text/html"}}, std::string{kBody}});
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().trouble, Trouble::kPassing);
}

TEST(MappedRegister, escapes_what_it_fills_in_for_where_it_stands) {
  const Plate hostile{"Ö\"\\&{country}", "BE"};
  QuestionMapping mapping;
  mapping.method = "POST";
  mapping.url = "https://a.be/{plate}?c={country}";
  mapping.body = R"({"q": "{plate}", "again": "{plate}"})";
  const Question question = question_for(mapping, hostile);
  EXPECT_EQ(question.request.url, "https://a.be/%C3%96%22%5C%26%7Bcountry%7D?c=BE");
  EXPECT_EQ(question.request.body, R"({"q": "Ö\"\\&{country}", "again": "Ö\"\\&{country}"})");
  mapping.body_form = BodyForm::kForm;
  mapping.body = "plate={plate}";
  const Question form = question_for(mapping, hostile);
  EXPECT_EQ(form.request.body, "plate=%C3%96%22%5C%26%7Bcountry%7D");
  EXPECT_EQ(form.request.headers.back().value, "application/x-www-form-urlencoded");
}

// The Dutch register said as a mapping: both ways to read it have to agree.
constexpr std::string_view kDutchMapping = R"({"registers": [{
  "name": "dutch", "kind": "mapped", "countries": ["NL"],
  "question": {"url": "https://a.nl/x.json?kenteken={plate}"},
  "answer": {
    "rows": "", "plate": {"pointer": "/kenteken"},
    "is_insured": {"pointer": "/wam_verzekerd", "required": false,
                   "words": {"Ja": true, "Nee": false, "N.v.t.": null}},
    "inspected_until": {"pointer": "/vervaldatum_apk", "date": "YYYYMMDD", "required": false}
  }}]})";

TEST(MappedRegister, reads_rows_as_the_dutch_register_is_read) {
  const AnswerMapping mapping = mapping_of(kDutchMapping).answer;
  const std::string one = R"({"kenteken": "GX418K", "wam_verzekerd": "Nee",
                              "vervaldatum_apk": "20260105"})";
  const std::string other = R"({"kenteken": "GX418K", "wam_verzekerd": "Ja"})";
  for (const std::string& body :
       {std::string{"[]"}, '[' + one + ']', '[' + other + ']', '[' + one + ',' + one + ']',
        '[' + one + ',' + other + ']', std::string{"{}"}, std::string{"[{}]"}, std::string{"[7]"},
        one}) {
    const Asked mapped = read_mapped(mapping, body, kDutch);
    const Asked own = read_rdw(body, "GX418K");
    ASSERT_EQ(mapped.has_value(), own.has_value()) << body;
    if (!mapped) continue;
    EXPECT_EQ(mapped->is_registered, own->is_registered) << body;
    EXPECT_EQ(mapped->is_insured, own->is_insured) << body;
    EXPECT_EQ(mapped->inspected_until, own->inspected_until) << body;
  }
}

}  // namespace
}  // namespace bas::registers
