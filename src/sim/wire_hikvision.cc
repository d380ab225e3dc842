#include <fmt/format.h>

#include <cmath>
#include <string_view>

#include "sim/dice.h"
#include "sim/wire_formats.h"

namespace bas::sim {
namespace {

constexpr std::string_view kHikvisionBoundary = "boundary";
constexpr std::string_view kNamespace = "http://www.isapi.org/ver20/XMLSchema";

// The maker's numbers.
int country_number(std::string_view country) {
  struct Row {
    std::string_view country;
    int number;
  };
  constexpr Row kRows[] = {{"BE", 13}, {"NL", 6},  {"DE", 3},  {"FR", 2},  {"PL", 7},
                           {"RO", 26}, {"LU", 22}, {"GB", 17}, {"LT", 31}, {"BG", 14}};
  for (const Row& row : kRows)
    if (row.country == country) return row.number;
  return 0;
}

std::string_view colour_word(std::string_view colour) {
  if (colour == "grey") return "gray";
  return colour == "beige" ? "yellow" : colour;
}

std::string_view hikvision_class(VehicleClass vehicle_class) {
  switch (vehicle_class) {
    case VehicleClass::kCar: return "saloon";
    case VehicleClass::kSuv: return "SUVMPV";
    case VehicleClass::kVan: return "van";
    case VehicleClass::kTruck: return "truck";
  }
  return "unknown";
}

std::string beliefs(const Passage& passage) {
  std::string list;
  for (std::size_t i = 0; i < passage.read_plate.size(); ++i)
    list += fmt::format("{}{}", i == 0 ? "" : ",", std::lround(passage.glyph_confidences[i] * 100));
  return list;
}

std::string picture_list(const ProvincePlan& plan, const Passage& passage) {
  const PixelBox box = plate_box_of(plan, passage);
  const auto mille = [](int pixels, int whole) { return std::lround(pixels * 1000.0 / whole); };
  return fmt::format(
      "<pictureInfoList><pictureInfo><fileName>licensePlatePicture.jpg</fileName>"
      "<type>licensePlatePicture</type><dataType>0</dataType><pId>{0}01</pId></pictureInfo>"
      "<pictureInfo><fileName>detectionPicture.jpg</fileName><type>detectionPicture</type>"
      "<dataType>0</dataType><picRecogMode>{1}</picRecogMode><plateRect><X>{2}</X><Y>{3}</Y>"
      "<width>{4}</width><height>{5}</height></plateRect><pId>{0}02</pId></pictureInfo>"
      "</pictureInfoList>",
      passage.number, plan.cameras[static_cast<std::size_t>(passage.camera)].sees_front ? 0 : 1,
      mille(box.x, kOverviewWidth), mille(box.y, kOverviewHeight), mille(box.width, kOverviewWidth),
      mille(box.height, kOverviewHeight));
}

std::string envelope(const PlannedCamera& camera, const Passage& passage, int pictures) {
  const int host = passage.camera;
  return fmt::format(
      "<ipAddress>10.{}.{}.{}</ipAddress><portNo>80</portNo><protocol>HTTP</protocol>"
      "<macAddress>44:19:b6:{:02x}:{:02x}:{:02x}</macAddress><channelID>1</channelID>"
      "<dateTime>{}</dateTime><activePostCount>1</activePostCount><eventType>ANPR</eventType>"
      "<eventState>active</eventState><eventDescription>ANPR</eventDescription>"
      "<channelName>{}</channelName><deviceUUID>{}</deviceUUID><UUID>{}</UUID>"
      "<picNum>{}</picNum><isDataRetransmission>false</isDataRetransmission>",
      camera.zone + 1, host / 250, host % 250 + 1, host >> 16 & 255, host >> 8 & 255, host & 255,
      format_rfc3339(passage.at), camera.name, camera.device_id, hikvision_uuid(camera, passage),
      pictures);
}

std::string anpr(const ProvincePlan& plan, const Passage& passage, bool has_pictures) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  const int country = country_number(passage.country);
  return fmt::format(
      "<ANPR><country>{0}</country><licensePlate>{1}</licensePlate><line>{2}</line>"
      "<direction>{3}</direction><confidenceLevel>{4}</confidenceLevel>"
      "<plateType>unknown</plateType><plateColor>{5}</plateColor>"
      "<vehicleType>{6}</vehicleType><detectDir>{7}</detectDir><detectType>2</detectType>"
      "<alarmDataType>0</alarmDataType><vehicleInfo><index>{8}</index><colorDepth>2</colorDepth>"
      "<color>{9}</color><speed>{10}</speed><length>0</length>"
      "<vehicleLogoRecog>0</vehicleLogoRecog></vehicleInfo>{11}"
      "<plateCharBelieve>{12}</plateCharBelieve><CRIndex>{0}</CRIndex></ANPR>",
      country, passage.read_plate, passage.lane, camera.sees_front ? "forward" : "reverse",
      std::lround(passage.confidence * 100), passage.country == "NL" ? "yellow" : "white",
      hikvision_class(passage.vehicle.vehicle_class), camera.sees_front ? 2 : 1, passage.number,
      colour_word(passage.vehicle.colour), std::lround(passage.speed_kmh),
      has_pictures ? picture_list(plan, passage) : "<pictureInfoList/>", beliefs(passage));
}

}  // namespace

