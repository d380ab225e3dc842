// The published samples that lie beside the repository, where they are present: the right plate,
// country and time of each. The project's own messages are in tests/corpus.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>

#include "base/file.h"
#include "cameras/adapter.h"
#include "cameras/received_test.h"

namespace bas::cameras {
namespace {

const std::filesystem::path kFolder = "../shared/payloads";

struct Expected {
  std::string_view file;
  std::string_view plate;
  std::string_view country;
  std::string_view captured_at;
};

constexpr Expected kReads[] = {
    {"hikvision/anpr_parkpow_2024.xml", "PECT600", "DE", "2024-01-19T03:17:19.000Z"},
    {"hikvision/anpr_deepinview_v58_pl.xml", "WX1234A", "PL", "2026-07-05T19:44:40.000Z"},
    {"hikvision/anpr_old_fw_ver10_pl.xml", "EL123AB", "", "2020-03-10T08:12:00.000Z"},
    // It carries no time: the moment it arrived.
    {"hikvision/anpr_nvr_forward_prefixed_ns.xml", "WA99999", "", "2026-11-23T12:00:00.000Z"},
    // `%s` stands where the plate was.
    {"hikvision/anpr_tcg405_full_2024.xml", "", "TH", "2024-05-07T10:48:03.847Z"},
    {"axis_fflpr/event_parkpow_2021.json", "RLE11684", "PL", "2021-06-11T10:05:38.252Z"},
    {"axis_fflpr/push_http_de_2023.json", "HWR6677", "DE", "2023-12-11T12:27:05.507Z"},
    {"openalpr/alpr_group_v2_2018_a.json", "2BH375", "US", "2018-01-04T15:40:49.867Z"},
    {"openalpr/alpr_group_v2_2018_b.json", "2BH375", "US", "2018-01-04T15:41:08.158Z"},
    {"openalpr/alpr_alert_v1_group_v3.json", "2BH375", "US", "2021-09-03T19:06:29.342Z"},
};

std::optional<std::string> sample(std::string_view file) {
  auto bytes = read_file(kFolder / file, 4 << 20);
  return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

bool is_present() { return std::filesystem::exists(kFolder); }

Decoded decode_one(std::string_view body) {
  const auto message = decode({"", body, kReceivedAt});
  EXPECT_TRUE(message) << message.error().text;
  return message ? message->decoded.at(0) : Decoded{};
}

TEST(Samples, give_the_right_plate_country_and_time) {
  if (!is_present()) return;  // the repository stands alone
  for (const Expected& expected : kReads) {
    const auto body = sample(expected.file);
    ASSERT_TRUE(body) << expected.file;
    const Decoded read = decode_one(*body);
    EXPECT_EQ(read.kind, Kind::kRead) << expected.file;
    EXPECT_EQ(read.facts.plate_raw, expected.plate) << expected.file;
    EXPECT_EQ(read.facts.country, expected.country) << expected.file;
    EXPECT_EQ(format_rfc3339(read.facts.captured_at), expected.captured_at) << expected.file;
  }
}

TEST(Samples, give_the_pictures_of_an_alert) {
  if (!is_present()) return;  // the repository stands alone
  const Decoded read = decode_one(sample("openalpr/alpr_alert_v1_group_v3.json").value());
  ASSERT_EQ(read.pictures.size(), 3U);
  EXPECT_EQ(read.pictures[0].role, PictureRole::kPlate);
  EXPECT_EQ(read.pictures[1].role, PictureRole::kVehicle);
  EXPECT_EQ(read.pictures[2].role, PictureRole::kOverview);
}

TEST(Samples, give_statuses_for_heartbeats_and_frames) {
  if (!is_present()) return;  // the repository stands alone
  for (const auto& [file, status, device] :
       {std::tuple("axis_fflpr/heartbeat_doc.txt", "heartbeat", "ACCC8E9BB16D"),
        std::tuple("openalpr/heartbeat_agent3.json", "heartbeat",
                   "3QWN7ANABCV4EKZZLYKOSWKNAGGVW5IFQ5UAYYF6"),
        std::tuple("openalpr/doc_alpr_results_v2.json", "frame",
                   "YYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYYY-1234")}) {
    const Decoded decoded = decode_one(sample(file).value());
    EXPECT_EQ(decoded.kind, Kind::kStatus) << file;
    EXPECT_EQ(decoded.status, status) << file;
    EXPECT_EQ(decoded.facts.device_id, device) << file;
  }
}

// The capture's XML lost its tags; its text nodes are known, so the event can be put back.
constexpr std::string_view kEventOfCapture =
    "<EventNotificationAlert version=\"2.0\"><ipAddress>10.10.10.243</ipAddress>"
    "<protocol>HTTP</protocol><macAddress>68:6d:bc:7d:9e:27</macAddress><channelID>1</channelID>"
    "<dateTime>2024-12-02T14:51:24+08:00</dateTime><activePostCount>2</activePostCount>"
    "<eventType>ANPR</eventType><eventState>active</eventState>"
    "<eventDescription>ANPR alarm</eventDescription><ANPR><country>Poland</country>"
    "<licensePlate>GKW5KE2</licensePlate><direction>unknown</direction>"
    "<confidenceLevel>93</confidenceLevel></ANPR></EventNotificationAlert>";

TEST(Samples, a_captured_request_without_its_tags_is_refused_and_with_them_is_a_read) {
  if (!is_present()) return;  // the repository stands alone
  std::string capture = sample("hikvision/http_framing_notes_pastebin_z5Bzjthh.txt").value();
  EXPECT_FALSE(decode({"", capture, kReceivedAt}));

  const std::size_t note = capture.find("[XML body");
  ASSERT_NE(note, std::string::npos);
  capture.replace(note, capture.find("]\n", note) + 1 - note, kEventOfCapture);
  const Decoded read = decode_one(capture);
  EXPECT_EQ(read.facts.plate_raw, "GKW5KE2");
  EXPECT_EQ(read.facts.country, "PL");
  EXPECT_EQ(format_rfc3339(read.facts.captured_at), "2024-12-02T06:51:24.000Z");
  EXPECT_TRUE(read.pictures.empty());  // the one it announces has no bytes
}

}  // namespace
}  // namespace bas::cameras
