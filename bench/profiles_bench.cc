// The file of a list read into entries, on one core. An iteration reads the whole file; a line of
// it has about a hundred bytes. Run tiny: --benchmark_min_time=0.01 --benchmark_filter=/10000
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "profiles/file_reader.h"

namespace {

using bas::profiles::FileReader;
using bas::profiles::Profile;

std::string plate_of(std::size_t i) {
  const auto letter = [i](std::size_t by) { return static_cast<char>('A' + i / by % 26); };
  return fmt::format("1-{}{}{}-{:03}", letter(1), letter(26), letter(676), i / 17'576 % 1'000);
}

std::string csv_of(std::size_t lines) {
  std::string text = "plate;country;category;reason;source_id;valid_until;make;colour;owner\n";
  for (std::size_t i = 0; i < lines; ++i) {
    text += fmt::format(
        "{};B;stolen;taken from a garage at night;2026/{:07};{:02}/12/2026;Skoda;"
        "grijs;PZ Voorbeeld Zuid\n",
        plate_of(i), i, 1 + i % 28);
  }
  return text;
}

std::string json_of(std::size_t lines) {
  std::string text = "[";
  for (std::size_t i = 0; i < lines; ++i) {
    text +=
        fmt::format(R"({}{{"plate":"{}","country":"BE","reason":"taken at night","valid_until":)"
                    R"("2026-12-{:02}","make":"Skoda"}})",
                    i == 0 ? "" : ",\n", plate_of(i), 1 + i % 28);
  }
  return text + "]";
}

void read_all(benchmark::State& state, const Profile& profile, const std::string& text) {
  bas::profiles::ListDefaults defaults;
  defaults.now = bas::parse_rfc3339("2026-11-23T12:00:00Z").value();
  std::size_t taken = 0;
  for (auto _ : state) {
    auto reader = FileReader::open(profile, {text, "list.csv", "", {}}, defaults);
    while (auto line = reader->next()) taken += line->has_value() ? 1 : 0;
  }
  const auto lines = static_cast<std::size_t>(state.range(0));
  if (taken != lines * static_cast<std::size_t>(state.iterations())) {
    state.SkipWithError("lines were rejected");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(taken));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void read_csv(benchmark::State& state) {
  const auto profile = Profile::parse(R"({"facts": {
      "plate": "plate", "country": "country", "category": "category", "reason": "reason",
      "source_id": "source_id", "valid_until": "valid_until", "make": "make", "colour": "colour",
      "owner": "owner"}, "dates": ["DD/MM/YYYY"]})");
  read_all(state, *profile, csv_of(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(read_csv)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void read_json(benchmark::State& state) {
  const auto profile = Profile::parse(R"({"format": {"kind": "json"}, "facts": {
      "plate": "plate", "country": "country", "reason": "reason", "valid_until": "valid_until",
      "make": "make"}})");
  read_all(state, *profile, json_of(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(read_json)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