std::string hikvision_uuid(const PlannedCamera& camera, const Passage& passage) {
  const auto time = static_cast<std::uint64_t>(passage.at.time_since_epoch().count());
  const std::uint64_t a = mix(passage.number, time);
  const std::uint64_t b = mix(time, static_cast<std::uint64_t>(camera.site) + 1);
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", a >> 32, a >> 16 & 0xFFFF, a & 0xFFFF,
                     b >> 48, b & 0xFFFFFFFFFFFF);
}

WireMessage encode_hikvision(const ProvincePlan& plan, const Passage& passage,
                             const PictureSet& pictures) {
  const PlannedCamera& camera = plan.cameras[static_cast<std::size_t>(passage.camera)];
  const bool has_pictures = !pictures.overview.empty();
  const std::string xml = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<EventNotificationAlert version=\"2.0\" xmlns=\"{}\">{}{}</EventNotificationAlert>\n",
      kNamespace, envelope(camera, passage, has_pictures ? 2 : 0),
      anpr(plan, passage, has_pictures));
  WireMessage message{fmt::format("multipart/form-data; boundary={}", kHikvisionBoundary), {}};
  message.body.reserve(xml.size() + pictures.plate.size() + pictures.overview.size() + 1'000);
  append_part(message.body, kHikvisionBoundary,
              {"anpr.xml", "anpr.xml", "text/xml; charset=\"UTF-8\"", xml});
  if (has_pictures) {
    append_part(
        message.body, kHikvisionBoundary,
        {"licensePlatePicture.jpg", "licensePlatePicture.jpg", "image/pjpeg", pictures.plate});
    append_part(message.body, kHikvisionBoundary,
                {"detectionPicture.jpg", "detectionPicture.jpg", "image/pjpeg", pictures.overview});
  }
  end_parts(message.body, kHikvisionBoundary);
  return message;
}

void append_part(std::string& out, std::string_view boundary, const FormPart& part) {
  fmt::format_to(std::back_inserter(out),
                 "--{}\r\nContent-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n"
                 "Content-Type: {}\r\nContent-Length: {}\r\n\r\n",
                 boundary, part.name, part.file_name, part.content_type, part.body.size());
  out += part.body;
  out += "\r\n";
}

void end_parts(std::string& out, std::string_view boundary) {
  fmt::format_to(std::back_inserter(out), "--{}--\r\n", boundary);
}

}  // namespace bas::sim
