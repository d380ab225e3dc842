#include "flow/oversight.h"

#include <fmt/format.h>

namespace bas::flow {

Result<PatternReport> Oversight::patterns(int days, const Person& who) {
  if (days < 1 || days > kDaysMost) {
    return fail(ErrorCode::kBadInput, fmt::format("`days` is 1 to {}", kDaysMost));
  }
  policy::Request request;
  request.act = policy::Act::kReadLog;
  request.log.why = policy::LogReason::kLawfulness;
  Use use;
  use.facts.what = "ledger patterns";
  use.details.predicate = fmt::format(R"({{"days":{}}})", days);
  const policy::Decision decision = parts_.gate.ask(std::move(request), who.user);
  if (!decision.permit) {
    TRY(parts_.gate.write(std::move(use), decision, who));
    return tl::make_unexpected(refusal_of(decision));
  }
  PatternReport report = TRY(look(days));
  use.facts.results = report.findings.size();
  TRY(parts_.gate.write(std::move(use), decision, who));
  return report;
}

Result<PatternReport> Oversight::look(int days) {
  PatternReport report;
  report.until = parts_.clock.now();
  report.from = report.until - std::chrono::days(days);
  report.first_number = TRY(parts_.uses.first_at(report.from));
  const std::uint64_t end = parts_.uses.size();
  if (end - report.first_number > parts_.uses_most) {
    report.first_number = end - parts_.uses_most;
    report.is_whole = false;
  }
  report.uses = end - report.first_number;
  PatternWatch watch;
  TRY(parts_.uses.walk({{report.first_number, report.uses},
                        [](const UseFacts& facts) { return !facts.role.empty(); },
                        [&](LoggedUse&& use) { watch.note(use); }}));
  report.findings = watch.findings();
  return report;
}

}  // namespace bas::flow
