// Partial plates beside Vectorscan, in one process on one core: the same patterns, the same reads,
// turn by turn. Vectorscan in its best form: one compiled set, block mode, single-match.
//
//   pattern_peers [--tiny] [--patterns N] [--reads N] [--pairs N] [--seed S]
//
// Ends with 1 when the answers differ.
#include <fmt/format.h>
#include <hs/hs.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <numeric>

#include "base/check.h"
#include "match/knowledge.h"
#include "match/pattern_index.h"
#include "plate_world.h"

namespace {

using namespace bas;         // a benchmark program, nothing includes it
using namespace bas::bench;  // likewise

struct Asked {
  std::size_t patterns = 10'000;
  std::size_t reads = 200'000;
  int pairs = 5;
  std::uint64_t seed = 7;
};

// What a side found: how many, and a sum that does not depend on the order.
struct Answer {
  std::uint64_t matches = 0;
  std::uint64_t sum = 0;
  void add(std::uint64_t read, std::uint64_t pattern) {
    ++matches;
    std::uint64_t mixed = (read * 0x9E3779B97F4A7C15U ^ pattern) * 0xD6E8FEB86659FD93U;
    sum += mixed ^ mixed >> 32;
  }
  bool operator==(const Answer&) const = default;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::vector<PackedPlate> plates_of(std::size_t count, Random& random) {
  const auto knowledge = match::Knowledge::standard();
  std::vector<CountryPlates> countries;
  for (const char* code : {"BE", "NL", "FR", "DE"})
    countries.emplace_back(knowledge->grammars, code);
  std::vector<PackedPlate> plates;
  while (plates.size() < count) {
    plates.push_back(countries[random.next() % countries.size()].draw(random));
  }
  return plates;
}

// A witness remembers three to five characters; in one of eight cases not how many there were.
std::vector<std::string> patterns_of(const Asked& asked, Random& random) {
  std::vector<std::string> patterns;
  for (const PackedPlate plate : plates_of(asked.patterns, random)) {
    std::string text = plate.text();
    const std::size_t named = std::min<std::size_t>(text.size(), 3 + random.next() % 3);
    std::vector<std::size_t> places(text.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    for (std::size_t i = places.size(); i > 1; --i)
      std::swap(places[i - 1], places[random.next() % i]);
    for (std::size_t i = named; i < places.size(); ++i) text[places[i]] = '?';
    if (random.next() % 8 == 0 && text.back() == '?') {
      while (text.back() == '?') text.pop_back();
      text += '*';
    }
    patterns.push_back(std::move(text));
  }
  return patterns;
}

class Ours {
 public:
  explicit Ours(const std::vector<std::string>& patterns) {
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      check(index_.put(patterns[i], static_cast<std::uint32_t>(i)).has_value());
    }
  }
  Answer scan(std::span<const PackedPlate> reads) const {
    Answer answer;
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < reads.size(); ++i) {
      index_.find(reads[i], found);
      for (const std::uint32_t pattern : found) answer.add(i, pattern);
    }
    return answer;
  }
  // The longest of many: a pattern comes in, is found, and goes.
  double live_ms(const std::vector<std::string>& patterns) {
    double longest = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(1000, patterns.size()); ++i) {
      const auto start = std::chrono::steady_clock::now();
      check(index_.put(patterns[i], 0x40000000).has_value());
      longest = std::max(longest, seconds_since(start) * 1000);
      check(index_.remove(patterns[i], 0x40000000));
    }
    return longest;
  }
  std::size_t bytes() const { return index_.approximate_bytes(); }

 private:
  match::PatternIndex index_;
};

class Vectorscan {
 public:
  explicit Vectorscan(const std::vector<std::string>& patterns) {
    std::vector<std::string> texts;
    std::vector<const char*> expressions;
    std::vector<unsigned> ids;
    for (const std::string& pattern : patterns) {
      std::string text = "^";
      for (const char c : pattern) text += c == '?' ? "." : c == '*' ? ".*" : std::string(1, c);
      texts.push_back(text + "$");
    }
    for (const std::string& text : texts) {
      ids.push_back(static_cast<unsigned>(ids.size()));
      expressions.push_back(text.c_str());
    }
    const std::vector<unsigned> flags(texts.size(), HS_FLAG_SINGLEMATCH | HS_FLAG_DOTALL);
    hs_compile_error_t* error = nullptr;
    const auto start = std::chrono::steady_clock::now();
    check(hs_compile_multi(expressions.data(), flags.data(), ids.data(),
                           static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr, &set_,
                           &error) == HS_SUCCESS);
    compile_ms_ = seconds_since(start) * 1000;
    check(hs_alloc_scratch(set_, &scratch_) == HS_SUCCESS);
    check(hs_database_size(set_, &bytes_) == HS_SUCCESS);
  }
  ~Vectorscan() {
    hs_free_scratch(scratch_);
    hs_free_database(set_);
  }
  Vectorscan(const Vectorscan&) = delete;
  Vectorscan& operator=(const Vectorscan&) = delete;

