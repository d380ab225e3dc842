// Which column of a file holds which fact of an entry, and how a row becomes an entry.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/list.h"
#include "profiles/csv.h"

namespace bas::profiles {

// Threads: any, once made.
class EntryColumns {
 public:
  // `mapping` names columns that are called otherwise, such as "plate=Kenteken;country=Land"; empty
  // where the file uses our own names. kBadInput when no column holds the plate, or when the
  // mapping names a fact or a column that is not there.
  static Result<EntryColumns> find(const CsvRow& header, std::string_view mapping);

  // The entry of a row, for `list`, with its priority and category where the row names none.
  // kBadInput with the fact that is wrong and what it should look like.
  Result<Entry> entry(const CsvRow& row, const List& list) const;

  static constexpr std::array<std::string_view, 8> kFacts = {
      "plate",  "country",   "category",   "priority",
      "reason", "source_id", "valid_from", "valid_until"};

 private:
  std::string_view value(const CsvRow& row, std::size_t fact) const;

  std::array<std::optional<std::size_t>, kFacts.size()> column_of_;
};

}  // namespace bas::profiles
