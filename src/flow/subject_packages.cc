#include "flow/subject_packages.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/encode.h"
#include "base/sealed_box.h"
#include "flow/patterns.h"
#include "model/plate.h"

namespace bas::flow {

namespace {

using PackageJson = nlohmann::ordered_json;

constexpr std::size_t kReadsOfDayMost = 10'000;

Result<> check_subject(const SubjectWish& wish) {
  if (wish.plate.empty() || is_pattern(wish.plate)) {
    return fail(ErrorCode::kBadInput, "`plate` is a whole plate");
  }
  if (wish.recipient.empty()) return fail(ErrorCode::kBadInput, "name the `recipient`");
  TRY(seal_for(wish.public_key, ""));
  return {};
}

}  // namespace

Result<SubjectPackage> SubjectPackages::make(const SubjectWish& wish, const Person& who) {
  TRY(check_subject(wish));
  policy::Request request;
  request.act = policy::Act::kAnswerSubject;
  request.subject = policy::Subject{!wish.proof.empty(), wish.through};
  Use use;
  use.facts.what = "package for a data subject";
  use.details.justification = wish.proof;
  use.details.predicate = PackageJson{{"plate", wish.plate}}.dump();
  use.details.recipients = {wish.recipient};
  const policy::Decision decision = parts_.gate.ask(std::move(request), who.user);
  if (!decision.permit) {
    TRY(parts_.gate.write(std::move(use), decision, who));
    return tl::make_unexpected(refusal_of(decision));
  }
  const auto reads = TRY(reads_of(wish.plate));
  const auto consultations = TRY(consultations_of(wish.plate));
  SubjectPackage package;
  package.sealed = TRY(seal_for(wish.public_key, document_of(wish, reads, consultations)));
  package.sha256 = to_hex(sha256(package.sealed));
  package.reads = reads.size();
  package.consultations = consultations.size();
  use.facts.results = reads.size() + consultations.size();
  use.facts.results_sha256 = package.sha256;
  package.ledger_number = TRY(parts_.gate.write(std::move(use), decision, who));
  return package;
}

// What is over, and what lies under a destroyed key, is not there any more.
Result<std::vector<Read>> SubjectPackages::reads_of(const std::string& plate) {
  std::vector<Read> reads;
  for (const Day day : parts_.vault.days()) {
    const auto token = parts_.sealer.plate_token(day, plate);
    if (!token && token.error().code == ErrorCode::kDestroyed) continue;
    if (!token) return tl::make_unexpected(token.error());
    for (const SealedRead& sealed : TRY(parts_.reads.history(day, *token, kReadsOfDayMost))) {
      auto read = parts_.sealer.open(sealed);
      if (!read && read.error().code == ErrorCode::kDestroyed) continue;
      if (!read) return tl::make_unexpected(read.error());
      reads.push_back(std::move(*read));
    }
    if (reads.size() > kReadsMost) {
      return fail(ErrorCode::kTooLarge, fmt::format("more than {} reads", kReadsMost));
    }
  }
  std::ranges::sort(reads, {}, [](const Read& read) { return read.facts.captured_at; });
  return reads;
}

// As far back as details of uses are kept.
Result<std::vector<SubjectPackages::Consultation>> SubjectPackages::consultations_of(
    const std::string& plate) {
  if (parts_.uses.size() > kUsesMost) {
    return fail(ErrorCode::kTooLarge, "the ledger is longer than can be looked through here");
  }
  std::vector<Consultation> found;
  const auto note = [&](LoggedUse&& use) {
    if (!use.details) return;
    const AskedFor asked = asked_for(use.details->predicate);
    if (asked.plate != plate || asked.is_next_page) return;
    found.push_back({std::move(use.facts), std::move(use.details->purpose)});
  };
  TRY(parts_.uses.walk({{0, parts_.uses.size()}, is_search, note}));
  return found;
}

std::string SubjectPackages::document_of(const SubjectWish& wish, const std::vector<Read>& reads,
                                         const std::vector<Consultation>& consultations) const {
  const auto view = parts_.gate.directory().view();
  PackageJson seen = PackageJson::array();
  for (const Read& read : reads) {
    const Zone* zone = view->zone(read.zone);
    const Site* site = view->site(read.site);
    seen.push_back({{"captured_at", format_rfc3339(read.facts.captured_at)},
                    {"zone", zone == nullptr ? "" : zone->name},
                    {"site", site == nullptr ? "" : site->name}});
  }
  PackageJson asked = PackageJson::array();
  for (const Consultation& one : consultations) {
    asked.push_back({{"at", format_rfc3339(one.facts.at)},
                     {"zone", one.facts.zone},
                     {"role", one.facts.role},
                     {"purpose", one.purpose},
                     {"permitted", one.facts.is_permitted},
                     {"results", one.facts.results}});
  }
  const policy::Regime& regime = parts_.gate.regime();
  return PackageJson{{"schema", "bas-data-subject-1"},
                     {"plate", wish.plate},
                     {"made_at", format_rfc3339(parts_.clock.now())},
                     {"supervisor", regime.supervisor},
                     {"kept_for", policy::text_of(regime.store_max)},
                     {"reads", std::move(seen)},
                     {"consultations", std::move(asked)}}
      .dump();
}

}  // namespace bas::flow
