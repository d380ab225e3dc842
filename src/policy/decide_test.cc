// What holds of every request, whatever the rules say of it.
#include "policy/decide.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "policy/clip.h"
#include "policy/standard_test.h"

namespace bas::policy {
namespace {

using std::chrono::days;
using std::chrono::hours;

const UtcTime kNow = parse_rfc3339("2026-11-25T11:00:00Z").value();

const Regime& belgium() {
  static const Regime regime = standard_regime("be");
  return regime;
}

template <typename T>
T one_of(std::initializer_list<T> values) {
  return *rc::gen::elementOf(std::vector<T>(values));
}

// The first, but for one time in ten: requests that break one rule or none are the telling ones.
bool rarely() { return one_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}) == 9; }
template <typename T>
T mostly(std::initializer_list<T> values) {
  return rarely() ? one_of(values) : *values.begin();
}

UtcTime moment(int days_ago_most) { return kNow - hours{*rc::gen::inRange(0, 24 * days_ago_most)}; }

std::optional<UtcTime> some_end() {
  if (rarely()) return one_of<std::optional<UtcTime>>({std::nullopt, kNow, kNow - hours{1}});
  return kNow + hours{*rc::gen::inRange(1, 400)};
}

Actor some_actor() {
  return {"an.peeters",
          "recherche",
          mostly<std::string>({"5345", "5349"}),
          mostly({Role::kInvestigator, Role::kOperator, Role::kIntelligence}),
          mostly({ActorClass::kJudPolice, ActorClass::kAdminPolice}),
          some_end(),
          some_end()};
}

Authorisation some_document() {
  Authorisation document;
  document.number = mostly<std::string>({"2026/PK/0815", ""});
  document.authority = mostly<std::string>({"procureur", "korpschef"});
  document.office = "parket Antwerpen";
  document.reasons_sha256 = std::string(64, 'a');
  document.case_number = mostly<std::string>({"AN.17", "AN.18"});
  document.dated = kNow - days{3};
  document.expires = some_end();
  document.from = moment(400);
  document.until = kNow;
  document.uses = *rc::gen::inRange(0, 4);
  document.uses_max = mostly({0, 1, 3});
  document.penalty_years = mostly({5, 0, 1});
  document.is_revoked = rarely();
  document.has_valid_signature = !rarely();
  return document;
}

Predicate some_predicate() {
  Predicate predicate;
  predicate.kind = mostly({PredicateKind::kPlate, PredicateKind::kPartial, PredicateKind::kArea,
                           PredicateKind::kTrack});
  predicate.plate = mostly<std::string>({"1ABC123", ""});
  if (*rc::gen::inRange(0, 2) == 0) predicate.areas = {"5345"};
  predicate.cameras = *rc::gen::inRange(0, 9);
  predicate.supervisor = one_of<std::string>({"", "an.peeters", "co.wouters"});
  return predicate;
}

Grant grant_to(const std::string& zone) {
  return {"5345", zone, {"jp_crime", "ap_44_5_2to5"}, kNow - days{30}, kNow + days{30}, {}};
}

Request some_search() {
  Request request;
  request.act = one_of({Act::kSearch, Act::kOpenRead, Act::kOpenPicture});
  request.actor = some_actor();
  request.purpose = Why{mostly<std::string>({"jp_crime", "ap_44_5_2to5", "jp_missing_person", "x"}),
                        mostly<std::string>({"AN.17", ""}),
                        mostly<std::string>({"burglary in Lier", "short"}),
                        {}};
  request.source = Source{.controller_zone = "5345",
                          .camera = "5345-07",
                          .authorisation_ref = "GR 2024/118",
                          .legal_source = mostly({LegalSource::kWpa, LegalSource::kCamerawet}),
                          .camera_from = {},
                          .camera_until = {},
                          .is_outside_scope = false,
                          .is_designated_place = false,
                          .is_transferred = false,
                          .fields = {}};
  const UtcTime from = moment(one_of({29, 60, 500}));
  request.range = Range{from, from + hours{*rc::gen::inRange(1, 500)}, false};
  request.range->tier1_only = *rc::gen::inRange(0, 2) == 0;
  if (*rc::gen::inRange(0, 2) == 0) request.authorisation = some_document();
  request.predicate = some_predicate();
  if (*rc::gen::inRange(0, 2) == 0) request.grants = {grant_to(request.actor.zone)};
  return request;
}

