// One side of bench/match_peers.py: the same client, in C++, for BAS, Redis and PostgreSQL.
//
//   match_client make FILE ENTRIES SEED           a list to import: plate,country,priority
//   match_client fetch FILE PORT TOKEN LIST       the entries of the server, with their ids
//   match_client load redis FILE PORT             the same entries into Redis
//   match_client run SIDE FILE PORT [name=value]  a run; one line of JSON
// SIDE: bas, redis, postgres. Values: batch, batches, connections, depth, seed, token, form
// (exact, neighbours), verify (1: leave out what is further away than one glyph).
#include <absl/container/flat_hash_set.h>
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <memory>
#include <thread>

#include "base/check.h"
#include "match/knowledge.h"
#include "match_sides.h"
#include "plate_world.h"

namespace {

using namespace bas;         // a benchmark program, nothing includes it
using namespace bas::bench;  // likewise

constexpr std::array<std::string_view, 4> kCountries = {"BE", "NL", "FR", "DE"};

using Options = std::map<std::string, std::string, std::less<>>;

std::uint64_t number_of(const Options& options, std::string_view name, std::uint64_t otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : std::strtoull(found->second.c_str(), nullptr, 10);
}

class Countries {
 public:
  Countries() {
    for (const std::string_view code : kCountries) {
      countries_.emplace_back(match::Knowledge::standard()->grammars, code);
    }
  }
  std::pair<std::string_view, PackedPlate> draw(Random& random) const {
    const std::size_t number = random.next() % countries_.size();
    return {kCountries[number], countries_[number].draw(random)};
  }

 private:
  std::vector<CountryPlates> countries_;
};

int make(const std::string& file, std::uint64_t entries, std::uint64_t seed) {
  std::FILE* out = std::fopen(file.c_str(), "w");
  check(out != nullptr);
  std::fputs("plate,country,priority\n", out);
  SeededRandom random(seed);
  const Countries countries;
  absl::flat_hash_set<std::uint64_t> taken;
  while (taken.size() < entries) {
    const auto [country, plate] = countries.draw(random);
    const std::uint64_t key = plate.bits() ^ std::uint64_t{static_cast<unsigned char>(country[0])}
                                                 << 60;
    if (!taken.insert(key).second) continue;
    fmt::print(out, "{},{},{}\n", plate.text(), country, 1 + taken.size() % 4);
  }
  std::fclose(out);
  return 0;
}

// Reads as cameras write them: half of them of listed vehicles, 4 % of all misread.
std::vector<Wanted> reads_of(const std::vector<Listed>& entries, std::size_t count,
                             Random& random) {
  const Countries countries;
  const Camera camera(match::Knowledge::standard()->misreads.tables());
  std::vector<Wanted> reads;
  while (reads.size() < count) {
    Wanted read;
    if (random.next() % 2 == 0) {
      const Listed& listed = entries[random.next() % entries.size()];
      read = {listed.country, listed.plate};
    } else {
      const auto [country, plate] = countries.draw(random);
      read = {std::string(country), plate.text()};
    }
    const PackedPlate seen = camera.read(PackedPlate::of(read.plate).value(), random);
    if (seen.length() == 0) continue;
    read.plate = seen.text();
    reads.push_back(std::move(read));
  }
  return reads;
}

constexpr std::size_t kStride = 2'654'435'761;  // prime, so that every entry has its turn

// Listed plates; one in twenty is not listed. In strides from a random one on: none comes twice in
// a batch, which a set of rows would answer once.
std::vector<Wanted> listed_ones(const std::vector<Listed>& entries, std::size_t count,
                                Random& random) {
  std::vector<Wanted> wanted;
  std::size_t at = random.next() % entries.size();
  for (std::size_t i = 0; i < count; ++i) {
    at = (at + kStride) % entries.size();
    const Listed& listed = entries[at];
    wanted.push_back({listed.country, listed.plate});
    if (random.next() % 20 == 0) wanted.back().plate += "Z9";
  }
  return wanted;
}

struct Total {
  std::uint64_t found = 0;
  std::uint64_t sum = 0;
};

// Sends the batches of one connection, `depth` of them ahead.
Total drive(Side& side, std::size_t batches, std::size_t depth) {
  Total total;
  const auto take = [&](std::uint64_t hash) {
    ++total.found;
    total.sum += hash;
  };
  std::size_t sent = 0;
  for (std::size_t received = 0; received < batches; ++received) {
    while (sent < batches && sent < received + depth) side.send(sent++);
    side.receive(received, take);
  }
  return total;
}

int run(const std::string& side_name, const std::string& file, const Options& options) {
  const std::vector<Listed> entries = read_entries(file);
  const std::size_t batch = number_of(options, "batch", 1000);
  const std::size_t batches = number_of(options, "batches", 1000);
  const std::size_t connections = number_of(options, "connections", 1);
  const bool is_exact = options.find("form") == options.end() || options.at("form") == "exact";
  SeededRandom random(number_of(options, "seed", 11));
  const auto wanted = is_exact ? listed_ones(entries, batch * batches, random)
                               : reads_of(entries, batch * batches, random);
  const Plan plan{.form = is_exact ? Form::kExact : Form::kNeighbours,
                  .batch = batch,
                  .port = options.at("port"),
                  .token = options.contains("token") ? options.at("token") : "",
                  .near_only = number_of(options, "verify", 0) != 0 ? &entries : nullptr};
  std::vector<std::unique_ptr<Side>> sides;
  const std::size_t part = wanted.size() / batch / connections * batch;
  for (std::size_t i = 0; i < connections; ++i) {
    sides.push_back(make_side(side_name, plan, std::span(wanted).subspan(i * part, part)));
  }
  std::vector<Total> totals(connections);
  std::vector<std::thread> threads;
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < connections; ++i) {
    threads.emplace_back(
        [&, i] { totals[i] = drive(*sides[i], part / batch, number_of(options, "depth", 1)); });
  }
  for (std::thread& thread : threads) thread.join();
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  Total all;
  for (const Total& one : totals) {
    all.found += one.found;
    all.sum += one.sum;
  }
  fmt::print("{{\"plates\": {}, \"seconds\": {:.6f}, \"found\": {}, \"checksum\": \"{:016x}\"}}\n",
             part * connections, seconds, all.found, all.sum);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> all(words + 1, words + count);
  if (all.size() == 4 && all[0] == "make") {
    return make(all[1], std::strtoull(words[3], nullptr, 10), std::strtoull(words[4], nullptr, 10));
  }
  if (all.size() == 5 && all[0] == "fetch") return fetch_entries(all[1], {all[2], all[3], all[4]});
  if (all.size() == 4 && all[0] == "load") return load_redis(all[2], all[3]);
  if (all.size() >= 4 && all[0] == "run") {
    Options options{{"port", all[3]}};
    for (std::size_t i = 4; i < all.size(); ++i) {
      const std::size_t at = all[i].find('=');
      check(at != std::string::npos);
      options[all[i].substr(0, at)] = all[i].substr(at + 1);
    }
    return run(all[1], all[2], options);
  }
  std::fputs("see the head of bench/match_client.cc\n", stderr);
  return 2;
}
