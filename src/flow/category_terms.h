// How long entries of a category may stand.
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bas::flow {

// Threads: any, once made. Format of the text: data/lists/categories.txt says it.
class CategoryTerms {
 public:
  // kBadInput with the line and what is wrong.
  static Result<CategoryTerms> parse(std::string_view text);
  // Those that are built in.
  static const CategoryTerms& standard();

  // At least a day.
  std::chrono::days longest(std::string_view category) const;
  // Its hits wait for the daily batch of the holder's home zone and never ring.
  bool is_daily(std::string_view category) const { return daily_.contains(category); }
  // Its hits go to the review queue and never ring.
  bool is_quiet(std::string_view category) const { return quiet_.contains(category); }

 private:
  std::map<std::string, int, std::less<>> days_;
  std::set<std::string, std::less<>> quiet_, daily_;
  int other_ = 366;
};

// The standard end of a list's entries where nobody named another, in days.
inline int standard_valid_days(std::string_view category) {
  return static_cast<int>(CategoryTerms::standard().longest(category).count());
}

}  // namespace bas::flow
