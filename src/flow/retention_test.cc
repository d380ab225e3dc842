#include "flow/retention.h"

#include "base/encode.h"
#include "base/file.h"
#include "flow/reads.h"
#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;

class RetentionTest : public SearchFixture {
 protected:
  std::unique_ptr<Terms> open_terms() {
    return Terms::open({ledger_.regime, world_.clock, world_.folder.path / "terms.json"}).value();
  }
  void keep_for(int count, policy::TermUnit unit) { ledger_.regime.store_max = {count, unit}; }
  Retention retention() {
    return Retention({*world_.vault, world_.reads, world_.blobs, *world_.hit_store,
                      world_.sql->pursuits(), ledger_.uses, *ledger_.vault, ledger_.regime,
                      world_.clock, world_.folder.path / "erasing"});
  }
  Read passed(int days_ago) { return passes("1ABC234", milliseconds(-days_ago * 86'400'000LL)); }
  bool opens(const Terms& terms, const Read& read) {
    const auto sealed = world_.reads.fetch(read.id).value();
    return sealed && ReadSealer(*world_.vault, &terms).open(*sealed).has_value();
  }
  std::vector<LoggedUse> erasures() {
    auto uses = ledger_.uses.latest(~std::uint64_t{0}, 500).value();
    std::erase_if(uses,
                  [](const LoggedUse& use) { return use.facts.verb != policy::Verb::kErase; });
    return uses;
  }
};

TEST_F(RetentionTest, what_is_over_cannot_be_read_before_anything_is_erased) {
  const Read young = passed(10), old = passed(40);
  keep_for(1, policy::TermUnit::kMonths);
  const auto terms = open_terms();
  EXPECT_TRUE(opens(*terms, young));
  EXPECT_FALSE(opens(*terms, old));
  const UtcTime end = terms->end_of(young.facts.captured_at);
  EXPECT_EQ(end, policy::end_of(young.facts.captured_at, ledger_.regime.store_max,
                                policy::Clocks::kBrussels));
  world_.clock.advance(end - world_.clock.now() - milliseconds(1));
  EXPECT_TRUE(opens(*terms, young));
  world_.clock.advance(milliseconds(1));
  EXPECT_FALSE(opens(*terms, young)) << "at that instant";
}

TEST_F(RetentionTest, erases_days_that_are_over_and_says_how_much_that_was) {
  const Read old = passed(400);
  passed(400);
  const Read young = passed(300);
  const auto terms = open_terms();
  ASSERT_TRUE(retention().overdue(*terms));
  EXPECT_EQ(retention().run(*terms).value(),
            std::vector<ErasedPart>{{brussels_day(old.facts.captured_at)}});
  EXPECT_FALSE(world_.reads.fetch(old.id).value());
  EXPECT_TRUE(opens(*terms, young));
  EXPECT_EQ(world_.vault->existing_keys(brussels_day(old.facts.captured_at)).error().code,
            ErrorCode::kDestroyed);
  ASSERT_EQ(erasures().size(), 1U);
  EXPECT_EQ(erasures()[0].facts.results, 2U);
  EXPECT_EQ(erasures()[0].facts.version, format_day(brussels_day(old.facts.captured_at)));
  EXPECT_FALSE(retention().overdue(*terms));
  EXPECT_TRUE(retention().run(*terms).value().empty());
  EXPECT_EQ(erasures().size(), 1U) << "nothing is erased twice";
}

TEST_F(RetentionTest, the_hits_of_the_day_go_with_it) {
  world_.wanted({"1ABC234", "BE"});
  const Read old = passed(400);
  const MatchedRead matched{&old, world_.hits->matches(old), Occasion::kFirst};
  ASSERT_TRUE(world_.hits->make({&matched, 1}));
  ASSERT_EQ(world_.hit_store->hits({}).value().size(), 1U);
  ASSERT_TRUE(retention().run(*open_terms()));
  EXPECT_TRUE(world_.hit_store->hits({}).value().empty());
  EXPECT_TRUE(world_.hit_store->incidents({}).value().empty());
}

TEST_F(RetentionTest, reads_of_a_day_that_is_over_are_not_taken_any_more) {
  ASSERT_TRUE(retention().run(*open_terms()));
  const Day old = brussels_day(world_.clock.now() - days(500));
  EXPECT_EQ(world_.vault->keys(old).error().code, ErrorCode::kDestroyed);
  EXPECT_TRUE(world_.vault->keys(brussels_day(world_.clock.now() - days(300))));
}

