// A record as the texts of its facts, by the form that the profile says.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "profiles/profile.h"
#include "profiles/records.h"

namespace bas::profiles {

// Threads: none of its own.
class Splitter {
 public:
  virtual ~Splitter() = default;

  // Fills the facts that stand in a column; they live until the next call, and no longer than the
  // record. kBadInput when the record has not the form.
  virtual Result<> split(std::string_view record, Facts<std::string_view>& texts) = 0;

  // True for what speaks of nothing, such as a line of delimiters only.
  virtual bool is_blank(std::string_view record) const;
};

// The one for a profile's form; `format` is the profile's with its delimiter found. For a delimited
// form with a header `header` is that record; kBadInput when it lacks a column.
std::unique_ptr<Splitter> make_splitter(const Profile& profile);
Result<std::unique_ptr<Splitter>> make_delimited_splitter(const Profile& profile, CsvFormat format,
                                                          std::string_view header);
std::unique_ptr<Splitter> make_json_splitter(const Profile& profile);
std::unique_ptr<Splitter> make_pattern_splitter(const PatternForm& form,
                                                const Facts<FactSource>& facts);

}  // namespace bas::profiles
