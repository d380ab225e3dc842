// What is found of plates that were not read as they are listed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>

#include "base/random.h"
#include "match/entries_test.h"
#include "match/entry_index.h"
#include "match/rivals.h"

namespace bas::match {
namespace {

using plates::PackedPlate;

// Knows `plates` and one that is far from all others; they are taken for nearly all of the country.
std::shared_ptr<const Knowledge> knowing(std::initializer_list<const char*> plates) {
  auto knowledge = std::make_shared<Knowledge>(Knowledge::standard_copy(3));
  knowledge->known.add(PackedPlate::of("9WWW777").value(), "BE");
  for (const char* plate : plates) knowledge->known.add(PackedPlate::of(plate).value(), "BE");
  knowledge->coverage = 0.99;
  return knowledge;
}

// No camera is known to read 7 for Ö: nothing is left to share, and nothing is lost for it.
TEST(inexact, finds_even_what_cannot_be_where_the_list_wants_everything) {
  EntryIndex index(7);
  index.set_rule(kList, review_above(0));
  ASSERT_TRUE(index.put("1NKH782", entry_of(1)));
  const auto matches = index.find(seen("1NKHÖ82"));
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].probability, 0);
}

struct Case {
  const char* read;
  MatchKind kind;
  const char* explanation;
};

TEST(inexact, finds_a_listed_plate_behind_a_misread_and_says_what_differs) {
  EntryIndex index(7, knowing({}));
  index.set_rule(kList, review_above(0.5));
  ASSERT_TRUE(index.put("1ABC123", entry_of(1)));
  const std::vector<Case> cases = {
      {"1A8C123", MatchKind::kLookAlike,
       "8 read for B at place 3; the read is no plate that its country gives out, which speaks for "
       "a misread."},
      {"IA8C123", MatchKind::kLookAlike,
       "I read for 1 at place 1, 8 read for B at place 3; the read is no plate that its country "
       "gives out, which speaks for a misread."},
      {"1ABC12", MatchKind::kMissing,
       "3 at place 7 was not read; the read is no plate that its country gives out, which speaks "
       "for a misread."},
      {"11ABC123", MatchKind::kExtra,
       "1 at place 1 was read too many; the read is no plate that its country gives out, which "
       "speaks for a misread."},
  };
  for (const Case& one : cases) {
    const auto matches = index.find(seen(one.read));
    ASSERT_EQ(matches.size(), 1U) << one.read;
    EXPECT_EQ(matches[0].kind, one.kind) << one.read;
    EXPECT_EQ(matches[0].explanation, one.explanation);
    EXPECT_EQ(matches[0].listed, "1ABC123");
    EXPECT_GT(matches[0].probability, 0.5);
    EXPECT_LE(matches[0].probability, 1);
  }
}

TEST(inexact, stays_silent_where_the_list_does_not_want_it) {
  EntryIndex index(7, knowing({}));
  ASSERT_TRUE(index.put("1ABC123", entry_of(1)));
  EXPECT_TRUE(index.find(seen("1A8C123")).empty());
  EXPECT_EQ(index.find(seen("1ABC123")).size(), 1U);
}

// 1-AEC-123 is on the road: a camera that reads it has most likely read it right.
TEST(inexact, is_withdrawn_when_the_read_is_itself_a_known_plate) {
  EntryIndex index(7, knowing({"1AFC123"}));
  index.set_rule(kList, review_above(0.01));
  ASSERT_TRUE(index.put("1AEC123", entry_of(1)));
  EXPECT_TRUE(index.find(seen("1AFC123")).empty());
  EXPECT_EQ(index.find(seen("1AFC12E")).size(), 0U);
  index.set_rule(kList, review_above(0.01, /*uses_veto=*/false));
  ASSERT_TRUE(index.put("1AEC123", entry_of(1)));
  EXPECT_EQ(index.find(seen("1AFC123")).size(), 1U);
  index.set_knowledge(knowing({}));
  index.set_rule(kList, review_above(0.01));
  EXPECT_EQ(index.find(seen("1AFC123")).size(), 1U);
}

