// The index against a scan of all entries, over random lists and reads: every way to match,
// validity, suspension and country at once; and that what is removed leaves nothing behind.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

#include "match/entries_test.h"
#include "match/entry_index.h"

namespace bas::match {
namespace {

using plates::PackedPlate;
using std::chrono::milliseconds;

constexpr int kLists = 3;
Id list_of(int number) { return id_of(1000 + number); }

struct Listed {
  std::string plate;
  IndexedEntry entry;
};

// List 0 wants exact matches only, the others everything, however improbable.
MatchRule rule_of(const Id& list) {
  if (list == list_of(0)) return {};
  return {InexactUse::kReview, 0, /*uses_veto=*/false};
}

bool fits(std::string_view pattern, std::string_view text) {
  if (pattern.empty()) return text.empty();
  if (pattern[0] == '*') {
    return fits(pattern.substr(1), text) || (!text.empty() && fits(pattern, text.substr(1)));
  }
  return !text.empty() && (pattern[0] == '?' || pattern[0] == text[0]) &&
         fits(pattern.substr(1), text.substr(1));
}

// The folded plate, and it without each of its glyphs.
std::set<std::string> variants(std::string_view text) {
  const PackedPlate folded = Knowledge::standard()->folding.fold(PackedPlate::of(text).value());
  std::set<std::string> all{folded.text()};
  for (int place = 0; place < folded.length() && folded.length() > 1; ++place) {
    all.insert(folded.without(place).text());
  }
  return all;
}

bool may_be_misread(std::string_view listed, std::string_view read) {
  const auto of_listed = variants(listed);
  const auto of_read = variants(read);
  return std::ranges::any_of(of_listed, [&](const auto& one) { return of_read.contains(one); });
}

struct Scan {
  std::map<Id, Listed> entries;
  std::set<Id> suspended;

