#include "outward/webhook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "model/outlet_signing.h"
#include "outward/mail.h"
#include "outward/mqtt.h"
#include "testkit/scripted_fetcher.h"

namespace bas::outward {
namespace {

using testing::HasSubstr;

const UtcTime kHookNow{std::chrono::seconds{1'800'000'000}};
constexpr const char* kHookUrl = "https://10.1.2.3/hooks";

class WebhooksTest : public testing::Test {
 protected:
  WebhooksTest() {
    outlet_.target = kHookUrl;
    outlet_.keys = {{OutletSigning::kHmac, std::string(32, 'k')}};
  }
  OutletAnswer sent() { return webhooks_.send({outlet_, delivery_, kHookNow}, {}); }
  bool may(const std::string& target) {
    outlet_.target = target;
    return webhooks_.check(outlet_).has_value();
  }

  testkit::ScriptedFetcher fetcher_;
  Networks networks_ = Networks::parse("10.0.0.0/8, 127.0.0.1").value();
  HostNames hosts_ = HostNames::parse("hooks.example.be");
  Webhooks webhooks_{{fetcher_, networks_, hosts_, ""}};
  Outlet outlet_;
  OutletDelivery delivery_;
};

TEST_F(WebhooksTest, sign_the_very_bytes_they_send) {
  fetcher_.answer(kHookUrl, fetch::Answer{204, {}, {}});
  EXPECT_EQ(sent().verdict, OutletAnswer::Verdict::kDelivered);
  const auto asked = fetcher_.requests().at(0);
  fetch::Answer headers{0, asked.headers, {}};
  const std::string id = to_string(delivery_.id);
  EXPECT_EQ(headers.header("webhook-id"), id);
  EXPECT_EQ(headers.header("webhook-timestamp"), "1800000000");
  EXPECT_EQ(headers.header("webhook-signature"),
            signature_header(outlet_.keys, {id, kHookNow, asked.body}));
  EXPECT_EQ(asked.method, "POST");
  EXPECT_EQ(asked.limits.total_timeout, std::chrono::seconds{15});
}

TEST_F(WebhooksTest, ask_of_every_address_whether_it_may_be_reached) {
  fetcher_.answer(kHookUrl, fetch::Answer{204, {}, {}});
  sent();
  const auto may_reach = fetcher_.requests().at(0).may_reach;
  ASSERT_TRUE(may_reach);
  EXPECT_TRUE(may_reach(std::string_view("\x0a\x01\x02\x03", 4)));
  EXPECT_FALSE(may_reach(std::string_view("\xa9\xfe\xa9\xfe", 4)));
  EXPECT_FALSE(may_reach("odd"));
}

TEST_F(WebhooksTest, hear_who_asks_for_time) {
  fetcher_.answer(kHookUrl, fetch::Answer{503, {{"retry-after", "120"}}, {}});
  EXPECT_EQ(sent().retry_after, std::chrono::seconds{120});
  EXPECT_FALSE(seconds_of_retry_after("Wed, 21 Oct 2026 07:28:00 GMT"));
  EXPECT_FALSE(seconds_of_retry_after(""));
  EXPECT_FALSE(seconds_of_retry_after("-5"));
}

TEST_F(WebhooksTest, go_only_where_the_configuration_says) {
  EXPECT_TRUE(may("https://10.1.2.3/"));
  EXPECT_TRUE(may("https://hooks.example.be/x?y=z"));
  EXPECT_TRUE(may("http://127.0.0.1:9/"));
  EXPECT_FALSE(may("http://10.1.2.3/")) << "in clear";
  EXPECT_FALSE(may("https://11.1.2.3/"));
  EXPECT_FALSE(may("https://other.example.be/"));
  EXPECT_FALSE(may("https://169.254.169.254/"));
  EXPECT_FALSE(may("https://[::1]/"));
  EXPECT_FALSE(may("sftp://10.1.2.3/"));
  EXPECT_FALSE(may("https://user@10.1.2.3/"));
  EXPECT_FALSE(may("nonsense"));
}

TEST_F(WebhooksTest, send_nothing_where_they_may_no_more) {
  outlet_.target = "https://11.1.2.3/";
  const auto answer = sent();
  EXPECT_EQ(answer.verdict, OutletAnswer::Verdict::kFailed);
  EXPECT_THAT(answer.failure, HasSubstr("outward.hosts"));
  EXPECT_TRUE(fetcher_.requests().empty());
}

TEST(MailText, names_the_event_and_holds_the_thin_body) {
  OutletDelivery delivery;
  const std::string from = "bas@example.be", to = "a@example.be";
  const std::string text = mail_text({from, to, delivery, kHookNow});
  EXPECT_THAT(text, HasSubstr("Date: Fri, 15 Jan 2027 08:00:00 +0000\r\n"));
  EXPECT_THAT(text, HasSubstr("Subject: BAS: outlet.test\r\n"));
  EXPECT_THAT(text, HasSubstr("@example.be>\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\n\r\n" + outlet_body(delivery) + "\r\n"));
}

TEST(MailTarget, is_one_address) {
  const Networks networks;
  Mail mail({"smtp://mail.example.be:25", "", "", ""}, "bas@example.be", networks);
  Outlet outlet;
  for (const char* bad : {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>"}) {
    outlet.target = bad;
    EXPECT_FALSE(mail.check(outlet)) << bad;
  }
  outlet.target = "a.b+c@example.be";
  EXPECT_TRUE(mail.check(outlet));
}

TEST(MqttTarget, is_a_topic_without_wildcards) {
  const Networks networks;
  Mqtt mqtt({"mqtt://broker:1883", "", "", ""}, networks);
  Outlet outlet;
  for (const char* bad : {"", "a/+", "a/#", "$SYS/x"}) {
    outlet.target = bad;
    EXPECT_FALSE(mqtt.check(outlet)) << bad;
  }
  outlet.target = "bas/5364/events";
  EXPECT_TRUE(mqtt.check(outlet));
  EXPECT_FALSE(Mqtt({}, networks).check(outlet)) << "no broker is configured";
}

TEST(ServicePlace, is_scheme_host_and_port) {
  const Schemes schemes{"mqtt", "mqtts"};
  const auto place = place_of("mqtts://broker.example.be:8883", schemes).value();
  EXPECT_EQ(place.scheme, "mqtts");
  EXPECT_EQ(place.host, "broker.example.be");
  EXPECT_EQ(place.port, 8883);
  EXPECT_EQ(place_of("mqtt://[::1]:1883", schemes).value().host, "::1");
  for (const char* bad : {"", "broker:1", "http://a:1", "mqtt://a", "mqtt://:1", "mqtt://a:0",
                          "mqtt://a:65536", "mqtt://a:1x"}) {
    EXPECT_FALSE(place_of(bad, schemes)) << bad;
  }
}

}  // namespace
}  // namespace bas::outward
