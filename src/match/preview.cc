#include "match/preview.h"

#include <algorithm>
#include <cmath>

#include "match/explain.h"
#include "match/fitting.h"
#include "match/near_reads.h"
#include "match/rivals.h"

namespace bas::match {

using plates::PackedPlate;

namespace {

constexpr std::size_t kWorstMax = 10;

// Vehicles with that text, by the forms it obeys.
double density_at(const plates::Grammars& grammars, PackedPlate plate, std::string_view country) {
  double density = 0;
  for (const plates::Form* form : grammars.forms_of(plate, country)) {
    density += form->density;
  }
  return density;
}

}  // namespace

Previewer::Previewer(const Knowledge& knowledge, const Traffic& traffic,
                     const plates::MisreadModel* camera)
    : knowledge_(knowledge),
      traffic_(traffic),
      model_(camera != nullptr ? *camera : knowledge.misreads) {}

Result<Preview> Previewer::entry(const PreviewedEntry& entry) const {
  if (is_pattern(entry.plate)) return partial(entry);
  Preview preview;
  const auto listed = PackedPlate::of(entry.plate);
  if (!listed) {
    preview.exact = 1;  // too long for the model of misreads
    return preview;
  }
  const bool is_exact_only = entry.rule.inexact == InexactUse::kNothing;
  const auto reads =
      is_exact_only ? std::vector{*listed} : near_reads(model_, knowledge_.folding, *listed);
  for (const Stream& stream : streams_of(entry)) {
    for (const PackedPlate read : reads) add_read(entry, stream, read, preview);
  }
  std::ranges::sort(preview.reads, std::greater{}, &AcceptedRead::share);
  return preview;
}

// How often others are read so: all that may lie behind the read, less the listed plate. That one
// is no unknown plate either, though the density of its form counts it among them.
void Previewer::add_read(const PreviewedEntry& entry, const Stream& stream, PackedPlate read,
                         Preview& preview) const {
  const PackedPlate listed = *PackedPlate::of(entry.plate);
  Rivals rivals(knowledge_, {{.plate = read}, stream.country, &model_});
  const double likelihood = rivals.likelihood(listed);
  rivals.add_listed(listed, likelihood);
  const double probability = rivals.probability(likelihood, entry.rule.uses_veto);
  const bool is_exact = read == listed;
  if (!is_exact && probability < entry.rule.threshold) return;
  double counted = likelihood;
  if (!is_exact) {
    const double density = density_at(knowledge_.grammars, listed, stream.country);
    counted *= 1 + (1 - knowledge_.coverage) * density;
  }
  const double others = std::max(0.0, rivals.whole(/*uses_veto=*/true) - counted);
  const double vehicles = knowledge_.grammars.size_of(stream.country).vehicles;
  AcceptedRead accepted{.read = {read.text(), stream.country},
                        .kind = kind_of(listed, read),
                        .probability = probability,
                        .share = likelihood * stream.weight,
                        .false_hits_a_day = others * stream.a_day / std::max(1.0, vehicles)};
  (is_exact ? preview.exact : preview.inexact) += accepted.share;
  preview.false_hits_a_day += accepted.false_hits_a_day;
  preview.reads.push_back(std::move(accepted));
}

// As many reads are misread into the pattern as out of it, so that others are found as often as
// they pass.
Result<Preview> Previewer::partial(const PreviewedEntry& entry) const {
  const auto laid = TRY(PatternIndex::lay(entry.plate));
  Preview preview;
  preview.vehicles_that_fit = vehicles_that_fit(knowledge_.grammars, laid, entry.country);
  const double probability = 1 / std::max(1.0, preview.vehicles_that_fit);
  const bool counts =
      entry.rule.inexact != InexactUse::kNothing && probability >= entry.rule.threshold;
  if (!counts) return preview;
  preview.inexact = share_that_stays(model_, entry.plate);
  for (const Stream& stream : streams_of(entry)) {
    const double fitting = vehicles_that_fit(knowledge_.grammars, laid, stream.country);
    const double vehicles = knowledge_.grammars.size_of(stream.country).vehicles;
    preview.false_hits_a_day +=
        std::max(0.0, fitting - stream.weight) * stream.a_day / std::max(1.0, vehicles);
  }
  return preview;
}

// An entry for any country is found in all traffic, and its vehicle is of any country by its share.
std::vector<Previewer::Stream> Previewer::streams_of(const PreviewedEntry& entry) const {
  if (traffic_.countries.empty()) return {{entry.country, traffic_.reads_per_day, 1}};
  std::vector<Stream> streams;
  double whole = 0;
  for (const Traffic::Country& one : traffic_.countries) {
    if (!entry.country.empty() && one.code != entry.country) continue;
    streams.push_back({one.code, traffic_.reads_per_day * one.share, one.share});
    whole += one.share;
  }
  for (Stream& stream : streams) stream.weight = whole > 0 ? stream.weight / whole : 0;
  if (streams.empty()) streams.push_back({entry.country, 0, 1});
  return streams;
}

ListPreview Previewer::list(std::span<const PreviewedEntry> entries,
                            std::size_t entries_max) const {
  ListPreview list;
  const std::size_t wanted = std::min(entries.size(), std::max<std::size_t>(entries_max, 1));
  double sum = 0;
  double squares = 0;
  for (std::size_t i = 0; i < wanted; ++i) {
    const std::size_t at = i * entries.size() / wanted;
    ++list.looked_at;
    const auto preview = entry(entries[at]);
    if (!preview) {
      ++list.refused;
      continue;
    }
    list.recall += preview->recall();
    sum += preview->false_hits_a_day;
    squares += preview->false_hits_a_day * preview->false_hits_a_day;
    list.worst.push_back({at, preview->false_hits_a_day});
  }
  std::ranges::stable_sort(list.worst, std::greater{}, &ListPreview::Noisy::false_hits_a_day);
  if (list.worst.size() > kWorstMax) list.worst.resize(kWorstMax);
  const auto judged = static_cast<double>(list.looked_at - list.refused);
  if (judged == 0) return list;
  list.recall /= judged;
  const auto all = static_cast<double>(entries.size());
  const auto looked_at = static_cast<double>(list.looked_at);
  list.false_hits_a_day = sum * all / looked_at;
  const double spread = std::max(0.0, squares / judged - sum / judged * (sum / judged));
  list.false_hits_error = all * std::sqrt(spread / judged * (1 - looked_at / all));
  return list;
}

}  // namespace bas::match
