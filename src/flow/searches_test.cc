#include "flow/searches.h"

#include "flow/search_fixture_test.h"

namespace bas::flow {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

class SearchesTest : public SearchFixture {};

TEST_F(SearchesTest, finds_the_reads_of_a_plate_newest_first_and_writes_it_down_before) {
  const Read first = passes("1ABC234", milliseconds(0));
  passes("1XYZ999", milliseconds(10));
  const Read second = passes("1ABC234", milliseconds(20));
  const SearchPage page = ledger_.searches.search(wish_, who_).value();
  ASSERT_EQ(page.reads.size(), 2U);
  EXPECT_EQ(page.reads[0].id, second.id);
  EXPECT_EQ(page.reads[1].id, first.id);
  EXPECT_FALSE(page.next);

  const LoggedUse use = last_use();
  EXPECT_EQ(use.number, page.ledger_number);
  EXPECT_TRUE(use.facts.is_permitted);
  EXPECT_EQ(use.facts.results, 2U);
  EXPECT_EQ(use.facts.zone, "5364");
  EXPECT_EQ(use.facts.regime_sha256, ledger_.regime.sha256);
  ASSERT_TRUE(use.details);
  EXPECT_EQ(use.details->case_number, wish_.case_number);
  EXPECT_NE(use.details->predicate.find("1ABC234"), std::string::npos);
  const std::string entry = ledger_.store.entries({use.number, 1}).value().at(0);
  for (const std::string& secret : {std::string("1ABC234"), wish_.case_number, wish_.reason,
                                    to_string(who_.user.id), who_.terminal}) {
    EXPECT_EQ(entry.find(secret), std::string::npos) << secret;
  }
}

TEST_F(SearchesTest, pages_follow_each_other_and_each_is_a_use) {
  for (int i = 0; i < 5; ++i) passes("1ABC234", milliseconds(i));
  wish_.limit = 2;
  std::size_t reads = 0;
  std::uint64_t pages = 0;
  do {
    const SearchPage page = ledger_.searches.search(wish_, who_).value();
    reads += page.reads.size();
    ++pages;
    wish_.after = page.next;
  } while (wish_.after);
  EXPECT_EQ(reads, 5U);
  EXPECT_EQ(pages, 3U);
  EXPECT_EQ(ledger_.book->size(), 3U);
}

TEST_F(SearchesTest, another_zone_without_a_grant_is_neither_given_nor_counted) {
  passes("1ABC234", milliseconds(0));
  passes("1ABC234", milliseconds(10), &other_site_);
  const SearchPage page = ledger_.searches.search(wish_, who_).value();
  EXPECT_EQ(page.reads.size(), 1U);
  EXPECT_EQ(last_use().facts.results, 1U);
  ASSERT_EQ(page.zones.size(), 2U);
  EXPECT_TRUE(page.zones[0].decision.permit);
  EXPECT_EQ(page.zones[1].zone, "5345");
  EXPECT_EQ(page.zones[1].decision.reason, "E_GRANT");

  // The same words, whether that zone holds a read of the plate or not.
  const std::string with = page.zones[1].decision.text;
  wish_.plate = "1NEV000";
  EXPECT_EQ(ledger_.searches.search(wish_, who_).value().zones[1].decision.text, with);
}

// One that cannot be opened would end the search with an error.
TEST_F(SearchesTest, reads_of_a_zone_that_is_not_searched_are_not_even_opened) {
  passes("1ABC234", milliseconds(0));
  Read other = world_.read("1ABC234", milliseconds(10));
  other.site = other_site_.id;
  other.zone = other_zone_.id;
  SealedRead sealed = world_.read_sealer->seal(other).value();
  sealed.sealed.back() = static_cast<char>(sealed.sealed.back() ^ 1);
  ASSERT_TRUE(world_.reads.append({&sealed, 1}));
  const auto page = ledger_.searches.search(wish_, who_);
  ASSERT_TRUE(page) << page.error().text;
  EXPECT_EQ(page->reads.size(), 1U);
}

TEST_F(SearchesTest, what_is_missing_is_said_and_the_refusal_is_written_down) {
  passes("1ABC234", milliseconds(0));
  const auto expect_refused = [&](const char* rule) {
    const Error error = refused();
    EXPECT_EQ(error.code, ErrorCode::kRefused);
    EXPECT_TRUE(error.text.starts_with(std::string(rule) + ": ")) << error.text;
    const LoggedUse use = last_use();
    EXPECT_FALSE(use.facts.is_permitted);
    EXPECT_EQ(use.facts.rules, std::vector<std::string>{rule});
    EXPECT_EQ(use.facts.results, 0U);
  };
  const SearchWish whole = wish_;
  const Person right = who_;
  wish_.purpose.clear();
  expect_refused("R1");
  wish_ = whole;
  wish_.reason = "because";
  expect_refused("R1");
  wish_ = whole;
  who_.user.trained_until.reset();
  expect_refused("R58");
  who_ = right;
  who_.user.role = Role::kOperator;
  expect_refused("R58");
  who_ = right;
  wish_.from = world_.clock.now() - hours(24 * 200);
  EXPECT_EQ(refused().code, ErrorCode::kRefused) << "older than may be opened without an order";
  EXPECT_EQ(ledger_.book->size(), 5U);
}

TEST_F(SearchesTest, without_a_ledger_nothing_is_given_out) {
  passes("1ABC234", milliseconds(0));
  ledger_.store.is_failing = true;
  EXPECT_EQ(refused().code, ErrorCode::kUnavailable);
  ledger_.store.is_failing = false;
  EXPECT_TRUE(ledger_.searches.search(wish_, who_));
}

TEST_F(SearchesTest, everything_a_site_saw_is_given_for_crime_within_its_limits) {
  for (int i = 0; i < 3; ++i) passes("1ABC23" + std::to_string(i), milliseconds(i));
  wish_.plate.clear();
  wish_.sites = {world_.site.id};
  wish_.from = world_.clock.now() - hours(1);
  EXPECT_EQ(ledger_.searches.search(wish_, who_).value().reads.size(), 3U);
  wish_.from = world_.clock.now() - hours(24 * 3);
  EXPECT_EQ(refused().code, ErrorCode::kRefused) << "too long for every vehicle of a place";
  wish_.sites = {make_id(world_.clock.now(), world_.random)};
  EXPECT_EQ(refused().code, ErrorCode::kRefused) << "no such site";
}

TEST_F(SearchesTest, malformed_wishes_are_no_uses) {
  const SearchWish whole = wish_;
  wish_.sites = {world_.site.id};
  EXPECT_EQ(refused().code, ErrorCode::kBadInput);
  wish_ = whole;
  wish_.plate = "1AB*";
  EXPECT_EQ(refused().code, ErrorCode::kBadInput);
  wish_ = whole;
  std::swap(wish_.from, wish_.until);
  EXPECT_EQ(refused().code, ErrorCode::kBadInput);
  wish_ = whole;
  wish_.limit = 0;
  EXPECT_EQ(refused().code, ErrorCode::kBadInput);
  EXPECT_EQ(ledger_.book->size(), 0U);
}

TEST_F(SearchesTest, erased_details_leave_an_entry_that_still_proves_itself) {
  ASSERT_TRUE(ledger_.searches.search(wish_, who_));
  const std::string note = ledger_.book->sign_now().value();
  ASSERT_TRUE(ledger_.vault->destroy(brussels_day(world_.clock.now())));
  EXPECT_FALSE(last_use().details);
  EXPECT_TRUE(last_use().facts.is_permitted);
  EXPECT_EQ(ledger_.verdict().fault, ledger::Fault::kNone);
  EXPECT_EQ(ledger_.book->sign_now().value(), note);
}

// R39.
TEST_F(SearchesTest, an_intelligence_service_has_a_part_of_the_log_of_its_own) {
  passes("1ABC234", milliseconds(0));
  ASSERT_TRUE(ledger_.searches.search(wish_, who_));
  const std::uint64_t others = last_use().number;
  const Person service = person(Role::kIntelligence, world_.zone.id);
  wish_.purpose = "ap_44_5_2to5";
  ASSERT_TRUE(ledger_.searches.search(wish_, service));
  EXPECT_EQ(last_use().number, others) << "who reads the log of the zones does not see it";
  std::vector<std::uint64_t> walked;
  ASSERT_TRUE(ledger_.uses.walk({{0, ledger_.uses.size()},
                                 [](const UseFacts&) { return true; },
                                 [&](LoggedUse&& use) { walked.push_back(use.number); }}));
  EXPECT_EQ(walked.back(), others);
  const auto theirs =
      ledger_.uses.latest(~std::uint64_t{0}, 10, policy::LogPartition::kIntelligence).value();
  ASSERT_FALSE(theirs.empty());
  EXPECT_EQ(theirs[0].number, others + 1);
  EXPECT_EQ(theirs[0].facts.role, "intelligence");
  EXPECT_EQ(theirs[0].details->case_number, wish_.case_number);
  wish_.from = world_.clock.now() - hours(24 * 32);
  const auto older = ledger_.searches.search(wish_, service);
  ASSERT_FALSE(older);
}

}  // namespace
}  // namespace bas::flow
