// The other plates that a read may come from.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "match/knowledge.h"
#include "match/unknown_plates.h"
#include "plates/read_likelihood.h"

namespace bas::match {

// Weighs one read against every plate that may lie behind it: the probability that it comes from a
// listed plate is that plate's share of the whole.
//
//   P(e | r) = K(r|e) / ( sum of K(r|v) over known plates v near r, the listed ones among them
//                         + what plates nobody knows may add + what double errors may add )
//
// A generative model with a posterior: no plate is scored by the best of its variants, nothing is
// normalised to a scale (decision 0014).
// For one read at a time; lives no longer than what the read points to. Cost 0.1 µs to begin, as
// much for the first probability, 1 µs more where plates are known.
class Rivals {
 public:
  struct Read {
    plates::ReadEvidence evidence;
    std::string_view country;                      // ISO 3166-1 alpha-2, or empty
    const plates::MisreadModel* camera = nullptr;  // null: as cameras in general
  };
  Rivals(const Knowledge& knowledge, const Read& read);

  // K(read | listed).
  double likelihood(plates::PackedPlate listed) const { return read_.of(listed); }
  // No probability of that plate can be larger.
  double probability_at_most(double likelihood, bool uses_veto) const;
  // No plate but the read's own can have that probability, whatever is listed besides and whatever
  bool excludes_others(double probability, bool uses_veto);
  // Listed plates are real plates: name all near ones before asking for a probability.
  void add_listed(plates::PackedPlate listed, double likelihood);
  // `uses_veto` false: as if the read itself were no known plate.
  double probability(double likelihood, bool uses_veto);
  // The weight of all plates that may lie behind the read, the listed ones among them; 1 is a
  // vehicle that is read so every time. Times the share of traffic of one vehicle: how often the
  // read comes about.
  double whole(bool uses_veto);

  // The read is itself a known real plate.
  bool is_known_plate() const { return is_known_; }
  // The read is a plate that its country gives out.
  bool obeys_grammar() const;

 private:
  struct Weighed {
    plates::PackedPlate plate;
    double likelihood = 0;
  };

  double own(bool uses_veto);
  double others();
  void find_known();
  void find_known_replaced();
  void find_known_with_one_more();
  void find_known_with_one_less();
  void take_if_known(plates::PackedPlate plate, double likelihood);
  const plates::FormTable& forms_of(int length) const {
    return forms_[static_cast<std::size_t>(length)];
  }

  const Knowledge& knowledge_;
  std::string_view country_;
  plates::ReadLikelihood read_;
  plates::FormsByLength forms_;
  bool has_known_;   // any plate of the country is
  double coverage_;  // 0 of a country of which none is
  bool is_known_ = false;
  bool is_searched_ = false;              // for known_
  double own_ = 0;                        // of the read as itself, once it is known
  std::optional<double> own_if_unknown_;  // when first asked
  std::optional<double> others_;          // likewise: of plates that nobody knows
  std::vector<Weighed> listed_;           // near plates, each once
  std::vector<Weighed> known_;            // likewise; a listed one may be among them
};

}  // namespace bas::match
