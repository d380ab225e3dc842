// The other plates that a read may come from.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "match/knowledge.h"

namespace bas::match {

// Weighs one read against every plate that may lie behind it: the probability that it comes from a
// listed plate is that plate's share of the whole.
//
//   P(e | r) = K(r|e) / ( sum of K(r|v) over known plates v near r, the listed ones among them
//                         + what plates nobody knows may add + what double errors may add )
//
// A generative model with a posterior: no plate is scored by the best of its variants, nothing is
// normalised to a scale (decision 0014).
// For one read at a time; cost 0.2 µs to begin, 1 to 3 µs for the first probability.
class Rivals {
 public:
  struct Read {
    plates::ReadEvidence evidence;
    std::string_view country;                      // ISO 3166-1 alpha-2, or empty
    const plates::MisreadModel* camera = nullptr;  // null: as cameras in general
  };
  // In how many places a plate does not obey a form, and the last two of them.
  struct Misfit {
    int count = 0;
    int at = 0;
    int before = 0;
  };
  Rivals(const Knowledge& knowledge, const Read& read);

  // K(read | listed).
  double likelihood(plates::PackedPlate listed) const;
  // No probability of that plate can be larger.
  double probability_at_most(double likelihood, bool uses_veto) const;
  // The same of every plate but the read's own, without knowing which.
  double probability_of_another_at_most() const;
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
  bool obeys_grammar() const { return obeys_; }

 private:
  struct Weighed {
    plates::PackedPlate plate;
    double likelihood = 0;
  };
  // What may stand in one place of a plate near the read, in one form.
  struct Change {
    int place = 0;
    plates::GlyphSet glyphs = 0;
    double density = 0;  // vehicles a text, of the form
  };

  // Of a place and the glyphs that a form has there.
  struct Odds {
    plates::GlyphSet glyphs = 0;
    double odds = 0;
  };

  void weigh_own();
  void weigh_rest();
  void weigh_replaced();
  void weigh_lost();
  void weigh_added();
  void replaced_glyph(const Change& change);
  void take_known(plates::PackedPlate plate, double likelihood);
  double odds_of_two_others(const plates::Form& form, const Misfit& wrong);
  double odds_of_another(const plates::Form& form, int place);
  double odds_at(int place) const;

  const Knowledge& knowledge_;
  const plates::MisreadModel& model_;
  Read read_;
  int length_;
  double coverage_;  // 0 of a country of which no plate is known
  bool is_known_ = false;
  bool obeys_ = false;
  bool is_weighed_ = false;
  double as_itself_ = 0;  // K(read | read)
  double own_ = 0;        // of which counts, known or not
  double own_if_unknown_ = 0;
  double unknown_ = 0;
  std::array<Odds, plates::PackedPlate::kGlyphsMax> odds_;
  std::vector<Weighed> near_;  // known plates, each once
};

}  // namespace bas::match
