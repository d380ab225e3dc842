// Messages of each format into facts, in ns a read.
// Run tiny: --benchmark_min_time=0.01
#include <benchmark/benchmark.h>

#include <fmt/format.h>

#include <string>

#include "base/check.h"
#include "cameras/adapter.h"

namespace {

const bas::UtcTime kReceivedAt{std::chrono::seconds{1'795'428'000}};

// One line of BAS's own format, about as long as a sender writes it.
std::string bas_line(int number) {
  return fmt::format(R"({{"device_id":"paal-{}","event_id":"7-{:06}",)"
                     R"("captured_at":"2026-11-23T11:00:{:02}.250+01:00",)"
                     R"("plate":"1-ABC-{:03}","country":"BE","confidence":0.97,)"
                     R"("plate_box":{{"x":0.41,"y":0.63,"width":0.08,"height":0.025}},)"
                     R"("vehicle":{{"make":"skoda","colour":"blue","class":"car"}},)"
                     R"("direction":"approaching","lane":2,"speed_kmh":88.5}})",
                     number % 150, number, number % 60, number % 1000);
}

const std::string kHikvision =
    "<EventNotificationAlert version='2.0'><deviceUUID>EX17</deviceUUID>"
    "<dateTime>2026-11-23T09:15:30.250+01:00</dateTime><eventType>ANPR</eventType><ANPR>"
    "<CRIndex>13</CRIndex><licensePlate>1ABC234</licensePlate><line>2</line>"
    "<direction>forward</direction><confidenceLevel>96</confidenceLevel><vehicleInfo>"
    "<color>blue</color><speed>88</speed></vehicleInfo></ANPR><UUID>passage-0041</UUID>"
    "</EventNotificationAlert>";

const std::string kAxis =
    R"({"packetCounter":"7001","capture_timestamp":"1795428000123","plateUTF8":"1ABC234",)"
    R"("plateCountry":"BEL","plateConfidence":"0.912","carState":"lost","roiID":"2","carID":"300",)"
    R"("carMoveDirection":"in","camera_info":{"SerialNumber":"02005E200001"}})";

std::size_t decode(std::string_view body) {
  const auto message = bas::cameras::decode({"", body, kReceivedAt});
  bas::check(message.has_value());
  return message->decoded.size();
}

void lines_of_bas(benchmark::State& state) {
  std::string body;
  for (int i = 0; i < state.range(0); ++i) body += bas_line(i) + "\n";
  std::size_t reads = 0;
  for (auto _ : state) reads += decode(body);
  state.SetItemsProcessed(static_cast<std::int64_t>(reads));
}
BENCHMARK(lines_of_bas)->Arg(1)->Arg(100)->Arg(10'000);

void one_event(benchmark::State& state, const std::string& body) {
  std::size_t reads = 0;
  for (auto _ : state) reads += decode(body);
  state.SetItemsProcessed(static_cast<std::int64_t>(reads));
}
BENCHMARK_CAPTURE(one_event, hikvision, kHikvision);
BENCHMARK_CAPTURE(one_event, axis, kAxis);

}  // namespace
