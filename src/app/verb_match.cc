#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "app/match_lines.h"
#include "app/stdin_lines.h"
#include "app/verbs.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/random.h"
#include "match/entry_index.h"
#include "profiles/file_reader.h"

namespace bas::app {

namespace {

struct MatchOptions {
  std::string entries_file;
  std::string mapping;
  std::string known_file;
  double coverage = 0.99;
  double min_probability = 0.5;
  bool explains = false;
  bool is_json = true;
};

// The entries of a file, by the id that the index knows them by.
struct Listed {
  explicit Listed(std::shared_ptr<const match::Knowledge> knowledge)
      : index(SystemRandom().next(), std::move(knowledge)) {}
  match::EntryIndex index;
  std::vector<Entry> entries;
};

Id id_of(std::size_t number) {
  Id id;
  for (std::size_t byte = id.bytes.size(); number != 0; number >>= 8) {
    id.bytes[--byte] = static_cast<char>(number & 0xFF);
  }
  return id;
}

std::size_t number_of(const Id& id) {
  std::size_t number = 0;
  for (const char byte : id.bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

// Plates that are known to be real, one a line as `plate[,country]`.
Result<> add_known(const std::string& file, match::KnownPlates& known) {
  const std::string text = TRY(read_file(file, kGivenFileBytesMax));
  for_each_line_of(text, [&](std::string_view line) {
    const Plate plate = plate_of(line);
    const auto packed = plates::PackedPlate::of(plate.text);
    if (packed && !plate.text.empty()) known.add(*packed, plate.country);
  });
  return {};
}

Result<std::shared_ptr<const match::Knowledge>> knowledge_for(const MatchOptions& options) {
  if (options.known_file.empty()) return match::Knowledge::standard();
  auto knowledge =
      std::make_shared<match::Knowledge>(match::Knowledge::standard_copy(SystemRandom().next()));
  TRY(add_known(options.known_file, knowledge->known));
  knowledge->coverage = options.coverage;
  return knowledge;
}

// An entry without an end is taken: it lives no longer than this run.
profiles::ListDefaults defaults_of(const List& list) {
  profiles::ListDefaults defaults;
  defaults.priority = list.priority;
  defaults.match = list.match;
  defaults.now = SystemClock().now();
  defaults.ends = profiles::Ends::kOptional;
  return defaults;
}

Result<> put_entry(Entry entry, Listed& listed) {
  entry.id = id_of(listed.entries.size() + 1);
  const match::VehicleFacts facts =
      listed.index.knowledge()->vehicles.words().facts_of(entry.vehicle);
  TRY(listed.index.put(entry.plate.text, {entry.id, entry.list, entry.plate.country, entry.priority,
                                          entry.valid_from, entry.valid_until, facts}));
  listed.entries.push_back(std::move(entry));
  return {};
}

// A line that cannot be taken is told on stderr and stops nothing.
Result<> put_entries(const MatchOptions& options, Listed& listed) {
  const std::string text = TRY(read_file(options.entries_file, kGivenFileBytesMax));
  const auto profile = TRY(profiles::Profile::from_mapping(options.mapping));
  List list;
  list.match = {InexactUse::kReview, options.min_probability, true};
  listed.index.set_rule(list.id, list.match);
  auto reader = TRY(
      profiles::FileReader::open(profile, {text, options.entries_file, "", {}}, defaults_of(list)));
  const auto tell = [](std::size_t line, std::string_view error) {
    fmt::print(stderr, "bas: entries, line {}: {}\n", line, error);
  };
  while (auto line = reader.next()) {
    if (!*line) {
      tell(line->error().line, line->error().error);
      continue;
    }
    const std::size_t number = (*line)->line;
    if (const auto put = put_entry(std::move((*line)->entry), listed); !put) {
      tell(number, put.error().text);
    }
  }
  return {};
}

Result<> match_plates(const MatchOptions& options) {
  Listed listed(TRY(knowledge_for(options)));
  TRY(put_entries(options, listed));
  const UtcTime now = SystemClock().now();
  return for_each_line_of_stdin([&](std::string_view line) {
    const SeenLine seen = seen_line_of(line);
    match::Sighting read;
    read.plate = seen.plate;
    read.captured_at = now;
    read.vehicle.facts = listed.index.knowledge()->vehicles.words().facts_of(seen.vehicle);
    for (const match::Match& match : listed.index.find(read)) {
      const Entry& entry = listed.entries[number_of(match.entry.entry) - 1];
      const Explain explain = options.explains ? Explain::kYes : Explain::kNo;
      fmt::print("{}\n", match_line(read.plate, entry, match, explain));
    }
  });
}

}  // namespace

void add_match(CLI::App& app, Action& chosen) {
  auto options = std::make_shared<MatchOptions>();
  CLI::App* verb = app.add_subcommand(
      "match", "match plates of standard input with a file of entries; JSON lines");
  verb->footer(
      "Standard input: plate[,country[,confidence[,make[,colour[,class]]]]] a line; entries\n"
      "may have columns make, colour and vehicle_class too. A confidence is taken but not\n"
      "believed before it has been calibrated against verified reads. Without --known any\n"
      "plate that its country gives out may be real, so look-alikes of it stay improbable.\n"
      "An exact match is always shown.");
  verb->add_option("--entries", options->entries_file, "CSV with a header line")->required();
  verb->add_option("--map", options->mapping, "names of columns, such as plate=Kenteken");
  verb->add_option("--known", options->known_file,
                   "plates known to be real, plate[,country] a line");
  verb->add_option("--coverage", options->coverage,
                   "share of the vehicles on the road that --known holds")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  verb->add_option("--min-probability", options->min_probability,
                   "least probability that the vehicle is the listed one")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  verb->add_flag("--explain", options->explains, "say why each match counted");
  verb->add_flag("--json", options->is_json, "JSON, which it always is");
  verb->callback([&chosen, options] { chosen = [options] { return match_plates(*options); }; });
}

}  // namespace bas::app
