// The texts of one line judged and made an entry.
#pragma once

#include <absl/container/flat_hash_set.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "model/list.h"
#include "profiles/profile.h"

namespace bas::profiles {

// Must a line say, or be given, until when it is valid? A list in force needs it.
enum class Ends { kRequired, kOptional };

// What the list gives to lines that do not say it themselves, and what it allows.
struct ListDefaults {
  Priority priority = 3;
  std::string category;
  MatchRule match;
  std::optional<std::chrono::seconds> valid_for;      // the standard end; the profile's goes before
  std::optional<std::chrono::seconds> valid_for_max;  // a later end is refused
  UtcTime now;
  Ends ends = Ends::kRequired;
};

enum class Operation { kAdd, kRemove };

// A line that was taken. `entry` has no id and no list; of a removal only plate, country and
// source_id count. `content` is equal for two lines that say the same of their plates, within one
// process: a plate that comes twice with another content is contradicted. A standard end moves with
// every import and is no part of it.
struct Line {
  std::size_t line = 0;  // or the number of the element, in a JSON array; from 1
  Operation operation = Operation::kAdd;
  Entry entry;
  std::string region;  // the state or province, as the source writes it
  bool has_standard_end = false;
  std::uint64_t content = 0;
};

// Threads: none of its own.
class LineMaker {
 public:
  LineMaker(const Profile& profile, ListDefaults defaults);

  // Empty when the profile skips the plate or the category. kBadInput names the fact that is wrong
  // and what it should be. Hot: about 0.5 µs.
  Result<std::optional<Line>> make(const Facts<std::string_view>& texts);

  std::size_t skipped_plates() const { return skipped_plates_; }
  std::size_t skipped_categories() const { return skipped_categories_; }

 private:
  struct Category {
    std::string text;
    Priority priority;
  };
  void take_texts(const Facts<std::string_view>& columns);
  std::string_view said(Fact fact, std::string_view column);
  Result<Plate> plate() const;
  Result<Operation> operation() const;
  Result<std::optional<Category>> category() const;
  Result<> set_validity(Line& line) const;
  void set_words(Line& line) const;
  UtcTime standard_end(const std::optional<UtcTime>& valid_from, std::chrono::seconds time) const;

  const Profile& profile_;
  ListDefaults defaults_;
  absl::flat_hash_set<std::string> skipped_;
  Facts<std::string_view> texts_;
  Facts<std::string> repaired_;
  std::size_t skipped_plates_ = 0;
  std::size_t skipped_categories_ = 0;
};

}  // namespace bas::profiles