void add_authority(Request& request) {
  switch (*rc::gen::inRange(0, 5)) {
    case 0: request.grants.push_back(grant_to(request.actor.zone)); break;
    case 1: request.predicate->supervisor = "co.wouters"; break;
    case 2: request.actor.trained_until = kNow + days{900}; break;
    case 3: request.actor.role_until = kNow + days{900}; break;
    case 4:
      request.authorisation = some_document();
      request.authorisation->number = "2026/PK/0815";
      request.authorisation->authority = "procureur";
      request.authorisation->case_number = request.purpose->case_number;
      request.authorisation->expires = kNow + days{9};
      request.authorisation->uses = request.authorisation->uses_max = 0;
      request.authorisation->penalty_years = 9;
      request.authorisation->is_revoked = false;
      request.authorisation->has_valid_signature = true;
      break;
  }
}

RC_GTEST_PROP(decide, never_permits_less_to_more_authority, ()) {
  Request request = some_search();
  const bool before = decide(request, belgium(), kNow).permit;
  add_authority(request);
  RC_CLASSIFY(before);
  if (before) RC_ASSERT(decide(request, belgium(), kNow).permit);
}

RC_GTEST_PROP(decide, never_permits_a_look_without_a_purpose, ()) {
  Request request = some_search();
  request.act = one_of({Act::kSearch, Act::kOpenRead, Act::kOpenPicture, Act::kUnblur, Act::kExport,
                        Act::kHold, Act::kDerive, Act::kOpenEntry, Act::kRunCriteria, Act::kOpenHit,
                        Act::kOpenHold});
  if (*rc::gen::inRange(0, 2) == 0) {
    request.purpose.reset();
  } else {
    request.purpose->code = "";
  }
  RC_ASSERT(!decide(request, belgium(), kNow).permit);
}

RC_GTEST_PROP(decide, answers_the_same_question_the_same_way, ()) {
  const Request request = some_search();
  RC_ASSERT(to_json(decide(request, belgium(), kNow)) == to_json(decide(request, belgium(), kNow)));
}

// What is permitted never reaches past the term of storage, nor, without a document, past the tier.
RC_GTEST_PROP(decide, never_opens_what_is_past_its_term, ()) {
  const Request request = some_search();
  const Decision decision = decide(request, belgium(), kNow);
  RC_PRE(decision.permit);
  const UtcTime oldest = decision.clip && decision.clip->from
                             ? std::max(*decision.clip->from, request.range->from)
                             : request.range->from;
  RC_ASSERT(kNow < end_of(oldest, belgium().store_max, belgium().clocks));
  if (!request.authorisation) {
    RC_ASSERT(kNow < end_of(oldest, *belgium().tier1, belgium().clocks));
  }
}

// Whoever sees only what passes the clip cannot tell what else there is.
RC_GTEST_PROP(clip, of_two_worlds_that_agree_inside_it_leaves_the_same, ()) {
  const Clip clip{{"1ABC123"}, {"5345"}, kNow - days{60}, kNow - days{30}};
  const auto some_place = [] {
    return ReadPlace{one_of<std::string>({"1ABC123", "1ABC124"}),
                     one_of<std::string>({"5345", "5349"}), moment(90)};
  };
  std::vector<ReadPlace> world;
  for (int i = *rc::gen::inRange(0, 30); i > 0; --i) world.push_back(some_place());
  std::vector<ReadPlace> other;
  std::ranges::copy_if(world, std::back_inserter(other),
                       [&](const ReadPlace& read) { return is_within(clip, read); });
  const auto seen = other;
  for (int i = *rc::gen::inRange(0, 30); i > 0; --i) {
    const ReadPlace more = some_place();
    if (!is_within(clip, more)) other.push_back(more);
  }
  const auto clipped = [&](std::vector<ReadPlace> reads) {
    std::erase_if(reads, [&](const ReadPlace& read) { return !is_within(clip, read); });
    return reads;
  };
  RC_ASSERT(clipped(world) == seen);
  RC_ASSERT(clipped(other) == seen);
}

TEST(clip, without_bounds_lets_everything_pass) {
  EXPECT_TRUE(is_within(Clip{}, {"1ABC123", "5345", kNow}));
  EXPECT_FALSE(is_within(Clip{{}, {}, kNow, {}}, {"1ABC123", "5345", kNow - hours{1}}));
  EXPECT_FALSE(is_within(Clip{{}, {}, {}, kNow}, {"1ABC123", "5345", kNow}));
}

}  // namespace
}  // namespace bas::policy
