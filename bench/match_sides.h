// The sides that bench/match_client.cc asks: each in its own best form, over loopback.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"

namespace bas::bench {

struct Listed {
  std::string entry;  // the 16 bytes of its id
  std::string plate;
  std::string country;
  char priority = '3';
};
// A file of fetch_entries(): id, plate, country, priority, a line each.
std::vector<Listed> read_entries(const std::string& file);

struct Wanted {
  std::string country;
  std::string plate;
};
// What Redis and PostgreSQL look up.
inline std::string key_of(std::string_view country, std::string_view plate) {
  return std::string(country).append(plate);
}

enum class Form { kExact, kNeighbours };
struct Plan {
  Form form = Form::kExact;
  std::size_t batch = 1000;
  std::string port;
  std::string token;
  // Of answers only plates within one glyph, by these entries; null: whatever comes.
  const std::vector<Listed>* near_only = nullptr;
};

// A connection with all its batches laid out beforehand. Threads: one at a time.
class Side {
 public:
  virtual ~Side() = default;
  virtual void send(std::size_t batch) = 0;
  // Called with a hash of what was asked and the entry found, for each.
  using Take = std::function<void(std::uint64_t)>;
  virtual void receive(std::size_t batch, const Take& take) = 0;
};
std::unique_ptr<Side> make_side(std::string_view name, const Plan& plan,
                                std::span<const Wanted> wanted);

std::unique_ptr<Side> make_bas(const Plan& plan, std::span<const Wanted> wanted);
std::unique_ptr<Side> make_redis(const Plan& plan, std::span<const Wanted> wanted);
std::unique_ptr<Side> make_postgres(const Plan& plan, std::span<const Wanted> wanted);

struct Source {
  std::string port;
  std::string token;
  std::string list;
};
int fetch_entries(const std::string& file, const Source& source);
int load_redis(const std::string& file, const std::string& port);

// Of the 16 bytes of an entry's id.
inline std::uint64_t hash_of(std::string_view id) {
  std::uint64_t halves[2];
  check(id.size() == sizeof halves);
  std::memcpy(halves, id.data(), sizeof halves);
  const std::uint64_t hash = (halves[0] ^ halves[1] * 0x9E3779B97F4A7C15U) * 0xC4CEB9FE1A85EC53U;
  return hash ^ hash >> 32;
}

// Every text that is the plate, or one glyph away: another, one more, one less. About 550.
std::vector<std::string> neighbours_of(std::string_view plate);

}  // namespace bas::bench