TEST(inexact, shares_the_probability_among_the_plates_a_read_may_come_from) {
  EntryIndex index(7, knowing({}));
  index.set_rule(kList, review_above(0));
  ASSERT_TRUE(index.put("1ABC123", entry_of(1)));
  const double alone = index.find(seen("1A8C123")).at(0).probability;
  index.set_knowledge(knowing({"1ASC123", "1AGC123"}));
  EXPECT_GT(alone, index.find(seen("1A8C123")).at(0).probability);
}

TEST(inexact, takes_a_country_of_which_no_plate_is_known_for_unknown) {
  EntryIndex index(7, knowing({}));
  index.set_rule(kList, review_above(0));
  ASSERT_TRUE(index.put("AB123CD", entry_of(1, "FR")));
  const double with_belgians = index.find(seen("AB123CO", "FR")).at(0).probability;
  auto nothing = std::make_shared<Knowledge>(Knowledge::standard_copy(3));
  index.set_knowledge(nothing);
  EXPECT_EQ(index.find(seen("AB123CO", "FR")).at(0).probability, with_belgians);
}

TEST(inexact, needs_the_country_to_agree) {
  EntryIndex index(7, knowing({}));
  index.set_rule(kList, review_above(0));
  ASSERT_TRUE(index.put("1ABC123", entry_of(1)));
  EXPECT_TRUE(index.find(seen("1A8C123", "FR")).empty());
  EXPECT_EQ(index.find(seen("1A8C123", "")).size(), 1U);
}

TEST(inexact, finds_partial_plates_and_says_how_many_fit) {
  EntryIndex index(7);
  index.set_rule(kList, review_above(0));
  ASSERT_TRUE(index.put("1A?C12*", entry_of(1)));
  EXPECT_FALSE(index.put("??????1", entry_of(2)));
  EXPECT_FALSE(index.put("*", entry_of(2)));
  EXPECT_EQ(index.size(), 1U);
  const auto matches = index.find(seen("1ABC123"));
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].kind, MatchKind::kPartial);
  EXPECT_EQ(matches[0].listed, "1A?C12*");
  EXPECT_LT(matches[0].probability, 0.1);
  EXPECT_TRUE(index.find(seen("1ABC133")).empty());
  index.set_rule(kList, {});
  EXPECT_TRUE(index.find(seen("1ABC123")).empty());
  index.set_rule(kList, review_above(0));
  EXPECT_TRUE(index.remove(id_of(1)));
  EXPECT_TRUE(index.find(seen("1ABC123")).empty());
}

TEST(find_exact, gives_the_same_as_find_for_a_batch) {
  EntryIndex index(7);
  std::vector<Sighting> reads;
  for (int i = 0; i < 100; ++i) {
    const std::string plate = "1ABC" + std::to_string(100 + i);
    for (int copy = 0; copy < i % 3; ++copy) {  // on no list, on one, on two
      IndexedEntry entry = entry_of(2 * i + copy, i % 5 == 0 ? "FR" : "BE");
      if (copy == 1) entry.list.bytes[0] = 9;
      if (i % 7 == 0) entry.valid_until = seen(plate).captured_at;
      ASSERT_TRUE(index.put(plate, entry));
    }
    reads.push_back(seen(plate));
  }
  Id suspended{};
  suspended.bytes[0] = 9;
  for (const bool is_suspended : {false, true}) {
    if (is_suspended) index.suspend_list(suspended);
    std::vector<AskedPlate> asked;
    std::vector<std::pair<std::size_t, Id>> expected;
    for (std::size_t i = 0; i < reads.size(); ++i) {
      asked.push_back({PackedPlate::of(reads[i].plate.text).value(),
                       index.country_number(reads[i].plate.country)});
      for (const Match& match : index.find(reads[i])) expected.emplace_back(i, match.entry.entry);
    }
    std::vector<ListedPlate> listed;
    index.find_exact(asked, reads[0].captured_at, listed);
    std::vector<std::pair<std::size_t, Id>> found;
    for (const ListedPlate& one : listed) found.emplace_back(one.asked, one.entry);
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(found, expected);
    EXPECT_GT(found.size(), 20U);
  }
}