TEST_F(RetentionTest, a_shorter_term_counts_for_what_is_there_and_a_longer_one_does_not) {
  const Read before = passed(40);
  open_terms();
  EXPECT_TRUE(opens(*open_terms(), before));
  world_.clock.advance(hours(1));
  keep_for(30, policy::TermUnit::kDays);
  EXPECT_FALSE(opens(*open_terms(), before)) << "shorter: at once";
  world_.clock.advance(hours(1));
  const Read between = passes("1ABC234", hours(2) + milliseconds(0));
  keep_for(24, policy::TermUnit::kMonths);
  world_.clock.advance(hours(1));
  const auto longer = open_terms();
  const Read after = passes("1ABC234", hours(4));
  EXPECT_FALSE(opens(*longer, before)) << "longer: too late for it";
  EXPECT_EQ(longer->end_of(between.facts.captured_at), between.facts.captured_at + days(30));
  EXPECT_GT(longer->end_of(after.facts.captured_at), after.facts.captured_at + days(700));
}

// Wherever it was cut short, the next run ends it and the ledger tells the same number.
TEST_F(RetentionTest, an_erasure_that_was_cut_short_is_finished_and_counted_once) {
  const Read old = passed(400);
  passed(400);
  const auto terms = open_terms();
  ledger_.store.is_failing = true;
  EXPECT_FALSE(retention().run(*terms));
  EXPECT_FALSE(world_.reads.fetch(old.id).value()) << "gone, and not in the ledger yet";
  ledger_.store.is_failing = false;
  EXPECT_EQ(retention().run(*terms).value().size(), 1U);
  ASSERT_EQ(erasures().size(), 1U);
  EXPECT_EQ(erasures()[0].facts.results, 2U);
  EXPECT_NE(erasures()[0].facts.results_sha256, to_hex(std::string(32, '\0')));
  EXPECT_TRUE(retention().run(*terms).value().empty());
}

TEST_F(RetentionTest, a_damaged_mark_or_file_of_terms_is_said_and_erases_nothing) {
  passed(400);
  const auto terms = open_terms();
  const Day day = brussels_day(world_.clock.now() - days(400));
  ASSERT_TRUE(make_private_folder(world_.folder.path / "erasing"));
  ASSERT_TRUE(write_file(world_.folder.path / "erasing" / format_day(day), "many reads",
                         FileMode::kSecret));
  EXPECT_EQ(retention().run(*terms).error().code, ErrorCode::kCorrupt);
  EXPECT_TRUE(erasures().empty());
  for (const char* text : {"", "[]", "{}", "[{\"from\":1}]", "[{\"from\":\"x\"}]"}) {
    ASSERT_TRUE(write_file(world_.folder.path / "terms.json", text, FileMode::kSecret));
    const auto opened =
        Terms::open({ledger_.regime, world_.clock, world_.folder.path / "terms.json"});
    ASSERT_FALSE(opened) << text;
    EXPECT_EQ(opened.error().code, ErrorCode::kCorrupt) << text;
  }
}

TEST_F(RetentionTest, details_of_uses_end_with_the_term_of_the_log_and_the_log_stays_whole) {
  passes("1ABC234", milliseconds(0));
  ASSERT_TRUE(ledger_.searches.search(wish_, who_));
  const auto number = ledger_.book->size() - 1;
  world_.clock.advance(days(365 * 10));
  const auto terms = open_terms();
  ASSERT_TRUE(retention().run(*terms));
  EXPECT_TRUE(ledger_.uses.latest(number + 1, 1).value()[0].details) << "ten years are not over";
  world_.clock.advance(days(5));
  ASSERT_TRUE(retention().run(*terms));
  EXPECT_FALSE(ledger_.uses.latest(number + 1, 1).value()[0].details);
  EXPECT_EQ(ledger_.verdict().fault, ledger::Fault::kNone);
}

// R7: what the camera act knows ends after a month, at a designated place after three.
class CameraActTest : public RetentionTest {
 protected:
  Read passed_by(LegalSource source, int days_ago) {
    Read read = world_.read("1ABC234", milliseconds(-days_ago * 86'400'000LL));
    read.source = source;
    const SealedRead sealed = world_.read_sealer->seal(read).value();
    EXPECT_TRUE(world_.reads.append({&sealed, 1}));
    return read;
  }
  Hit hit_on(const Read& read) {
    Hit hit;
    hit.id = make_id(read.facts.captured_at, world_.random);
    hit.captured_at = read.facts.captured_at;
    hit.plate = {read.plate, "BE"};
    hit.source = read.source;
    return hit;
  }
};

