// Keys and records as bytes. All keys begin with the day (4 bytes, big endian), so that a day is
// one range of every column family:
//   reads     day | id                   -> record
//   by_token  day | token | inverted id  -> nothing      (newest first)
//   by_site   day | site  | id           -> nothing      (in order of capture)
//   by_name   day | name                 -> id
//   untold    day | id                   -> nothing
// Record: version (1 byte, 1) | token (16) | site (16) | captured_at (8, ms, big endian) | sealed.
#pragma once

#include <string>
#include <string_view>

#include "ports/read_store.h"

namespace bas::store_rocks {

inline constexpr std::size_t kDayBytes = 4;
inline constexpr std::size_t kIdBytes = 16;
inline constexpr std::size_t kPrefixBytes = kDayBytes + 16;  // day and token, or day and site

std::string day_prefix(Day day);
std::string read_key(const Id& id);
std::string token_prefix(Day day, std::string_view token);
std::string token_key(Day day, std::string_view token, const Id& id);
std::string site_prefix(Day day, const Id& site);
std::string site_key(Day day, const Id& site, const Id& id);
std::string name_key(Day day, std::string_view name);

// The smallest id of an instant: no id of that instant sorts below it.
Id first_id_at(UtcTime time);
// The smallest text above all that begin with `prefix`, which is not all 0xFF.
std::string end_of_prefix(std::string prefix);

// Of a read, by_site or untold key (16 last bytes), or of a by_token key.
Result<Id> id_of_key(std::string_view key);
Result<Id> id_of_token_key(std::string_view key);
Day day_of_key(std::string_view key);

std::string encode_record(const SealedRead& read);
// kCorrupt on anything else than what encode_record makes. Threads: any; pure.
Result<SealedRead> decode_record(const Id& id, std::string_view record);

}  // namespace bas::store_rocks
