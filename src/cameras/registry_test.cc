#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "cameras/adapter.h"
#include "cameras/received_test.h"

namespace bas::cameras {
namespace {

using testing::HasSubstr;

TEST(Registry, has_every_adapter_once_with_all_its_functions) {
  std::set<std::string_view> names;
  for (const Adapter& adapter : adapters()) {
    EXPECT_TRUE(names.insert(adapter.name).second) << adapter.name;
    EXPECT_TRUE(adapter.recognises && adapter.decode && adapter.acknowledge) << adapter.name;
  }
  EXPECT_EQ(names, (std::set<std::string_view>{"hikvision", "axis", "openalpr", "bas"}));
}

TEST(Registry, names_what_it_knows_when_a_protocol_is_unknown) {
  const auto message = decode({"", "{}", kReceivedAt}, "tattle");
  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(message.error().text, HasSubstr("hikvision"));
}

TEST(Registry, refuses_what_no_adapter_recognises) {
  for (const char* body : {"", "hello", "{}", "[]", "<a/>", "{\"x\":1}", "\xFF\xD8\xFF picture",
                           "<html><body>404</body></html>", "POST / HTTP/1.1\r\n\r\n"}) {
    const auto message = decode({"application/json", body, kReceivedAt});
    ASSERT_FALSE(message) << body;
    EXPECT_EQ(message.error().code, ErrorCode::kBadInput) << body;
  }
}

TEST(Registry, writes_the_protocol_into_every_read) {
  const auto message =
      decode({"", R"({"captured_at":"2026-11-23T10:00:00Z","plate":"1ABC234"})", kReceivedAt});
  ASSERT_TRUE(message);
  EXPECT_EQ(message->decoded[0].facts.protocol, "bas");
}

TEST(Registry, every_make_is_answered_with_200) {
  for (const Adapter& adapter : adapters()) {
    EXPECT_EQ(adapter.acknowledge({1, 0, {}}).status, 200) << adapter.name;
  }
}

TEST(Registry, a_status_keeps_neither_secrets_nor_reads) {
  const auto message = decode(
      {"",
       R"({"data_type":"heartbeat","agent_uid":"A","license_key":"SECRET","best_plate_number":)"
       R"("1ABC234","video_streams":[{"url":"rtsp://u:SECRET@192.0.2.1/"}]})",
       kReceivedAt});
  ASSERT_TRUE(message);
  const Decoded& status = message->decoded[0];
  EXPECT_EQ(status.kind, Kind::kStatus);
  EXPECT_EQ(status.status, "heartbeat");
  EXPECT_EQ(status.facts.device_id, "A");
  EXPECT_EQ(status.facts.plate_raw, "");
  EXPECT_TRUE(status.pictures.empty());
}

}  // namespace
}  // namespace bas::cameras
