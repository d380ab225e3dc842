// The monthly sample of consultations that somebody else looks at (rule R56), drawn so that nobody
// chooses and everybody can check.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "flow/papers.h"
#include "flow/use.h"
#include "model/name_table.h"

namespace bas::flow {

enum class AuditVerdict { kOpen, kFine, kQuestioned, kWrong };
inline constexpr NameTable<AuditVerdict, 4> kAuditVerdictNames{
    {"open", "fine", "questioned", "wrong"}};

// `auditor` is all zero where nobody may judge it: then the officer sees it at once.
struct AuditItem {
  std::uint64_t number = 0;  // of the entry in the ledger
  std::string zone;          // code, of whoever consulted
  Id auditor;
  AuditVerdict verdict = AuditVerdict::kOpen;
  std::string word;
  std::optional<UtcTime> judged_at{};
  Id judged_by{};
};

// `month`: "2026-10", of Brussels. `seed`: root hash, in hex, of the first `size` entries of the
// ledger, which are all up to the end of that month.
struct AuditMonth {
  std::string month;
  std::uint64_t size = 0;
  std::string seed;
  UtcTime drawn_at;
  std::vector<AuditItem> items;
};

// "2026-10" of that instant, in Brussels.
std::string month_of(UtcTime time);
// [from, until) of a month as month_of() writes it.
struct MonthSpan {
  UtcTime from, until;
};
Result<MonthSpan> span_of(std::string_view month);

// Whether the sample draws from it: a permitted consultation of somebody of a zone. Looks of those
// who oversee, into the ledger, samples and registers, are left out: they would be most of it.
bool is_sampled(const UseFacts& facts);

// At least 1 % and at least 20 of a zone, or all (New Jersey AG Directive 2022-12: a random survey
// of accesses; the numbers are ours).
std::size_t sample_size(std::size_t consultations);

// The `count` numbers whose SHA-256 of seed and number (8 bytes, high first) are lowest, in
// ascending order of number. Cost: one hash a number.
std::vector<std::uint64_t> draw(std::span<const std::uint64_t> numbers, std::string_view seed,
                                std::size_t count);

// One of the auditors who is not the actor, by seed and number alone; none when there is no other.
// `auditors` in the order of their ids.
struct Assignment {
  std::uint64_t number = 0;
  std::string_view seed;
  std::string_view actor;  // id as text; empty: not known, then nobody is
};
std::optional<Id> auditor_for(const Assignment& assignment, std::span<const Id> auditors);

// What is sealed: JSON. kCorrupt when it is not as it was written.
std::string paper_text(const AuditMonth& month);
Result<AuditMonth> parse_audit_month(const OpenPaper& paper);

}  // namespace bas::flow