  Answer scan(std::span<const std::string> reads) const {
    struct Context {
      Answer answer;
      std::size_t read = 0;
    } context;
    const auto take = [](unsigned id, unsigned long long, unsigned long long, unsigned, void* raw) {
      auto* to = static_cast<Context*>(raw);
      to->answer.add(to->read, id);
      return 0;
    };
    for (const std::string& read : reads) {
      check(hs_scan(set_, read.data(), static_cast<unsigned>(read.size()), 0, scratch_, take,
                    &context) == HS_SUCCESS);
      ++context.read;
    }
    return context.answer;
  }
  double compile_ms() const { return compile_ms_; }
  std::size_t bytes() const { return bytes_; }

 private:
  hs_database_t* set_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
  double compile_ms_ = 0;
  std::size_t bytes_ = 0;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double load() {
  double now = 0;
  return getloadavg(&now, 1) == 1 ? now : 0;
}

Asked asked_by(int count, char** words) {
  Asked asked;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--tiny") asked = {200, 2'000, 1, 7};
    if (i + 1 == count) break;
    const std::uint64_t number = std::strtoull(words[i + 1], nullptr, 10);
    if (word == "--patterns") asked.patterns = number;
    if (word == "--reads") asked.reads = number;
    if (word == "--pairs") asked.pairs = static_cast<int>(number);
    if (word == "--seed") asked.seed = number;
  }
  return asked;
}

}  // namespace

int main(int count, char** words) {
  const Asked asked = asked_by(count, words);
  SeededRandom random(asked.seed);
  const auto patterns = patterns_of(asked, random);
  const auto reads = plates_of(asked.reads, random);
  std::vector<std::string> texts;
  for (const PackedPlate read : reads) texts.push_back(read.text());
  fmt::print("Vectorscan {}, {} patterns, {} reads a run, {} pairs, seed {}, load before {:.1f}\n",
             hs_version(), patterns.size(), reads.size(), asked.pairs, asked.seed, load());
  Ours ours(patterns);
  const Vectorscan vectorscan(patterns);
  std::vector<double> our_rates, their_rates;
  Answer answer;
  for (int pair = 0; pair < asked.pairs; ++pair) {
    auto start = std::chrono::steady_clock::now();
    answer = ours.scan(reads);
    our_rates.push_back(static_cast<double>(reads.size()) / seconds_since(start));
    start = std::chrono::steady_clock::now();
    const Answer theirs = vectorscan.scan(texts);
    their_rates.push_back(static_cast<double>(reads.size()) / seconds_since(start));
    if (theirs != answer) {
      fmt::print("the answers differ: {} and {} matches\n", answer.matches, theirs.matches);
      return 1;
    }
  }
  const double us = median(our_rates);
  const double they = median(their_rates);
  fmt::print(
      "| partial plates, {} patterns, reads a second, one core, in process | {:.0f} "
      "| Vectorscan {:.0f} | {:.1f} |\n",
      patterns.size(), us, they, us / they);
  fmt::print(
      "| a new pattern is live after, ms | {:.3f} (longest of 1,000) | Vectorscan {:.0f} "
      "(compiles all) | {:.0f} |\n",
      ours.live_ms(patterns), vectorscan.compile_ms(),
      vectorscan.compile_ms() / ours.live_ms(patterns));
  fmt::print("| memory, MiB | {:.1f} | Vectorscan {:.1f} | |\n",
             static_cast<double>(ours.bytes()) / 0x1p20,
             static_cast<double>(vectorscan.bytes()) / 0x1p20);
  fmt::print("load after {:.1f}, {} matches, checksum {:016x}\n", load(), answer.matches,
             answer.sum);
  return 0;
}
