#include "model/outlet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/encode.h"
#include "base/signature.h"
#include "model/outlet_signing.h"

namespace bas {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using Said = OutletAnswer::Verdict;

const UtcTime kOutletNow = parse_rfc3339("2026-11-28T12:00:00Z").value();

// The message of the published vector of Standard Webhooks.
const SignedParts kVector{"msg_p5jXN8AQM9LWM0D4loKWxJek", UtcTime{seconds{1614265330}},
                          R"({"test": 2432232314})"};

OutletKey hmac_key() {
  return {OutletSigning::kHmac, from_base64("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").value()};
}

// Seed 00 01 … 1f; public key and signature were made by `openssl pkey` and `openssl pkeyutl`.
OutletKey ed25519_key() {
  std::string seed;
  for (char c = 0; c < 32; ++c) seed += c;
  return {OutletSigning::kEd25519, seed};
}

OutletAnswer answer_of(int status) {
  OutletAnswer answer;
  answer.status = status;
  answer.verdict = verdict_of_status(status);
  return answer;
}

TEST(OutletSignature, is_that_of_the_published_vector_for_hmac) {
  EXPECT_EQ(signature_header({hmac_key()}, kVector),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  EXPECT_EQ(verification_key(hmac_key()), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  EXPECT_FALSE(is_public(hmac_key()));
}

TEST(OutletSignature, is_that_of_openssl_for_ed25519) {
  EXPECT_EQ(signature_header({ed25519_key()}, kVector),
            "v1a,yoUrgEkc12aGqm0n4Sydmdz55xJfTz4AsAgieHFjmkR7LJtqVCZOQYzvvHjI5kAey+r4iaBGxTFRrl2i"
            "BQxtDQ==");
  EXPECT_EQ(verification_key(ed25519_key()), "whpk_A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=");
  EXPECT_TRUE(is_public(ed25519_key()));
}

TEST(OutletSignature, is_made_by_every_key_that_is_not_over) {
  OutletKey older = ed25519_key();
  older.until = kVector.at + seconds{1};
  const std::string both = signature_header({hmac_key(), older}, kVector);
  EXPECT_THAT(both, testing::StartsWith("v1,"));
  EXPECT_THAT(both, testing::HasSubstr(" v1a,"));
  older.until = kVector.at;
  EXPECT_EQ(signature_header({hmac_key(), older}, kVector),
            signature_header({hmac_key()}, kVector));
}

TEST(OutletSchedule, is_that_of_the_standard_and_ends) {
  const milliseconds waits[] = {seconds{5}, minutes{5}, minutes{30}, hours{2}, hours{5},
                                hours{10},  hours{14},  hours{20},   hours{24}};
  EXPECT_EQ(wait_after(0, 0.5), milliseconds{0});
  for (int i = 0; i < 9; ++i) {
    EXPECT_EQ(wait_after(i + 1, 0), waits[i]);
    EXPECT_EQ(wait_after(i + 1, 1), waits[i] + waits[i] / 5);
    EXPECT_EQ(wait_after(i + 1, 7), wait_after(i + 1, 1));
  }
  EXPECT_FALSE(wait_after(10, 0));
}

TEST(OutletAnswers, mean_what_the_standard_says) {
  for (const int status : {200, 201, 204, 299}) {
    EXPECT_EQ(verdict_of_status(status), Said::kDelivered) << status;
  }
  for (const int status : {0, 100, 301, 302, 308, 400, 404, 500, 503}) {
    EXPECT_EQ(verdict_of_status(status), Said::kFailed) << status;
  }
  for (const int status : {429, 502, 504}) {
    EXPECT_EQ(verdict_of_status(status), Said::kSlowDown) << status;
  }
  EXPECT_EQ(verdict_of_status(410), Said::kGone);
}

TEST(OutletAnswers, decide_what_becomes_of_a_delivery) {
  OutletDelivery one;
  one.due_at = kOutletNow;
  const auto delivered = after(one, {kOutletNow, answer_of(204)});
  EXPECT_EQ(delivered.state, DeliveryState::kDelivered);
  EXPECT_EQ(delivered.attempts, 1);
  EXPECT_EQ(delivered.tried_at, kOutletNow);
  const auto failed = after(one, {kOutletNow, answer_of(500)});
  EXPECT_EQ(failed.state, DeliveryState::kWaiting);
  EXPECT_EQ(failed.due_at, kOutletNow + seconds{5});
  EXPECT_EQ(after(one, {kOutletNow, answer_of(410)}).state, DeliveryState::kDead);
  one.attempts = 9;
  EXPECT_EQ(after(one, {kOutletNow, answer_of(500)}).state, DeliveryState::kDead);
}

TEST(OutletAnswers, who_asks_for_time_gets_it_within_a_day) {
  OutletAnswer busy = answer_of(429);
  busy.retry_after = seconds{90};
  EXPECT_EQ(after(OutletDelivery{}, {kOutletNow, busy}).due_at, kOutletNow + seconds{90});
  busy.retry_after = seconds{1};
  EXPECT_EQ(after(OutletDelivery{}, {kOutletNow, busy}).due_at, kOutletNow + seconds{5});
  busy.retry_after = hours{24 * 365};
  EXPECT_EQ(after(OutletDelivery{}, {kOutletNow, busy}).due_at, kOutletNow + hours{24});
}

TEST(OutletBody, is_thin) {
  OutletDelivery one;
  one.event = OutletEvent::kHitValidated;
  one.happened_at = kOutletNow;
  EXPECT_EQ(outlet_body(one), R"({"type":"hit.validated","timestamp":"2026-11-28T12:00:00.000Z",)"
                              R"("data":{"id":"00000000000000000000000000"}})");
}

TEST(OutletNewsFor, goes_to_who_wants_it_and_may_know) {
  SeededRandom random(1);
  Outlet outlet;
  outlet.events = {OutletEvent::kPursuitJoined};
  outlet.created_at = kOutletNow;
  OutletNews news{OutletEvent::kPursuitJoined, {}, "1", kOutletNow, {make_id(kOutletNow, random)}};
  EXPECT_TRUE(is_for(outlet, news)) << "of the province";
  outlet.zone = make_id(kOutletNow, random);
  EXPECT_FALSE(is_for(outlet, news)) << "of another zone";
  news.zones.push_back(outlet.zone);
  EXPECT_TRUE(is_for(outlet, news));
  news.at -= milliseconds{1};
  EXPECT_FALSE(is_for(outlet, news)) << "before it was there";
  news.at = kOutletNow;
  news.event = OutletEvent::kHitValidated;
  EXPECT_FALSE(is_for(outlet, news)) << "not asked for";
  news.zones.clear();
  outlet.events.push_back(OutletEvent::kHitValidated);
  EXPECT_TRUE(is_for(outlet, news)) << "every zone may know";
}

}  // namespace
}  // namespace bas
