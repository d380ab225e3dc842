// What everybody may know of the use of the system: numbers of one month in a schema fixed
// beforehand (rule R59), small ones left out; no plate, no person, no place.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "flow/audits.h"
#include "flow/suppression.h"
#include "ports/control_stores.h"
#include "ports/read_store.h"

namespace bas::flow {

// One field of the schema. Not counted: the system does not know it, and says so. Without cells it
// is one number, the total.
struct PublicField {
  std::string name;
  bool is_counted = false;
  ShownTable numbers;
};

// `month`: the last complete one, as month_of() writes it. Months do not overlap, so that no
// difference of two documents is a small number. Cameras and grants are those of `made_at`.
struct PublicDocument {
  std::string month;
  UtcTime made_at;
  std::string regime;
  std::string regime_sha256;
  int cell_min = 0;
  std::string kept_for;               // such as "12 months"
  std::string without_authorisation;  // empty: none is open without
  std::vector<PublicField> fields;    // in the order of the regime
};

// Threads: any; one makes the document while the others are given the one before, or are told to
// come back (kUnavailable).
class Transparency {
 public:
  static constexpr std::chrono::hours kMadeAtMostEvery{1};

  struct Parts {
    const Directory& directory;
    ReadStore& reads;
    HitStore& hits;
    ListStore& lists;
    Papers& papers;
    UseLog& uses;
    const policy::Regime& regime;
    const Clock& clock;
  };
  explicit Transparency(Parts parts) : parts_(parts) {}

  // Made anew when the last is an hour old or of an earlier month: asks policy and writes the
  // ledger first. Cost then: a look at every read of the month (once a month; seconds for each
  // million) and at every use of it.
  Result<std::shared_ptr<const PublicDocument>> latest();

 private:
  using Document = std::shared_ptr<const PublicDocument>;
  using Cells = std::vector<CountedCell>;
  struct Uses {
    Cells by_purpose;
    std::uint64_t refusals = 0;
  };
  struct Hits {
    Cells by_category;
    Cells by_verdict;  // validated, rejected, other
  };

  Document kept(const std::string& month) const;
  Result<PublicDocument> make(const std::string& month);
  Result<> permit(const std::string& month);
  Result<std::vector<PublicField>> fields_of(const std::string& month);
  Result<Cells> reads_of(const std::string& month);
  Result<Hits> hits_of(const MonthSpan& span);
  Result<Uses> uses_of(const MonthSpan& span);
  Result<std::uint64_t> decisions_of(const MonthSpan& span);
  Result<std::uint64_t> living_grants();
  Result<Cells> audits_of(const std::string& month);

  Parts parts_;
  std::mutex making_;
  std::string counted_month_;  // these two: by whoever makes
  Cells counted_reads_;
  mutable std::mutex state_;  // guards document_
  Document document_;
};

}  // namespace bas::flow