  bool applies(const IndexedEntry& entry, const Sighting& read) const {
    const bool is_one_country =
        entry.country.empty() || read.plate.country.empty() || entry.country == read.plate.country;
    return is_one_country && !suspended.contains(entry.list) &&
           (!entry.valid_from || *entry.valid_from <= read.captured_at) &&
           (!entry.valid_until || read.captured_at < *entry.valid_until);
  }
  bool is_found(const Listed& listed, const std::string& read) const {
    if (listed.plate == read) return true;
    if (rule_of(listed.entry.list).inexact == InexactUse::kNothing) return false;
    if (is_pattern(listed.plate)) return fits(listed.plate, read);
    return may_be_misread(listed.plate, read);
  }
  std::set<Id> find(const Sighting& read) const {
    std::set<Id> found;
    for (const auto& [id, listed] : entries) {
      if (applies(listed.entry, read) && is_found(listed, read.plate.text)) found.insert(id);
    }
    return found;
  }
};

std::string some_text(const std::string& glyphs, std::size_t least) {
  return *rc::gen::container<std::string>(*rc::gen::inRange<std::size_t>(least, 7),
                                          rc::gen::elementOf(glyphs));
}

std::string some_plate() { return some_text("1I8BA0", 1); }

// Plates, and patterns that name two characters.
std::string some_listed() {
  if (*rc::gen::inRange(0, 4) != 0) return some_plate();
  std::string pattern = some_text("1B?*", 2);
  while (std::ranges::count_if(pattern, [](char c) { return c != '?' && c != '*'; }) < 2) {
    pattern += "1";
  }
  return pattern;
}

UtcTime some_time() { return UtcTime{milliseconds{*rc::gen::inRange(0, 6)}}; }

IndexedEntry some_entry() {
  IndexedEntry entry;
  entry.entry = id_of(*rc::gen::inRange(0, 30));
  entry.list = list_of(*rc::gen::inRange(0, kLists));
  entry.country = *rc::gen::element<std::string>("", "BE", "FR");
  entry.priority = *rc::gen::inRange(1, 5);
  if (*rc::gen::inRange(0, 3) == 0) entry.valid_from = some_time();
  if (*rc::gen::inRange(0, 3) == 0) entry.valid_until = some_time();
  entry.vehicle.make = static_cast<std::uint8_t>(*rc::gen::inRange(0, 4));
  return entry;
}

Sighting some_read() {
  Sighting read;
  read.plate = {some_plate(), *rc::gen::element<std::string>("", "BE", "FR", "NL")};
  read.captured_at = some_time();
  return read;
}

void set_rules(EntryIndex& index) {
  for (int list = 0; list < kLists; ++list) index.set_rule(list_of(list), rule_of(list_of(list)));
}

void change_both(EntryIndex& index, Scan& scan) {
  const int what = *rc::gen::inRange(0, 10);
  if (what < 7) {
    const Listed listed{some_listed(), some_entry()};
    RC_ASSERT(index.put(listed.plate, listed.entry).has_value());
    scan.entries[listed.entry.entry] = listed;
  } else if (what < 9) {
    const Id id = id_of(*rc::gen::inRange(0, 30));
    RC_ASSERT(index.remove(id) == (scan.entries.erase(id) == 1));
  } else {
    const Id list = list_of(*rc::gen::inRange(0, kLists));
    if (scan.suspended.erase(list) == 1) {
      index.resume_list(list);
    } else {
      scan.suspended.insert(list);
      index.suspend_list(list);
    }
  }
}

std::set<Id> found_in(const EntryIndex& index, const Sighting& read) {
  std::set<Id> found;
  for (const Match& match : index.find(read)) {
    RC_ASSERT(found.insert(match.entry.entry).second);
    RC_ASSERT(match.probability >= 0 && match.probability <= 1);
    RC_ASSERT(match.kind == match.reasons.kind);
    RC_ASSERT(!match.explanation.empty());
  }
  return found;
}

TEST(plain_scan, finds_what_the_index_finds) {
  EXPECT_TRUE(rc::check("the index equals a scan of everything", [] {
    EntryIndex index(*rc::gen::arbitrary<std::uint64_t>());
    set_rules(index);
    Scan scan;
    for (int step = *rc::gen::inRange(1, 30); step > 0; --step) {
      change_both(index, scan);
      const Sighting read = some_read();
      RC_ASSERT(found_in(index, read) == scan.find(read));
    }
  }));
}

// What an index answers, in full, to some reads.
std::vector<std::string> answers(const EntryIndex& index, const std::vector<Sighting>& reads) {
  std::vector<std::string> told;
  for (const Sighting& read : reads) {
    for (const Match& match : index.find(read)) {
      told.push_back(std::to_string(match.probability) + match.listed + match.explanation +
                     std::string(match.entry.entry.view()));
    }
  }
  return told;
}

// Tables that have grown keep their room. Once they have, adding and removing the same entries any
// number of times changes neither an answer nor a byte.
TEST(plain_scan, sees_no_trace_of_what_was_added_and_removed) {
  EXPECT_TRUE(rc::check("no trace", [] {
    EntryIndex index(*rc::gen::arbitrary<std::uint64_t>());
    set_rules(index);
    Scan scan;
    for (int step = *rc::gen::inRange(1, 40); step > 0; --step) change_both(index, scan);
    std::vector<Sighting> reads;
    for (int i = 0; i < 20; ++i) reads.push_back(some_read());
    const auto before = answers(index, reads);
    std::vector<Listed> passing;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i) {
      passing.push_back({some_listed(), some_entry()});
      passing.back().entry.entry = id_of(2000 + i);
    }
    std::size_t bytes = 0;
    for (int round = 0; round < 3; ++round) {
      for (const Listed& one : passing) RC_ASSERT(index.put(one.plate, one.entry).has_value());
      for (const Listed& one : passing) RC_ASSERT(index.remove(one.entry.entry));
      RC_ASSERT(answers(index, reads) == before);
      RC_ASSERT(index.size() == scan.entries.size());
      if (round > 0) RC_ASSERT(index.approximate_bytes() == bytes);
      bytes = index.approximate_bytes();
    }
  }));
}

}  // namespace
}  // namespace bas::match
