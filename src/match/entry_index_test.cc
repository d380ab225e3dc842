#include "match/entry_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/random.h"
#include "match/entries_test.h"

namespace bas::match {
namespace {

using std::chrono::milliseconds;

UtcTime at(std::int64_t ms) { return UtcTime{milliseconds{ms}}; }

std::vector<Id> ids(const std::vector<Match>& matches) {
  std::vector<Id> found;
  for (const Match& match : matches) found.push_back(match.entry.entry);
  return found;
}

std::vector<Match> find(const EntryIndex& index, Plate plate, UtcTime captured_at) {
  Sighting sighting;
  sighting.plate = std::move(plate);
  sighting.captured_at = captured_at;
  return index.find(sighting);
}

TEST(entry_index, finds_nothing_when_empty) {
  const EntryIndex index(7);
  EXPECT_TRUE(find(index, {"1ABC123", "BE"}, at(0)).empty());
  EXPECT_EQ(index.size(), 0U);
}

TEST(entry_index, gives_back_the_entry_as_it_was_put) {
  EntryIndex index(7);
  IndexedEntry entry = entry_of(1);
  entry.priority = 2;
  entry.valid_from = at(1000);
  entry.valid_until = at(2000);
  index.put("1ABC123", entry);
  const auto matches = find(index, {"1ABC123", "BE"}, at(1500));
  ASSERT_EQ(matches.size(), 1U);
  EXPECT_EQ(matches[0].entry.entry, entry.entry);
  EXPECT_EQ(matches[0].entry.list, entry.list);
  EXPECT_EQ(matches[0].entry.country, "BE");
  EXPECT_EQ(matches[0].entry.priority, 2);
  EXPECT_EQ(matches[0].entry.valid_from, at(1000));
  EXPECT_EQ(matches[0].entry.valid_until, at(2000));
  EXPECT_EQ(matches[0].kind, MatchKind::kExact);
  EXPECT_GT(matches[0].probability, 0.9);
  EXPECT_EQ(matches[0].explanation, "Every character equals the entry; country BE on both sides.");
}

TEST(entry_index, is_valid_from_included_until_excluded) {
  EntryIndex index(7);
  IndexedEntry entry = entry_of(1);
  entry.valid_from = at(1000);
  entry.valid_until = at(2000);
  index.put("X", entry);
  EXPECT_TRUE(find(index, {"X", "BE"}, at(999)).empty());
  EXPECT_EQ(find(index, {"X", "BE"}, at(1000)).size(), 1U);
  EXPECT_EQ(find(index, {"X", "BE"}, at(1999)).size(), 1U);
  EXPECT_TRUE(find(index, {"X", "BE"}, at(2000)).empty());
}

TEST(entry_index, takes_two_known_countries_that_differ_for_two_vehicles) {
  EntryIndex index(7);
  index.put("X", entry_of(1, "BE"));
  EXPECT_TRUE(find(index, {"X", "FR"}, at(0)).empty());
}

TEST(entry_index, matches_an_unknown_country_and_says_so) {
  EntryIndex index(7);
  index.put("X", entry_of(1, "BE"));
  index.put("Y", entry_of(2, ""));
  EXPECT_EQ(find(index, {"X", ""}, at(0)).at(0).explanation,
            "Every character equals the entry; the camera did not tell the country, the entry is "
            "for BE.");
  EXPECT_EQ(find(index, {"Y", "FR"}, at(0)).at(0).explanation,
            "Every character equals the entry; the entry is for any country, the camera saw FR.");
  EXPECT_EQ(find(index, {"Y", ""}, at(0)).at(0).explanation,
            "Every character equals the entry; neither the camera nor the entry names a country.");
}

TEST(entry_index, puts_the_strongest_priority_first) {
  EntryIndex index(7);
  for (const auto& [number, priority] : {std::pair{1, 3}, {2, 1}, {3, 2}, {4, 1}}) {
    IndexedEntry entry = entry_of(number);
    entry.priority = priority;
    index.put("X", entry);
  }
  EXPECT_THAT(ids(find(index, {"X", "BE"}, at(0))),
              testing::ElementsAre(id_of(2), id_of(4), id_of(3), id_of(1)));
}

TEST(entry_index, moves_an_entry_whose_plate_changed) {
  EntryIndex index(7);
  index.put("OLD", entry_of(1));
  index.put("NEW", entry_of(1));
  EXPECT_TRUE(find(index, {"OLD", "BE"}, at(0)).empty());
  EXPECT_EQ(find(index, {"NEW", "BE"}, at(0)).size(), 1U);
  EXPECT_EQ(index.size(), 1U);
}

TEST(entry_index, keeps_suspended_entries_silent_until_resumed) {
  EntryIndex index(7);
  index.suspend_list(id_of(1000));
  index.put("X", entry_of(1));
  EXPECT_TRUE(find(index, {"X", "BE"}, at(0)).empty());
  EXPECT_EQ(index.size(), 1U);
  index.resume_list(id_of(1000));
  EXPECT_EQ(find(index, {"X", "BE"}, at(0)).size(), 1U);
}

TEST(entry_index, keeps_plates_of_every_length_apart) {
  EntryIndex index(7);
  for (int length = 1; length <= 60; ++length) {
    index.put(std::string(static_cast<std::size_t>(length), 'A'), entry_of(length));
  }
  for (int length = 1; length <= 60; ++length) {
    const std::string plate(static_cast<std::size_t>(length), 'A');
    EXPECT_THAT(ids(find(index, {plate, "BE"}, at(0))), testing::ElementsAre(id_of(length)));
    EXPECT_TRUE(index.remove(id_of(length)));
    EXPECT_TRUE(find(index, {plate, "BE"}, at(0)).empty());
  }
}

TEST(entry_index, never_matches_a_read_without_plate) {
  EntryIndex index(7);
  index.put("", entry_of(1));
  EXPECT_TRUE(find(index, {"", "BE"}, at(0)).empty());
}

TEST(entry_index, stays_usable_after_a_move) {
  EntryIndex first(7);
  first.put("X", entry_of(1));
  EntryIndex second = std::move(first);
  second.put("Y", entry_of(2));
  EXPECT_EQ(find(second, {"X", "BE"}, at(0)).size(), 1U);
  EXPECT_EQ(find(second, {"Y", "BE"}, at(0)).size(), 1U);
}

TEST(entry_index, holds_a_hundred_thousand_entries_in_under_100_bytes_each) {
  EntryIndex index(7);
  SeededRandom random(42);
  for (int i = 0; i < 100'000; ++i) {
    IndexedEntry entry = entry_of(0);
    entry.entry = make_id(at(i), random);
    index.put("1" + std::to_string(i * 7), entry);
  }
  EXPECT_EQ(index.size(), 100'000U);
  EXPECT_LT(index.approximate_bytes() / index.size(), 100U);
  EXPECT_GT(index.approximate_bytes() / index.size(), 64U);
}

// The same thing said in the plainest way, to compare with.
struct Model {
  std::map<Id, std::pair<std::string, IndexedEntry>> entries;
  std::set<Id> suspended;

  std::vector<Id> find(const Plate& read, UtcTime when) const {
    std::vector<std::pair<Priority, Id>> found;
    for (const auto& [id, item] : entries) {
      const auto& [plate, entry] = item;
      const bool same_country =
          entry.country.empty() || read.country.empty() || entry.country == read.country;
      const bool in_force = (!entry.valid_from || *entry.valid_from <= when) &&
                            (!entry.valid_until || when < *entry.valid_until);
      if (plate == read.text && !plate.empty() && same_country && in_force &&
          !suspended.contains(entry.list)) {
        found.emplace_back(entry.priority, id);
      }
    }
    std::sort(found.begin(), found.end());
    std::vector<Id> sorted;
    for (const auto& [priority, id] : found) sorted.push_back(id);
    return sorted;
  }
};

std::string plate_of_any_length() {
  const auto length = *rc::gen::element<std::size_t>(0, 1, 7, 15, 16, 40);
  std::string plate(length, 'A');
  if (length > 0) plate.back() = static_cast<char>('A' + *rc::gen::inRange(0, 3));
  return plate;
}

IndexedEntry listed_entry() {
  IndexedEntry entry;
  entry.entry = id_of(*rc::gen::inRange(0, 40));
  entry.list = id_of(1000 + *rc::gen::inRange(0, 3));
  entry.country = *rc::gen::element<std::string>("", "BE", "FR");
  entry.priority = *rc::gen::inRange(1, 5);
  if (*rc::gen::arbitrary<bool>()) entry.valid_from = at(*rc::gen::inRange(0, 10));
  if (*rc::gen::arbitrary<bool>()) entry.valid_until = at(*rc::gen::inRange(0, 10));
  return entry;
}

void change_both(EntryIndex& index, Model& model) {
  const int what = *rc::gen::inRange(0, 10);
  if (what < 6) {
    const std::string plate = plate_of_any_length();
    const IndexedEntry entry = listed_entry();
    index.put(plate, entry);
    model.entries[entry.entry] = {plate, entry};
  } else if (what < 8) {
    const Id id = id_of(*rc::gen::inRange(0, 40));
    RC_ASSERT(index.remove(id) == (model.entries.erase(id) == 1));
  } else {
    const Id list = id_of(1000 + *rc::gen::inRange(0, 3));
    if (what == 8) {
      index.suspend_list(list);
      model.suspended.insert(list);
    } else {
      index.resume_list(list);
      model.suspended.erase(list);
    }
  }
}

TEST(entry_index, agrees_with_a_naive_model_over_random_changes) {
  // RapidCheck prints the seed of a failing run.
  EXPECT_TRUE(rc::check("index equals model", [] {
    EntryIndex index(*rc::gen::arbitrary<std::uint64_t>());
    Model model;
    const int steps = *rc::gen::inRange(1, 120);
    for (int step = 0; step < steps; ++step) {
      change_both(index, model);
      const Plate read{plate_of_any_length(), *rc::gen::element<std::string>("", "BE", "FR", "NL")};
      const UtcTime when = at(*rc::gen::inRange(0, 10));
      RC_ASSERT(ids(find(index, read, when)) == model.find(read, when));
      RC_ASSERT(index.size() == model.entries.size());
    }
  }));
}

}  // namespace
}  // namespace bas::match