TEST(find_exact, knows_countries_and_lists_by_numbers_that_stay) {
  EntryIndex index(7);
  EXPECT_EQ(index.country_number(""), 0);
  EXPECT_EQ(index.country_number("BE"), EntryIndex::kUnlistedCountry);
  ASSERT_TRUE(index.put("1ABC123", entry_of(1, "BE")));
  const std::uint16_t number = index.country_number("BE");
  EXPECT_NE(number, EntryIndex::kUnlistedCountry);
  ASSERT_TRUE(index.remove(id_of(1)));
  EXPECT_EQ(index.country_number("BE"), number);
  EXPECT_EQ(index.lists()[0], kList);
}

// Said in the plainest way: everything that shares a folded text less at most one glyph on each
// side, and that the camera could have read so.
bool may_be_misread(const Knowledge& knowledge, std::string_view listed, std::string_view read) {
  const auto variants = [&](std::string_view text) {
    const PackedPlate folded = knowledge.folding.fold(PackedPlate::of(text).value());
    std::vector<std::string> all{folded.text()};
    for (std::size_t i = 0; i < all[0].size() && all[0].size() > 1; ++i) {
      all.push_back(std::string(all[0]).erase(i, 1));
    }
    return all;
  };
  const auto of_listed = variants(listed);
  for (const std::string& variant : variants(read)) {
    if (std::find(of_listed.begin(), of_listed.end(), variant) != of_listed.end()) return true;
  }
  return false;
}

std::string plate_of_few_glyphs() {
  static const std::string kFew = "1I8BA0";
  return *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(1, 7),
                                          rc::gen::elementOf(kFew));
}

TEST(inexact, equals_a_plain_scan_and_leaves_no_trace) {
  EXPECT_TRUE(rc::check("the index equals a scan", [] {
    const auto knowledge = Knowledge::standard();
    EntryIndex index(*rc::gen::arbitrary<std::uint64_t>());
    index.set_rule(kList, review_above(0, /*uses_veto=*/false));
    const std::size_t empty_bytes = index.approximate_bytes();
    std::map<int, std::string> listed;
    for (int step = *rc::gen::inRange(1, 40); step > 0; --step) {
      const int number = *rc::gen::inRange(0, 20);
      if (*rc::gen::inRange(0, 4) == 0) {
        RC_ASSERT(index.remove(id_of(number)) == (listed.erase(number) == 1));
      } else {
        listed[number] = plate_of_few_glyphs();
        RC_ASSERT(index.put(listed[number], entry_of(number)).has_value());
      }
    }
    const std::string read = plate_of_few_glyphs();
    std::vector<Id> wanted;
    for (const auto& [number, plate] : listed) {
      if (may_be_misread(*knowledge, plate, read)) wanted.push_back(id_of(number));
    }
    std::vector<Id> found;
    for (const Match& match : index.find(seen(read))) found.push_back(match.entry.entry);
    std::sort(found.begin(), found.end());
    std::sort(wanted.begin(), wanted.end());
    RC_ASSERT(found == wanted);
    for (const auto& [number, plate] : listed) RC_ASSERT(index.remove(id_of(number)));
    RC_ASSERT(index.find(seen(read)).empty());
    RC_ASSERT(index.size() == 0U);
    RC_ASSERT(index.approximate_bytes() >= empty_bytes);
  }));
}

}  // namespace
}  // namespace bas::match