TEST_F(CameraActTest, each_source_is_over_when_its_own_term_is) {
  const Read police = passed_by(LegalSource::kPoliceAct, 32);
  const Read place = passed_by(LegalSource::kDesignatedPlace, 32);
  const Read camera = passed_by(LegalSource::kCameraAct, 32);
  const auto terms = open_terms();
  EXPECT_TRUE(opens(*terms, police));
  EXPECT_TRUE(opens(*terms, place));
  EXPECT_FALSE(opens(*terms, camera));
  const UtcTime at = place.facts.captured_at;
  EXPECT_EQ(
      terms->end_of(at, LegalSource::kDesignatedPlace),
      policy::end_of(at, ledger_.regime.camera_act_designated_max, policy::Clocks::kBrussels));
  world_.clock.advance(terms->end_of(at, LegalSource::kDesignatedPlace) - world_.clock.now());
  EXPECT_FALSE(opens(*terms, place)) << "at that instant";
  EXPECT_TRUE(opens(*terms, police));
  keep_for(7, policy::TermUnit::kDays);
  EXPECT_LT(open_terms()->end_of(at, LegalSource::kDesignatedPlace), at + days(9))
      << "nothing is kept longer than what the police act knows";
}

TEST_F(CameraActTest, erasing_a_source_ends_its_reads_in_every_copy_and_leaves_the_day) {
  const Read police = passed_by(LegalSource::kPoliceAct, 40);
  const Read camera = passed_by(LegalSource::kCameraAct, 40);
  const auto copy = world_.reads.fetch(camera.id).value();
  const std::string picture =
      world_.read_sealer->seal_picture(camera, {PictureRole::kPlate, "a picture"}).value();
  const SealedHit hit = world_.hit_sealer->seal(hit_on(camera)).value();
  EXPECT_EQ(world_.hit_sealer->open(hit)->source, LegalSource::kCameraAct);
  EXPECT_EQ(world_.read_sealer->open_picture(camera, picture).value(), "a picture");
  const auto terms = open_terms();
  const Day day = brussels_day(camera.facts.captured_at);
  EXPECT_GT(retention().overdue(*terms), hours(24 * 8));
  EXPECT_EQ(retention().run(*terms).value(),
            (std::vector<ErasedPart>{{day, LegalSource::kCameraAct}}));
  EXPECT_EQ(retention().overdue(*terms), std::nullopt);

  EXPECT_FALSE(world_.reads.fetch(camera.id).value());
  const ReadSealer unaware(*world_.vault);  // the term is not asked: the key is gone
  EXPECT_EQ(unaware.open(*copy).error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(unaware.open_picture(camera, picture).error().code, ErrorCode::kDestroyed);
  EXPECT_EQ(world_.hit_sealer->open(hit).error().code, ErrorCode::kDestroyed);
  EXPECT_TRUE(opens(*terms, police));
  ASSERT_EQ(erasures().size(), 1U);
  EXPECT_EQ(erasures()[0].facts.what, "day of the camera act");
  EXPECT_EQ(erasures()[0].facts.results, 1U);
  EXPECT_EQ(erasures()[0].facts.results_sha256,
            to_hex(sha256({std::string(32, '\0'), camera.id.view()})));
  EXPECT_TRUE(retention().run(*terms).value().empty());
}

TEST_F(CameraActTest, what_comes_after_its_term_is_not_taken) {
  const auto terms = open_terms();
  const ReadSealer sealer(*world_.vault, terms.get());
  Read late = world_.read("1ABC234", milliseconds(-40 * 86'400'000LL));
  EXPECT_TRUE(sealer.seal(late));
  late.source = LegalSource::kCameraAct;
  EXPECT_EQ(sealer.seal(late).error().code, ErrorCode::kDestroyed);
}

TEST_F(CameraActTest, a_read_cannot_be_passed_off_as_one_that_is_kept_longer) {
  const Read camera = passed_by(LegalSource::kCameraAct, 2);
  SealedRead moved = *world_.reads.fetch(camera.id).value();
  moved.source = LegalSource::kPoliceAct;
  EXPECT_EQ(ReadSealer(*world_.vault).open(moved).error().code, ErrorCode::kCorrupt);
}

TEST_F(CameraActTest, an_incident_ends_with_the_first_of_its_hits) {
  Incident incident;
  incident.id = make_id(world_.clock.now(), world_.random);
  incident.plate = {"1ABC234", "BE"};
  incident.opened_at = world_.clock.now();
  incident.source = LegalSource::kCameraAct;
  ASSERT_TRUE(world_.vault->keys(brussels_day(incident.opened_at)));
  const SealedIncident sealed = world_.hit_sealer->seal(incident).value();
  EXPECT_EQ(world_.hit_sealer->open(sealed)->source, LegalSource::kCameraAct);
  ASSERT_TRUE(retention().erase({brussels_day(incident.opened_at), LegalSource::kCameraAct}));
  EXPECT_EQ(world_.hit_sealer->open(sealed).error().code, ErrorCode::kDestroyed);
}

}  // namespace
}  // namespace bas::flow
